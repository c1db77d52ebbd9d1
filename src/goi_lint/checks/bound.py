"""Every row of a table that is there could be bound, cell by cell, to the form's rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from goi_lint.checks.subject import at_table
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.model.table import Table, Unbound, UnboundRow
from goi_lint.typed import TypedDict

NAME = "bound"
FACTS: Mapping[str, str] = {
    "table": "the table's name",
    "rows_lead": "introduces `rows`: named, or unnamed where the whole table or a row without a label is meant",
    "rows": "printed labels of the rows that could not be bound; none where the whole table could not be",
    "rows_end": "closes `rows`: named_end or unnamed_end",
    "cells_lead": "whether their cells are counted, for the words before `cells`",
    "cells": "how many cells each of them has, where that is why",
    "expected_lead": "the same, for the words before `expected`",
    "expected": "how many cells the first of them should have",
    "why": "why they could not be bound",
}
CODES: Mapping[str, tuple[str, ...]] = {
    "why": tuple(Unbound),
    "rows_lead": ("named", "unnamed"),
    "rows_end": ("named_end", "unnamed_end"),
    "cells_lead": ("counted", "not_counted"),
    "expected_lead": ("should_be", "not_known"),
}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each table and each cause."""
    if not report.tables:
        raise AbsentError(Words("没有可读的表格", "there is no readable table"))
    for table in report.tables.values():
        yield from _of_table(table)


def _of_table(table: Table) -> Iterator[Problem]:
    by_cause = sorted(table.unbound, key=lambda row: row.why)
    for why, group in groupby(by_cause, key=lambda row: row.why):
        yield _problem(table, why, tuple(group))


def _problem(table: Table, why: Unbound, rows: tuple[UnboundRow, ...]) -> Problem:
    counted = why is Unbound.COUNT
    labels = tuple(row.label for row in rows if row.label and why is not Unbound.LAYOUT)
    facts = {
        "table": table.form.name,
        "rows_lead": "named" if labels else "unnamed",
        "rows": labels,
        "rows_end": "named_end" if labels else "unnamed_end",
        "cells_lead": "counted" if counted else "not_counted",
        "cells": tuple(len(row.texts) for row in rows if counted),
        "expected_lead": "should_be" if counted else "not_known",
        "expected": rows[0].expected if counted else "",
        "why": str(why),
    }
    related = tuple(at_table(table, row.place) for row in rows[1:] if labels)
    return Problem(at_table(table, rows[0].place), facts, related)
