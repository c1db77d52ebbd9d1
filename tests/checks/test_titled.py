"""The title names body, year and kind of report, once each."""

from __future__ import annotations

import pytest

from checks.building import Said, a_title, report, rule_params, said
from goi_lint.checks import titled
from goi_lint.model.report import Report

PARAMS = rule_params("GOI010")


def _titled(text: str, body: str | None = "临江市水利局", year: int | None = 2023) -> Report:
    return report(title=a_title(text, body, year))


def _said(text: str, fault: str) -> Said:
    return [("title", {"text": text, "fault": fault})]


SILENT = {
    "body, year, name": report(),
    "year before the body": _titled("2023年临江市水利局政府信息公开工作年度报告"),
    "blanks and full-width digits": _titled("临江市水利局 ２０２３ 年政府信息公开工作年度报告"),
    "关于 and 的": _titled("临江市水利局关于2023年政府信息公开工作年度报告"),
}
REPORTS = {
    "no title": (report(title=None), _said("一、总体情况", "no_title")),
    "no body": (
        _titled("2023年政府信息公开工作年度报告", body=None),
        _said("2023年政府信息公开工作年度报告", "no_body"),
    ),
    "body twice": (
        _titled("水利局水利局2023年政府信息公开工作年度报告", body="水利局水利局"),
        _said("水利局水利局2023年政府信息公开工作年度报告", "body_twice"),
    ),
    "no year": (
        _titled("临江市水利局政府信息公开工作年度报告", year=None),
        _said("临江市水利局政府信息公开工作年度报告", "no_year"),
    ),
    "year twice": (
        _titled("2023年临江市水利局2023年政府信息公开工作年度报告"),
        _said("2023年临江市水利局2023年政府信息公开工作年度报告", "year_twice"),
    ),
    "工作 lost": (
        _titled("临江市水利局2023年政府信息公开年度报告"),
        _said("临江市水利局2023年政府信息公开年度报告", "no_name"),
    ),
    "name twice": (
        _titled("临江市水利局2023年政府信息公开工作年度报告政府信息公开工作年度报告"),
        _said("临江市水利局2023年政府信息公开工作年度报告政府信息公开工作年度报告", "name_twice"),
    ),
    "年度 twice": (
        _titled("临江市水利局2023年度政府信息公开工作年度报告"),
        _said("临江市水利局2023年度政府信息公开工作年度报告", "word_twice"),
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(titled, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(titled, given, PARAMS) == expected
