"""Comments that except from rules are sound. `goi_lint.exceptions` judges this one: it alone reads the comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "exceptions_reasoned"
FACTS = {"comment": "the comment, shortened", "faults": "what is wrong with it, in words"}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """None."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield nothing; `goi_lint.exceptions.apply` reports the comments that are not sound."""
    yield from ()
