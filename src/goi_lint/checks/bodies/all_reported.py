"""Every body on the roster has a report for each year for which one is expected.

Earlier reports that were given for comparison count. Of a body one of whose reports does not say its year, nothing is
said: it may be the one that is missed.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, TypedDict

from goi_lint.errors import AbsentError, Words
from goi_lint.model.digest import Reports
from goi_lint.model.document import Place
from goi_lint.model.finding import Location, Problem
from goi_lint.model.roster import Member, Roster

NAME = "all_reported"
SCOPE: Literal["bodies"] = "bodies"
FACTS: Mapping[str, str] = {
    "body": "the body on the roster",
    "years": "the years of which there is no report",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """None."""


def check(reports: Reports, params: Params) -> Iterator[Problem]:
    """Yield one problem for each body that lacks a report, at its line of the roster, with all years."""
    roster = reports.roster
    if roster is None:
        raise AbsentError(Words("没有单位名录", "there is no roster of bodies"))
    if not roster.whole:
        raise AbsentError(
            Words(
                "只检查了写明的文件，不知道缺哪些报告",
                "only some files were named: what is missing is not known",
            )
        )
    expected = [(member, years) for member in roster.members if (years := _years(member, roster))]
    if not expected:
        raise AbsentError(
            Words(
                "单位名录没有写明应有哪些年度的报告（years）",
                "the roster does not say for which years reports are expected (years)",
            )
        )
    there = {
        (series.member.name, digest.identity.year)
        for series in reports.series
        if series.member
        for digest in series.reports
    }
    undated = {member.name for member in reports.undated}
    for member, years in expected:
        missing = tuple(year for year in years if (member.name, year) not in there)
        if missing and member.name not in undated:
            yield Problem(_at(member, roster), {"body": member.name, "years": missing})


def _years(member: Member, roster: Roster) -> tuple[int, ...]:
    return tuple(sorted(set(member.years or roster.years)))


def _at(member: Member, roster: Roster) -> Location:
    place = Place(line=member.line, end_line=member.line)
    return Location(address=member.name, place=place, path=roster.file)
