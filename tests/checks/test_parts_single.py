"""All copies are one finding."""

from __future__ import annotations

import pytest

from checks.building import Said, report, said, section
from goi_lint.checks import parts_single
from goi_lint.model.document import NOWHERE
from goi_lint.model.report import Report

SILENT = {"each once": report(), "one missing": report(sections=[section(2)])}
REPORTS = {
    "two parts, one three times": (
        report(
            sections=[
                section(2, counts=False),
                section(2, counts=False),
                section(2),
                section(1, counts=False),
                section(1),
            ]
        ),
        [
            (
                "part 2",
                {
                    "numerals": ("一", "二"),
                    "headings": ("二、主动公开政府信息情况", "二、主动公开政府信息情况", "一、总体情况"),
                    "places": (NOWHERE, NOWHERE, NOWHERE),
                },
            )
        ],
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(parts_single, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(parts_single, given) == expected
