"""No sentence speaks of an earlier year as if it were the report's, or plans for a year that is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from goi_lint.checks.prose import Passage, Scope, holding_in, passages, sentences
from goi_lint.checks.subject import the_year
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal, NotRequired, TypedDict

NAME = "years_current"
FACTS: Mapping[str, str] = {
    "text": "the sentence as printed",
    "other": "the year it speaks of",
    "year": "the report year",
    "kind": "whether it tells of an earlier year or plans for a year that is over",
}
CODES: Mapping[str, tuple[str, ...]] = {"kind": ("told", "planned")}
_LINE_ENDS = ("。", ";", ":", "!", "?", ")", "》", "”")
_HEADING = 24


class Statement(TypedDict):
    """A kind of sentence: `pattern` matches its beginning, with a group `year`; not if `unless` is in it.

    `told` must not be of an earlier year, `planned` not of the report's year or an earlier one. `opening`:
    only the first sentence below the headings; `alone`: only in paragraphs without the report's year.
    """

    kind: Literal["told", "planned"]
    within: list[Scope]
    pattern: Pattern
    unless: NotRequired[Pattern]
    opening: NotRequired[bool]
    alone: NotRequired[bool]


class Params(TypedDict):
    """`statements`: the kinds of sentences, looked for in this order."""

    statements: list[Statement]


class _LeftOver(NamedTuple):
    passage: Passage
    start: int
    end: int
    year: int


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each paragraph, at its first sentence that is left over."""
    year = the_year(report)
    seen = set()
    for statement in params["statements"]:
        for passage, start, end, other in _left_over(report, statement, year):
            if passage.location not in seen:
                seen.add(passage.location)
                text = passage.quote(start, end)
                facts = {"text": text, "other": other, "year": year, "kind": statement["kind"]}
                yield Problem(passage.location, facts)


def _left_over(report: Report, statement: Statement, year: int) -> Iterator[_LeftOver]:
    held = set(map(id, holding_in(statement["pattern"], report, statement["within"])))
    if not held:
        return
    latest = year if statement["kind"] == "planned" else year - 1
    for passage in _passages(report, statement):
        if id(passage) not in held:
            continue
        if statement.get("alone") and f"{year}年" in passage.folded:
            continue
        for start, end in _spans(statement, passage.folded):
            other = _year(statement, passage.folded[start:end])
            if other and other <= latest:
                yield _LeftOver(passage, start, end, other)


def _spans(statement: Statement, text: str) -> Iterable[tuple[int, int]]:
    """Return where the sentences in question begin and end."""
    return (match.span() for match in islice(sentences(text), 1 if statement.get("opening") else None))


def _passages(report: Report, statement: Statement) -> Iterable[Passage]:
    """Return the passages in question: all that begin a sentence, or the first one below the headings."""
    whole = _beginning_sentences(passages(report, statement["within"]))
    if not statement.get("opening"):
        return whole
    first = next((passage for passage in whole if not _is_heading(passage.folded)), None)
    return (first,) if first else ()


def _year(statement: Statement, sentence: str) -> int | None:
    match = statement["pattern"].match(sentence)
    unless = statement.get("unless")
    if match is None or (unless and unless.search(sentence)):
        return None
    return int(match["year"])


def _beginning_sentences(all_passages: Iterator[Passage]) -> Iterator[Passage]:
    """Leave out the passages that go on with a sentence of the line before."""
    before = ""
    for passage in all_passages:
        if _is_heading(before) or before.endswith(_LINE_ENDS):
            yield passage
        before = passage.folded


def _is_heading(text: str) -> bool:
    return len(text) < _HEADING and not text.endswith("。")
