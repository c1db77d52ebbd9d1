"""Each part bears one of its official titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.subject import at_part, numeral, the_form
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "parts_titled"
FACTS: Mapping[str, str] = {
    "numeral": "the part's numeral: 五",
    "title": "the title as printed",
    "official": "the official title",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each part with another title; copies of a part are not looked at."""
    titles = {part.number: part.short for part in the_form(report).parts}
    for section in report.outline.sections:
        heading = section.heading
        if section.counts and not heading.official:
            facts = {
                "numeral": numeral(heading.part),
                "title": heading.title,
                "official": titles[heading.part],
            }
            yield Problem(at_part(heading.part, heading.place), facts)
