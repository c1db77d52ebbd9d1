"""A telephone number has an area code of the body's province and seven or eight digits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import at_place, compiled
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import ContactKind, Report
from goi_lint.reference import area_codes
from goi_lint.text.normalise import canonical, tidy
from goi_lint.typed import TypedDict

NAME = "phone_valid"
FACTS: Mapping[str, str] = {"text": "the number as printed", "fault": "what is wrong with it"}
CODES: Mapping[str, tuple[str, ...]] = {
    "fault": ("characters", "digits", "no_area_code", "area_code", "province")
}

_BETWEEN_NUMBERS = r"[、,，;；/或和及]|(?<=\d)\s+(?=[(（]?0\d)|(?<=\d{7})\s+(?=\d{7})"
_EXTENSION = r"(?:\(?(?:转|分机|ext\.?)[:：]?\d{1,6}\)?)+$|(?<=\d{7})-\d{1,5}$"
_WRITING = str.maketrans("", "", "()-+.")
# Hotlines and emergency numbers (110, 12345, 95598), mobiles, numbers without a place (400-, 800-).
_WITHOUT_AREA = r"^(?:1\d\d|[19]\d{4,5}|1[3-9]\d{9}|[48]00\d{7})$"
_LOCAL = r"^(?:[2-9]\d{6,7}|1\d\d|[19]\d{4,5})$"


class Params(TypedDict):
    """No parameters."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each telephone datum; without a known province the code's place is not judged."""
    kinds = (ContactKind.PHONE, ContactKind.FAX)
    given = [contact for contact in report.contacts if contact.kind in kinds and contact.text.strip()]
    if not given:
        raise AbsentError(Words("没有联系电话", "no telephone number is given"))
    for contact in given:
        if fault := _fault(contact.text, report.identity.province):
            location = at_place(report, contact.part, contact.place)
            yield Problem(location, {"text": contact.text, "fault": fault})


def _fault(text: str, province: str | None) -> str | None:
    """Return the first fault of the numbers in a text; a number after another may leave out the area code."""
    if _number_fault(text, province) is None:
        return None
    area_given = False
    for number in compiled(_BETWEEN_NUMBERS).split(tidy(text).strip(".。，,;；")):
        fault = _number_fault(number, province)
        if fault and not (fault == "no_area_code" and area_given):
            return fault
        area_given = True
    return None


def _number_fault(text: str, province: str | None) -> str | None:
    plain = compiled(_EXTENSION).sub("", canonical(text))
    digits = compiled(r"^(?:00|\+)86").sub(lambda match: "", _without_writing(plain))
    if plain.startswith(("+86", "(+86)", "0086")):
        digits = "0" + digits.removeprefix("86").lstrip("0")
    if not (digits.isascii() and digits.isdigit()):
        return "characters"
    if compiled(_WITHOUT_AREA).match(digits.lstrip("0") if digits.startswith("01") else digits):
        return None
    if not digits.startswith("0"):
        return "no_area_code" if len(digits) in (7, 8) else "digits"
    return _area_fault(digits, province)


def _without_writing(text: str) -> str:
    """Return the text without what is written between digits: brackets, dashes, dots, Chinese words."""
    bare = text.translate(_WRITING)
    return bare if bare.isascii() else "".join(mark for mark in bare if not "\u4e00" <= mark <= "\u9fff")


def _area_fault(digits: str, province: str | None) -> str | None:
    parts = area_codes.split(digits)
    if parts is None:
        return "area_code"
    code, local = parts
    if not compiled(_LOCAL).match(local):
        return "digits"
    return "province" if province and province not in area_codes.provinces_of(code) else None
