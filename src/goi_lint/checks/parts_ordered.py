"""The parts stand in the form's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from goi_lint.checks.subject import at_part, numeral
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "parts_ordered"
FACTS: Mapping[str, str] = {
    "title": "title of the part that stands in the wrong place, as printed",
    "numeral": "numeral of that part: 五",
    "order": "numerals of all parts in printed order",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each part that must move; copies of a part are not looked at."""
    headings = [section.heading for section in report.outline.sections if section.counts]
    if len(headings) < 2:
        raise AbsentError(Words("不足两个部分，谈不上次序", "fewer than two parts have no order"))
    order = [heading.part for heading in headings]
    if order == sorted(order):
        return
    kept = _longest_ordered(order)
    for heading in headings:
        if heading.part not in kept:
            facts = {
                "title": heading.title,
                "numeral": numeral(heading.part),
                "order": tuple(numeral(part) for part in order),
            }
            yield Problem(at_part(heading.part, heading.place), facts)


def _longest_ordered(order: Sequence[int]) -> frozenset[int]:
    """Return the most parts that stand in order without the others; there are six at most."""
    for size in range(len(order), 0, -1):
        for chosen in combinations(order, size):
            if list(chosen) == sorted(chosen):
                return frozenset(chosen)
    return frozenset()
