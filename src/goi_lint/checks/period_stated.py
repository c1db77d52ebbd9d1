"""The statistical period is stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import at_front
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "period_stated"
FACTS: Mapping[str, str] = {}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for a report that states no period."""
    if not report.dates.periods:
        yield Problem(at_front(report), {})
