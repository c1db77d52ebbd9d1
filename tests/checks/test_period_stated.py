"""A period is stated."""

from __future__ import annotations

import pytest

from checks.building import Said, period, report, said
from goi_lint.checks import period_stated
from goi_lint.model.report import Report

SILENT = {
    "whole": report(periods=[period("2023-01-01", "2023-12-31")]),
    "open": report(periods=[period("2023-01-01", None)]),
}
REPORTS: dict[str, tuple[Report, Said]] = {"none": (report(), [("front", {})])}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(period_stated, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(period_stated, given) == expected
