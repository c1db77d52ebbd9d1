"""No personal data stand in the report: identity numbers, mobile telephones of private persons, bank cards.

A number is reported only where nothing else can be meant, and never in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from goi_lint.checks.own_text import own_passages
from goi_lint.checks.prose import Passage, compiled, whole_text
from goi_lint.errors import ParamFault, Words
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import LAST_YEAR, ContactKind, Report
from goi_lint.text.normalise import fold
from goi_lint.text.patterns import Pattern
from goi_lint.typed import TYPE_CHECKING, Final, NotRequired, TypedDict

if TYPE_CHECKING:
    from goi_lint.checks.private_numbers import PrivateNumber

IDENTITY: Final = "identity_number"
MOBILE: Final = "mobile"
CARD: Final = "bank_card"
NAME = "anonymous"
FACTS: Mapping[str, str] = {"text": "the number, its middle hidden", "kind": "what number it is"}
CODES: Mapping[str, tuple[str, ...]] = {"kind": (IDENTITY, MOBILE, CARD)}
_LONG = r"[1-9][0-9](?:-?[0-9]){9}"
_SHORTEST = 11
"""No number that belongs to a person is shorter."""
_BEFORE = 24
_COUNTED = tuple("元万亿条件个人次份项户吨平公亩号期%‰余")
"""What makes a figure of the number before it."""
_A_SENTENCE = r"[\u4e00-\u9fff]{4}[^。]*[,。;]"
_LINES_BEFORE = 2
"""So many lines above a number may say that it is contact data."""


class Numbers(TypedDict):
    """Numbers of a kind: `where` says what stands right before them, `unless` what makes something else of them."""

    where: NotRequired[Pattern]
    unless: NotRequired[Pattern]


class Params(TypedDict):
    """Which numbers are personal; a kind that is left out is not looked for.

    `identity_number`: not behind `unless`. `mobile`: always behind `where`; else in a sentence of the six parts where
    neither it nor the lines before it have `unless`, which speaks of contact data. `bank_card`: behind `where`, not
    behind `unless`.
    """

    identity_number: NotRequired[Numbers]
    mobile: NotRequired[Numbers]
    bank_card: NotRequired[Numbers]


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield a fault where a rule looks for nothing."""
    if not params:
        found = Words("没有要找的号码", "no kind of number")
        kinds = f"{IDENTITY}, {MOBILE}, {CARD}"
        yield ParamFault((), found, Words(f"至少应有其一：{kinds}", f"expected at least one of {kinds}"))


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each number, in the text first, then in the tables."""
    if _has_long(whole_text(report)):
        before: list[Passage] = []
        for passage in own_passages(report):
            if _has_long(passage.folded):
                yield from _in_passage(report, passage, before[-_LINES_BEFORE:], params)
            before.append(passage)
    if _has_long_cell(report):
        yield from _in_cells(report, params)


def _has_long_cell(report: Report) -> bool:
    """Tell whether a cell is as long as such numbers, and one of them stands in the tables, or beside their cells."""
    extra = (row.texts for table in report.tables.values() for row in table.extra)
    unbound = (row.texts for table in report.tables.values() for row in table.unbound)
    rows = [*(table.fields.texts for table in report.tables.values()), *extra, *unbound]
    if max((max(map(len, texts), default=0) for texts in rows), default=0) < _SHORTEST:
        return False
    return _has_long(fold(",".join(chain(*rows))))


def _has_long(text: str) -> bool:
    """Tell whether a number is long enough, one that begins with the 0 of an area code left out."""
    starts = (match.start() for match in compiled(_LONG).finditer(text))
    return any(not start or text[start - 1] not in "-0123456789" for start in starts)


def _in_passage(report: Report, passage: Passage, before: list[Passage], params: Params) -> Iterator[Problem]:
    for number in _numbers(report, passage.text, params):
        if number.kind == MOBILE and not _is_private(report, passage, before, number, params["mobile"]):
            continue
        yield Problem(passage.location, {"text": number.masked, "kind": number.kind})


def _in_cells(report: Report, params: Params) -> Iterator[Problem]:
    """Yield what stands in cells: there, a mobile number is one only behind words that say whose it is."""
    from goi_lint.checks.scopes import looked_at

    for passage in looked_at(report, {"look_at": "cells"}):
        for number in _numbers(report, passage.text, params):
            if number.kind != MOBILE or _is_somebodys(passage.text, number, params["mobile"]):
                yield Problem(passage.location, {"text": number.masked, "kind": number.kind})


def _numbers(report: Report, text: str, params: Params) -> Iterator[PrivateNumber]:
    """Yield the numbers of the kinds in question that nothing before them makes something else."""
    from goi_lint.checks.private_numbers import private_numbers  # hardly any report has a long number

    last_year = (report.identity.year or LAST_YEAR) + 1
    for kind, numbers in (
        (IDENTITY, params.get("identity_number")),
        (MOBILE, params.get("mobile")),
        (CARD, params.get("bank_card")),
    ):
        if numbers is not None:
            found = private_numbers(text, kind, last_year)
            yield from (each for each in found if kind == MOBILE or _is_meant(text, each, numbers))


def _is_meant(text: str, number: PrivateNumber, numbers: Numbers) -> bool:
    before = _before(text, number)
    where, unless = numbers.get("where"), numbers.get("unless")
    return (where is None or bool(where.search(before))) and not (unless and unless.search(before))


def _is_private(
    report: Report, passage: Passage, before: list[Passage], number: PrivateNumber, mobile: Numbers
) -> bool:
    """Tell whether a mobile number is somebody's own and not one that the report offers to its readers."""
    if _is_somebodys(passage.text, number, mobile):
        return True
    unless = mobile.get("unless")
    if unless is None or passage.location.part is None or _is_contact(report, passage, number):
        return False
    if any(unless.search(each.folded) for each in (*before, passage)):
        return False
    if fold(passage.text[number.end :]).startswith(_COUNTED):
        return False
    return compiled(_A_SENTENCE).search(passage.folded) is not None


def _is_somebodys(text: str, number: PrivateNumber, mobile: Numbers) -> bool:
    where = mobile.get("where")
    return where is not None and where.search(_before(text, number)) is not None


def _is_contact(report: Report, passage: Passage, number: PrivateNumber) -> bool:
    """Tell whether the report gives the number as contact data."""
    kinds = (ContactKind.PHONE, ContactKind.FAX)
    return any(
        contact.kind in kinds and contact.place == passage.location.place
        for contact in report.contacts
        if number.digits in "".join(filter(str.isdecimal, fold(contact.text)))
    )


def _before(text: str, number: PrivateNumber) -> str:
    return fold(text[max(number.start - _BEFORE, 0) : number.start])
