"""Each of the form's parts is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.subject import numeral, the_form
from goi_lint.model.finding import Location, Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "parts_present"
FACTS: Mapping[str, str] = {
    "numeral": "the missing part's numeral: 三",
    "title": "its official title",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each part that is missing, at the end of the part before it."""
    present = {section.heading.part: section for section in report.outline.sections}
    for part in the_form(report).parts:
        if part.number not in present:
            before = [section for number, section in present.items() if number < part.number]
            place = before[-1].heading.place if before else report.end
            location = Location(address=f"part {part.number}", part=part.number, place=place)
            yield Problem(location, {"numeral": numeral(part.number), "title": part.short})
