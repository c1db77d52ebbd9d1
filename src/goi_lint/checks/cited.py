"""Laws and notices are cited by their right names and numbers, in paired title marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.period_full import full_year
from goi_lint.checks.prose import Passage, compiled, holding, passages
from goi_lint.checks.subject import the_year
from goi_lint.errors import ParamFault, Words
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern
from goi_lint.typed import Literal, NotRequired, TypedDict

NAME = "cited"
FACTS: Mapping[str, str] = {
    "text": "the citation as printed",
    "fault": "what is wrong with it",
    "instead": "how it should be cited",
}
CODES: Mapping[str, tuple[str, ...]] = {"fault": ("name", "number", "marks")}
_PAIRED = "《…》"


class Citation(TypedDict):
    """A wrong citation: `pattern` finds it, unless `unless` is in its paragraph; years include bounds."""

    pattern: Pattern
    fault: Literal["name", "number", "marks"]
    instead: str
    unless: NotRequired[Pattern]
    first_year: NotRequired[int]
    last_year: NotRequired[int]


class Params(TypedDict):
    """`wrong`: the citations that are wrong; `marks`: whether 《 and 》 must be paired."""

    wrong: NotRequired[list[Citation]]
    marks: NotRequired[bool]


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield a fault where a rule looks for nothing."""
    if not params.get("wrong") and not params.get("marks"):
        found = Words("没有 wrong，也没有 marks: true", "neither wrong nor marks: true")
        yield ParamFault((), found, Words("至少应有其中一个", "expected at least one of them"))


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each wrong citation, once for each way of being wrong in a paragraph."""
    wrong: dict[int, list[Citation]] = {}
    for citation in _of_the_year(report, params.get("wrong", [])):
        for passage in holding(citation["pattern"], report):
            wrong.setdefault(id(passage), []).append(citation)
    marks = params.get("marks")
    if not wrong and not marks:
        return
    for passage in passages(report):
        if citations := wrong.get(id(passage)):
            yield from _problems(passage, citations)
        if marks and (span := _unpaired(passage.folded)):
            yield _problem(passage, span, "marks", _PAIRED)


def _of_the_year(report: Report, wrong: list[Citation]) -> list[Citation]:
    """Return the citations that are wrong in every year that the report claims to be of.

    Raises `AbsentError` where they all depend on the year, and it is not known or disputed.
    """
    if not wrong:
        return []
    year = report.identity.year
    if year is None or report.identity.year_disputed:
        always = [citation for citation in wrong if not {"first_year", "last_year"} & set(citation)]
        if year is None or not always:
            the_year(report)
        if year is None:
            return always
    years = {year, *filter(None, map(full_year, report.dates.periods))}
    return [
        citation
        for citation in wrong
        if all(citation.get("first_year", each) <= each <= citation.get("last_year", each) for each in years)
    ]


def _problems(passage: Passage, wrong: list[Citation]) -> Iterator[Problem]:
    for citation in wrong:
        match = citation["pattern"].search(passage.folded)
        unless = citation.get("unless")
        if match and not (unless and unless.search(passage.folded)):
            yield _problem(passage, match.span(), citation["fault"], citation["instead"])


def _problem(passage: Passage, span: tuple[int, int], fault: str, instead: str) -> Problem:
    facts = {"text": passage.quote(*span), "fault": fault, "instead": instead}
    return Problem(passage.location, facts)


def _unpaired(text: str) -> tuple[int, int] | None:
    """Return where the first unpaired title mark stands, with what it should have embraced."""
    if "《" not in text and "》" not in text:
        return None
    opened: list[int] = []
    for mark in compiled("[《》]").finditer(text):
        if mark[0] == "《":
            opened.append(mark.start())
        elif not opened:
            return max(0, mark.start() - 12), mark.end()
        else:
            opened.pop()
    return (opened[0], min(len(text), opened[0] + 24)) if opened else None
