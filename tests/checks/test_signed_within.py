"""Signed, else published, within the window of the level."""

from __future__ import annotations

import datetime

import pytest

from checks.building import Said, day, reason, report, rule_params, said
from goi_lint.checks import signed_within
from goi_lint.model.report import BodyLevel, Rank, Report

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


HUAIHUA = {
    **PARAMS,
    "not_after_by_rank": {"city": {"department": "01-28"}, "county": {"government": "02-20"}},
}
BY_RANK: dict[str, tuple[BodyLevel, Rank | None, str, Said | str]] = {
    "department of the city, in time": (BodyLevel.DEPARTMENT, Rank.CITY, "2024-01-28", []),
    "department of the city, late": (
        BodyLevel.DEPARTMENT,
        Rank.CITY,
        "2024-01-29",
        _said((2024, 1, 29), (2024, 1, 28)),
    ),
    "department of a county": (BodyLevel.DEPARTMENT, Rank.COUNTY, "2024-01-29", []),
    "government of a county, late": (
        BodyLevel.GOVERNMENT,
        Rank.COUNTY,
        "2024-02-21",
        _said((2024, 2, 21), (2024, 2, 20)),
    ),
    "government of the city": (BodyLevel.GOVERNMENT, Rank.CITY, "2024-02-21", []),
    "rank unknown, in time for all": (BodyLevel.DEPARTMENT, None, "2024-01-28", []),
    "rank unknown, late for some": (BodyLevel.DEPARTMENT, None, "2024-01-30", "公开主体的层级不明"),
    "rank unknown, late for all": (
        BodyLevel.DEPARTMENT,
        None,
        "2024-02-01",
        _said((2024, 2, 1), (2024, 1, 31)),
    ),
    "no deadline at all": (BodyLevel.TOWN, Rank.TOWN, "2024-05-01", "该类公开主体没有规定时限"),
}


@pytest.mark.parametrize(("level", "rank", "date", "expected"), BY_RANK.values(), ids=BY_RANK)
def test_by_rank(level: BodyLevel, rank: Rank | None, date: str, expected: Said | str) -> None:
    given = report(identity={"level": level, "rank": rank}, signature=day(date))
    if isinstance(expected, str):
        assert reason(signed_within, given, HUAIHUA) == expected
    else:
        assert said(signed_within, given, HUAIHUA) == expected


def test_deadlines_by_rank_alone() -> None:
    given = report(identity={"level": BodyLevel.GOVERNMENT}, signature=day("2024-02-21"))
    params = {"not_after_by_rank": {"county": {"government": "02-20"}}}
    assert reason(signed_within, given, params) == "公开主体的层级不明"


def test_deadlines_by_rank_count_from_a_year_on() -> None:
    given = report(identity={"level": BodyLevel.DEPARTMENT, "rank": Rank.CITY}, signature=day("2024-01-29"))
    late = _said((2024, 1, 29), (2024, 1, 28))
    assert said(signed_within, given, {**HUAIHUA, "by_rank_since": 2023}) == late
    assert said(signed_within, given, {**HUAIHUA, "by_rank_since": 2024}) == []


def test_a_year_for_no_deadline_is_a_fault() -> None:
    faults = signed_within.verify({"by_rank_since": 2021}, {})
    assert [fault.path for fault in faults] == [("by_rank_since",)]


def test_names_of_levels_and_ranks_are_verified() -> None:
    by_rank = {"county": {"goverment": "02-20"}, "shire": {}}
    faults = signed_within.verify({"not_after": {"bureau": "01-31"}, "not_after_by_rank": by_rank}, {})
    assert [fault.path for fault in faults] == [
        ("not_after_by_rank", "shire"),
        ("not_after", "bureau"),
        ("not_after_by_rank", "county", "goverment"),
    ]


DAYS = {
    "1月25日": "应写作 01-25",
    "1-25": "应写作 01-25",
    "01.31": "应写作 01-31",
    "2-30": "没有这一天，或不是每年都有；应为 月-日，如 01-31",
    "02-29": "没有这一天，或不是每年都有；应为 月-日，如 01-31",
    "W05-1": "应为两位数字的 月-日，如 01-31",
    "一月底": "应为两位数字的 月-日，如 01-31",
}


@pytest.mark.parametrize(("given", "expected"), DAYS.items(), ids=DAYS)
def test_how_a_day_is_to_be_written(given: str, expected: str) -> None:
    (fault,) = signed_within.verify({"not_before": given}, {})
    assert (fault.found.zh, fault.expected.zh) == (f"这里是“{given}”", expected)


def test_chinese_names_of_levels_and_ranks_are_understood() -> None:
    given = {"市": {"部门": "01-31"}, "县": {"政府": "02-20"}}
    faults = signed_within.verify({"not_after_by_rank": given, "not_after": {"局": "01-31"}}, {})
    assert [(fault.path[-1], fault.expected.zh) for fault in faults] == [
        ("市", "应为 city"),
        ("县", "应为 county"),
        ("局", "应为 department、government、town、subdistrict"),
        ("部门", "应为 department"),
        ("政府", "应为 government"),
    ]


def test_days_of_rules_are_verified() -> None:
    limits = {"department": "02-30", "government": "31 March", "town": "02-28"}
    faults = signed_within.verify({"not_before": "1-1", "not_after": limits}, {})
    assert [fault.path for fault in faults] == [
        ("not_after", "department"),
        ("not_after", "government"),
        ("not_before",),
    ]
