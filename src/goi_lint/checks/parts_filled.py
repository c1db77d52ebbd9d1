"""No part is empty. The parts that carry a table are left to the check that looks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import is_empty
from goi_lint.checks.subject import at_part, numeral, the_form
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "parts_filled"
FACTS: Mapping[str, str] = {"numeral": "the part's numeral: 五", "title": "its title as printed"}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each empty part; copies of a part are not looked at."""
    with_table = {part.number for part in the_form(report).parts if part.table}
    for section in report.outline.sections:
        heading = section.heading
        if section.counts and heading.part not in with_table and is_empty(section):
            facts = {"numeral": numeral(heading.part), "title": heading.title}
            yield Problem(at_part(heading.part, heading.place), facts)
