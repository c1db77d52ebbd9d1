"""A part that must carry a table carries it as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.subject import at_part, the_form, the_part
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "tabled"
FACTS: Mapping[str, str] = {
    "instead": "what stands where the table should: picture or nothing",
    "pictures": "where the pictures stand",
}
CODES: Mapping[str, tuple[str, ...]] = {"instead": ("picture", "nothing")}


class Params(TypedDict):
    """`table`: key of the table."""

    table: str


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem where the part is there and its table is not."""
    number = the_form(report).tables[params["table"]].part
    section = the_part(report, number)
    if params["table"] in report.tables:
        return
    places = tuple(picture.place for picture in section.pictures)
    facts = {"instead": "picture" if places else "nothing", "pictures": places}
    yield Problem(at_part(number, section.heading.place), facts)
