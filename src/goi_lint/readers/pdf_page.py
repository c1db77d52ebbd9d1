"""One page of a PDF as pdfium shows it: characters, rulings and pictures, the right way up."""

from typing import Any, NamedTuple

from goi_lint.errors import ReadError, Words
from goi_lint.lazy import lazy
from goi_lint.limits import MAX_PDF_PAGE_CHARACTERS
from goi_lint.readers.pdf_paths import Frame, drawn

Glyph = tuple[float, float, float, float, str, int]
"""A character: left, top, right and bottom of its box in points from the upper left corner of the page; the
character; its quarter turns against the page's writing direction, 0 for nearly all.
"""
_Character = tuple[float, float, float, float, str, int]
"""A character, its box as the file counts it."""


class Line(NamedTuple):
    """A ruling along x (`level`) or y: it stands `at` the other coordinate and goes from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


class Page(NamedTuple):
    """What is printed on one page; `unmapped` counts characters of which the file does not say what they are.

    Pictures are left, top, right and bottom from the upper left corner.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    lines: list[Line]
    pictures: list[Frame]
    unmapped: int


class _Turned(NamedTuple):
    """How the file's coordinates become those of the page as it is read, `turns` quarters clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def box(self, frame: Frame) -> Frame:
        """Return left, top, right and bottom as seen from the upper left corner."""
        left, bottom, right, top = frame
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the page."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turns % 2 else (wide, high)


_QUARTER = 1.5707963
_ASKEW = 0.15
_RETURNS = frozenset("\r\n")
_HYPHEN = "\x02"
_UNKNOWN = lazy(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]")
_PAPER: Frame = (0.0, 0.0, 595.0, 842.0)


def read_page(page: Any, number: int) -> Page:
    """Return what is on a loaded page; raise `ReadError` where that is too much."""
    from pypdfium2 import raw

    drawing = drawn(page)
    paper = _paper(raw, page)
    signs, found = _characters(raw, page, number)
    turns = [character[5] for character in found]
    turned = _Turned(*paper, max(range(4), key=turns.count) if turns else raw.FPDFPage_GetRotation(page))
    width, height = turned.size
    unknown = set(_UNKNOWN.findall(signs))
    glyphs = _glyphs(found, turned)
    unmapped = sum(glyph[4] in unknown for glyph in glyphs) if unknown else 0
    if unmapped:
        glyphs = [glyph for glyph in glyphs if glyph[4] not in unknown]
    lines = [_ruling(frame) for frame in _on_paper(drawing.rulings, turned)]
    return Page(number, width, height, glyphs, lines, _on_paper(drawing.pictures, turned), unmapped)


def _glyphs(found: list[_Character], turned: _Turned) -> list[Glyph]:
    """Return the characters that stand on the paper as they are seen."""
    x0, y0, x1, y1, held = turned
    wide, high = turned.size
    if not held:
        x2, x3, y2, y3 = 2 * x0, 2 * x1, 2 * y0, 2 * y1
        return [
            (left - x0, y1 - top, right - x0, y1 - bottom, sign, turn)
            for left, bottom, right, top, sign, turn in found
            if x2 <= left + right <= x3 and y2 <= bottom + top <= y3
        ]
    boxes = [
        (*turned.box((left, bottom, right, top)), sign, (turn - held) % 4)
        for left, bottom, right, top, sign, turn in found
    ]
    return [box for box in boxes if 0 <= box[0] + box[2] <= 2 * wide and 0 <= box[1] + box[3] <= 2 * high]


def _on_paper(frames: list[Frame], turned: _Turned) -> list[Frame]:
    """Return frames as they are seen, cut at the edges of the page; those outside are left out."""
    wide, high = turned.size
    return [
        (max(left, 0.0), max(top, 0.0), min(right, wide), min(bottom, high))
        for left, top, right, bottom in map(turned.box, frames)
        if left <= wide and right >= 0 and top <= high and bottom >= 0
    ]


def _ruling(frame: Frame) -> Line:
    left, top, right, bottom = frame
    if right - left > bottom - top:
        return Line(True, (top + bottom) / 2, left, right)
    return Line(False, (left + right) / 2, top, bottom)


def _characters(raw: Any, page: Any, number: int) -> tuple[str, list[_Character]]:
    """Return the text and the characters of a page."""
    text = raw.FPDFText_LoadPage(page)
    if not text:
        return "", []
    try:
        count = raw.FPDFText_CountChars(text)
        if count > MAX_PDF_PAGE_CHARACTERS:
            limit = MAX_PDF_PAGE_CHARACTERS
            raise ReadError(
                Words(
                    f"第 {number} 页的字符过多（上限 {limit} 个）",
                    f"page {number} has too many characters (at most {limit})",
                )
            )
        signs = _signs(raw, text, count)
        return signs, _boxed(raw, text, signs)
    finally:
        raw.FPDFText_ClosePage(text)


def _signs(raw: Any, text: Any, count: int) -> str:
    """Return all characters: at once where the whole text has one for each, else one by one."""
    from ctypes import POINTER, c_ushort, cast, create_string_buffer

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


def _boxed(raw: Any, text: Any, signs: str) -> list[_Character]:
    from ctypes import byref

    rect = raw.FS_RECTF()
    place = byref(rect)
    box_of, angle_of = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharAngle
    found: list[_Character] = []
    take = found.append
    turn, start, foot = -1, 0.0, 0.0
    for index, sign in enumerate(signs):
        if sign in _RETURNS or not box_of(text, index, place):
            continue
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if not (right > left and top > bottom):
            continue
        # What goes on to the right at the same height is upright; only at other places the angle has to be asked.
        if turn or bottom != foot or left < start:
            turn, upright = _quarters(angle_of(text, index))
            if not upright:
                turn = -1
                continue
        start, foot = left, bottom
        take((left, bottom, right, top, "-" if sign == _HYPHEN else sign, turn))
    return found


def _quarters(angle: float) -> tuple[int, bool]:
    """Return the quarter turns of an angle, and whether they are whole: a watermark stands askew."""
    quarters = angle / _QUARTER
    return -round(quarters) % 4, abs(quarters - round(quarters)) < _ASKEW


def _paper(raw: Any, page: Any) -> Frame:
    """Return the part of the page that is shown."""
    from ctypes import byref

    rect = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page, byref(rect)) and rect.right > rect.left and rect.top > rect.bottom:
        return rect.left, rect.bottom, rect.right, rect.top
    return _PAPER
