"""A block of a table as a grid of slots: what is printed where, and what merged cells cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goi_lint.cases.draft import Block, Column, Row, Table


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: `kind` is title, corner, column, group, row, value, or covered by a span: across, down."""

    kind: str
    text: str = ""


ACROSS = Slot("across")
DOWN = Slot("down")

GridRow = tuple[Slot, ...]


def grids(table: Table) -> list[list[GridRow]]:
    """Return one grid for each block; all have the width of the widest block."""
    width = max(_stub(block) + len(block.columns) for block in table.blocks)
    return [_grid(block, width) for block in table.blocks]


def _grid(block: Block, width: int) -> list[GridRow]:
    rows: list[list[Slot]] = [[Slot("title", block.title)]] if block.title else []
    rows += _header(block)
    previous: Row | None = None
    for row in block.rows:
        rows.append(_data(block, row, previous))
        previous = row
    return [(*row, *[ACROSS] * (width - len(row))) for row in rows]


def _stub(block: Block) -> int:
    """Return how many slots stand before the values."""
    if not any(row.label for row in block.rows):
        return 0
    return max(len(row.groups) for row in block.rows) + 1


def _header(block: Block) -> list[list[Slot]]:
    stub, depth = _stub(block), max(len(column.groups) for column in block.columns) + 1
    rows = [_header_row(block, level) for level in range(depth)]
    if len(block.corners) > 1:
        rows.insert(0, [Slot("corner", block.corners[1]), *[ACROSS] * (len(block.columns) - 1)])
    for at, row in enumerate(rows):
        head = DOWN if at else Slot("corner", block.corners[0] if block.corners else "")
        row[:0] = [head, *[ACROSS] * (stub - 1)] if stub else []
    return rows


def _header_row(block: Block, level: int) -> list[Slot]:
    row: list[Slot] = []
    previous: Column | None = None
    for column in block.columns:
        path = (*column.groups, None)
        if level >= len(path):
            row.append(DOWN)
        elif (group := path[level]) is None:
            row.append(Slot("column", column.label))
        elif previous and previous.groups[: level + 1] == column.groups[: level + 1]:
            row.append(ACROSS)
        else:
            row.append(Slot("group", block.group_labels[group]))
        previous = column
    return row


def _data(block: Block, row: Row, previous: Row | None) -> list[Slot]:
    stub = _stub(block)
    slots: list[Slot] = []
    for level, group in enumerate(row.groups):
        known = previous is not None and previous.groups[: level + 1] == row.groups[: level + 1]
        slots.append(DOWN if known else Slot("group", block.group_labels[group]))
    if stub:
        slots += [Slot("row", row.label), *[ACROSS] * (stub - len(slots) - 1)]
    return [*slots, *(Slot("value", text) for text in row.cells)]


def printed(row: Sequence[Slot], spans: str) -> list[str]:
    """Return the cells of a row: merged cells `once` (from above: empty), `padded`, or `missing`."""
    left_out = {"once": (ACROSS,), "padded": (), "missing": (ACROSS, DOWN)}[spans]
    return [slot.text for slot in row if slot not in left_out]
