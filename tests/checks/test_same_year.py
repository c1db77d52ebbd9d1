"""Title, period and introduction must agree; one finding says where they do not."""

from __future__ import annotations

import pytest

from checks.building import Said, period, reason, report, rule_params, said
from goi_lint.checks import same_year
from goi_lint.model.report import Report, YearSource

PARAMS = rule_params("GOI011")

SILENT = {
    "period of the title's year": report(periods=[period("2023-01-01", "2023-12-31")]),
    "short period of another year": report(
        periods=[period("2022-01-01", "2022-06-30"), period("2023-01-01", "2023-12-31")]
    ),
    "introduction of the same year": report(front=["现公布临江市水利局2023年政府信息公开工作年度报告。"]),
    "another year's notice in the introduction": report(
        front=["现公布根据《2021年年度报告格式》编制的2023年政府信息公开年度报告。"],
        periods=[period("2023-01-01", "2023-12-31")],
    ),
    "published in the next year": report(
        front=["现于2024年1月公布。", "现将我局2023年度政府信息公开工作情况报告如下。"]
    ),
}
REPORTS = {
    "period of last year": (
        report(periods=[period("2022-01-01", "2022-12-31")], identity={"year_disputed": True}),
        [("front", {"year": 2023, "other": 2022, "text": "2022-01-01至2022-12-31"})],
    ),
    "introduction of last year": (
        report(front=["特向社会公布临江市水利局 2022 年政府信息公开工作年度报告。"]),
        [
            (
                "front",
                {
                    "year": 2023,
                    "other": 2022,
                    "text": "特向社会公布临江市水利局 2022 年政府信息公开工作年度报告",
                },
            )
        ],
    ),
    "period and introduction of last year are one finding": (
        report(
            front=["现将我局2022年政府信息公开工作情况报告如下。"],
            periods=[period("2022-01-01", "2022-12-31")],
        ),
        [("front", {"year": 2023, "other": 2022, "text": "2022-01-01至2022-12-31"})],
    ),
}
ABSENT = {
    "only a title": (report(), "标题、引言、统计期限中，能比较的年份不足两处"),
    "year guessed from the signature": (
        report(
            title=None,
            identity={"year_source": YearSource.SIGNATURE},
            front=["现公布2022年政府信息公开工作年度报告。"],
        ),
        "标题、引言、统计期限中，能比较的年份不足两处",
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(same_year, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(same_year, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(same_year, given, PARAMS) == why
