"""Area code of the province and seven or eight digits."""

from __future__ import annotations

import pytest

from checks.building import Said, contact, reason, report, said
from goi_lint.checks import phone_valid
from goi_lint.model.report import Report


def _of(number: str, province: str | None = "jilin", kind: str = "phone") -> Report:
    return report(contacts=[contact(kind, number)], identity={"province": province})


def _said(text: str, fault: str) -> Said:
    return [("front", {"text": text, "fault": fault})]


SILENT = {
    "hyphen": _of("0439-5220108"),
    "long dash": _of("0431—81180127"),
    "brackets": _of("（0431）81180127"),
    "blanks": _of("0431 8118 0127"),
    "no dash": _of("043181180127"),
    "extension": _of("0431-81180127转8012"),
    "dashed extension": _of("0431-81180127-802"),
    "hotline": _of("12345"),
    "hotline behind an area code": _of("0431-12345"),
    "mobile": _of("13843912345"),
    "400": _of("400-123-4567"),
    "second number without area code": _of("0439-5220108、5220109"),
    "two numbers parted by a blank": _of("0439-5220108 0439-5220109"),
    "with a name": _of("0439-5220108（办公室）"),
    "+86": _of("+86-439-5220108"),
    "province unknown": _of("0537-3413872", None),
    "fax": _of("0439-5220109", kind="fax"),
}
REPORTS = {
    "six digits": (_of("0439-522010"), _said("0439-522010", "digits")),
    "nine digits": (_of("0431-811801271"), _said("0431-811801271", "digits")),
    "no area code": (_of("5220108"), _said("5220108", "no_area_code")),
    "unknown area code": (_of("0400-5220108"), _said("0400-5220108", "area_code")),
    "of another province": (_of("0537-3413872"), _said("0537-3413872", "province")),
    "masked": (_of("138****1234"), _said("138****1234", "characters")),
    "second of two is short": (
        _of("0439-5220108、0439-52201"),
        _said("0439-5220108、0439-52201", "digits"),
    ),
}
ABSENT = {"none": (report(), "没有联系电话")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(phone_valid, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(phone_valid, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(phone_valid, given) == why
