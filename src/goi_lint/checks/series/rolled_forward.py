"""A stock rolls forward: this year's is last year's, plus what was added, less what was removed.

A row with a blank or unreadable number is left out, and so is one whose own numbers cannot be right (`formula` speaks
of fewer documents in force than were issued less repealed).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from goi_lint.checks.digests import at_figures, name_of
from goi_lint.checks.form_names import column_faults, row_faults, table_faults
from goi_lint.checks.years import Tables, compared_tables, not_compared, year_facts
from goi_lint.errors import ParamFault
from goi_lint.facts import plain_text
from goi_lint.model.digest import Series
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal, TypedDict

NAME = "rolled_forward"
SCOPE: Literal["series"] = "series"
FACTS: Mapping[str, str] = {
    "earlier_year": "the year of the earlier report",
    "year": "the year of the report that is judged",
    "stock": "label of the column that rolls forward",
    "added": "label of the column that adds to it",
    "removed": "label of the column that takes from it",
    "count": "how many rows do not roll forward",
    "differences": "these rows: the stock, and the sum that it should be",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`stock` is the column that rolls forward by `added` and `removed`, in each of the `rows`."""

    table: str
    rows: list[str]
    stock: str
    added: str
    removed: str


class _Row(NamedTuple):
    """One row whose numbers are all known."""

    key: str
    before: Decimal
    stock: Decimal
    added: Decimal
    removed: Decimal

    @property
    def rolls(self) -> bool:
        """Tell whether the stock rolls forward, or this year's numbers alone are already wrong."""
        own = self.added - self.removed
        return self.stock == self.before + own or self.stock < own


def check(series: Series, params: Params) -> Iterator[Problem]:
    """Yield one problem for each pair of years, which lists all rows that do not roll forward."""
    judged = False
    for tables in compared_tables(series, params["table"]):
        rows = [row for key in params["rows"] if (row := _row(tables, key, params))]
        judged = judged or bool(rows)
        differing = [row for row in rows if not row.rolls]
        if differing:
            yield _problem(tables, params, differing)
    if not judged:
        raise not_compared(params["table"])


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the table, rows and columns that no form has."""
    table = params["table"]
    yield from table_faults(("table",), table, forms)
    for number, row in enumerate(params["rows"]):
        yield from row_faults(("rows", number), row, table, forms)
    for name in ("stock", "added", "removed"):
        yield from column_faults((name,), params[name], table, forms)


def _row(tables: Tables, key: str, params: Params) -> _Row | None:
    before = tables.old.get((key, params["stock"]))
    stock, added, removed = (
        tables.new.get((key, column)) for column in (params["stock"], params["added"], params["removed"])
    )
    if before is None or stock is None or added is None or removed is None:
        return None
    return _Row(key, before, stock, added, removed)


def _problem(tables: Tables, params: Params, differing: list[_Row]) -> Problem:
    after = tables.after
    listed = [f"{name_of(after, row.key)} {_sum(row)}" for row in differing]
    facts = year_facts(tables.years) | {
        "stock": name_of(after, params["stock"]),
        "added": name_of(after, params["added"]),
        "removed": name_of(after, params["removed"]),
        "count": len(differing),
        "differences": "；".join(listed),
    }
    row = differing[0].key if len(differing) == 1 else None
    earlier, later = tables.years
    return Problem(
        at_figures(later, after, row, params["stock"]),
        facts,
        (at_figures(earlier, tables.before, row, params["stock"]),),
    )


def _sum(row: _Row) -> str:
    before, added, removed = (plain_text(number) for number in (row.before, row.added, row.removed))
    return f"{plain_text(row.stock)} ≠ {before} + {added} − {removed}"
