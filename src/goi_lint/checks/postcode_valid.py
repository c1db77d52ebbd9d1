"""A postcode has six digits and belongs to the body's province."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import at_place
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import ContactKind, Report
from goi_lint.reference import postcodes
from goi_lint.text.normalise import fold
from goi_lint.typed import TypedDict

NAME = "postcode_valid"
FACTS: Mapping[str, str] = {"text": "the postcode as printed", "fault": "what is wrong with it"}
CODES: Mapping[str, tuple[str, ...]] = {"fault": ("digits", "province")}
_LENGTH = 6


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each postcode; without a known province only the digits are judged."""
    given = [contact for contact in report.contacts if contact.kind is ContactKind.POSTCODE]
    if not given:
        raise AbsentError(Words("没有邮政编码", "no postcode is given"))
    for contact in given:
        if fault := _fault(fold(contact.text).strip(".。"), report.identity.province):
            location = at_place(report, contact.part, contact.place)
            yield Problem(location, {"text": contact.text, "fault": fault})


def _fault(code: str, province: str | None) -> str | None:
    if len(code) != _LENGTH or not (code.isascii() and code.isdigit()):
        return "digits"
    if province and province not in postcodes.provinces_of(code):
        return "province"
    return None
