"""Every body on the roster has a report for each year for which one is expected.

Earlier reports that were given for comparison count. Of a body one of whose reports does not say its year, nothing is
said: it may be the one that is missed. So may one of two that are not the same, of which `reported_once` speaks. Where
a report's body is not on the roster and may be the one that is missed, that is said with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from goi_lint.checks.authors import Author, authored, may_be_one
from goi_lint.checks.digests import at_report
from goi_lint.checks.series.reported_once import contradicting
from goi_lint.errors import AbsentError, Words
from goi_lint.facts import fact_words
from goi_lint.model.digest import Digest, Reports
from goi_lint.model.document import Place
from goi_lint.model.finding import Location, Problem
from goi_lint.model.roster import Member, Roster
from goi_lint.text.normalise import fold
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal, TypedDict

NAME = "all_reported"
SCOPE: Literal["bodies"] = "bodies"
FACTS: Mapping[str, str] = {
    "body": "the body on the roster",
    "years": "the years of which there is no report",
    "hint": "whose reports of these years may be the body's, for nobody on the roster has their names; may be empty",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """None."""


class _Stranger(NamedTuple):
    """A report of nobody on the roster."""

    digest: Digest
    author: Author


def check(reports: Reports, params: Params) -> Iterator[Problem]:
    """Yield one problem for each body that lacks a report, at its line of the roster, with all years."""
    roster = _with_years(reports.roster)
    asked = _asked(reports, roster)
    there = {
        (series.member.name, digest.identity.year)
        for series in reports.series
        if series.member
        for digest in series.reports
    }
    silent = _silent(reports)
    strangers = [_Stranger(*each) for each in authored(reports) if each[1].member is None]
    for member in roster.members:
        years = _years(member, roster) if member.name not in silent else ()
        missing = tuple(year for year in years if year in asked and (member.name, year) not in there)
        if missing:
            yield _problem(member, roster, missing, _like(member, missing, strangers))


def _with_years(roster: Roster | None) -> Roster:
    """Return the roster; raise `AbsentError` where it does not say what should be there, or nobody can see that."""
    if roster is None:
        raise AbsentError(Words("没有单位名录", "there is no roster of bodies"))
    if not roster.whole:
        raise AbsentError(
            Words(
                "只检查了写明的文件，不知道缺哪些报告",
                "only some files were named: what is missing is not known",
            )
        )
    if not any(_years(member, roster) for member in roster.members):
        raise AbsentError(
            Words(
                "单位名录没有写明应有哪些年度的报告（years）",
                "the roster does not say for which years reports are expected (years)",
            )
        )
    return roster


def _asked(reports: Reports, roster: Roster) -> Collection[int]:
    """Return the years of which reports can be missed; raise `AbsentError` where that is none.

    A folder may be that of one year. It is not of the year of which it holds a single report, unless it holds no more
    of any other: that one has got there by mistake.
    """
    years = {year for member in roster.members for year in _years(member, roster)}
    if roster.every_year:
        return years
    numbers = Counter(digest.identity.year for digest in reports.digests if not digest.earlier)
    most = max(numbers.values(), default=0)
    asked = {year for year in years if numbers[year] > 1 or numbers[year] == most > 0}
    if not asked:
        raise AbsentError(
            Words(
                "所检查的文件夹中没有名录所列年度的报告",
                "the folders that were named hold no report of the years on the roster",
            )
        )
    return asked


def _silent(reports: Reports) -> set[str]:
    """Return the members one of whose reports may be the one that is missed."""
    undated = {member.name for member in reports.undated}
    return undated | {each.member.name for each in reports.series if each.member and contradicting(each)}


def _years(member: Member, roster: Roster) -> tuple[int, ...]:
    return tuple(sorted(set(member.years or roster.years)))


def _like(member: Member, years: tuple[int, ...], strangers: Sequence[_Stranger]) -> list[Digest]:
    """Return the reports of these years that may be the member's under a name that the roster does not have."""
    authors = [Author(name, fold(name), None, None, -1) for name in (member.name, *member.aliases)]
    return [
        stranger.digest
        for stranger in strangers
        if stranger.digest.identity.year in years
        and any(may_be_one(author, stranger.author) for author in authors)
    ]


def _problem(member: Member, roster: Roster, missing: tuple[int, ...], like: Sequence[Digest]) -> Problem:
    names = tuple(dict.fromkeys(digest.identity.body or "" for digest in like))
    facts = {"body": member.name, "years": missing, "hint": _hint(names)}
    return Problem(_at(member, roster), facts, tuple(map(at_report, like)))


def _hint(names: tuple[str, ...]) -> Words:
    if not names:
        return Words("", "")
    zh, en = fact_words(names, {})
    return Words(
        f"；有报告写作{zh}，如果就是该单位，请在名录中写明这个名称（aliases）",
        f"; there is one of {en}: if that is the same body, give that name on the roster (aliases)",
    )


def _at(member: Member, roster: Roster) -> Location:
    place = Place(line=member.line, end_line=member.line)
    return Location(address=member.name, place=place, path=roster.file)
