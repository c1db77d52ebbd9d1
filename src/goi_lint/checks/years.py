"""The reports of one body in consecutive years, as pairs: what checks of the series scope compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from goi_lint.checks.digests import agreeing, figures, table_of
from goi_lint.errors import AbsentError, Words
from goi_lint.model.digest import Digest, Series
from goi_lint.model.form import FormTable
from goi_lint.tuples import NamedTuple

Numbers = Mapping[tuple[str, str], Decimal]


class Years(NamedTuple):
    """A report that is judged, and the same body's report of the year before."""

    earlier: Digest
    later: Digest


class Tables(NamedTuple):
    """The same table in both reports: its form and its numbers."""

    years: Years
    before: FormTable
    after: FormTable
    old: Numbers
    new: Numbers


def consecutive(series: Series) -> tuple[Years, ...]:
    """Return the pairs by year; raise `AbsentError` where there are none. What lies years apart is not compared."""
    by_year = {digest.identity.year: digest for digest in series.reports}
    pairs = tuple(
        Years(earlier, later)
        for later in series.reports
        if not later.earlier and (earlier := by_year.get((later.identity.year or 0) - 1))
    )
    if not pairs:
        raise AbsentError(
            Words("没有同一单位相邻两年的报告", "there are no reports of one body in two consecutive years")
        )
    return pairs


def compared_tables(series: Series, key: str) -> Iterator[Tables]:
    """Yield one table of each pair, where both reports have it and it is known which numbers are meant.

    Of a year whose reports contradict each other, nothing is known: `reported_once` speaks of it.
    """
    for pair in consecutive(series):
        before, after = (table_of(digest, series.forms, key) for digest in pair)
        old, new = (figures(digest, series.forms, key) for digest in pair)
        if before and after and old and new and not _contradicted(series, pair, key):
            yield Tables(pair, before, after, old, new)


def not_compared(table: str) -> AbsentError:
    """Return the error of a table that no two consecutive reports have."""
    return AbsentError(
        Words(
            f"相邻两年的报告没有可以比较的数（{table}）",
            f"reports of consecutive years have no numbers to compare ({table})",
        )
    )


def year_facts(years: Years) -> dict[str, object]:
    """Return the facts `earlier_year` and `year`."""
    return {"earlier_year": years.earlier.identity.year, "year": years.later.identity.year}


def _contradicted(series: Series, pair: Years, key: str) -> bool:
    """Tell whether there is another report of one of the two years, with other numbers."""
    years = {digest.identity.year for digest in pair}
    return any(
        not agreeing(same[0], other, key)
        for same in series.doubled
        if same[0].identity.year in years
        for other in same[1:]
    )
