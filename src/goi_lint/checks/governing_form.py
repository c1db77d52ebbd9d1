"""The form used is the one that governs the report year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.period_full import full_year
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Location, Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "governing_form"
FACTS: Mapping[str, str] = {
    "year": "the report year",
    "used": "name of the form that the tables follow",
    "governing": "name of the form that governs the year",
    "notice": "number of the notice that issued the governing form",
    "labels": "labels that show which form was used",
}
CODES: Mapping[str, tuple[str, ...]] = {}
_LABELS_SHOWN = 3


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem where the tables follow another form."""
    used, governing = _forms(report)
    if used.key == governing.key:
        return
    signs = [sign for sign in report.evidence.signs if sign.form == used.key]
    facts = {
        "year": report.identity.year or "",
        "used": used.name,
        "governing": governing.name,
        "notice": governing.notice,
        "labels": tuple(dict.fromkeys(sign.label for sign in signs))[:_LABELS_SHOWN],
    }
    yield Problem(
        Location(address="document", place=signs[0].place) if signs else Location("document"), facts
    )


def _forms(report: Report) -> tuple[Form, Form]:
    evidence = report.evidence
    if evidence.mixed:
        raise AbsentError(Words("表格混用两种格式（见 GOI013）", "the forms are mixed (see GOI013)"))
    if evidence.used is None or evidence.governing is None:
        raise AbsentError(
            Words("表格所用格式或报告年份不明", "the form used or the report's year is not known")
        )
    years = [full_year(period) for period in report.dates.periods]
    if report.identity.year_disputed and any(year and evidence.used.governs(year) for year in years):
        raise AbsentError(
            Words(
                "标题与统计期限的年份不一致（见 GOI011），格式合于后者",
                "title and period disagree on the year (see GOI011), and the form suits the period",
            )
        )
    return evidence.used, evidence.governing
