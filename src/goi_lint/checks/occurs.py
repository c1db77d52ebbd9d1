"""What patterns describe stands in the text as often as it should: not less, not more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import Passage
from goi_lint.checks.scopes import Scoped, demanded
from goi_lint.errors import ParamFault, Words
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import NotRequired

NAME = "occurs"
FACTS: Mapping[str, str] = {
    "count": "how often it stands there",
    "limit": "how often it should, at least or at most",
    "text": "the first that is too much, as printed; where there are too few, the beginning of the text",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(Scoped):
    """`least` and `most`: how often what `patterns` describe must and may stand there; see `Scoped` for where.

    Where several patterns match the same words, these count once.
    """

    patterns: list[Pattern]
    least: NotRequired[int]
    most: NotRequired[int]


class _Occurrence(NamedTuple):
    passage: Passage
    start: int
    end: int


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield what is wrong with the limits."""
    yield from limits_verified(params.get("least"), params.get("most"))


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem where there are too few, or too many: then at the first that is too much."""
    search = demanded(report, params)
    occurrences = [each for passage in search.passages for each in _in(passage, params["patterns"])]
    count, least, most = len(occurrences), params.get("least"), params.get("most")
    if least is not None and count < least:
        yield Problem(search.location, {"count": count, "limit": least, "text": search.beginning})
    if most is not None and count > most:
        passage, start, end = occurrences[most]
        related = tuple(each.passage.location for each in occurrences[most + 1 :])
        facts = {"count": count, "limit": most, "text": passage.quote(start, end)}
        yield Problem(passage.location, facts, related)


def limits_verified(least: int | None, most: int | None) -> Iterator[ParamFault]:
    """Yield what is wrong with two limits of which at least one must be given."""
    if least is None and most is None:
        found = Words("没有 least，也没有 most", "neither least nor most")
        yield ParamFault((), found, Words("至少应有其中一个", "expected at least one of them"))
    for name, limit in (("least", least), ("most", most)):
        if limit is not None and limit < 0:
            expected = Words("应为 0 或正整数", "expected 0 or more")
            yield ParamFault((name,), Words(f"这里是 {limit}", f"the number {limit}"), expected)
    if least is not None and most is not None and least > most:
        found = Words(f"least {least} 大于 most {most}", f"least {least} is more than most {most}")
        yield ParamFault(("least",), found, Words(f"应不大于 {most}", f"expected {most} or less"))


def _in(passage: Passage, patterns: list[Pattern]) -> Iterator[_Occurrence]:
    """Yield where the patterns match, from left to right, none within another."""
    spans = sorted({match.span() for pattern in patterns for match in pattern.finditer(passage.folded)})
    last = 0
    for start, end in spans:
        if start >= last and end > start:
            last = end
            yield _Occurrence(passage, start, end)
