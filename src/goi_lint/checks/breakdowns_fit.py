"""The parts of a total do not exceed it, and where the list is closed they come to it.

What a sentence leaves open (`goi_lint.narrative.breakdowns`) is not held against it: a problem is one in every reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.narrated import PartNumber, Running, running_text
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.narrative.breakdowns import Breakdown, breakdowns_in
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import NotRequired, TypedDict

NAME = "breakdowns_fit"
FACTS: Mapping[str, str] = {
    "text": "the total with its parts, as printed",
    "total": "the total",
    "parts": "the numbers of the parts",
    "sum": "what the parts come to",
    "kind": "whether the parts exceed the total, one part alone does, or they differ from it",
}
CODES: Mapping[str, tuple[str, ...]] = {"kind": ("exceeding", "single", "differing")}


class Params(TypedDict):
    """`overlapping` finds parts that may overlap, as channels do: their sum says nothing.

    `units`: what the things are counted by that are judged; `within`: in which parts.
    """

    overlapping: Pattern
    units: list[str]
    within: NotRequired[list[PartNumber]]


class _Misfit(NamedTuple):
    """How many parts there are in a reading, and what is wrong with them."""

    parts: int
    kind: str


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each total whose parts do not fit."""
    found = [
        (running, breakdown)
        for running in running_text(report, params.get("within"))
        for breakdown in breakdowns_in(running.stretch)
        if breakdown.whole.unit in params["units"]
    ]
    if not found:
        raise AbsentError(Words("正文没有总数与分项", "the text breaks no total down"))
    for running, breakdown in found:
        if misfit := _misfit(breakdown, params["overlapping"]):
            yield _problem(running, breakdown, misfit)


def _misfit(breakdown: Breakdown, overlapping: Pattern) -> _Misfit | None:
    """Return what is wrong with a list in every reading."""
    parts, sure = breakdown.parts, breakdown.sure
    if not (breakdown.whole.exact and breakdown.exact and all(part.exact for part in parts)):
        return None
    if parts[0].value > max(breakdown.totals):
        return _Misfit(1, "single")
    if any(overlapping.search(part.head + part.tail) for part in parts):
        return None
    if sum(part.value for part in parts[:sure]) > max(breakdown.totals):
        return _Misfit(sure, "exceeding")
    sums = {sum(part.value for part in parts[:end]) for end in breakdown.ends}
    if breakdown.closed and sums.isdisjoint(breakdown.totals):
        return _Misfit(breakdown.ends[-1], "differing")
    return None


def _problem(running: Running, breakdown: Breakdown, misfit: _Misfit) -> Problem:
    parts = breakdown.parts[: misfit.parts]
    facts = {
        "text": running.quote(breakdown.whole.start, parts[-1].end),
        "total": breakdown.whole.value,
        "parts": " ＋ ".join(str(part.value) for part in parts),
        "sum": sum(part.value for part in parts),
        "kind": misfit.kind,
    }
    return Problem(running.location(breakdown.whole.at), facts)
