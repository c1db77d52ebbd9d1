"""The narrative is written anew each year, not taken over from the report of the year before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.digests import at_report
from goi_lint.checks.overlap import (
    Overlapping,
    copied,
    long_enough,
    overlap_faults,
    percentage,
    shared,
    text_of,
)
from goi_lint.checks.years import consecutive, year_facts
from goi_lint.errors import AbsentError, Words
from goi_lint.model.digest import Series
from goi_lint.model.finding import Problem
from goi_lint.typed import Literal

NAME = "rewritten"
SCOPE: Literal["series"] = "series"
FACTS: Mapping[str, str] = {
    "earlier_year": "the year of the earlier report",
    "year": "the year of the report that is judged",
    "share": "how much of its narrative stands in the earlier one, in per cent of its characters",
    "sentences": "how many of its sentences do",
    "of": "how many sentences it has",
    "quotes": "a few of these sentences",
}
CODES: Mapping[str, tuple[str, ...]] = {}
_SHORT = Words("正文较短，不比较", "the narratives are too short to be compared")


class Params(Overlapping):
    """See `Overlapping`."""


verify = overlap_faults


def check(series: Series, params: Params) -> Iterator[Problem]:
    """Yield one problem for each report whose narrative is the earlier one's."""
    judged = False
    for years in consecutive(series):
        earlier, later = map(text_of, years)
        if not (long_enough(earlier, params) and long_enough(later, params)):
            continue
        judged = True
        same = shared(later, earlier.sentences)
        if copied(later, same, params):
            facts = year_facts(years) | {
                "share": percentage(later, same),
                "sentences": len(same),
                "of": len(later.sentences),
                "quotes": later.quoted(same),
            }
            yield Problem(at_report(years.later), facts, (at_report(years.earlier),))
    if not judged:
        raise AbsentError(_SHORT)
