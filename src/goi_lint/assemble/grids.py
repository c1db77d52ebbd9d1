"""Grids that hold more than a table: headings and sentences in rows of their own, rows that no table has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from goi_lint.assemble.heading_lines import official_titles, title_of
from goi_lint.assemble.tokens import is_narrative
from goi_lint.lazy import lazy
from goi_lint.model.document import Grid, GridCell, Paragraph, span
from goi_lint.text.normalise import is_blank

_FIGURE = lazy(r"\s*[^:：\t]{6,}[:：]\s*\d+\s*\w?\s*")
"""A figure with its name, such as bodies add below a table: 「…政府信息公开发布总数量（非新闻类、消息类）：3」."""


def opened(grid: Grid) -> Iterator[Paragraph | Grid]:
    """Yield the grid, cut where a row over its whole width holds the heading of a part or running text."""
    rows: list[GridCell] = []
    for cell in grid.cells:
        if cell.columns < grid.width or not _is_text(cell.text):
            rows.append(cell)
            continue
        if rows:
            yield _part(grid, rows)
            rows = []
        yield from paragraphs_of(cell)
    if rows:
        yield grid if len(rows) == len(grid.cells) else _part(grid, rows)


def _is_text(text: str) -> bool:
    return is_narrative(text) or title_of(text) in official_titles() or _FIGURE.fullmatch(text) is not None


def _part(grid: Grid, cells: list[GridCell]) -> Grid:
    return Grid(tuple(cells), grid.width, span(cells[0].place, cells[-1].place))


def paragraphs_of(cell: GridCell) -> Iterator[Paragraph]:
    """Yield the lines of a cell."""
    return (Paragraph(line, cell.place) for line in cell.text.split("\n") if not is_blank(line))


def rows_of(grid: Grid) -> Iterator[Paragraph]:
    """Yield each row of a grid as a line of text, its cells parted by tabs."""
    for _, row in groupby(grid.cells, key=lambda cell: cell.row):
        cells = list(row)
        text = "\t".join(cell.text.replace("\n", "") for cell in cells)
        if not is_blank(text):
            yield Paragraph(text, span(cells[0].place, cells[-1].place))
