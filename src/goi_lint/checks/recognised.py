"""The document is an annual report: it has the title, or enough of the parts to be known by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.model.finding import Location, Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "recognised"
FACTS: Mapping[str, str] = {"parts": "how many different parts were found"}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`parts`: how many different parts make a report without a title."""

    parts: int


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for a document with neither the title nor enough parts."""
    parts = {section.heading.part for section in report.outline.sections}
    if report.title is None and len(parts) < params["parts"]:
        yield Problem(Location(address="document"), {"parts": len(parts)})
