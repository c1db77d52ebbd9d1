"""The tables hold rows and columns of one form only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.subject import the_form
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Location, Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "unmixed"
FACTS: Mapping[str, str] = {
    "form": "name of the form by which the report is judged",
    "labels": "labels that this form does not have",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists the labels of the other form."""
    if not report.tables:
        raise AbsentError(Words("没有可读的表格", "there is no readable table"))
    if not report.evidence.mixed:
        return
    form = the_form(report)
    strange = [sign for sign in report.evidence.signs if sign.form != form.key]
    facts = {"form": form.name, "labels": tuple(dict.fromkeys(sign.label for sign in strange))}
    locations = [Location(address="document", place=sign.place) for sign in strange]
    yield Problem(locations[0] if locations else Location("document"), facts, tuple(locations[1:]))
