"""Addresses are well formed."""

from __future__ import annotations

import pytest

from checks.building import Said, contact, reason, report, said
from goi_lint.checks import email_valid
from goi_lint.model.report import Report


def _of(text: str) -> Report:
    return report(contacts=[contact("email", text)])


SILENT = {
    "government": _of("ljslj@linjiang.gov.cn"),
    "full-width": _of("ｙｚｋｊｊ＠ji.shandong.cn"),
    "two": _of("a_b.c-1@163.com、office@126.com"),
    "hidden from machines": _of("ljslj#163.com"),
    "full stop behind": _of("ljslj@163.com。"),
}
REPORTS = {
    "no @": (_of("ljslj163.com"), [("front", {"text": "ljslj163.com"})]),
    "no domain": (_of("ljslj@163"), [("front", {"text": "ljslj@163"})]),
    "two @": (_of("ljslj@@163.com"), [("front", {"text": "ljslj@@163.com"})]),
    "comma for a dot": (_of("ljslj@163，com"), [("front", {"text": "ljslj@163，com"})]),
    "Chinese name": (_of("水利局@163.com"), [("front", {"text": "水利局@163.com"})]),
}
ABSENT = {"none": (report(), "没有电子邮箱")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(email_valid, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(email_valid, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(email_valid, given) == why
