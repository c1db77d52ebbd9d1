"""Every rule could be run. The engine judges this one: it alone sees which rules could not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "completed"
FACTS = {"rule": "id of the rule that could not be run", "cause": "why, in words"}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """None."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield nothing; `goi_lint.engine.judge` reports the rules that could not be run."""
    yield from ()
