"""Items to printed rows, and the cells of a row to the columns of its header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from goi_lint.assemble.items import Item
from goi_lint.tuples import NamedTuple


class PrintedRow(NamedTuple):
    """One printed row: its items in order; `marked` where the text itself shows where the row ends."""

    items: list[Item]
    marked: bool

    @property
    def values(self) -> int:
        """Number of cells that hold a value."""
        return sum(item.value for item in self.items)


def printed_rows(items: Sequence[Item]) -> Iterator[PrintedRow]:
    """Group items into rows: by the text's own rows, else a row ends where text follows values."""
    current: list[Item] = []
    for item in items:
        row = current[-1].row if current else None
        if current and (item.row != row or (row is None and _ends_before(current, item))):
            yield PrintedRow(current, row is not None)
            current = []
        current.append(item)
    if current:
        yield PrintedRow(current, current[-1].row is not None)


def _ends_before(current: Sequence[Item], item: Item) -> bool:
    """Tell whether an unmarked row ends."""
    is_cell = item.value or item.blank
    return not is_cell and any(other.value for other in current)


Shape = tuple[int, int]
UNMARKED: Shape = (-1, -1)
"""The shape of rows whose ends the text does not show: a blank at their ends may belong to the next row."""


def fit(cells: Sequence[Item], columns: int) -> int | None:
    """Return where the row's cells begin where its values leave no doubt: one for each column, without gap."""
    if len(cells) < columns:
        return None
    filled = [index for index, cell in enumerate(cells) if not cell.blank]
    if len(filled) == columns and filled[-1] - filled[0] == columns - 1:
        return filled[0]
    return None


class Geometry(NamedTuple):
    """What the rows of a block show of how its rows are typed.

    `starts` tells where the cells of full rows of a shape begin, `widths` how wide rows are by the
    position of their label.
    """

    starts: Mapping[Shape, int]
    widths: Mapping[int, Counter[int]]

    def is_usual(self, shape: Shape) -> bool:
        """Tell whether rows with their label there are mostly that wide, and as many not wider: it is not short."""
        counted = self.widths.get(shape[1], Counter())
        most = max(counted.values(), default=0)
        return shape[0] == max((width for width, times in counted.items() if times == most), default=-1)

    def is_padded(self, label: int) -> bool:
        """Tell whether full rows with their label there have padding before their cells."""
        return any(position == label and start > 0 for (_, position), start in self.starts.items())


def place_cells(cells: Sequence[Item], columns: int, shape: Shape, geometry: Geometry) -> int | None:
    """Return where the cells of a row with blanks begin, None where that is in doubt.

    Such a row may be bound only as the other rows of its block are typed, for a blank and a lost cell look
    alike.
    """
    if len(cells) < columns:
        return None
    filled = [index for index, cell in enumerate(cells) if not cell.blank]
    if not filled:
        return geometry.starts.get(shape, 0)
    if shape == UNMARKED:
        return filled[0] if filled[-1] - filled[0] == columns - 1 else None
    if not geometry.is_usual(shape):
        return None
    return _window(cells, columns, filled, geometry.starts.get(shape), geometry.is_padded(shape[1]))


def _window(
    cells: Sequence[Item], columns: int, filled: Sequence[int], learned: int | None, padded: bool
) -> int | None:
    """Return the one beginning from which the columns cover all filled cells, or the learned one among several."""
    low, high = max(0, filled[-1] - columns + 1), min(filled[0], len(cells) - columns)
    if low > high:
        return None
    if learned is not None:
        return learned if low <= learned <= high else None
    if low < high or (cells[low].blank and padded):
        return None
    return low
