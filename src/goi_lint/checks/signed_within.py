"""The report was signed, else published, within a window of days after its year."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from goi_lint.checks.prose import at_place
from goi_lint.checks.subject import the_year
from goi_lint.errors import AbsentError, ParamFault, Words
from goi_lint.lazy import lazy
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import BodyLevel, Day, Rank, Report
from goi_lint.typed import NotRequired, TypedDict

NAME = "signed_within"
FACTS: Mapping[str, str] = {
    "date": "the date of signature or publication",
    "limit": "the first or last day of the window",
    "kind": "which of the two dates it is",
}
CODES: Mapping[str, tuple[str, ...]] = {"kind": ("signature", "publication")}
_ANY_YEAR = 2022
"""A report year whose next year has no 29 February: a day must be there in every year."""
_DAY = lazy(r"(\d\d)-(\d\d)")
_NEARLY = lazy(r"(\d{1,2})(?:月|[-./])(\d{1,2})日?")
_A_DAY = Words("应为两位数字的 月-日，如 01-31", "expected a day as MM-DD, such as 01-31")
_NO_DAY = Words(
    "没有这一天，或不是每年都有；应为 月-日，如 01-31",
    "no such day in every year; expected MM-DD, such as 01-31",
)
_CHINESE = {
    "省": "province",
    "市": "city",
    "州": "city",
    "县": "county",
    "区": "county",
    "乡": "town",
    "镇": "town",
    "街道": "subdistrict",
    "部门": "department",
    "政府": "government",
}
"""What keys are called in Chinese."""


class Params(TypedDict):
    """Days of the following year as `MM-DD`, both included: `not_after` by level of the body.

    `not_after_by_rank`: the same for bodies of one rank, which goes before: `{county: {government: 02-20}}`;
    `by_rank_since` is the first report year for which they count.
    """

    not_before: NotRequired[str]
    not_after: NotRequired[Mapping[str, str]]
    not_after_by_rank: NotRequired[Mapping[str, Mapping[str, str]]]
    by_rank_since: NotRequired[int]


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the days that are none, and names that no level and no rank has."""
    if "by_rank_since" in params and "not_after_by_rank" not in params:
        found = Words("没有 not_after_by_rank", "no not_after_by_rank")
        yield ParamFault(
            ("by_rank_since",), found, Words("应同时写明 not_after_by_rank", "expected it beside this")
        )
    by_rank = params.get("not_after_by_rank", {})
    yield from _unknown(("not_after_by_rank",), by_rank, Rank)
    limits: dict[tuple[str, ...], Mapping[str, str]] = {("not_after",): params.get("not_after", {})}
    limits |= {("not_after_by_rank", rank): days for rank, days in by_rank.items()}
    days: dict[tuple[str, ...], str] = {}
    for path, by_level in limits.items():
        yield from _unknown(path, by_level, BodyLevel)
        days |= {(*path, level): day for level, day in by_level.items()}
    if "not_before" in params:
        days["not_before",] = params["not_before"]
    for path, day in days.items():
        if (expected := _day_expected(day)) is not None:
            yield ParamFault(path, Words(f"这里是“{day}”", f"“{day}”"), expected)


def _day_expected(day: str) -> Words | None:
    """Return what is expected in place of a day; None where it is one that every year has."""
    nearly = _NEARLY.fullmatch(day)
    if nearly is None:
        return _A_DAY
    whole = f"{int(nearly[1]):02}-{int(nearly[2]):02}"
    try:
        _next_year(_ANY_YEAR, whole)
    except ValueError:
        return _NO_DAY
    return None if _DAY.fullmatch(day) else Words(f"应写作 {whole}", f"expected {whole}")


def _unknown(path: tuple[str, ...], given: Iterable[str], known: Iterable[str]) -> Iterator[ParamFault]:
    names = [str(name) for name in known]
    for name in given:
        if name not in names:
            meant = [key for word, key in _CHINESE.items() if word in name and key in names]
            expected = Words(f"应为 {'、'.join(meant or names)}", f"expected {', '.join(meant or names)}")
            yield ParamFault((*path, name), Words(f"未知的键 {name}", f"unknown key {name}"), expected)


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for a date outside the window."""
    year = the_year(report)
    limits = _last_days(report, params, year)
    day, date, kind = _dated(report, year)
    location = at_place(report, day.part, day.place)
    first = _next_year(year, params["not_before"]) if "not_before" in params else None
    if first and date < first:
        yield Problem(location, {"date": date, "limit": first, "kind": kind})
    if limits and date > limits[-1]:
        yield Problem(location, {"date": date, "limit": limits[-1], "kind": kind})
    elif limits and date > limits[0]:
        raise AbsentError(Words("公开主体的层级不明", "the rank of the body is not known"))


def _last_days(report: Report, params: Params, year: int) -> list[datetime.date]:
    """Return the deadline of the body; where its rank is not known, the earliest and the latest it may have.

    Empty where the rule has none.
    """
    if "not_after" not in params and "not_after_by_rank" not in params:
        return []
    level, rank = report.identity.level, report.identity.rank
    if level is None:
        raise AbsentError(Words("公开主体的类别不明", "the level of the body is not known"))
    ranked = params.get("not_after_by_rank", {}) if year >= params.get("by_rank_since", year) else {}
    by_rank = {key: days[level] for key, days in ranked.items() if level in days}
    general = params.get("not_after", {}).get(level)
    if rank is None and by_rank and general is None:
        raise AbsentError(Words("公开主体的层级不明", "the rank of the body is not known"))
    days = {*by_rank.values(), general} if rank is None else {by_rank.get(rank, general)}
    limits = sorted(_next_year(year, day) for day in days if day is not None)
    if not limits:
        raise AbsentError(Words("该类公开主体没有规定时限", "there is no deadline for bodies of this level"))
    return limits


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
