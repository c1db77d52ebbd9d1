"""No part stands twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.subject import at_part, numeral
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "parts_single"
FACTS: Mapping[str, str] = {
    "numerals": "numerals of the parts that stand more than once",
    "headings": "the headings that are one too many, as printed",
    "places": "where these headings stand",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists all copies, at the first of them."""
    copies = [section.heading for section in report.outline.sections if not section.counts]
    if copies:
        facts = {
            "numerals": tuple(numeral(part) for part in sorted({heading.part for heading in copies})),
            "headings": tuple(heading.text.strip() for heading in copies),
            "places": tuple(heading.place for heading in copies),
        }
        locations = [at_part(heading.part, heading.place) for heading in copies]
        yield Problem(locations[0], facts, tuple(locations[1:]))
