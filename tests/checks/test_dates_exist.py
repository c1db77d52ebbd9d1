"""Days that no calendar has."""

from __future__ import annotations

import pytest

from checks.building import Said, day, reason, report, said
from goi_lint.checks import dates_exist
from goi_lint.model.document import Place
from goi_lint.model.report import Report

SILENT = {"leap day": report(days=[day("2024-02-29"), day("2023-12-31", part=1)])}
REPORTS = {
    "30 February": (report(days=[day("2024-02-30", part=5)]), [("part 5", {"text": "2024-02-30"})]),
    "leap day of a common year, and month 13": (
        report(days=[day("2023-02-29"), day("2023-13-01", part=1)]),
        [("front", {"text": "2023-02-29"}), ("part 1", {"text": "2023-13-01"})],
    ),
    "in the signature": (
        report(
            title=None,
            closing=["2024年1月32日"],
            days=[day("2024-01-32")._replace(place=Place(2, 2))],
            sections=[],
        ),
        [("closing", {"text": "2024-01-32"})],
    ),
}
ABSENT = {"no date": (report(), "文中没有日期")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(dates_exist, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(dates_exist, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(dates_exist, given) == why
