"""A table has the rows and columns that a place demands beside those of the national form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.rows_ordered import is_local_label
from goi_lint.checks.subject import at_table, the_table
from goi_lint.errors import ParamFault, Words
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.model.table import Table
from goi_lint.typed import NotRequired, TypedDict

NAME = "supplemented"
FACTS: Mapping[str, str] = {"missing": "labels of the rows and columns that are missing"}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`table`: key of the table; `rows`, `columns`: labels of what must be in it beside the form's own."""

    table: str
    rows: NotRequired[list[str]]
    columns: NotRequired[list[str]]


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield a table that no form has, and a rule that demands nothing."""
    tables = sorted({key for form in forms.values() for key in form.tables})
    if forms and params["table"] not in tables:
        expected = Words(f"应为 {'、'.join(tables)}", f"expected {', '.join(tables)}")
        yield ParamFault(("table",), Words(f"这里是“{params['table']}”", f"“{params['table']}”"), expected)
    if not params.get("rows") and not params.get("columns"):
        found = Words("没有 rows，也没有 columns", "neither rows nor columns")
        yield ParamFault((), found, Words("至少应有其中一个", "expected at least one of them"))


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists all that is missing; blanks, width and numbering of labels do not matter."""
    table = the_table(report, params["table"])
    missing = [label for label in params.get("rows", ()) if not _stands(label, table, column=False)]
    missing += [label for label in params.get("columns", ()) if not _stands(label, table, column=True)]
    if missing:
        yield Problem(at_table(table), {"missing": tuple(missing)})


def _stands(label: str, table: Table, *, column: bool) -> bool:
    return any(row.column == column and is_local_label(row.label, label) for row in table.extra)
