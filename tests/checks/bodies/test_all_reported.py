"""Every body on the roster has a report."""

from __future__ import annotations

from typing import Any

import pytest

from checks.several import digest, problems, reason, said, together
from goi_lint.checks.bodies import all_reported
from goi_lint.model.digest import Digest
from goi_lint.model.document import Place
from goi_lint.model.roster import Member, Roster

WATER, SCHOOL = Member("临江市水利局", 3), Member("临江市教育局", 4)
Found = list[tuple[str, tuple[int, ...]]]


def _roster(*members: Member, years: tuple[int, ...] = (2022, 2023)) -> Roster:
    return Roster("roster.yaml", "/", members, years)


def _of(body: str, year: int | None, **fields: Any) -> Digest:
    return digest(year, body=body, home=None)._replace(**fields)


BOTH = [_of(WATER.name, 2022), _of(WATER.name, 2023)]
CASES: dict[str, tuple[Roster, list[Digest], Found]] = {
    "all there": (_roster(WATER), BOTH, []),
    "one for comparison": (_roster(WATER), [BOTH[0]._replace(earlier=True), BOTH[1]], []),
    "more than expected": (_roster(WATER, years=(2023,)), BOTH, []),
    "one year": (_roster(WATER), BOTH[:1], [(WATER.name, (2023,))]),
    "no report at all": (_roster(WATER, SCHOOL), BOTH, [(SCHOOL.name, (2022, 2023))]),
    "nobody": (_roster(WATER, SCHOOL), [], [(WATER.name, (2022, 2023)), (SCHOOL.name, (2022, 2023))]),
    "years of its own": (_roster(WATER, SCHOOL._replace(years=(2023,))), BOTH, [(SCHOOL.name, (2023,))]),
    "years of its own alone": (
        _roster(SCHOOL._replace(years=(2021,)), years=()),
        BOTH,
        [(SCHOOL.name, (2021,))],
    ),
    "another name": (_roster(WATER._replace(name="水务局", aliases=(WATER.name,))), BOTH, []),
    "a report without a year may be it": (_roster(WATER, SCHOOL), [*BOTH, _of(SCHOOL.name, None)], []),
    "a report whose year is disputed": (
        _roster(WATER, SCHOOL),
        [*BOTH, digest(2023, body=SCHOOL.name, home=None, disputed=True)],
        [],
    ),
    "a file by its path, without a year": (
        _roster(WATER, SCHOOL._replace(paths=("jy/",))),
        [*BOTH, _of("教育局", None, path="/jy/a.txt")],
        [],
    ),
    "another body's report": (
        _roster(WATER, SCHOOL),
        [*BOTH, _of("临江市财政局", 2023)],
        [(SCHOOL.name, (2022, 2023))],
    ),
}


@pytest.mark.parametrize(("roster", "digests", "expected"), CASES.values(), ids=CASES)
def test_what_is_missing(roster: Roster, digests: list[Digest], expected: Found) -> None:
    found = said(all_reported, together(digests, roster))
    assert [(facts["body"], facts["years"]) for _, _, facts in found] == expected


def test_it_is_said_at_the_bodys_line_of_the_roster() -> None:
    (problem,) = problems(all_reported, together(BOTH, _roster(WATER, SCHOOL)))
    location = problem.location
    assert (location.path, location.address, location.place) == ("roster.yaml", SCHOOL.name, Place(4, 4))


def test_not_applicable() -> None:
    assert reason(all_reported, together(BOTH)) == "没有单位名录"
    without = "单位名录没有写明应有哪些年度的报告（years）"
    assert reason(all_reported, together(BOTH, _roster(WATER, years=()))) == without
    some = _roster(WATER, SCHOOL)._replace(whole=False)
    assert reason(all_reported, together(BOTH, some)) == "只检查了写明的文件，不知道缺哪些报告"
