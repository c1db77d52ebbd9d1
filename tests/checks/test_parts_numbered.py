"""Numerals are there and right; those that are lost are one finding."""

from __future__ import annotations

import pytest

from checks.building import Said, report, said, section
from goi_lint.checks import parts_numbered
from goi_lint.model.report import Report

SILENT = {
    "all there": report(),
    "a copy lacks it": report(sections=[section(1, numeral=None, counts=False), section(1)]),
}
REPORTS = {
    "two lost": (
        report(sections=[section(1), section(3, numeral=None), section(4, numeral=None)]),
        [
            (
                "part 3",
                {
                    "headings": ("收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况"),
                    "numerals": ("三", "四"),
                    "fault": "missing",
                },
            )
        ],
    ),
    "fifth numbered four": (
        report(sections=[section(4), section(5, numeral=4)]),
        [
            (
                "part 5",
                {"headings": ("四、存在的主要问题及改进情况",), "numerals": ("五",), "fault": "wrong"},
            )
        ],
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(parts_numbered, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(parts_numbered, given) == expected
