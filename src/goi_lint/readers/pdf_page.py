"""One page of a PDF as pdfium shows it: characters, rulings and pictures, the right way up."""

from typing import Any, NamedTuple

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_PAGE_CHARACTERS
from goi_lint.readers.pdf_paths import Frame, Line, drawn


class Glyph(NamedTuple):
    """A character and its box in points from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    turn: int
    """Quarter turns against the page's writing direction; 0 for nearly all."""


class Page(NamedTuple):
    """What is printed on one page; `unmapped` counts characters of which the file does not say what they are."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    lines: list[Line]
    pictures: list[Frame]
    unmapped: int


class Turned(NamedTuple):
    """How the file's coordinates become those of the page as it is read, `turns` quarters clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def box(self, left: float, bottom: float, right: float, top: float) -> Frame:
        """Return left, top, right and bottom as seen from the upper left corner."""
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
_HYPHEN = 0x02
_NO_CHARACTERS = frozenset((0, 0xFFFD, 0xFFFE, 0xFFFF))


def read_page(page: Any, number: int) -> Page:
    """Return what is on a loaded page; raise `ReadError` where that is too much."""
    from pypdfium2 import raw

    text = raw.FPDFText_LoadPage(page)
    if not text:
        return Page(number, 1.0, 1.0, [], [], [], 0)
    try:
        found = _characters(raw, text, number)
    finally:
        raw.FPDFText_ClosePage(text)
    turned = _turned(raw, page, [turn for *_, turn in found])
    width, height = turned.size
    glyphs: list[Glyph] = []
    unmapped = 0
    for code, left, bottom, right, top, turn in found:
        x0, y0, x1, y1 = turned.box(left, bottom, right, top)
        if not (0 <= x0 + x1 <= 2 * width and 0 <= y0 + y1 <= 2 * height):
            continue
        if code in _NO_CHARACTERS or 0xD800 <= code < 0xF900:
            unmapped += 1
            continue
        glyphs.append(Glyph(x0, y0, x1, y1, chr(code), (turn - turned.turns) % 4))
    lines, pictures = drawn(page, turned.box, (width, height))
    return Page(number, width, height, glyphs, lines, pictures, unmapped)


def _characters(raw: Any, text: Any, number: int) -> list[tuple[int, float, float, float, float, int]]:
    """Return code, left, bottom, right, top and quarter turns of every character."""
    from ctypes import byref

    count = raw.FPDFText_CountChars(text)
    if count > MAX_PDF_PAGE_CHARACTERS:
        limit = MAX_PDF_PAGE_CHARACTERS
        raise ReadError(
            Words(
                f"第 {number} 页的字符过多（上限 {limit} 个）",
                f"page {number} has too many characters (at most {limit})",
            )
        )
    rect = raw.FS_RECTF()
    place = byref(rect)
    unicode_of, box_of, angle_of = (
        raw.FPDFText_GetUnicode,
        raw.FPDFText_GetLooseCharBox,
        raw.FPDFText_GetCharAngle,
    )
    found: list[tuple[int, float, float, float, float, int]] = []
    for index in range(count):
        code = unicode_of(text, index)
        if code in _RETURNS or not box_of(text, index, place):
            continue
        left, right = rect.left, rect.right
        if right <= left:
            continue
        turn = round(angle_of(text, index) / _QUARTER) % 4
        found.append((0x2D if code == _HYPHEN else code, left, rect.bottom, right, rect.top, turn))
    return found


def _turned(raw: Any, page: Any, turns: list[int]) -> Turned:
    """Return how the page is to be held: as most of its characters stand, else as the file says."""
    from ctypes import byref

    rect = raw.FS_RECTF()
    if (
        not raw.FPDF_GetPageBoundingBox(page, byref(rect))
        or rect.right <= rect.left
        or rect.top <= rect.bottom
    ):
        rect = raw.FS_RECTF(0, 842, 595, 0)
    held = max(range(4), key=turns.count) if turns else raw.FPDFPage_GetRotation(page)
    return Turned(rect.left, rect.bottom, rect.right, rect.top, held)
