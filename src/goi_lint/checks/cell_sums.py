"""Sums of a table's cells as a rule writes them: `received.total + brought_forward.total`, `refused.total`.

Each name is a row and a column; a group's key stands for all that is in it, so that `refused.total` are the eight rows
of 不予公开.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from goi_lint.errors import ParamFault, Words
from goi_lint.lazy import lazy
from goi_lint.model.form import FormTable
from goi_lint.model.table import Cell, Table
from goi_lint.tuples import NamedTuple

_NAME = r"[a-z]\w*\.[a-z]\w*"
_SUM = lazy(rf"\s*{_NAME}(?:\s*[+-]\s*{_NAME})*\s*")
_TERM = lazy(r"([+-]?)\s*([a-z]\w*)\.([a-z]\w*)")
_WRITTEN = Words(
    "应为 行.列，用 + - 相连，如 received.total + brought_forward.total",
    "expected row.column, joined by + and -, such as received.total + brought_forward.total",
)


class Address(NamedTuple):
    """One addend: row and column (or groups of them), and how often it counts (1 or -1)."""

    row: str
    column: str
    times: int


class Amount(NamedTuple):
    """A sum as written, with its value."""

    value: Decimal
    text: str


@lru_cache(maxsize=256)
def _addends(text: str) -> tuple[Address, ...]:
    """Return the addends of a sum; none where it is not written as one."""
    if not _SUM.fullmatch(text):
        return ()
    return tuple(Address(row, column, -1 if sign == "-" else 1) for sign, row, column in _TERM.findall(text))


def fault_in(text: str, tables: Sequence[FormTable]) -> ParamFault | None:
    """Return what is wrong with a sum: it is not written as one, or names what none of the tables has."""
    if not _addends(text):
        return ParamFault((), Words(f"这里是“{text}”", f"“{text}”"), _WRITTEN)
    unknown = [unknown_key(text, table) for table in tables]
    if tables and all(unknown):
        return ParamFault((), Words(f"未知的名称 {unknown[-1]}", f"unknown name {unknown[-1]}"), _WRITTEN)
    return None


def unknown_key(text: str, table: FormTable) -> str:
    """Return the first key of a sum that a form's table does not have; empty where it has all."""
    rows, columns = _keys_of(table)
    for row, column, _ in _addends(text):
        if row not in rows:
            return row
        if column not in columns:
            return column
    return ""


def amount(table: Table, text: str) -> Amount | None:
    """Return what a sum comes to; None where the form lacks its names or a cell is blank, unreadable or not bound."""
    addends = _resolved(table.form, text)
    total = Decimal(0)
    for row, column, times in addends:
        cell = table.cells.get((row, column))
        if cell is None or cell.value is None:
            return None
        total += cell.value if times > 0 else -cell.value
    return Amount(total, text) if addends else None


def cells_of(table: Table, text: str) -> tuple[Cell, ...]:
    """Return the cells of a sum that can be told."""
    return tuple(table.cells[row, column] for row, column, _ in _resolved(table.form, text))


def sum_name(table: FormTable, text: str) -> Words:
    """Return what people call a sum: 「新收 ＋ 上年结转」总计."""
    terms = _addends(text)
    names = [(term.times, _row_name(table, term.row), _column_name(table, term.column)) for term in terms]
    columns = {column for _, _, column in names}
    if all(row for _, row, _ in names) and len(columns) == 1:
        rows = _joined((times, row) for times, row, _ in names)
        return Words(f"「{rows}」{names[0][2]}", f"{rows} ({names[0][2]})")
    joined = _joined((times, "／".join(filter(None, (row, column)))) for times, row, column in names)
    return Words(f"「{joined}」", joined)


_places: dict[tuple[int, str], tuple[FormTable, tuple[Address, ...]]] = {}
"""Made once for each sum and form; the form's table is kept with it, so that no other one gets its identity."""


def _resolved(table: FormTable, text: str) -> tuple[Address, ...]:
    """Return the addends with their groups written out; none where the form lacks one."""
    found = _places.get((id(table), text))
    if found is None:
        rows, columns = _keys_of(table)
        addresses = [
            Address(row, column, term.times)
            for term in _addends(text)
            for row in rows.get(term.row, ())
            for column in columns.get(term.column, ())
        ]
        found = _places[id(table), text] = (table, () if unknown_key(text, table) else tuple(addresses))
    return found[1]


def _keys_of(table: FormTable) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the rows and the columns by their keys and by those of their groups."""
    rows = _by_key((row.label.key, row.group) for row in table.rows)
    return rows, _by_key((column.label.key, column.group) for column in table.columns)


def _by_key(pairs: Iterable[tuple[str, str | None]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, group in pairs:
        found[key] = (key,)
        if group is not None:
            found[group] = (*found.get(group, ()), key)
    return found


def _joined(names: Iterable[tuple[int, str]]) -> str:
    """Join signed names; the first one's plus sign goes without saying."""
    return "".join(f" {'－' if times < 0 else '＋'} {name}" for times, name in names).removeprefix(" ＋ ")


def _row_name(table: FormTable, key: str) -> str:
    labels = [row.label for row in table.rows]
    labels += [group for block in table.blocks for group in block.row_groups]
    return next(label.short or label.text for label in labels if label.key == key)


def _column_name(table: FormTable, key: str) -> str:
    """Return what a column is called; in a table without names of rows, with the group above it."""
    labels = [column.label for column in table.columns]
    labels += [group for block in table.blocks for group in block.column_groups]
    label = next(label for label in labels if label.key == key)
    text = label.short or label.text
    return text if table.rows[0].label.text else "／".join((*label.path[-1:], text))
