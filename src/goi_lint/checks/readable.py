"""The document can be read. The engine judges this one: a report that reaches the checks was readable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "readable"
FACTS = {"cause": "why the bytes cannot be read, in words"}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """None."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield nothing; `goi_lint.engine.judge_unreadable` reports the documents without a report."""
    yield from ()
