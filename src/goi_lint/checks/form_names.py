"""Parameters that name a table, its rows or columns: what no form has is a fault, said with the nearest name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from goi_lint.errors import ParamFault
from goi_lint.formula import unknown_name
from goi_lint.model.form import Form, FormTable, places_of

Path = tuple[str | int, ...]


def table_faults(path: Path, name: str, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the fault of a table that no form has; without forms nothing can be told."""
    return _faults(path, name, name, {key for form in forms.values() for key in form.tables})


def row_faults(path: Path, name: str, table: str, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the fault of a row that the table has in no form; an unknown table is a fault of its own."""
    rows = {row.label.key for each in _tables(table, forms) for row in each.rows}
    return _faults(path, name, name, rows)


def column_faults(path: Path, name: str, table: str, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the fault of a column that the table has in no form."""
    columns = {column.label.key for each in _tables(table, forms) for column in each.columns}
    return _faults(path, name, name, columns)


def cell_faults(path: Path, address: str, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the fault of an address, `requests.received.total`, that is no cell of any form."""
    cells = {
        f"{key}.{row}.{column}"
        for form in forms.values()
        for key, table in form.tables.items()
        for row, column in places_of(table)
    }
    return _faults(path, address, address, cells)


def _tables(key: str, forms: Mapping[str, Form]) -> list[FormTable]:
    return [form.tables[key] for form in forms.values() if key in form.tables]


def _faults(path: Path, text: str, name: str, valid: Iterable[str]) -> Iterator[ParamFault]:
    names = sorted(valid)
    if names and name not in names:
        error = unknown_name(text, name, names)
        yield ParamFault(path, error.found, error.expected)
