"""Phrases or subheads stand in the order in which they should; which of them are there is another matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import Passage
from goi_lint.checks.rows_ordered import out_of_order
from goi_lint.checks.scopes import Scoped, demanded
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TypedDict

NAME = "in_sequence"
FACTS: Mapping[str, str] = {
    "moved": "the steps out of order: the fewest that, put in their places, restore the order",
    "printed": "the steps in the order in which they stand",
    "expected": "the same steps in the order in which they should",
    "text": "the first step that is out of order, as printed",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Step(TypedDict):
    """A step by its name, and the wordings of it; where it stands several times, the first counts."""

    step: str
    patterns: list[Pattern]


class Params(Scoped):
    """`steps` in their order; see `Scoped` for where: `look_at: subheads` looks at subheads alone."""

    steps: list[Step]


class _Found(NamedTuple):
    at: int
    start: int
    end: int
    passage: Passage


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that names the steps out of order; with fewer than two of them nothing is asked."""
    search = demanded(report, params)
    firsts = ((step["step"], _first(step, search.passages)) for step in params["steps"])
    found = {name: first for name, first in firsts if first}
    if len(found) < 2:
        raise AbsentError(Words("所列内容不足两项，无从比较顺序", "fewer than two of the steps are there"))
    printed = sorted(found, key=lambda name: found[name][:3])
    moved = out_of_order(printed, list(found))
    if moved:
        _, start, end, passage = found[moved[0]]
        facts = {
            "moved": tuple(moved),
            "printed": tuple(printed),
            "expected": tuple(found),
            "text": passage.quote(start, end),
        }
        yield Problem(passage.location, facts)


def _first(step: Step, passages: tuple[Passage, ...]) -> _Found | None:
    """Return where a step stands first."""
    for index, passage in enumerate(passages):
        matches = [match for pattern in step["patterns"] if (match := pattern.search(passage.folded))]
        if matches:
            start, end = min(match.span() for match in matches)
            return _Found(index, start, end, passage)
    return None
