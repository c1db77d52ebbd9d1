"""A table has every row and every column of the form it follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.subject import at_table, not_mixed, the_table
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "rows_complete"
FACTS: Mapping[str, str] = {
    "missing": "official labels of the missing rows and columns",
    "what": "what is missing: rows, columns or both",
    "form": "name of the form that the table follows",
}
CODES: Mapping[str, tuple[str, ...]] = {"what": ("rows", "columns", "both")}


class Params(TypedDict):
    """`table`: key of the table."""

    table: str


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists all that is missing; a table that mixes both forms is not asked."""
    table = the_table(report, params["table"])
    form = not_mixed(report)
    rows, columns = table.missing_rows, table.missing_columns
    if not rows and not columns:
        return
    what = "both" if rows and columns else "rows" if rows else "columns"
    facts = {"missing": "；".join((*rows, *columns)), "what": what, "form": form.name}
    yield Problem(at_table(table), facts)
