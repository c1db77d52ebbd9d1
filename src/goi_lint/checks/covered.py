"""The text speaks of every topic that it must speak of, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.conditions import Conditional, require, rows_verified
from goi_lint.checks.prose import found
from goi_lint.checks.scopes import Scoped, demanded
from goi_lint.errors import ParamFault
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern
from goi_lint.typed import TypedDict

NAME = "covered"
FACTS: Mapping[str, str] = {
    "missing": "the topics that are not spoken of",
    "text": "the beginning of the text that was searched",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Topic(TypedDict):
    """A topic by its official name, and the wordings of which one must be found."""

    topic: str
    patterns: list[Pattern]


class Params(Scoped, Conditional):
    """`topics` must all be spoken of in the places that are searched together: see `Scoped` and `Conditional`."""

    topics: list[Topic]


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the rows that no form has."""
    yield from rows_verified(params, forms)


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that names all topics left out."""
    search = demanded(report, params)
    require(report, params)
    missing = [topic["topic"] for topic in params["topics"] if not found(topic["patterns"], search.text)]
    if missing:
        yield Problem(search.location, {"missing": tuple(missing), "text": search.beginning})
