"""Comments that except from rules are needed. `goi_lint.exceptions` judges this one: it alone knows what they cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "exceptions_needed"
FACTS = {
    "rules": "the rules that the comment names, or those of them for which nothing was found",
    "state": "whether the comment has expired or covers nothing",
    "until": "the last day on which it held; empty where it has not expired",
}
CODES: Mapping[str, tuple[str, ...]] = {"state": ("expired", "unused")}


class Params(TypedDict):
    """None."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield nothing; `goi_lint.exceptions.apply` reports the comments that are not needed."""
    yield from ()
