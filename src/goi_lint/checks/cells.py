"""The cells of a table field by field, taken once: a dozen rules ask one thing of all cells of a table."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from goi_lint.model.table import Cell, Table
from goi_lint.tuples import NamedTuple

_TEXT, _VALUE, _PLAIN, _HOLDS = map(Cell._fields.index, ("text", "value", "plain", "holds"))


class Fields(NamedTuple):
    """What stands in the cells of a table, in printed order; `values` by the keys of row and column."""

    texts: Sequence[str]
    plains: Sequence[bool]
    holds: Sequence[str]
    values: Mapping[tuple[str, str], Decimal | None]


_latest: dict[str, tuple[Table, Fields]] = {}
"""The fields of the tables that were asked of last, by key."""


def fields_of(table: Table) -> Fields:
    """Return the fields of a table's cells."""
    latest = _latest.get(table.key)
    if latest is None or latest[0] is not table:
        latest = _latest[table.key] = table, _fields(table)
    return latest[1]


def _fields(table: Table) -> Fields:
    if not table.cells:
        return Fields((), (), (), {})
    columns = tuple(zip(*table.cells.values(), strict=True))
    values = dict(zip(table.cells, columns[_VALUE], strict=True))
    return Fields(columns[_TEXT], columns[_PLAIN], columns[_HOLDS], values)
