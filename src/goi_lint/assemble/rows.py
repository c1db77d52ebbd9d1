"""Items to printed rows, and the cells of a row to the columns of its header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goi_lint.assemble.items import Item


@dataclass(slots=True)
class PrintedRow:
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
        if current and _ends_before(current, item):
            yield PrintedRow(current, current[-1].row is not None)
            current = []
        current.append(item)
    if current:
        yield PrintedRow(current, current[-1].row is not None)


def _ends_before(current: Sequence[Item], item: Item) -> bool:
    if item.row is not None or current[-1].row is not None:
        return item.row != current[-1].row
    is_cell = item.value or item.blank
    return not is_cell and any(other.value for other in current)


Shape = tuple[int, int]


def fit(cells: Sequence[Item], columns: int) -> int | None:
    """Return where the row's cells begin where its values leave no doubt: one for each column, without gap."""
    filled = [index for index, cell in enumerate(cells) if not cell.blank]
    if len(filled) == columns and filled[-1] - filled[0] == columns - 1:
        return filled[0]
    return None


def place_cells(cells: Sequence[Item], columns: int, shape: Shape, learned: dict[Shape, int]) -> int | None:
    """Return where the row's cells begin, None where that is in doubt.

    `shape` is the row's width and the position of its label, `learned` tells where the cells of rows of
    a shape begin: a row with blanks may be bound only as the full rows of its shape are, or where no
    other reading is possible.
    """
    count = len(cells)
    if count < columns:
        return None
    start = fit(cells, columns)
    if start is not None:
        return start
    filled = [index for index, cell in enumerate(cells) if not cell.blank]
    if not filled:
        return learned.get(shape, 0)
    low, high = max(0, filled[-1] - columns + 1), min(filled[0], count - columns)
    if low > high:
        return None
    if shape in learned:
        return learned[shape] if low <= learned[shape] <= high else None
    if low < high:
        return None
    others_are_padded = any(label == shape[1] and start > 0 for (_, label), start in learned.items())
    return None if cells[low].blank and others_are_padded else low
