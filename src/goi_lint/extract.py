"""What was read of the tables, so that nothing is lost: each cell with its labels, its text and its place.

JSON has one line for each cell, CSV one row; both also hold what could not be bound: rows that the form does
not have, rows whose cells do not fit the columns, and what of the form is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from goi_lint.errors import Words
from goi_lint.formatters.objects import compact, report_object
from goi_lint.model.document import Place
from goi_lint.model.report import Report
from goi_lint.model.table import Cell, Table
from goi_lint.typed import Any, Protocol

SCHEMA = "goi-lint-extract/1"


class Extraction(Protocol):
    """Writes what was read, document by document; the pieces joined are the output."""

    def begin(self) -> str:
        """Return what stands before the first document."""

    def report(self, report: Report, first: bool) -> str:
        """Return one report's piece."""

    def unreadable(self, path: str, cause: Words, first: bool, language: str) -> str:
        """Return the piece of a document that could not be read."""

    def end(self, empty: bool) -> str:
        """Return what stands after the last document."""


class JsonExtraction:
    """One object; each cell on its own line."""

    def begin(self) -> str:
        """Open the object."""
        return f'{{\n"schema": "{SCHEMA}",\n"documents": ['

    def report(self, report: Report, first: bool) -> str:
        """Return the report with its tables."""
        form = report.form.key if report.form else None
        title = report.title.text if report.title else None
        head = {
            "path": report.name,
            "format": report.format,
            "unreadable": None,
            "report": report_object(title, report.identity, form),
        }
        tables = ",\n".join(_table_text(table) for table in report.tables.values())
        return f'{_comma(first)}{_open(head)}, "tables": [\n{tables}\n]}}' if tables else _bare(head, first)

    def unreadable(self, path: str, cause: Words, first: bool, language: str) -> str:
        """Return the document without tables, with the cause."""
        head = {"path": path, "format": None, "unreadable": cause.in_language(language), "report": None}
        return _bare(head, first)

    def end(self, empty: bool) -> str:
        """Close the object."""
        return "]\n}\n" if empty else "\n]\n}\n"


def _comma(first: bool) -> str:
    return "\n" if first else ",\n"


def _bare(head: Mapping[str, Any], first: bool) -> str:
    return f"{_comma(first)}{compact({**head, 'tables': []})}"


def _open(head: Mapping[str, Any]) -> str:
    return compact(head).removesuffix("}")


def _table_text(table: Table) -> str:
    head = {
        "table": table.key,
        "part": table.part,
        "complete": table.complete,
        "extra": [
            {"kind": "column" if extra.column else "row", "label": extra.label, "texts": extra.texts}
            | _place(extra.place)
            for extra in table.extra
        ],
        "unbound": [
            {"row": row.row, "label": row.label, "why": row.why, "texts": row.texts, "expected": row.expected}
            | _place(row.place)
            for row in table.unbound
        ],
        "missing_rows": table.missing_rows,
        "missing_columns": table.missing_columns,
    }
    cells = ",\n".join(compact(cell) for cell in _cells(table))
    return f'{_open(head)}, "cells": [\n{cells}\n]}}' if cells else compact({**head, "cells": []})


def _cells(table: Table) -> Iterator[dict[str, Any]]:
    """Yield each cell with the labels that it was bound by, as they are printed."""
    printed = {label.key: label.printed for label in reversed(table.labels)}
    return (_cell(cell, printed) for cell in table.cells.values())


def _cell(cell: Cell, printed: Mapping[str, str]) -> dict[str, Any]:
    return {
        "row": cell.row,
        "row_label": cell.row_label,
        "row_printed": printed.get(cell.row, ""),
        "column": cell.column,
        "column_label": cell.column_label,
        "column_printed": printed.get(cell.column, ""),
        "bound": cell.bound,
        "state": _state(cell),
        "raw": cell.raw,
        "text": cell.text,
        "value": None if cell.value is None else format(cell.value, "f"),
        "plain": cell.plain,
    } | _place(cell.place)


def _state(cell: Cell) -> str:
    """Blank, zero and unreadable are three things: a zero is a number."""
    if cell.blank:
        return "blank"
    return "unreadable" if cell.value is None else "number"


def _place(place: Place) -> dict[str, Any]:
    found = {"line": place.line, "end_line": place.end_line, "page": place.page}
    return found if place.paragraph is None else found | {"paragraph": place.paragraph}


COLUMNS = (
    "path",
    "table",
    "kind",
    "row",
    "row_label",
    "row_printed",
    "column",
    "column_label",
    "column_printed",
    "bound",
    "state",
    "raw",
    "text",
    "value",
    "plain",
    "line",
    "end_line",
    "page",
    "paragraph",
)


_BYTE_ORDER_MARK = "\ufeff"


class CsvExtraction:
    """One row for each cell and for everything that is no cell of the form; `kind` tells them apart."""

    def begin(self) -> str:
        """Return the names of the columns, after the mark by which spreadsheets know UTF-8."""
        return _BYTE_ORDER_MARK + _csv([dict(zip(COLUMNS, COLUMNS, strict=True))])

    def report(self, report: Report, first: bool) -> str:
        """Return the rows of all tables."""
        rows = (row for table in report.tables.values() for row in _rows(table))
        return _csv({"path": report.name, **row} for row in rows)

    def unreadable(self, path: str, cause: Words, first: bool, language: str) -> str:
        """Return one row of the kind `unreadable`."""
        return _csv([{"path": path, "kind": "unreadable", "text": cause.in_language(language)}])

    def end(self, empty: bool) -> str:
        """Return nothing: the last row is the last cell."""
        return ""


def _rows(table: Table) -> Iterator[dict[str, Any]]:
    for cell in _cells(table):
        yield {"table": table.key, "kind": "cell", **cell, "plain": str(cell["plain"]).lower()}
    for extra in table.extra:
        kind = "extra_column" if extra.column else "extra_row"
        label = {("column_label" if extra.column else "row_label"): extra.label}
        for text in extra.texts or ("",):
            yield {"table": table.key, "kind": kind, **label, "text": text, **_place(extra.place)}
    for row in table.unbound:
        found = {"table": table.key, "kind": "unbound_row", "row": row.row, "row_label": row.label}
        for text in row.texts or ("",):
            yield {**found, "state": row.why, "text": text, **_place(row.place)}
    for missing in table.missing_rows:
        yield {"table": table.key, "kind": "missing_row", "row_label": missing}
    for missing in table.missing_columns:
        yield {"table": table.key, "kind": "missing_column", "column_label": missing}


def _csv(rows: Iterable[Mapping[str, Any]]) -> str:
    import csv
    import io

    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writerows(rows)
    return text.getvalue()


FORMATS: Mapping[str, Extraction] = {"json": JsonExtraction(), "csv": CsvExtraction()}
