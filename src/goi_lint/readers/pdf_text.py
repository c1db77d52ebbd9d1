"""The characters of a page of a PDF: what pdfium finds, in runs, the right way up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

from goi_lint.errors import ReadError, Words
from goi_lint.lazy import lazy
from goi_lint.limits import MAX_PDF_PAGE_CHARACTERS
from goi_lint.readers.pdf_calls import Floats, bare
from goi_lint.readers.pdf_paths import Frame
from goi_lint.readers.pdf_runs import BESIDE, Glyph, Run, parted, runs_of
from goi_lint.readers.pdf_turned import Turned
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any


class Text(NamedTuple):
    """The characters of a page and how it is held to read them; `unmapped` counts those nobody knows."""

    runs: list[Run]
    turned: Turned
    unmapped: int


_Character = tuple[float, float, float, float, str, int]
"""A character, its box as the file counts it: left, bottom, right and top."""

_QUARTER = 1.5707963
_ASKEW = 0.15
_RETURNS = frozenset("\r\n")
_HYPHEN = "\x02"
_UNKNOWN = lazy(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]")


def read_text(page: Any, number: int, paper: Frame) -> Text:
    """Return the text of a loaded page; raise `ReadError` where that is too much."""
    from pypdfium2 import raw

    text = raw.FPDFText_LoadPage(page)
    if not text:
        return Text([], Turned(*paper, raw.FPDFPage_GetRotation(page)), 0)
    try:
        signs = _signs(raw, text, number)
        unknown = set(_UNKNOWN.findall(signs))
        signs = signs.replace(_HYPHEN, "-")
        runs = None if unknown else _upright(text, signs, paper)
        if runs:
            return Text(_on_paper(runs, Turned(*paper, 0)), Turned(*paper, 0), 0)
        found = list(_turning(text, signs))
    finally:
        raw.FPDFText_ClosePage(text)
    turns = [character[5] for character in found]
    turned = Turned(*paper, max(range(4), key=turns.count) if turns else raw.FPDFPage_GetRotation(page))
    glyphs = _glyphs(found, turned)
    known = [glyph for glyph in glyphs if glyph[4] not in unknown]
    return Text(runs_of(known), turned, len(glyphs) - len(known))


def _signs(raw: Any, text: Any, number: int) -> str:
    """Return all characters: at once where the whole text has one for each, else one by one."""
    from ctypes import POINTER, c_ushort, cast, create_string_buffer

    count = raw.FPDFText_CountChars(text)
    if count > MAX_PDF_PAGE_CHARACTERS:
        limit = MAX_PDF_PAGE_CHARACTERS
        raise ReadError(
            Words(
                f"第 {number} 页的字符过多（上限 {limit} 个）",
                f"page {number} has too many characters (at most {limit})",
            )
        )
    if count < 1:
        return ""
    buffer = create_string_buffer(2 * count + 2)
    if raw.FPDFText_GetText(text, 0, count, cast(buffer, POINTER(c_ushort))) == count + 1:
        whole = buffer.raw[:-2].decode("utf-16-le", "replace")
        if len(whole) == count and "\ufffd" not in whole:
            return whole
    return "".join([_sign(raw.FPDFText_GetUnicode(text, index)) for index in range(count)])


def _sign(code: int) -> str:
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _signs_boxed(text: Any, signs: str) -> Iterator[tuple[str, tuple[int, Frame]]]:
    """Yield each character, whether it has a box, and left, top, right and bottom of that as the file counts them."""
    box = Floats(4)
    calls = map(bare("FPDFText_GetLooseCharBox"), repeat(text), range(len(signs)), repeat(box.whole))
    return zip(signs, box.after(calls), strict=True)


def _upright(text: Any, signs: str, paper: Frame) -> list[Run] | None:
    """Return the runs of a page on which all characters stand upright, None if one does not: nearly every page.

    What goes on to the right at the same height is upright; only at other places the angle has to be asked.
    """
    angle_of = bare("FPDFText_GetCharAngle")
    x0, _, _, y1 = paper
    runs: list[Run] = []
    shared: set[int] = set()
    start = end = foot = head = height = near = 0.0
    for at, (sign, (found, (left, top, right, bottom))) in enumerate(_signs_boxed(text, signs)):
        # Most go on where the one before ends; for these nothing else has to be asked.
        if bottom != foot or top != head or not (start < left < right and -near < left - end < near):
            if not (found and right > left and top > bottom) or sign in _RETURNS:
                continue
            if (bottom != foot or left < start or not runs) and _quarters(angle_of(text, at)) != (0, True):
                return None
            if runs and -near < left - end < near and -near <= top + bottom - height <= near:
                pass
            elif runs and (left, top, right, bottom) == (start, head, end, foot):
                shared.add(len(runs) - 1)
            else:
                runs.append([])
                take = runs[-1].append
                height, near = top + bottom, BESIDE * (top - bottom)
        elif sign in _RETURNS:
            continue
        take((left - x0, y1 - top, right - x0, y1 - bottom, sign, 0))
        start, end, foot, head = left, right, bottom, top
    for index in shared:
        runs[index] = parted(runs[index])
    return runs


def _turning(text: Any, signs: str) -> Iterator[_Character]:
    """Yield the characters of a page on which some are turned; those askew, as watermarks are, are left out."""
    angle_of = bare("FPDFText_GetCharAngle")
    turn, start, foot = -1, 0.0, 0.0
    for at, (sign, (found, (left, top, right, bottom))) in enumerate(_signs_boxed(text, signs)):
        if not (found and right > left and top > bottom) or sign in _RETURNS:
            continue
        if turn or bottom != foot or left < start:
            turn, whole = _quarters(angle_of(text, at))
            if not whole:
                turn = -1
                continue
        start, foot = left, bottom
        yield left, bottom, right, top, sign, turn


def _quarters(angle: float) -> tuple[int, bool]:
    """Return the quarter turns of an angle, and whether they are whole: a watermark stands askew."""
    quarters = angle / _QUARTER
    return -round(quarters) % 4, abs(quarters - round(quarters)) < _ASKEW


def _glyphs(found: Iterable[_Character], turned: Turned) -> list[Glyph]:
    """Return the characters that stand on the paper as they are seen."""
    held = turned.turns
    boxes: list[Glyph] = [
        (*turned.box((left, bottom, right, top)), sign, (turn - held) % 4)
        for left, bottom, right, top, sign, turn in found
    ]
    return [box for box in boxes if _stands_on(box, turned.size)]


def _on_paper(runs: list[Run], turned: Turned) -> list[Run]:
    """Return the runs without what is outside of the paper."""
    wide, high = 2 * turned.size[0], 2 * turned.size[1]
    ends = [(run[0], run[-1]) for run in runs]
    # A run goes from left to right at one height.
    if not [
        None
        for one, other in ends
        if one[0] + one[2] < 0 or other[0] + other[2] > wide or one[1] + one[3] < 0 or one[1] + one[3] > high
    ]:
        return runs
    kept = [[glyph for glyph in run if _stands_on(glyph, turned.size)] for run in runs]
    return [run for run in kept if run]


def _stands_on(glyph: Glyph, size: tuple[float, float]) -> bool:
    wide, high = size
    return 0 <= glyph[0] + glyph[2] <= 2 * wide and 0 <= glyph[1] + glyph[3] <= 2 * high
