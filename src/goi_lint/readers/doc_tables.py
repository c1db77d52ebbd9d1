"""Tables of a Word 97 file: each row has its own cell edges, from which the columns of the whole table follow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from goi_lint.errors import ReadError, Words
from goi_lint.limits import DOC_SLOTS
from goi_lint.model.document import Block, Grid, GridCell, Paragraph, Place, span
from goi_lint.readers.doc_properties import ACROSS, BEGINS, DOWN, Row
from goi_lint.text.normalise import is_blank
from goi_lint.tuples import NamedTuple

_NEAR = 80
"""Edges so near to each other (in twips: 1.4 mm) are one, if no row has both: no column of text is that narrow."""


class WordCell(NamedTuple):
    """What stands in a cell, and where, before merged cells are one."""

    blocks: Sequence[Block]
    place: Place


class WordRow(NamedTuple):
    """The cells of a row; `shape` is None where the file does not say it."""

    cells: Sequence[WordCell]
    shape: Row | None


class _Spot(NamedTuple):
    """The columns that a cell covers, and the bits that say how it is merged."""

    column: int
    columns: int
    merged: int


def blocks_of(rows: Sequence[WordRow]) -> list[Block]:
    """Return a table as pictures and a grid, or what stands in its cells where it serves the layout alone."""
    inside = [block for row in rows for cell in row.cells for block in cell.blocks]
    if not any(isinstance(block, Grid) for block in inside):
        spots, width = _spots(rows)
        cells = _cells(rows, spots)
        if width > 1 and len(cells) > 1:
            place = span(cells[0].place, max(cell.place for cell in cells))
            pictures = [block for block in inside if not isinstance(block, Paragraph)]
            return [*pictures, Grid(tuple(cells), width, place)]
    return inside


def _spots(rows: Sequence[WordRow]) -> tuple[list[list[_Spot]], int]:
    """Return for each cell of each row where it is, and the number of columns."""
    shapes = _shapes(rows)
    borders = _borders([shape.edges for shape in shapes if shape])
    width = max(
        [len(borders) - 1, *(len(row.cells) for row, shape in zip(rows, shapes, strict=True) if not shape)]
    )
    if width * len(rows) > DOC_SLOTS:
        raise ReadError(
            Words(f"表格过大（上限 {DOC_SLOTS} 格）", f"a table is too large (at most {DOC_SLOTS} cells)")
        )
    spots = [
        _placed(shape, borders) if shape else [_Spot(at, 1, 0) for at in range(len(row.cells))]
        for row, shape in zip(rows, shapes, strict=True)
    ]
    return spots, width


def _shapes(rows: Sequence[WordRow]) -> list[Row | None]:
    """Return the shape of each row; one that the file does not tell is that of a row with as many cells."""
    shapes = [row.shape if row.shape and _fits(row.shape, len(row.cells)) else None for row in rows]
    known = {len(shape.merged): Row(shape.edges, (0,) * len(shape.merged)) for shape in shapes if shape}
    return [shape or known.get(len(row.cells)) for row, shape in zip(rows, shapes, strict=True)]


def _fits(shape: Row, cells: int) -> bool:
    return len(shape.merged) == cells and all(a < b for a, b in pairwise(shape.edges))


def _borders(edges: Sequence[Sequence[int]]) -> list[int]:
    """Return where the columns of a table begin, and where the last one ends.

    Hands that drag the edges of single rows leave them a little apart from those of the others.
    """
    rows_at: dict[int, set[int]] = {}
    for number, row in enumerate(edges):
        for edge in row:
            rows_at.setdefault(edge, set()).add(number)
    borders: list[int] = []
    rows: set[int] = set()
    for edge in sorted(rows_at):
        if borders and edge - borders[-1] <= _NEAR and rows.isdisjoint(rows_at[edge]):
            rows |= rows_at[edge]
        else:
            borders.append(edge)
            rows = set(rows_at[edge])
    return borders


def _placed(shape: Row, borders: Sequence[int]) -> list[_Spot]:
    at = [bisect_right(borders, edge) - 1 for edge in shape.edges]
    return [
        _Spot(first, max(1, last - first), merged)
        for first, last, merged in zip(at, at[1:], shape.merged, strict=False)
    ]


def _cells(rows: Sequence[WordRow], spots: Sequence[Sequence[_Spot]]) -> list[GridCell]:
    """Return the cells by row and column, merged ones as one where they begin."""
    found: list[GridCell] = []
    above: dict[tuple[int, int], int] = {}
    for number, (row, places) in enumerate(zip(rows, spots, strict=True)):
        going_on: dict[tuple[int, int], int] = {}
        for cell, spot in zip(row.cells, _joined(places), strict=False):
            if spot is None:
                continue
            key = spot.column, spot.columns
            index = above.get(key, -1) if spot.merged & DOWN and not spot.merged & BEGINS else -1
            if index >= 0:
                found[index] = found[index]._replace(rows=number - found[index].row + 1)
            else:
                index = len(found)
                found.append(GridCell(_text(cell), cell.place, number, spot.column, 1, spot.columns))
            if spot.merged & DOWN:
                going_on[key] = index
        above = going_on
    return found


def _joined(spots: Sequence[_Spot]) -> list[_Spot | None]:
    """Return the cells of a row, None for those that the cell before reaches over.

    The first of such cells has another bit than those that follow; which one, programs do not agree upon.
    """
    joined: list[_Spot | None] = []
    first = -1
    for index, spot in enumerate(spots):
        before = joined[first] if first >= 0 else None
        if before and spot.merged & ACROSS and spot.merged & ACROSS != before.merged & ACROSS:
            end = max(spot.column + spot.columns, before.column + before.columns)
            joined[first] = before._replace(columns=end - before.column)
            joined.append(None)
            continue
        first = index if spot.merged & ACROSS else -1
        joined.append(spot)
    return joined


def _text(cell: WordCell) -> str:
    if not cell.blocks:
        return ""
    text = "\n".join([block.text for block in cell.blocks if isinstance(block, Paragraph)])
    return "" if is_blank(text) else text
