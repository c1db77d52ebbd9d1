"""Each part's heading bears its numeral."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goi_lint.checks.subject import at_part, numeral
from goi_lint.model.finding import Problem
from goi_lint.model.outline import Heading
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "parts_numbered"
FACTS: Mapping[str, str] = {
    "headings": "the headings as printed",
    "numerals": "the numerals that they should bear",
    "fault": "whether the numeral is missing or another one",
}
CODES: Mapping[str, tuple[str, ...]] = {"fault": ("missing", "wrong")}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for all headings without numeral and one for each with a wrong one."""
    headings = [section.heading for section in report.outline.sections if section.counts]
    missing = [heading for heading in headings if heading.numeral is None]
    if missing:
        yield _problem(missing, "missing")
    for heading in headings:
        if heading.numeral is not None and heading.numeral != heading.part:
            yield _problem([heading], "wrong")


def _problem(headings: Sequence[Heading], fault: str) -> Problem:
    facts = {
        "headings": tuple(heading.text.strip() for heading in headings),
        "numerals": tuple(numeral(heading.part) for heading in headings),
        "fault": fault,
    }
    locations = [at_part(heading.part, heading.place) for heading in headings]
    return Problem(locations[0], facts, tuple(locations[1:]))
