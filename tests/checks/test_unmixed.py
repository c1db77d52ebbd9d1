"""Labels of the other form are listed once."""

from __future__ import annotations

import pytest

from checks.building import NEW, Said, evidence, reason, report, said, table
from goi_lint.checks import unmixed
from goi_lint.model.report import Report

TABLES = {"review": table("review", {})}
SILENT = {"one form": report(tables=TABLES)}
REPORTS = {
    "two labels of the old form": (
        report(
            tables=TABLES,
            evidence=evidence(
                NEW, NEW, "本年制发件数", "form_2019:采购总金额", "form_2019:本年增/减", mixed=True
            ),
        ),
        [("document", {"form": NEW.name, "labels": ("采购总金额", "本年增/减")})],
    ),
}
ABSENT = {"no table": (report(), "没有可读的表格")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(unmixed, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(unmixed, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(unmixed, given) == why
