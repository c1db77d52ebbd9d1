"""The report says how the body can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import at_front
from goi_lint.model.finding import Problem
from goi_lint.model.report import ContactKind, Report
from goi_lint.typed import Literal, TypedDict

NAME = "contacts_given"
FACTS: Mapping[str, str] = {"missing": "the contact data that are missing"}
CODES: Mapping[str, tuple[str, ...]] = {"missing": tuple(ContactKind)}


class Params(TypedDict):
    """`fields`: the contact data that must be there: address, postcode, phone, fax, email, site."""

    fields: list[Literal["address", "postcode", "phone", "fax", "email", "site"]]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that names all missing data."""
    given = {str(contact.kind) for contact in report.contacts if contact.text.strip()}
    missing = tuple(field for field in params["fields"] if field not in given)
    if missing:
        yield Problem(at_front(report), {"missing": missing})
