"""One page of a PDF as pdfium shows it: characters, rulings and pictures, the right way up."""

from __future__ import annotations

from goi_lint.readers.pdf_paths import Frame, drawn
from goi_lint.readers.pdf_runs import Run
from goi_lint.readers.pdf_text import read_text
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

Ruling = tuple[float, float, float]
"""A line along x or y: the other coordinate, where it begins and where it ends."""


class Page(NamedTuple):
    """What is printed on one page; `unmapped` counts characters of which the file does not say what they are.

    Pictures are left, top, right and bottom from the upper left corner.
    """

    number: int
    width: float
    height: float
    runs: list[Run]
    level: list[Ruling]
    upright: list[Ruling]
    pictures: list[Frame]
    unmapped: int

    @property
    def characters(self) -> int:
        """Return how many characters it has."""
        return sum(map(len, self.runs))


_PAPER: Frame = (0.0, 0.0, 595.0, 842.0)


def read_page(page: Any, number: int) -> Page:
    """Return what is on a loaded page; raise `ReadError` where that is too much."""
    drawing = drawn(page)
    runs, turned, unmapped = read_text(page, number, _paper(page))
    level: list[Ruling] = []
    upright: list[Ruling] = []
    for left, top, right, bottom in turned.on_paper(drawing.rulings):
        if right - left > bottom - top:
            level.append(((top + bottom) / 2, left, right))
        else:
            upright.append(((left + right) / 2, top, bottom))
    pictures = turned.on_paper(drawing.pictures)
    return Page(number, *turned.size, runs, level, upright, pictures, unmapped)


def _paper(page: Any) -> Frame:
    """Return the part of the page that is shown: left, bottom, right and top."""
    from ctypes import byref

    from pypdfium2 import raw

    rect = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page, byref(rect)) and rect.right > rect.left and rect.top > rect.bottom:
        return rect.left, rect.bottom, rect.right, rect.top
    return _PAPER
