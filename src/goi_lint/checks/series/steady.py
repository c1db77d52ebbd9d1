"""A figure does not change by a multiple from one year to the next.

A figure that is 0 or blank in one of the two years is left out: it has no multiple, and to have had none is common.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby

from goi_lint.checks.digests import at_figures, name_of, table_of
from goi_lint.checks.form_names import cell_faults
from goi_lint.checks.years import Tables, Years, compared_tables, not_compared, year_facts
from goi_lint.errors import ParamFault, Words
from goi_lint.facts import plain_text
from goi_lint.model.digest import Series
from goi_lint.model.finding import Location, Problem
from goi_lint.model.form import Form
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal, TypedDict

NAME = "steady"
SCOPE: Literal["series"] = "series"
FACTS: Mapping[str, str] = {
    "earlier_year": "the year of the earlier report",
    "year": "the year of the report that is judged",
    "count": "how many figures changed so much",
    "changes": "these figures: row, column, the earlier and the later number",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Figure(TypedDict):
    """`cell` is reported where it is `times` as much as the year before or more, or likewise less.

    It must also have changed by `least` or more.
    """

    cell: str
    times: int
    least: int


class Params(TypedDict):
    """`figures`: which, and how much each may change."""

    figures: list[Figure]


class _Change(NamedTuple):
    """A figure that changed by too much: keys of its table, row and column, and what it says."""

    keys: tuple[str, str, str]
    text: str


def check(series: Series, params: Params) -> Iterator[Problem]:
    """Yield one problem for each pair of years, which lists all figures that changed by too much."""
    keys = dict.fromkeys(figure["cell"].split(".")[0] for figure in params["figures"])
    compared = [tables for key in keys for tables in compared_tables(series, key)]
    if not compared:
        raise not_compared("、".join(figure["cell"] for figure in params["figures"]))
    by_year = sorted(compared, key=lambda tables: tables.years.later.identity.year or 0)
    for _, same in groupby(by_year, key=lambda tables: tables.years.later.path):
        tables_of_year = list(same)
        changes = [change for tables in tables_of_year for change in _changes(tables, params)]
        if changes:
            yield _problem(series, tables_of_year[0].years, changes)


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the cells that no form has, and multiples that are none."""
    for number, figure in enumerate(params["figures"]):
        yield from cell_faults(("figures", number, "cell"), figure["cell"], forms)
        if figure["times"] < 2:
            found = Words(f"这里是 {figure['times']}", f"the number {figure['times']}")
            yield ParamFault(("figures", number, "times"), found, Words("应为 2 以上", "expected 2 or more"))


def _changes(tables: Tables, params: Params) -> Iterator[_Change]:
    for figure in params["figures"]:
        key, row, column = figure["cell"].split(".")
        old, new = tables.old.get((row, column)), tables.new.get((row, column))
        if key != tables.after.key or old is None or new is None:
            continue
        if _too_much(old, new, figure):
            labels = (name_of(tables.after, each) for each in (row, column))
            name = "／".join(label for label in labels if label)
            yield _Change((key, row, column), f"{name} {plain_text(old)} → {plain_text(new)}")


def _too_much(old: Decimal, new: Decimal, figure: Figure) -> bool:
    small, large = sorted((old, new))
    return small > 0 and large >= small * figure["times"] and large - small >= figure["least"]


def _problem(series: Series, years: Years, changes: list[_Change]) -> Problem:
    facts = year_facts(years) | {
        "count": len(changes),
        "changes": "；".join(change.text for change in changes),
    }
    earlier, later = ([_at(series, index, years, change) for change in changes] for index in (0, 1))
    return Problem(later[0], facts, (*later[1:], *earlier))


def _at(series: Series, index: int, years: Years, change: _Change) -> Location:
    digest = years[index]
    key, row, column = change.keys
    table = table_of(digest, series.forms, key)
    assert table, "a figure that was compared stands in a table"
    return at_figures(digest, table, row, column)
