"""The tables follow the form that governs the report year."""

from __future__ import annotations

import pytest

from checks.building import NEW, OLD, Said, evidence, period, reason, report, said
from goi_lint.checks import governing_form
from goi_lint.model.report import Report

WRONG = {
    "year": 2023,
    "used": OLD.name,
    "governing": NEW.name,
    "notice": "国办公开办函〔2021〕30号",
    "labels": ("本年增/减", "采购总金额"),
}
OLD_TABLES = evidence(OLD, NEW, "本年增/减", "本年增/减", "采购总金额")
SILENT = {"the right form": report()}
REPORTS = {
    "the old form in 2023": (report(evidence=OLD_TABLES), [("document", WRONG)]),
    "disputed year, and the form suits neither": (
        report(
            evidence=OLD_TABLES,
            periods=[period("2022-01-01", "2022-12-31")],
            identity={"year_disputed": True},
        ),
        [("document", WRONG)],
    ),
}
ABSENT = {
    "both forms mixed": (
        report(evidence=evidence(OLD, NEW, "本年增/减", "form_2021:3.其他", mixed=True)),
        "表格混用两种格式（见 GOI013）",
    ),
    "no telltale label": (report(evidence=evidence(None, NEW)), "表格所用格式或报告年份不明"),
    "no year": (report(evidence=evidence(NEW, None)), "表格所用格式或报告年份不明"),
    "disputed year, and the form suits the period": (
        report(
            evidence=OLD_TABLES,
            periods=[period("2020-01-01", "2020-12-31")],
            identity={"year_disputed": True},
        ),
        "标题与统计期限的年份不一致（见 GOI011），格式合于后者",
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(governing_form, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(governing_form, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(governing_form, given) == why
