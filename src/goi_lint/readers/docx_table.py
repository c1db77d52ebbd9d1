"""Tables of a Word file: rows of cells with their spans become a grid in which merged cells are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goi_lint.errors import ReadError, Words
from goi_lint.limits import DOCX_COLUMNS, DOCX_SLOTS
from goi_lint.model.document import Block, Grid, GridCell, Paragraph, Place, span
from goi_lint.readers.docx_xml import TC, VAL, Element, W, first, is_on, number_of, opened
from goi_lint.tuples import NamedTuple

_ROW_PROPERTIES, _CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
_SPAN, _DOWN, _ACROSS = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"
_TRACKED, _DELETED = f"{W}cellMerge", f"{W}cellDel"
_TRACKED_MERGES = {"cont": "continue", "rest": "restart"}


class CellProperties(NamedTuple):
    """How a cell is merged with its neighbours; `down` and `across` are None, `restart` or `continue`."""

    columns: int = 1
    down: str | None = None
    across: str | None = None
    deleted: bool = False


class WordCell(NamedTuple):
    """A cell of the file: merged cells are still several."""

    properties: CellProperties
    blocks: Sequence[Block]
    place: Place


class WordRow(NamedTuple):
    """A row of the file; `before` columns are left out in front of its first cell."""

    before: int
    cells: Sequence[WordCell]


def cells_of(row: Element) -> tuple[int, list[tuple[CellProperties, Element]]] | None:
    """Return how many columns a row leaves out in front, and its cells; None where the row is deleted or hidden."""
    before = 0
    properties = first(row, _ROW_PROPERTIES)
    if properties is not None:
        if properties.find(f"{W}del") is not None or is_on(properties.find(f"{W}hidden")):
            return None
        before = min(number_of(properties.find(f"{W}gridBefore")), DOCX_COLUMNS)
    cells = ((_properties(child), child) for child in opened(row) if child.tag == TC)
    return before, [cell for cell in cells if not cell[0].deleted]


def _properties(cell: Element) -> CellProperties:
    columns, down, across, deleted = 1, None, None, False
    properties = first(cell, _CELL_PROPERTIES)
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _SPAN:
            columns = max(1, number_of(child, 1))
        elif tag == _DOWN:
            down = child.get(VAL, "continue")
        elif tag == _ACROSS:
            across = child.get(VAL, "continue")
        elif tag == _TRACKED:
            down = _TRACKED_MERGES.get(child.get(f"{W}vMerge"), down)
        elif tag == _DELETED:
            deleted = True
    return CellProperties(columns, down, across, deleted)


def grid_of(rows: Iterable[WordRow]) -> Grid | None:
    """Return the grid of a table, None where it is but layout: one cell, one column, or other grids within it."""
    cells: list[GridCell] = []
    above: dict[int, int] = {}
    width = 0
    number = 0
    for number, row in enumerate(rows, 1):
        if any(isinstance(block, Grid) for cell in row.cells for block in cell.blocks):
            return None
        above, end = _place_row(cells, above, row, number - 1)
        width = max(width, end)
        _check_size(width, number)
    if width < 2 or len(cells) < 2:
        return None
    return Grid(tuple(cells), width, span(cells[0].place, max(cell.place for cell in cells)))


def _place_row(
    cells: list[GridCell], above: dict[int, int], row: WordRow, number: int
) -> tuple[dict[int, int], int]:
    """Add a row's cells to those before; return which of them (by column) may go on below, and where it ends.

    `above` are the cells that may go on into this row.
    """
    going_on: dict[int, int] = {}
    column, last = row.before, -1
    for cell in row.cells:
        columns, down, across, _ = cell.properties
        merged = above.get(column, -1) if down == "continue" else -1
        if across == "continue" and last >= 0:
            if cells[last].row == number:
                cells[last] = cells[last]._replace(columns=cells[last].columns + columns)
        elif merged >= 0 and (across or cells[merged].columns == columns):
            cells[merged] = cells[merged]._replace(rows=number - cells[merged].row + 1)
            going_on[column] = last = merged
        else:
            last = len(cells)
            cells.append(GridCell(_text(cell.blocks), cell.place, number, column, 1, columns))
            if down:
                going_on[column] = last
        column += columns
    return going_on, column


def _text(blocks: Iterable[Block]) -> str:
    return "\n".join([block.text for block in blocks if isinstance(block, Paragraph)])


def _check_size(width: int, rows: int) -> None:
    if width > DOCX_COLUMNS:
        raise ReadError(
            Words(f"表格列数过多（上限 {DOCX_COLUMNS} 列）", f"a table has over {DOCX_COLUMNS} columns")
        )
    if width * rows > DOCX_SLOTS:
        raise ReadError(
            Words(f"表格过大（上限 {DOCX_SLOTS} 格）", f"a table is too large (at most {DOCX_SLOTS} cells)")
        )
