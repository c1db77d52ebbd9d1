"""A period is 1 January to 31 December of one year."""

from __future__ import annotations

import pytest

from checks.building import Said, period, reason, report, said
from goi_lint.checks import period_full
from goi_lint.model.report import Report


def _of(start: str | None, end: str | None) -> Report:
    return report(periods=[period(start, end)])


def _said(text: str, fault: str) -> Said:
    return [("front", {"text": text, "fault": fault, "year": 2023})]


SILENT = {
    "the whole year": _of("2023-01-01", "2023-12-31"),
    "a whole year, but another": _of("2022-01-01", "2022-12-31"),
    "a day that does not exist": _of("2023-01-01", "2023-12-32"),
}
REPORTS = {
    "no last day": (_of("2023-01-01", None), _said("2023-01-01至None", "open")),
    "no first day": (_of(None, "2023-12-31"), _said("None至2023-12-31", "open")),
    "reversed": (_of("2023-12-31", "2023-01-01"), _said("2023-12-31至2023-01-01", "reversed")),
    "over two years": (_of("2022-01-01", "2023-12-31"), _said("2022-01-01至2023-12-31", "years")),
    "until 30 December": (_of("2023-01-01", "2023-12-30"), _said("2023-01-01至2023-12-30", "short")),
    "half a year": (_of("2023-01-01", "2023-06-30"), _said("2023-01-01至2023-06-30", "short")),
}
ABSENT = {"no period": (report(), "没有写统计期限（见 GOI030）")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(period_full, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(period_full, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(period_full, given) == why
