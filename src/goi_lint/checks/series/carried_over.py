"""What one year's report carries forward, the next year's brings forward: in every column the same number.

A column that is blank or unreadable in one of the two is left out, for `filled` and `numeric` speak of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from goi_lint.checks.digests import at_figures, label_of, name_of
from goi_lint.checks.form_names import row_faults, table_faults
from goi_lint.checks.years import Tables, compared_tables, not_compared, year_facts
from goi_lint.errors import ParamFault
from goi_lint.facts import plain_text
from goi_lint.model.digest import Series
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form, FormTable
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal, TypedDict

NAME = "carried_over"
SCOPE: Literal["series"] = "series"
FACTS: Mapping[str, str] = {
    "earlier_year": "the year of the earlier report",
    "year": "the year of the report that is judged",
    "opening": "what people call the later report's row",
    "closing": "what people call the earlier report's row",
    "count": "how many columns differ",
    "differences": "these columns, each with the later and the earlier report's number",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`closing`: the earlier report's row of the table; `opening`: the later report's."""

    table: str
    closing: str
    opening: str


class _Column(NamedTuple):
    """One column that both reports fill in."""

    key: str
    brought: Decimal
    carried: Decimal


def check(series: Series, params: Params) -> Iterator[Problem]:
    """Yield one problem for each pair of years, which lists all columns that differ."""
    judged = False
    for tables in compared_tables(series, params["table"]):
        columns = list(_columns(tables, params))
        judged = judged or bool(columns)
        differing = [column for column in columns if column.brought != column.carried]
        if differing:
            yield _problem(tables, params, differing)
    if not judged:
        raise not_compared(params["table"])


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the table and rows that no form has."""
    yield from table_faults(("table",), params["table"], forms)
    yield from row_faults(("closing",), params["closing"], params["table"], forms)
    yield from row_faults(("opening",), params["opening"], params["table"], forms)


def _columns(tables: Tables, params: Params) -> Iterator[_Column]:
    for column in tables.after.columns:
        key = column.label.key
        brought = tables.new.get((params["opening"], key))
        carried = tables.old.get((params["closing"], key))
        if brought is not None and carried is not None:
            yield _Column(key, brought, carried)


def _problem(tables: Tables, params: Params, differing: list[_Column]) -> Problem:
    before, after = tables.before, tables.after
    column = differing[0].key if len(differing) == 1 else None
    listed = [
        f"{name_of(after, each.key)} {plain_text(each.brought)} ≠ {plain_text(each.carried)}"
        for each in differing
    ]
    facts = year_facts(tables.years) | {
        "opening": _called(after, params["opening"]),
        "closing": _called(before, params["closing"]),
        "count": len(differing),
        "differences": "；".join(listed),
    }
    earlier, later = tables.years
    return Problem(
        at_figures(later, after, params["opening"], column),
        facts,
        (at_figures(earlier, before, params["closing"], column),),
    )


def _called(table: FormTable, row: str) -> str:
    label = label_of(table, row)
    return label.short or label.text
