"""An e-mail address is well formed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import at_place, compiled
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import ContactKind, Report
from goi_lint.text.normalise import fold
from goi_lint.typed import TypedDict

NAME = "email_valid"
FACTS: Mapping[str, str] = {"text": "the address as printed"}
CODES: Mapping[str, tuple[str, ...]] = {}
_SEPARATORS = r"[、,;/或]"
# `#` and `(at)` stand for @ where a body hides its address from machines: a custom, not a fault.
_ADDRESS = r"^[\w.%+-]+(?:@|#|[(\[]at[)\]])(?:[a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}$"


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each datum that holds a malformed address."""
    given = [contact for contact in report.contacts if contact.kind is ContactKind.EMAIL]
    if not given:
        raise AbsentError(Words("没有电子邮箱", "no e-mail address is given"))
    for contact in given:
        addresses = compiled(_SEPARATORS).split(fold(contact.text).strip(".。,;"))
        if not all(address.isascii() and compiled(_ADDRESS).match(address) for address in addresses):
            yield Problem(at_place(report, contact.part, contact.place), {"text": contact.text})
