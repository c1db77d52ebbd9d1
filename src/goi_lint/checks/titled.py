"""The title names the body, the year and the kind of report, once each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import compiled
from goi_lint.model.document import NOWHERE
from goi_lint.model.finding import Location, Problem
from goi_lint.model.report import Report, Title
from goi_lint.text.normalise import fold
from goi_lint.typed import TypedDict

NAME = "titled"
FACTS: Mapping[str, str] = {
    "text": "the title as printed; where there is none, what stands in its place",
    "fault": "what is wrong",
}
CODES: Mapping[str, tuple[str, ...]] = {
    "fault": (
        "no_title",
        "no_body",
        "body_twice",
        "no_year",
        "year_twice",
        "no_name",
        "name_twice",
        "word_twice",
    )
}
_YEAR = r"(?:19|20)\d\d年|[一二][〇○零九][〇○零一二三四五六七八九]{2}年"


class Params(TypedDict):
    """`name`: how such reports are called; `once`: its word that the rest of the title must not repeat."""

    name: str
    once: str


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each thing that the title lacks or says twice."""
    if report.title is None:
        first = next((paragraph for _, paragraph in report.outline.paragraphs()), None)
        headings = [section.heading for section in report.outline.sections]
        text = headings[0].text if headings else first.text if first else ""
        yield Problem(Location(address="title", place=NOWHERE), {"text": text, "fault": "no_title"})
        return
    location = Location(address="title", place=report.title.place)
    for fault in _faults(report.title, params):
        yield Problem(location, {"text": report.title.text, "fault": fault})


def _faults(title: Title, params: Params) -> Iterator[str]:
    text = fold(title.text)
    names = text.count(params["name"])
    if title.body is None:
        yield "no_body"
    elif compiled(r"^(.{3,})\1$").match(fold(title.body)):
        yield "body_twice"
    if title.year is None:
        yield "no_year"
    elif text.count("年") > 1 and len(compiled(_YEAR).findall(text)) > 1:
        yield "year_twice"
    if names != 1:
        yield "name_twice" if names else "no_name"
    elif params["once"] in text.replace(params["name"], ""):
        yield "word_twice"
