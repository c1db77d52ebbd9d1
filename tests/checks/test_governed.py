"""Reports from 2019 on have a national form."""

from __future__ import annotations

import pytest

from checks.building import Said, reason, report, rule_params, said
from goi_lint.checks import governed
from goi_lint.model.report import Report

PARAMS = rule_params("GOI004")

SILENT = {"2023": report(), "the first year": report(identity={"year": 2019})}
REPORTS = {"the year before": (report(identity={"year": 2018}), [("document", {"year": 2018})])}
ABSENT = {
    "no year": (report(identity={"year": None}), "报告年份不明"),
    "disputed year": (
        report(identity={"year": 2018, "year_disputed": True}),
        "标题与统计期限的年份不一致（见 GOI011）",
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(governed, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(governed, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(governed, given, PARAMS) == why
