"""The report was signed, else published, within a window of days after its year."""

import datetime
from collections.abc import Iterator, Mapping
from typing import NotRequired, TypedDict

from goi_lint.checks.prose import at_place
from goi_lint.checks.subject import the_year
from goi_lint.errors import AbsentError, ParamFault, Words
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Day, Report

NAME = "signed_within"
FACTS: Mapping[str, str] = {
    "date": "the date of signature or publication",
    "limit": "the first or last day of the window",
    "kind": "which of the two dates it is",
}
CODES: Mapping[str, tuple[str, ...]] = {"kind": ("signature", "publication")}
_ANY_YEAR = 2023
_A_DAY = Words("应为月日，如 01-31", "expected a day as MM-DD, such as 01-31")


class Params(TypedDict):
    """Days of the following year as `MM-DD`, both included: `not_after` by level of the body."""

    not_before: NotRequired[str]
    not_after: NotRequired[Mapping[str, str]]


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the days that are none."""
    days: dict[tuple[str, ...], str] = {
        ("not_after", level): day for level, day in params.get("not_after", {}).items()
    }
    if "not_before" in params:
        days["not_before",] = params["not_before"]
    for path, day in days.items():
        try:
            _next_year(_ANY_YEAR, day)
        except ValueError:
            yield ParamFault(path, Words(f"「{day}」", f"{day!r}"), _A_DAY)


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for a date outside the window."""
    year = the_year(report)
    last = _last_day(report, params, year)
    day, date, kind = _dated(report, year)
    location = at_place(report, day.part, day.place)
    first = _next_year(year, params["not_before"]) if "not_before" in params else None
    if first and date < first:
        yield Problem(location, {"date": date, "limit": first, "kind": kind})
    if last and date > last:
        yield Problem(location, {"date": date, "limit": last, "kind": kind})


def _last_day(report: Report, params: Params, year: int) -> datetime.date | None:
    """Return the deadline of the body's level, None where the rule has none."""
    if "not_after" not in params:
        return None
    level = report.identity.level
    if level is None:
        raise AbsentError(Words("公开主体的类别不明", "the level of the body is not known"))
    limit = params["not_after"].get(level)
    if limit is None:
        raise AbsentError(Words("该类公开主体没有规定时限", "there is no deadline for bodies of this level"))
    return _next_year(year, limit)


def _dated(report: Report, year: int) -> tuple[Day, datetime.date, str]:
    """Return the day of signature, else of publication.

    A page's date counts only from the report year to the middle of the second year after it: a page that was
    moved to a new site bears the day of the move.
    """
    dates = report.dates
    if dates.signature and dates.signature.date:
        return dates.signature, dates.signature.date, "signature"
    window = datetime.date(year, 1, 1), datetime.date(year + 2, 6, 30)
    if dates.publication and dates.publication.date and window[0] <= dates.publication.date <= window[1]:
        return dates.publication, dates.publication.date, "publication"
    raise AbsentError(Words("没有落款或发布日期", "there is no date of signature or publication"))


def _next_year(year: int, day: str) -> datetime.date:
    return datetime.date.fromisoformat(f"{year + 1}-{day}")
