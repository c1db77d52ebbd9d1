"""Laws are cited by name and number; title marks are paired."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import Said, reason, report, rule_params, said
from goi_lint.checks import cited
from goi_lint.model.report import Report

PARAMS = rule_params("GOI015")


def _line(text: str, **fields: Any) -> Report:
    return report(front=[text], **fields)


def _said(text: str, fault: str, instead: str) -> Said:
    return [("front", {"text": text, "fault": fault, "instead": instead})]


SILENT = {
    "right name": _line("根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制。"),
    "short name": _line("根据《政府信息公开条例》编制。"),
    "both decrees": _line("《中华人民共和国政府信息公开条例》（国务院令第492号公布、第711号修订）"),
    "title in a title": _line("《关于印发《年度报告格式》的通知》"),
    "notice with its marks": _line("《中华人民共和国政府信息公开工作年度报告格式》的通知"),
    "provincial regulation": _line("《吉林省政府信息公开管理办法》"),
}
RIGHT_NAME = "《中华人民共和国政府信息公开条例》"
REPORTS = {
    "政府 lost": (
        _line("根据《中华人民共和国信息公开条例》，"),
        _said("《中华人民共和国信息公开条例》", "name", RIGHT_NAME),
    ),
    "中华 lost": (
        _line("根据人民共和国政府信息公开条例，"),
        _said("人民共和国政府信息公开条例", "name", RIGHT_NAME),
    ),
    "old decree alone": (
        _line("《条例》（国务院令第 492 号）"),
        _said("国务院令第 492 号", "number", "国务院令第711号"),
    ),
    "closing mark lost": (_line("根据《条例规定，现公布。"), _said("《条例规定，现公布。", "marks", "《…》")),
    "opening mark lost": (_line("根据条例》规定"), _said("根据条例》", "marks", "《…》")),
    "closing mark misplaced": (
        _line("《中华人民共和国政府信息公开工作年度报告格式的通知》"),
        _said(
            "《中华人民共和国政府信息公开工作年度报告格式的通知》",
            "marks",
            "《中华人民共和国政府信息公开工作年度报告格式》的通知",
        ),
    ),
}


def test_old_decree_is_right_before_the_revision() -> None:
    given = _line("（国务院令第492号）", identity={"year": 2018})
    assert said(cited, given, PARAMS) == []


def test_title_marks_alone_may_be_looked_at() -> None:
    given = _line("（国务院令第492号）根据条例》规定", identity={"year": None})
    assert said(cited, given, {"marks": True}) == _said("院令第492号）根据条例》", "marks", "《…》")


def test_a_rule_that_looks_for_nothing_is_refused() -> None:
    assert [fault.path for fault in cited.verify({}, {})] == [()]
    assert [fault.path for fault in cited.verify({"marks": False}, {})] == [()]
    assert list(cited.verify({"marks": True}, {})) == []


NOTICES = rule_params("GOI014")


@pytest.mark.parametrize(
    ("year", "text", "expected"),
    [
        pytest.param(2023, "国办公开办函〔2021〕30号", [], id="the notice in force"),
        pytest.param(2020, "国办公开办函〔2019〕60号", [], id="the notice then in force"),
        pytest.param(2023, "吉政公开办函〔2019〕60号", [], id="a provincial notice of the same number"),
        pytest.param(
            2023,
            "〔2019〕60号已由国办公开办函〔2021〕30号替代，原《年度报告格式（试行）》",
            [],
            id="both notices",
        ),
        pytest.param(
            2023,
            "国办公开办函[2019]60号",
            _said("国办公开办函[2019]60号", "number", "国办公开办函〔2021〕30号"),
            id="the notice of before",
        ),
        pytest.param(
            2025,
            "《工作年度报告格式（试行）》",
            _said("《工作年度报告格式（试行）》", "number", "国办公开办函〔2021〕30号"),
            id="the trial form in 2025",
        ),
        pytest.param(
            2020,
            "国办公开办函〔2021〕30号",
            _said("国办公开办函〔2021〕30号", "number", "国办公开办函〔2019〕60号"),
            id="a notice of later",
        ),
    ],
)
def test_notices(year: int, text: str, expected: Said) -> None:
    assert said(cited, _line(text, identity={"year": year}), NOTICES) == expected


def test_notices_need_a_year() -> None:
    assert reason(cited, report(identity={"year": None}), NOTICES) == "报告年份不明"


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(cited, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(cited, given, PARAMS) == expected
