"""Percentages are what the numbers beside them come to, to the last printed digit, rounded or cut off.

What a percentage is of must stand beside it (`goi_lint.narrative.shares`); of several numbers that it may be of, one
that fits is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from goi_lint.checks.narrated import PartNumber, Running, running_text
from goi_lint.errors import AbsentError, Words
from goi_lint.facts import plain_text
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.narrative.shares import Share, shares_in
from goi_lint.typed import NotRequired, TypedDict

NAME = "percentages_fit"
FACTS: Mapping[str, str] = {
    "text": "the clause with the percentage, as printed",
    "printed": "the percentage as printed, without the sign",
    "part": "the number that it is of the other",
    "whole": "the number that it is taken of",
    "fits": "what the two come to",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`within`: in which parts."""

    within: NotRequired[list[PartNumber]]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each percentage that none of its readings comes to."""
    found = [
        (running, share)
        for running in running_text(report, params.get("within"))
        if "%" in running.stretch.text
        for share in shares_in(running.stretch)
    ]
    if not found:
        reason = Words(
            "正文没有可以由文中的数算出的百分比",
            "the text gives no percentage that numbers beside it come to",
        )
        raise AbsentError(reason)
    yield from (_problem(running, share) for running, share in found if not share.fits)


def _problem(running: Running, share: Share) -> Problem:
    reading = share.readings[0]
    digits = len(share.percentage.digits.partition(".")[2])
    places = Decimal(1).scaleb(-max(digits, 1))
    facts = {
        "text": running.quote(share.start, share.percentage.end),
        "printed": share.percentage.digits,
        "part": reading.part,
        "whole": reading.whole,
        "fits": plain_text((Decimal(100 * reading.part) / reading.whole).quantize(places)),
    }
    return Problem(running.location(share.percentage.start), facts)
