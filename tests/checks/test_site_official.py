"""Government domains only."""

from __future__ import annotations

import pytest

from checks.building import Said, contact, reason, report, rule_params, said
from goi_lint.checks import site_official
from goi_lint.model.report import Report

PARAMS = rule_params("GOI044")


def _of(text: str) -> Report:
    return report(contacts=[contact("site", text)])


SILENT = {
    "gov.cn": _of("www.yanzhou.gov.cn"),
    "with path": _of("“中国兖州”政府门户网站（http://www.yanzhou.gov.cn/col/index.html）"),
    "upper case": _of("WWW.YANZHOU.GOV.CN"),
}
REPORTS = {
    "com": (_of("www.yanzhou.com"), [("front", {"text": "www.yanzhou.com", "host": "www.yanzhou.com"})]),
    "gov.cn in the middle": (
        _of("http://yanzhou.gov.cn.example.net/a"),
        [
            (
                "front",
                {"text": "http://yanzhou.gov.cn.example.net/a", "host": "yanzhou.gov.cn.example.net"},
            )
        ],
    ),
    "notgov.cn": (_of("www.notgov.cn"), [("front", {"text": "www.notgov.cn", "host": "www.notgov.cn"})]),
}
ABSENT = {
    "none": (report(), "没有写电子版的网址"),
    "name without address": (_of("兖州区人民政府门户网站"), "没有写电子版的网址"),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(site_official, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(site_official, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(site_official, given, PARAMS) == why
