"""One page of a PDF as pdfium shows it: characters, rulings and pictures, the right way up."""

from typing import Any, NamedTuple

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_PAGE_CHARACTERS
from goi_lint.readers.pdf_paths import Frame, drawn

Glyph = tuple[float, float, float, float, str, int]
"""A character: left, top, right and bottom of its box in points from the upper left corner of the page; the
character; its quarter turns against the page's writing direction, 0 for nearly all.
"""
_Character = tuple[int, float, float, float, float, int]
"""Code, box as the file counts it, quarter turns."""


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
_RETURNS = frozenset((0x0D, 0x0A))
_HYPHEN, _HYPHENS_SIGN = 0x02, 0x2D
_NO_CHARACTERS = frozenset((0, 0xFFFD, 0xFFFE, 0xFFFF))
_SURROGATES, _IDEOGRAPHS = 0xD800, 0xF900
_PAPER: Frame = (0.0, 0.0, 595.0, 842.0)


def read_page(page: Any, number: int) -> Page:
    """Return what is on a loaded page; raise `ReadError` where that is too much."""
    from pypdfium2 import raw

    drawing = drawn(page)
    found = _characters(raw, page, number, drawing.turned)
    turned = _turned(raw, page, found)
    width, height = turned.size
    glyphs: list[Glyph] = []
    unmapped = 0
    held, box, take = turned.turns, turned.box, glyphs.append
    for code, left, bottom, right, top, turn in found:
        if code in _NO_CHARACTERS or _SURROGATES <= code < _IDEOGRAPHS:
            unmapped += 1
            continue
        x0, y0, x1, y1 = box((left, bottom, right, top))
        if 0 <= x0 + x1 <= 2 * width and 0 <= y0 + y1 <= 2 * height:
            take((x0, y0, x1, y1, chr(code), (turn - held) % 4))
    frames = (_on_paper(box(frame), width, height) for frame in drawing.rulings)
    lines = [_ruling(frame) for frame in frames if frame]
    frames = (_on_paper(box(frame), width, height) for frame in drawing.pictures)
    return Page(number, width, height, glyphs, lines, [frame for frame in frames if frame], unmapped)


def _on_paper(frame: Frame, wide: float, high: float) -> Frame | None:
    """Return a frame cut at the edges of the page, None where it stands outside."""
    left, top, right, bottom = frame
    if not (left <= wide and right >= 0 and top <= high and bottom >= 0):
        return None
    return max(left, 0.0), max(top, 0.0), min(right, wide), min(bottom, high)


def _ruling(frame: Frame) -> Line:
    left, top, right, bottom = frame
    if right - left > bottom - top:
        return Line(True, (top + bottom) / 2, left, right)
    return Line(False, (left + right) / 2, top, bottom)


def _characters(raw: Any, page: Any, number: int, turned: bool) -> list[_Character]:
    """Return the characters of a page; `turned` says that not all stand upright as the file counts."""
    text = raw.FPDFText_LoadPage(page)
    if not text:
        return []
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
        return _boxed(raw, text, _codes(raw, text, count), turned)
    finally:
        raw.FPDFText_ClosePage(text)


def _codes(raw: Any, text: Any, count: int) -> list[int]:
    """Return the codes of all characters: at once where the whole text has one for each, else one by one."""
    from ctypes import POINTER, c_ushort, cast, create_string_buffer

    if count < 1:
        return []
    buffer = create_string_buffer(2 * count + 2)
    if raw.FPDFText_GetText(text, 0, count, cast(buffer, POINTER(c_ushort))) == count + 1:
        whole = buffer.raw[:-2].decode("utf-16-le", "replace")
        if len(whole) == count and "\ufffd" not in whole:
            return [ord(character) for character in whole]
    return [raw.FPDFText_GetUnicode(text, index) for index in range(count)]


def _boxed(raw: Any, text: Any, codes: list[int], turned: bool) -> list[_Character]:
    from ctypes import byref

    rect = raw.FS_RECTF()
    place = byref(rect)
    box_of, angle_of = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharAngle
    found: list[_Character] = []
    turn = 0
    for index, code in enumerate(codes):
        if code in _RETURNS or not box_of(text, index, place):
            continue
        left, right = rect.left, rect.right
        if right <= left:
            continue
        if turned:
            turn = round(angle_of(text, index) / _QUARTER) % 4
        found.append((_HYPHENS_SIGN if code == _HYPHEN else code, left, rect.bottom, right, rect.top, turn))
    return found


def _turned(raw: Any, page: Any, found: list[_Character]) -> _Turned:
    """Return how the page is to be held: as most of its characters stand, else as the file says."""
    from ctypes import byref

    rect = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page, byref(rect)) and rect.right > rect.left and rect.top > rect.bottom:
        paper: Frame = (rect.left, rect.bottom, rect.right, rect.top)
    else:
        paper = _PAPER
    turns = [turn for *_, turn in found]
    held = max(range(4), key=turns.count) if turns else raw.FPDFPage_GetRotation(page)
    return _Turned(*paper, held)
