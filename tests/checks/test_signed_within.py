"""Signed, else published, within the window of the level."""

from __future__ import annotations

import datetime

import pytest

from checks.building import Said, day, reason, report, rule_params, said
from goi_lint.checks import signed_within
from goi_lint.model.report import BodyLevel, Report

PARAMS = rule_params("GOI034")

DEPARTMENT = {"level": BodyLevel.DEPARTMENT}
GOVERNMENT = {"level": BodyLevel.GOVERNMENT}


def _said(date: tuple[int, int, int], limit: tuple[int, int, int], kind: str = "signature") -> Said:
    return [("front", {"date": datetime.date(*date), "limit": datetime.date(*limit), "kind": kind})]


SILENT = {
    "department on the last day": report(identity=DEPARTMENT, signature=day("2024-01-31")),
    "government on the last day": report(identity=GOVERNMENT, signature=day("2024-03-31")),
    "signed in time, published late": report(
        identity=DEPARTMENT, signature=day("2024-01-30"), publication=day("2024-02-07")
    ),
    "signed before the year ended": report(identity=DEPARTMENT, signature=day("2023-12-20")),
}
REPORTS = {
    "department a day late": (
        report(identity=DEPARTMENT, signature=day("2024-02-01")),
        _said((2024, 2, 1), (2024, 1, 31)),
    ),
    "government a day late": (
        report(identity=GOVERNMENT, signature=day("2024-04-01")),
        _said((2024, 4, 1), (2024, 3, 31)),
    ),
    "published late": (
        report(identity=DEPARTMENT, publication=day("2024-03-05")),
        _said((2024, 3, 5), (2024, 1, 31), "publication"),
    ),
}
ABSENT = {
    "town": (
        report(identity={"level": BodyLevel.TOWN}, signature=day("2024-05-01")),
        "该类公开主体没有规定时限",
    ),
    "level unknown": (report(signature=day("2024-05-01")), "公开主体的类别不明"),
    "no date": (report(identity=DEPARTMENT), "没有落款或发布日期"),
    "page of a moved site": (
        report(identity=DEPARTMENT, publication=day("2025-07-01")),
        "没有落款或发布日期",
    ),
    "page older than the report": (
        report(identity=DEPARTMENT, publication=day("2022-12-31")),
        "没有落款或发布日期",
    ),
    "a day that does not exist": (
        report(identity=DEPARTMENT, signature=day("2024-02-30")),
        "没有落款或发布日期",
    ),
    "disputed year": (
        report(identity={**DEPARTMENT, "year_disputed": True}, signature=day("2024-05-01")),
        "标题与统计期限的年份不一致（见 GOI011）",
    ),
}
AFTER = rule_params("GOI033")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        pytest.param("2024-01-01", [], id="the first day after the year"),
        pytest.param("2026-01-01", [], id="years late"),
        pytest.param("2023-12-31", _said((2023, 12, 31), (2024, 1, 1)), id="the year's last day"),
        pytest.param("2023-01-18", _said((2023, 1, 18), (2024, 1, 1)), id="last year's date"),
    ],
)
def test_after_the_year(date: str, expected: Said) -> None:
    assert said(signed_within, report(signature=day(date)), AFTER) == expected


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(signed_within, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(signed_within, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(signed_within, given, PARAMS) == why


def test_days_of_rules_are_verified() -> None:
    limits = {"department": "02-30", "government": "31 March", "town": "02-28"}
    faults = signed_within.verify({"not_before": "1-1", "not_after": limits}, {})
    assert [fault.path for fault in faults] == [
        ("not_after", "department"),
        ("not_after", "government"),
        ("not_before",),
    ]
