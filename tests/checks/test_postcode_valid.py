"""Six digits of the province."""

from __future__ import annotations

import pytest

from checks.building import Said, contact, reason, report, said
from goi_lint.checks import postcode_valid
from goi_lint.model.report import Report

JILIN = {"province": "jilin"}


def _of(code: str, province: str | None = "jilin") -> Report:
    return report(contacts=[contact("postcode", code)], identity={"province": province})


SILENT = {
    "of the province": _of("134600"),
    "full-width": _of("１３４６００"),
    "province unknown": _of("999999", None),
    "兴安盟": _of("137400", "neimenggu"),
}
REPORTS = {
    "five digits": (_of("13460"), [("front", {"text": "13460", "fault": "digits"})]),
    "a letter O": (_of("13460O"), [("front", {"text": "13460O", "fault": "digits"})]),
    "of another province": (_of("272100"), [("front", {"text": "272100", "fault": "province"})]),
    "of none": (_of("991234"), [("front", {"text": "991234", "fault": "province"})]),
}
ABSENT = {"none": (report(identity=JILIN), "没有邮政编码")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(postcode_valid, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(postcode_valid, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(postcode_valid, given) == why
