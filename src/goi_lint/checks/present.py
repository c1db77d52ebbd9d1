"""What patterns describe stands in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import found
from goi_lint.checks.scopes import Scoped, demanded
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern

NAME = "present"
FACTS: Mapping[str, str] = {"text": "the beginning of the text that was searched"}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(Scoped):
    """One of `patterns` must be found; where it looks: see `Scoped`."""

    patterns: list[Pattern]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem where none of the patterns is found."""
    search = demanded(report, params)
    if any(found(params["patterns"], passage.folded) for passage in search.passages):
        return
    if not found(params["patterns"], search.text):
        yield Problem(search.location, {"text": search.beginning})
