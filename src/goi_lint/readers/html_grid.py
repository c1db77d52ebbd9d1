"""Tables of a web page by the table model of HTML: which field each cell begins in, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from goi_lint.errors import ReadError, Words
from goi_lint.lazy import lazy
from goi_lint.limits import HTML_SLOTS
from goi_lint.readers.html_tree import Node
from goi_lint.tuples import NamedTuple

_SPAN = lazy(r' (row|col)span="[ \t\n\f\r]*\+?(\d+)', re.IGNORECASE)
_MOST_COLUMNS = 1_000
_MOST_ROWS = 65_534
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_ORDER = {"thead": 0, "tfoot": 2}
_LONG_CELL = 1_000
"""A cell with more text holds a page, not a figure."""
_LONG_LINE = 100
"""The same of a table of one row: it parts a page into columns."""
_LEAST_PLAIN = 6


class Slot(NamedTuple):
    """One cell: its element, where it begins (from 0), how many rows and columns it covers."""

    node: Node
    row: int
    column: int
    rows: int
    columns: int


class Table(NamedTuple):
    """A table's own cells, by row and then column; those of tables within its cells are not its own."""

    node: Node
    slots: tuple[Slot, ...]
    width: int
    height: int
    captions: tuple[Node, ...]
    inner: tuple[Node, ...]
    """Its cells that hold a table."""
    is_layout: bool
    """It only places what is in it."""


def tables_of(nodes: Sequence[Node]) -> dict[int, Table]:
    """Return every table by the index of its element."""
    found = [node for node in nodes if node.tag == "table"]
    holders = _holders(found)
    return {node.at: _table(nodes, node, holders) for node in found}


def _holders(tables: Sequence[Node]) -> set[int]:
    """Return the indexes of the cells that hold a table of two cells or more."""
    held: set[int] = set()
    for table in tables:
        above = table.parent
        while above is not None and above.tag not in ("td", "th", "table"):
            above = above.parent
        if above is not None and above.tag != "table":
            held.add(above.at)
    return held


def _table(nodes: Sequence[Node], table: Node, holders: set[int]) -> Table:
    groups: list[tuple[int, list[list[Node]]]] = []
    captions: list[Node] = []
    at = table.at + 1
    while at < table.end:
        node = nodes[at]
        at += 1
        if node.tag in _GROUPS:
            groups.append((_ORDER.get(node.tag, 1), []))
        elif node.tag == "tr":
            if not groups or (node.parent is not None and node.parent.tag == "table"):
                groups.append((1, []))
            groups[-1][1].append([])
        elif node.tag in ("td", "th") and groups and groups[-1][1]:
            groups[-1][1][-1].append(node)
            at = node.end
        elif node.tag == "caption":
            captions.append(node)
            at = node.end
        elif node.tag == "table":
            at = node.end
    slots, width, height = _placed(_displayed(groups))
    inner = tuple([slot.node for slot in slots if slot.node.at in holders]) if holders else ()
    is_layout = _is_layout(slots, width, height, inner)
    return Table(table, tuple(slots), width, height, tuple(captions), inner, is_layout)


def _is_layout(slots: Sequence[Slot], width: int, height: int, inner: Sequence[Node]) -> bool:
    if width <= 1 or len(slots) <= 1:
        return True
    most = _LONG_CELL if height > 1 else _LONG_LINE
    if any(slot.node.chars > most and slot.node not in inner for slot in slots):
        return True
    if not inner:
        return False
    plain = sum(1 for slot in slots if slot.node.chars and slot.node not in inner)
    return plain < max(_LEAST_PLAIN, 2 * len(inner))


def _displayed(groups: list[tuple[int, list[list[Node]]]]) -> list[list[list[Node]]]:
    """Return the row groups as displayed: the first head above, the first foot below, the rest as they stand."""
    seen: set[int] = set()
    ordered = []
    for rank, rows in groups:
        ordered.append((1 if rank in seen else rank, rows))
        if rank != 1:
            seen.add(rank)
    return [rows for _, rows in sorted(ordered, key=lambda group: group[0])]


def _placed(groups: list[list[list[Node]]]) -> tuple[list[Slot], int, int]:
    slots: list[Slot] = []
    width = above = 0
    for rows in groups:
        reach: dict[int, int] = {}  # column -> the first row of the group that is free there again
        for row, cells in enumerate(rows):
            width = max(width, _place_row(slots, cells, row, above, len(rows), reach))
            if width * (above + row) > HTML_SLOTS:
                raise ReadError(Words("表格过大", "one of its tables is too large"))
        above += len(rows)
    return slots, width, above


def _place_row(
    slots: list[Slot], cells: list[Node], row: int, above: int, height: int, reach: dict[int, int]
) -> int:
    """Place the cells of one row of a group; return the first column right of them."""
    column = right = 0
    for cell in cells:
        if reach:
            while reach.get(column, 0) > row:
                column += 1
        rows, columns = _spans(cell.value) if "span" in cell.value or "SPAN" in cell.value else (1, 1)
        rows = height - row if rows == 0 else min(rows, height - row)
        slots.append(Slot(cell, above + row, column, rows, columns))
        if rows > 1:
            for covered in range(column, column + columns):
                reach[covered] = max(reach.get(covered, 0), row + rows)
        column += columns
        right = column
    return right


@lru_cache(maxsize=1024)
def _spans(serialised: str) -> tuple[int, int]:
    rows = columns = 1
    for kind, digits in _SPAN.findall(serialised):
        number = int(digits[:9])
        if kind.lower() == "row":
            rows = min(number, _MOST_ROWS)
        else:
            columns = min(number, _MOST_COLUMNS) or 1
    return rows, columns
