"""Titles are the official ones; copies are not looked at."""

from __future__ import annotations

import pytest

from checks.building import Said, report, said, section
from goi_lint.checks import parts_titled
from goi_lint.model.report import Report

SILENT = {
    "official": report(),
    "a copy deviates": report(sections=[section(2, title="主动公开情况", counts=False), section(2)]),
}
REPORTS = {
    "words lost": (
        report(sections=[section(5, title="存在问题及改进情况")]),
        [
            (
                "part 5",
                {"numeral": "五", "title": "存在问题及改进情况", "official": "存在的主要问题及改进情况"},
            )
        ],
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(parts_titled, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(parts_titled, given) == expected
