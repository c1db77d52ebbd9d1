"""The site that is named for the report's electronic copy is a government's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import at_place, compiled
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Contact, ContactKind, Report
from goi_lint.text.normalise import fold
from goi_lint.typed import TypedDict

NAME = "site_official"
FACTS: Mapping[str, str] = {"text": "the site as printed", "host": "its host name"}
CODES: Mapping[str, tuple[str, ...]] = {}
_HOST = r"(?:https?:/*)?((?:[\w-]+\.)+[\w-]+)"


class Params(TypedDict):
    """`suffixes`: how the host names of government sites end, without leading dot."""

    suffixes: list[str]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each site with another host name; a site without one is not judged."""
    sites = [contact for contact in report.contacts if contact.kind is ContactKind.SITE]
    hosts = [(contact, host) for contact in sites if (host := _host(contact))]
    if not hosts:
        raise AbsentError(Words("没有写电子版的网址", "no address is given for an electronic copy"))
    for contact, host in hosts:
        if not any(f".{host}".endswith(f".{suffix}") for suffix in params["suffixes"]):
            facts = {"text": contact.text, "host": host}
            yield Problem(at_place(report, contact.part, contact.place), facts)


def _host(contact: Contact) -> str | None:
    match = compiled(_HOST).search(fold(contact.text).lower())
    return match[1] if match else None
