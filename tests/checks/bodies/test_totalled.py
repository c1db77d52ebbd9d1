"""A parent's figures are its members' sums."""

from __future__ import annotations

from typing import Any

import pytest

from checks.several import FORMS, Cells, Said, digest, reason, related, rule_params, said, together
from goi_lint.checks.bodies import totalled
from goi_lint.model.digest import Digest, Reports
from goi_lint.model.roster import Member, Roster

PARAMS = rule_params("GOI802")
CITY, WATER, SCHOOL = "临江市人民政府", "临江市水利局", "临江市教育局"
MEMBERS = (Member(CITY, 1), Member(WATER, 2, parent=CITY), Member(SCHOOL, 3, parent=CITY))
TOTAL, PERSON = "requests.received.total", "requests.received.natural_person"
UPHELD = "review.cases.review_upheld"


def _of(body: str, cells: Cells | None = None, year: int = 2023, **fields: Any) -> Digest:
    return digest(year, cells, body=body, home=None, **fields)


def _run(*digests: Digest, members: tuple[Member, ...] = MEMBERS) -> Reports:
    return together(digests, Roster("roster.yaml", "/", members))


def _facts(differences: tuple[str, ...], **facts: Any) -> dict[str, Any]:
    plain = {"parent": CITY, "year": 2023, "table": "表三", "members": 2}
    return {**plain, "count": len(differences), "differences": differences, **facts}


RIGHT = (_of(CITY, {TOTAL: 5}), _of(WATER, {TOTAL: 2}), _of(SCHOOL, {TOTAL: 3}))
SILENT = {
    "adds up": _run(*RIGHT),
    "two years": _run(*RIGHT, *(_of(body, year=2022) for body in (CITY, WATER, SCHOOL))),
    "a member of a later year": _run(
        RIGHT[0], _of(WATER, {TOTAL: 5}), members=(*MEMBERS[:2], MEMBERS[2]._replace(years=(2024,)))
    ),
    "a blank that may make up for it": _run(RIGHT[0], RIGHT[1], _of(SCHOOL, {TOTAL: None})),
    "the parent's cell is blank": _run(_of(CITY, {TOTAL: None}), *RIGHT[1:]),
    "table 2 is not added up": _run(_of(CITY), _of(WATER, {"disclosure.licences.decisions": 9}), _of(SCHOOL)),
    "a parent that is not judged": _run(
        _of(CITY, {TOTAL: 9}, earlier=True),
        _of(CITY, year=2022),
        *RIGHT[1:],
        _of(WATER, year=2022),
        _of(SCHOOL, year=2022),
    ),
    "a member in two formats": _run(*RIGHT, _of(WATER, {TOTAL: 2}, path="a.pdf", format="pdf")),
    "a row that the form of a member lacks": _run(
        _of(CITY, {"requests.otherwise_other.total": 4}, 2021),
        _of(WATER, year=2021, form="form_2019"),
        _of(SCHOOL, {"requests.otherwise_other.total": 1}, 2021),
    ),
}
PATH = "临江市人民政府/2023.txt"
REPORTS: dict[str, tuple[Reports, Said]] = {
    "too few": (
        _run(_of(CITY, {TOTAL: 4}), *RIGHT[1:]),
        [(PATH, TOTAL, _facts(("一、本年新收政府信息公开申请数量／总计 4 ≠ 5",)))],
    ),
    "too many": (
        _run(_of(CITY, {TOTAL: 6}), *RIGHT[1:]),
        [(PATH, TOTAL, _facts(("一、本年新收政府信息公开申请数量／总计 6 ≠ 5",)))],
    ),
    "two cells": (
        _run(_of(CITY, {TOTAL: 6, PERSON: 1}), *RIGHT[1:]),
        [
            (
                PATH,
                "requests",
                _facts(
                    (
                        "一、本年新收政府信息公开申请数量／自然人 1 ≠ 0",
                        "一、本年新收政府信息公开申请数量／总计 6 ≠ 5",
                    )
                ),
            )
        ],
    ),
    "both tables": (
        _run(_of(CITY, {TOTAL: 6, UPHELD: 1}), *RIGHT[1:]),
        [
            (PATH, TOTAL, _facts(("一、本年新收政府信息公开申请数量／总计 6 ≠ 5",))),
            (PATH, UPHELD, _facts(("行政复议／结果维持 1 ≠ 0",), table="表四")),
        ],
    ),
    "more than the parent, though there are blanks": (
        _run(_of(CITY, {TOTAL: 1}), RIGHT[1], _of(SCHOOL, {TOTAL: None})),
        [(PATH, TOTAL, _facts(("一、本年新收政府信息公开申请数量／总计 1 ≠ 2",)))],
    ),
    "members that are not judged": (
        _run(_of(CITY, {TOTAL: 4}), *(each._replace(earlier=True) for each in RIGHT[1:])),
        [(PATH, TOTAL, _facts(("一、本年新收政府信息公开申请数量／总计 4 ≠ 5",)))],
    ),
    "one year of two can be judged": (
        _run(_of(CITY, {TOTAL: 4}), *RIGHT[1:], _of(CITY, year=2022)),
        [(PATH, TOTAL, _facts(("一、本年新收政府信息公开申请数量／总计 4 ≠ 5",)))],
    ),
}
ABSENT = {
    "no roster": (together(RIGHT), "没有单位名录"),
    "no parents": (_run(*RIGHT, members=MEMBERS[:1]), "单位名录没有写明上级（parent）"),
    "no report of the parent": (_run(*RIGHT[1:]), "没有上级单位的报告"),
    "a member lacks its report": (
        _run(_of(CITY, {TOTAL: 9}), RIGHT[1]),
        "2023 年度缺下属单位的报告，或其表三无法核对：临江市教育局",
    ),
    "all members lack theirs": (
        _run(_of(CITY, {TOTAL: 9})),
        "2023 年度缺下属单位的报告，或其表三无法核对：临江市水利局、临江市教育局",
    ),
    "a member has no table": (
        _run(_of(CITY, {TOTAL: 9}), RIGHT[1], _of(SCHOOL, tables=["disclosure"])),
        "2023 年度缺下属单位的报告，或其表三无法核对：临江市教育局",
    ),
    "a member has two different reports": (
        _run(_of(CITY, {TOTAL: 9, UPHELD: 9}), *RIGHT[1:], _of(WATER, {TOTAL: 8, UPHELD: 1}, path="b.txt")),
        "2023 年度缺下属单位的报告，或其表三无法核对：临江市水利局",
    ),
    "the parent has no table": (_run(_of(CITY, tables=[]), *RIGHT[1:]), "临江市人民政府的表三无法核对"),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Reports) -> None:
    assert said(totalled, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Reports, expected: Said) -> None:
    assert said(totalled, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Reports, why: str) -> None:
    assert reason(totalled, given, PARAMS) == why


def test_the_members_are_related() -> None:
    places = [("临江市水利局/2023.txt", "document"), ("临江市教育局/2023.txt", "document")]
    assert related(totalled, REPORTS["too few"][0], PARAMS) == [places]


def test_a_parent_may_itself_be_a_member() -> None:
    province = Member("吉林省人民政府", 9)
    members = (province, MEMBERS[0]._replace(parent=province.name), *MEMBERS[1:])
    reports = _run(_of(province.name, {TOTAL: 7}), *RIGHT, members=members)
    found = said(totalled, reports, PARAMS)
    assert [(facts["parent"], facts["members"]) for _, _, facts in found] == [(province.name, 1)]


def test_unknown_tables_are_faults() -> None:
    wrong = totalled.Params(tables=["requests", "reviews"])
    assert [fault.path for fault in totalled.verify(wrong, FORMS)] == [("tables", 1)]
