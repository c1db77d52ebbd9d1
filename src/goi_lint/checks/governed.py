"""A national form governs the report's year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.subject import the_year
from goi_lint.model.document import NOWHERE
from goi_lint.model.finding import Location, Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "governed"
FACTS: Mapping[str, str] = {"year": "the report year"}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`first_year`: the first report year that a form governs."""

    first_year: int


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for a report of an earlier year."""
    year = the_year(report)
    if year < params["first_year"]:
        place = report.title.place if report.title else NOWHERE
        yield Problem(Location(address="document", place=place), {"year": year})
