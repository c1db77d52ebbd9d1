"""Title, period and introduction speak of the same year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.period_full import full_year
from goi_lint.checks.prose import at_place, passages
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Location, Problem
from goi_lint.model.report import Report, YearSource
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TypedDict

NAME = "same_year"
FACTS: Mapping[str, str] = {
    "year": "the report year",
    "other": "the other year",
    "text": "the words that speak of the other year",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`patterns`: how an introduction says which year the report is of, in a group named `year`."""

    patterns: list[Pattern]


class _Statement(NamedTuple):
    year: int
    text: str
    location: Location


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem, at the first statement that differs; the others are related to it."""
    year = report.identity.year
    statements = (*_stated(report), *_introduced(report, params["patterns"]))
    if year is None or report.identity.year_source is YearSource.SIGNATURE or not statements:
        raise AbsentError(
            Words(
                "标题、引言、统计期限中，能比较的年份不足两处",
                "title, introduction and period do not give two comparable years",
            )
        )
    others = [statement for statement in statements if statement.year != year]
    if others:
        facts = {"year": year, "other": others[0].year, "text": others[0].text}
        yield Problem(others[0].location, facts, tuple(statement.location for statement in others[1:]))


def _stated(report: Report) -> Iterator[_Statement]:
    title = report.title
    if title and title.year and report.identity.year_source is not YearSource.TITLE:
        yield _Statement(title.year, title.text, Location(address="title", place=title.place))
    for period in report.dates.periods:
        if year := full_year(period):
            yield _Statement(year, period.text, at_place(report, period.part, period.place))


def _introduced(report: Report, patterns: list[Pattern]) -> Iterator[_Statement]:
    for passage in passages(report, ("front",)):
        for match in (pattern.search(passage.folded) for pattern in patterns):
            if match:
                yield _Statement(int(match["year"]), passage.quote(*match.span()), passage.location)
