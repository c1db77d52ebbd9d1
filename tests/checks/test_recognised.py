"""A title, or three different parts, make a report."""

from __future__ import annotations

import pytest

from checks.building import Said, report, rule_params, said, section
from goi_lint.checks import recognised
from goi_lint.model.report import Report

PARAMS = rule_params("GOI002")

SILENT = {
    "title and all parts": report(),
    "title without parts": report(sections=[]),
    "three parts without title": report(title=None, sections=[section(1), section(3), section(5)]),
}
REPORTS = {
    "neither title nor parts": (report(title=None, sections=[]), [("document", {"parts": 0})]),
    "one of three parts is a copy": (
        report(title=None, sections=[section(1), section(1, counts=False), section(2)]),
        [("document", {"parts": 2})],
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(recognised, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(recognised, given, PARAMS) == expected
