"""Pages of a PDF as blocks of a document: each table, picture and paragraph where it is read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_CELLS
from goi_lint.model.document import Block, Paragraph, Picture, Place
from goi_lint.readers.pdf_flow import Margins, goes_on, margins, text_of
from goi_lint.readers.pdf_furniture import without_furniture
from goi_lint.readers.pdf_grid import Ruled, tables_of
from goi_lint.readers.pdf_lines import TextLine, lines_of
from goi_lint.readers.pdf_page import Page
from goi_lint.readers.pdf_paths import Frame
from goi_lint.readers.pdf_runs import Run
from goi_lint.readers.pdf_tables import Piece, Sheet, continued, grid, sheet

Item = tuple[float, TextLine | Sheet | None]
"""Something on a page with its height; None is a picture."""

_WIDE, _HIGH = 0.4, 50.0
_OVER_PICTURE = 20
_FAR = 1e9
_NOWHERE: Frame = (0.0, 0.0, -1.0, -1.0)


def blocks_of(pages: Sequence[Page]) -> tuple[Block, ...]:
    """Return the blocks of all pages in reading order."""
    tables, lines, cells = [], [], 0
    for page in pages:
        found, rest = _parted(page)
        cells += sum(len(table.areas) for table in found)
        if cells > MAX_CELLS:
            limit = MAX_CELLS
            raise ReadError(
                Words(f"表格单元格过多（上限 {limit} 个）", f"it has too many table cells (at most {limit})")
            )
        tables.append(found)
        lines.append(lines_of(rest, "\t"))
    lines = without_furniture([(page.height, text) for page, text in zip(pages, lines, strict=True)])
    width = max((page.width for page in pages), default=0.0)
    writer = _Writer(margins([line for text in lines for line in text], width))
    for page, text, found in zip(pages, lines, tables, strict=True):
        items: list[Item] = []
        for table in found:
            aside = [line for line in text if _stands_beside(line, table)]
            text = [line for line in text if line not in aside] if aside else text  # noqa: PLW2901
            items.append((table.ys[0], sheet(table, page.number, aside)))
        items += [(line.top, line) for line in text]
        items += [(frame[1], None) for frame in page.pictures if _counts(frame, page)]
        writer.page(page.number, sorted(items, key=lambda item: item[0]))
    return writer.finish()


def _parted(page: Page) -> tuple[list[Ruled], list[Run]]:
    """Return the tables of a page with the characters in them, and all other characters."""
    tables = [table for table in tables_of(page.level, page.upright) if not _is_border(table, page)]
    if not tables:
        return [], page.runs
    rest: list[Run] = []
    taker, (left, top, right, bottom) = rest, _NOWHERE
    for run in page.runs:
        x0, y0, x1, y1, *_ = run[0]
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        # Many runs stand in the cell of the one before.
        if not (left <= x < right and top <= y < bottom):
            taker, (left, top, right, bottom) = _taker(tables, x, y, rest)
        x0, y0, x1, y1, *_ = run[-1]
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if len(run) == 1 or (left <= x < right and top <= y < bottom):
            taker.append(run)
        else:
            _strew(run, tables, rest)
    return tables, rest


def _strew(run: Run, tables: Sequence[Ruled], rest: list[Run]) -> None:
    """Give the characters of a run that reaches from cell to cell to those in which they stand."""
    taker, (left, top, right, bottom) = rest, _NOWHERE
    for glyph in run:
        x0, y0, x1, y1, *_ = glyph
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if left <= x < right and top <= y < bottom:
            taker[-1].append(glyph)
        else:
            taker, (left, top, right, bottom) = _taker(tables, x, y, rest)
            taker.append([glyph])


def _taker(tables: Sequence[Ruled], x: float, y: float, rest: list[Run]) -> tuple[list[Run], Frame]:
    """Return the list that takes the characters at a place, and how far it reaches."""
    for table in tables:
        if area := table.at(x, y):
            xs, ys = table.xs, table.ys
            return area.runs, (xs[area.left], ys[area.top], xs[area.right], ys[area.bottom])
    above = max((table.ys[-1] for table in tables if table.ys[-1] <= y), default=-_FAR)
    below = min((table.ys[0] for table in tables if table.ys[0] > y), default=_FAR)
    beside = any(table.ys[0] <= y < table.ys[-1] for table in tables)
    return rest, _NOWHERE if beside else (-_FAR, above, _FAR, below)


def _stands_beside(line: TextLine, table: Ruled) -> bool:
    left, top, _, bottom = table.frame
    return line.right <= left and top <= (line.top + line.bottom) / 2 <= bottom


def _is_border(table: Ruled, page: Page) -> bool:
    """Tell whether a table is but a line around most of the page."""
    _, top, _, bottom = table.frame
    return len(table.areas) == 1 and bottom - top > page.height / 2


def _counts(frame: Frame, page: Page) -> bool:
    """Tell whether a picture may hold what should be read: no seal or logo, no ground below the text."""
    left, top, right, bottom = frame
    if right - left < _WIDE * page.width or bottom - top < _HIGH:
        return False
    glyphs = chain.from_iterable(page.runs)
    over = sum(left <= glyph[0] <= right and top <= glyph[1] <= bottom for glyph in glyphs)
    return over < _OVER_PICTURE


class _Writer:
    """Puts the items of page after page into blocks."""

    def __init__(self, margin: Margins) -> None:
        self._margin = margin
        self._blocks: list[Block] = []
        self._number = 0
        self._lines: list[TextLine] = []
        self._table: Sheet | None = None
        self._began = self._page = 0

    def page(self, number: int, items: Sequence[Item]) -> None:
        """Take what stands on the next page."""
        self._page = number
        for at, (_, item) in enumerate(items):
            if isinstance(item, TextLine):
                self._line(item, same_page=at > 0)
            elif isinstance(item, Sheet):
                self._sheet(item, first=at == 0)
            else:
                self._flush()
                self._number += 1
                self._blocks.append(Picture("", self._place(self._page)))

    def finish(self) -> tuple[Block, ...]:
        """Return all blocks."""
        self._flush()
        return tuple(self._blocks)

    def _line(self, line: TextLine, *, same_page: bool) -> None:
        if not (self._lines and goes_on(self._lines[-1], line, self._margin, same_page=same_page)):
            self._flush()
            self._began = self._page
        self._lines.append(line)

    def _sheet(self, found: Sheet, *, first: bool) -> None:
        if first and self._table is not None and (whole := continued(self._table, found)):
            self._table = whole
            return
        self._flush()
        for line in found.aside:
            self._paragraph(line.text, self._page)
        self._table = found

    def _flush(self) -> None:
        """Write down the paragraph or table that is being read."""
        if self._lines:
            self._paragraph(text_of(self._lines), self._began)
            self._lines = []
        elif self._table is not None:
            self._write_table(self._table)
            self._table = None

    def _write_table(self, table: Sheet) -> None:
        if len(table.xs) == 2 or len(table.pieces) == 1:
            for piece in sorted(table.pieces, key=lambda piece: piece.top):
                self._boxed(piece)
            return
        found = grid(table, self._number + 1)
        self._number += len(found.cells)
        self._blocks.append(found)

    def _boxed(self, piece: Piece) -> None:
        """Write down what stands in a box as paragraphs."""
        margin = margins(list(piece.lines), piece.right + piece.left)
        texts: list[list[TextLine]] = []
        for line in piece.lines:
            if texts and goes_on(texts[-1][-1], line, margin, same_page=True):
                texts[-1].append(line)
            else:
                texts.append([line])
        for lines in texts:
            self._paragraph(text_of(lines), piece.page)

    def _paragraph(self, text: str, page: int) -> None:
        self._number += 1
        self._blocks.append(Paragraph(text, self._place(page)))

    def _place(self, page: int) -> Place:
        return Place(page=page, paragraph=self._number, end_paragraph=self._number)
