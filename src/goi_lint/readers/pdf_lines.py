"""Characters of a PDF put into lines of text, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goi_lint.lazy import lazy
from goi_lint.readers.pdf_runs import Glyph, Run, upright_runs
from goi_lint.tuples import NamedTuple


class TextLine(NamedTuple):
    """A line of text and its box in points; `size` is that of most of its characters, `head` the width of what
    cannot be parted from its first character.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    head: float


_NUMBERS_APART = lazy(r"(?<=\d) (?=[-+]?\d)")
_SAME_LINE, _SAME_LINE_SMALL = 0.45, 0.7
_SMALL = 0.35
_DOUBLED = 0.3
ENOUGH = 12
_WORD_GAP, _WIDE_GAP = 0.22, 0.8
IDEOGRAPHS = "\u2e80"
_OPENING = frozenset("（《“‘〈【〔「『([")
_CLOSING = frozenset("，。、；：？！）》”’〉】〕」』)]%％,.;:")


def lines_of(runs: Sequence[Run], gap: str = " ") -> list[TextLine]:
    """Return the lines, upright ones first; `gap` stands for a wide blank between two characters."""
    return [line for row in _rows(runs) if (line := _solid(row[0]) if len(row) == 1 else _line(row, gap))]


def cell_text(runs: Sequence[Run]) -> str:
    """Return the lines of a cell; a number broken for lack of room is whole again."""
    if len(runs) == 1 and not runs[0][0][5]:
        return _text(runs[0]).strip()
    return joined([_text(row[0]).strip() if len(row) == 1 else _wide_text(row) for row in _rows(runs)])


def joined(texts: Iterable[str]) -> str:
    """Return the lines of a cell as one text, as `cell_text` does."""
    found: list[str] = []
    for text in texts:
        if found and _is_number(found[-1]) and _is_number(text):
            found[-1] += text
        elif text:
            found.append(text)
    return "\n".join(found)


def _wide_text(row: list[Run]) -> str:
    line = _line(row, " ")
    return line.text if line else ""


def _text(run: Run) -> str:
    return "".join([glyph[4] for glyph in run])


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs in rows, each of one line, from top to bottom."""
    return [row for some in upright_runs(runs) for row in _rows_of(some)]


def _rows_of(runs: list[Run]) -> list[list[Run]]:
    if len(runs) < 2:
        return [[run] for run in runs]
    runs.sort(key=_height)
    rows = [[runs[0]]]
    tallest = runs[0][0]
    for run in runs[1:]:
        if _same_line(tallest, run[0]):
            rows[-1].append(run)
            tallest = max(tallest, run[0], key=_tall)
        else:
            rows.append([run])
            tallest = run[0]
    return rows


def _solid(run: Run) -> TextLine | None:
    """Return a run as a line of text."""
    text = _text(run)
    if text != text.strip():
        start = len(text) - len(text.lstrip())
        run = run[start : start + len(text.strip())]
        text = text.strip()
        if not run:
            return None
    top, bottom = _reach(run)
    return TextLine(text, run[0][0], top, run[-1][2], bottom, _size(run, bottom - top), _head(run))


def _reach(run: Run) -> tuple[float, float]:
    """Return top and bottom of a line: those of its ideographs if there are any, for other fonts reach otherwise.

    Some fonts give each character its own box; several together reach as far as the line does.
    """
    signs = [glyph for glyph in run[:ENOUGH] if glyph[4] >= IDEOGRAPHS] or run[:1]
    if len(signs) == 1:
        return signs[0][1], signs[0][3]
    return min([sign[1] for sign in signs]), max([sign[3] for sign in signs])


def _size(run: Run, high: float) -> float:
    """Return the size of the type: an ideograph is as wide as the type is high; without one, how high the line is.

    The height of ideographs is no measure, for in some fonts each has a box of its own.
    """
    widths = sorted([glyph[2] - glyph[0] for glyph in run[:ENOUGH] if glyph[4] >= IDEOGRAPHS])
    return widths[len(widths) // 2] if widths else high


def _height(run: Run) -> float:
    return run[0][1] + run[0][3]


def _tall(glyph: Glyph) -> float:
    return glyph[3] - glyph[1]


def _same_line(one: Glyph, other: Glyph) -> bool:
    """Tell whether the middles of two characters are less than half a line apart, of `_` and `“` somewhat more."""
    apart = abs(other[1] + other[3] - one[1] - one[3]) / 2
    low, high = sorted((_tall(one), _tall(other)))
    return apart <= (_SAME_LINE if low > _SMALL * high else _SAME_LINE_SMALL) * high


def _line(runs: list[Run], gap: str) -> TextLine | None:
    """Return the runs of one line as text; a character printed twice for bold type counts once."""
    row = sorted([glyph for run in runs for glyph in run])
    kept: Run = []
    pieces: list[str] = []
    start = end = 0.0
    for glyph in row:
        left, top, right, bottom, text, _ = glyph
        if text.isspace():
            if kept:
                pieces.append(" " if text != "\u3000" else text)
            continue
        if kept:
            last = kept[-1]
            if left - start < _DOUBLED * (right - left) and text == last[4]:
                continue
            high = max(bottom - top, last[3] - last[1])
            if left - end > _WORD_GAP * high:
                _part(pieces, gap, last, glyph, (left - end) / high)
        kept.append(glyph)
        pieces.append(text)
        start, end = left, right
    if not kept:
        return None
    top, bottom = _reach(kept)
    text = "".join(pieces).rstrip()
    if "\t" in text:
        text = _NUMBERS_APART.sub("\t", text)
    if len(kept) > 1:
        end = max([glyph[2] for glyph in kept])
    return TextLine(text, kept[0][0], top, end, bottom, _size(kept, bottom - top), _head(kept))


def _part(pieces: list[str], gap: str, last: Glyph, glyph: Glyph, wide: float) -> None:
    """Write the blank between two characters that stand so many heights apart, unless one is there."""
    if wide > 2 and gap != " ":
        while pieces[-1].isspace():
            pieces.pop()
        pieces.append(gap)
    elif pieces[-1].isspace():
        return
    elif wide > _WIDE_GAP or (last[4].isascii() and glyph[4].isascii()):
        pieces.append(" ")


def _head(kept: Run) -> float:
    """Return the width of the first character, with the word or the marks that go with it."""
    end = 0
    while end < len(kept) - 1 and kept[end][4] in _OPENING:
        end += 1
    while end < len(kept) - 1 and _adjoins(kept[end], kept[end + 1]):
        end += 1
    while end < len(kept) - 1 and kept[end + 1][4] in _CLOSING:
        end += 1
    return kept[end][2] - kept[0][0]


def _adjoins(glyph: Glyph, after: Glyph) -> bool:
    """Tell whether two characters belong to one word or number."""
    if after[0] - glyph[2] >= _WORD_GAP * (glyph[3] - glyph[1]):
        return False
    return glyph[4] < IDEOGRAPHS and after[4] < IDEOGRAPHS


def _is_number(text: str) -> bool:
    return text.isascii() and text.strip("0123456789.,") == ""
