"""Lines of a PDF put together to paragraphs, also from page to page."""

from __future__ import annotations

from itertools import pairwise

from goi_lint.lazy import lazy
from goi_lint.readers.pdf_lines import ENOUGH, IDEOGRAPHS, TextLine
from goi_lint.tuples import NamedTuple


class Margins(NamedTuple):
    """Where the text of a document begins and ends on the page, in points; how far apart lines are, in heights; how
    high most of them are.
    """

    left: float
    right: float
    leading: float
    size: float


_INDENT = 1.2
_SLACK = 0.45
_APART = 1.35
_FARTHEST = 4.0
_SIZES = 1.15
_COMPANY = 3
_STRAY = 3
_WIDE = 0.6
_ENDS = "。！？：；"
_NUMBERED = lazy(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]\D")


def margins(lines: list[TextLine], width: float) -> Margins:
    """Return the margins on paper of that width.

    They are the outermost places where several lines begin and end, rows of tables left out; where no lines agree
    on the right one, it is as wide as the left one.
    """
    lines = [line for line in lines if "\t" not in line.text]
    if not lines:
        return Margins(0.0, width, 0.0, 0.0)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    pairs = [(above, below) for above, below in pairwise(lines) if above.right - above.left > _WIDE * width]
    steps = sorted(_step(above, below) / below.size for above, below in pairs or pairwise(lines))
    steps = [step for step in steps if 0 < step < _FARTHEST]
    leading = _outermost(steps, 0.05, _FARTHEST) or (steps[0] if steps else _FARTHEST)
    lefts = sorted(line.left for line in lines)
    left = _outermost(lefts, size, _STRAY * size) or lefts[0]
    rights = sorted((line.right for line in lines), reverse=True)
    right = _outermost(rights, size, _STRAY * size)
    if right is None or right < _WIDE * width:
        right = max(rights[0], width - left)
    return Margins(left, right, leading, size)


def _outermost(places: list[float], near: float, stray: float) -> float | None:
    """Return the first of the sorted places that has company near, not farther than `stray` inwards."""
    for place, companion in zip(places, places[_COMPANY - 1 :], strict=False):
        if abs(place - places[0]) > stray:
            return None
        if abs(place - companion) <= near:
            return place
    return None


def goes_on(above: TextLine, below: TextLine, margin: Margins, *, same_page: bool) -> bool:
    """Tell whether the text of a line goes on in the one below, or at the top of the next page."""
    if "\t" in above.text or "\t" in below.text:
        return False
    size = max(above.size, below.size)
    if size > _SIZES * min(above.size, below.size) and _tells(above) and _tells(below):
        return False
    title = size > _SIZES * margin.size and _centred(below, margin, size, least=0.0)
    if below.left > margin.left + _INDENT * size and not title:
        return False
    if same_page and not 0 < _step(above, below) <= _APART * margin.leading * size:
        return False
    if _centred(above, margin, size, least=2.5) or (above.text[-1] in _ENDS and _NUMBERED.match(below.text)):
        return False
    begins_late = above.left > (margin.left + margin.right) / 2 and not title
    return not begins_late and above.right + below.head > margin.right - _SLACK * size


def _step(above: TextLine, below: TextLine) -> float:
    """Return how far apart lines are, by their middles: the tops of capitals and ideographs differ."""
    return (below.top + below.bottom - above.top - above.bottom) / 2


def _tells(line: TextLine) -> bool:
    """Tell whether the size of a line is that of its type: letters and digits are as high as they happen to be."""
    return max(line.text[:ENOUGH]) >= IDEOGRAPHS


def _centred(line: TextLine, margin: Margins, size: float, least: float) -> bool:
    """Tell whether a line has as much room before it as after it, at least so many characters."""
    before, after = line.left - margin.left, margin.right - line.right
    return before > least * size and abs(before - after) < size


def text_of(lines: list[TextLine]) -> str:
    """Return the lines of a paragraph as one text."""
    return "".join(line.text for line in lines)
