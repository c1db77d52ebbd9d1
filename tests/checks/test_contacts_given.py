"""One finding names all that is missing."""

from __future__ import annotations

import pytest

from checks.building import Said, contact, report, rule_params, said
from goi_lint.checks import contacts_given
from goi_lint.model.report import Report

PARAMS = rule_params("GOI040")

ADDRESS, PHONE = contact("address", "临江市鸭绿江大街108号"), contact("phone", "0439-5220108")
SILENT = {"address and phone": report(contacts=[ADDRESS, PHONE])}
REPORTS = {
    "nothing": (report(), [("front", {"missing": ("address", "phone")})]),
    "label without a number": (
        report(contacts=[ADDRESS, contact("phone", " ")]),
        [("front", {"missing": ("phone",)})],
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(contacts_given, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(contacts_given, given, PARAMS) == expected
