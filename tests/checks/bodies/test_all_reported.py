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
FINANCE = Member("临江市财政局", 5)
Found = list[tuple[str, tuple[int, ...]]]


def _roster(*members: Member, years: tuple[int, ...] = (2022, 2023)) -> Roster:
    return Roster("roster.yaml", "/", members, years)


def _of(body: str, year: int | None, **fields: Any) -> Digest:
    return digest(year, body=body, home=None)._replace(**fields)


BOTH = [_of(WATER.name, 2022), _of(WATER.name, 2023)]
ONE_FOLDER = _roster(WATER, SCHOOL)._replace(every_year=False)
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
    "one of two reports of one year may be it": (
        _roster(WATER),
        [BOTH[0], _of(WATER.name, 2022, path="b.txt", sentences=b"12345678", lengths=b"!")],
        [],
    ),
    "the same report twice is not": (
        _roster(WATER),
        [BOTH[0], BOTH[0]._replace(path="b.txt")],
        [(WATER.name, (2023,))],
    ),
    "of one folder, a year with no report": (ONE_FOLDER, [BOTH[1]], [(SCHOOL.name, (2023,))]),
    "of one folder, a year with earlier reports alone": (
        ONE_FOLDER,
        [BOTH[0]._replace(earlier=True), BOTH[1]],
        [(SCHOOL.name, (2023,))],
    ),
    "of one folder, a report of another year by mistake": (
        _roster(WATER, SCHOOL, FINANCE)._replace(every_year=False),
        [_of(WATER.name, 2023), _of(SCHOOL.name, 2023), _of(FINANCE.name, 2022)],
        [(FINANCE.name, (2023,))],
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


HINTS: dict[str, tuple[list[Digest], str, list[str]]] = {
    "nobody": ([_of("临江市财政局", 2023)], "", []),
    "a short name": (
        [_of("临江市教局", 2023, path="a.txt"), _of("教育局", 2022, path="b.txt")],
        "；有报告写作临江市教局、教育局，如果就是该单位，请在名录中写明这个名称（aliases）",
        ["a.txt", "b.txt"],
    ),
    "a merged body": (
        [_of("临江市教育体育局", 2023, path="a.txt")],
        "；有报告写作临江市教育体育局，如果就是该单位，请在名录中写明这个名称（aliases）",
        ["a.txt"],
    ),
    "another year": ([_of("教育局", 2021)], "", []),
}


@pytest.mark.parametrize(("digests", "hint", "paths"), HINTS.values(), ids=HINTS)
def test_reports_that_may_be_it_are_told(digests: list[Digest], hint: str, paths: list[str]) -> None:
    (problem,) = problems(all_reported, together([*BOTH, *digests], _roster(WATER, SCHOOL)))
    assert (str(getattr(problem.facts["hint"], "zh", None)), [one.path for one in problem.related]) == (
        hint,
        paths,
    )


def test_not_applicable() -> None:
    assert reason(all_reported, together(BOTH)) == "没有单位名录"
    without = "单位名录没有写明应有哪些年度的报告（years）"
    assert reason(all_reported, together(BOTH, _roster(WATER, years=()))) == without
    some = _roster(WATER, SCHOOL)._replace(whole=False)
    assert reason(all_reported, together(BOTH, some)) == "只检查了写明的文件，不知道缺哪些报告"
    folder = _roster(WATER, SCHOOL, years=(2025,))._replace(every_year=False)
    assert reason(all_reported, together(BOTH, folder)) == "所检查的文件夹中没有名录所列年度的报告"
