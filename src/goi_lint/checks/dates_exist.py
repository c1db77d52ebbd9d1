"""Every date in the text is a day of the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import at_place
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "dates_exist"
FACTS: Mapping[str, str] = {"text": "the date as printed"}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each date that does not exist."""
    if not report.dates.all:
        raise AbsentError(Words("文中没有日期", "the text has no date"))
    for day in report.dates.all:
        if day.date is None:
            yield Problem(at_place(report, day.part, day.place), {"text": day.text})
