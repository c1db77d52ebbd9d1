"""A stated statistical period is one whole calendar year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import at_place
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Day, Period, Report
from goi_lint.typed import TypedDict

NAME = "period_full"
FACTS: Mapping[str, str] = {
    "text": "the period as printed",
    "fault": "what is wrong with it",
    "year": "the year whose period it should be",
}
CODES: Mapping[str, tuple[str, ...]] = {"fault": ("open", "reversed", "years", "short")}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each period of another shape; days that do not exist are not its matter."""
    if not report.dates.periods:
        raise AbsentError(Words("没有写统计期限（见 GOI030）", "no period is stated (see GOI030)"))
    for period in report.dates.periods:
        fault = _fault(period)
        if fault:
            facts = {"text": period.text, "fault": fault, "year": _year(report, period)}
            yield Problem(at_place(report, period.part, period.place), facts)


def full_year(period: Period) -> int | None:
    """Return the one year that the period covers from its first to its last day."""
    start, end = period.start, period.end
    if start and end and start.year == end.year and _is(start, 1, 1) and _is(end, 12, 31):
        return start.year
    return None


def _fault(period: Period) -> str | None:
    if full_year(period):
        return None
    if period.start is None or period.end is None:
        return "open"
    start, end = period.start.date, period.end.date
    if start is None or end is None:
        return None
    if end < start:
        return "reversed"
    return "short" if start.year == end.year else "years"


def _is(day: Day, month: int, number: int) -> bool:
    return (day.month, day.day) == (month, number)


def _year(report: Report, period: Period) -> int | str:
    known = period.end or period.start
    return report.identity.year or (known.year if known else "")
