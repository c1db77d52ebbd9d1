"""What must stand in the text stands there."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import Said, compiled, reason, report, said
from checks.tables import a_report, a_table
from goi_lint.checks import present
from goi_lint.model.report import Report

LINE = report(parts={2: ["2020年本部门政府信息公开", "发布总数量（非新闻类、消息类）：3"]})
SILENT: dict[str, tuple[Report, dict[str, Any]]] = {
    "one of the patterns": (LINE, {"patterns": ["没有的", "发布总数量"], "within": [2]}),
    "words broken over two lines": (LINE, {"patterns": ["信息公开发布"], "within": [2]}),
    "beginning of a line": (LINE, {"patterns": ["^发布"], "within": [2]}),
    "anywhere": (report(closing=["联系人：张三"]), {"patterns": ["联系人:"]}),
    "full width where the pattern has half": (report(front=["统计期限：全年"]), {"patterns": ["期限:"]}),
    "a label of a table": (
        a_report(a_table("disclosure", "form_2019"), form="form_2019"),
        {"patterns": ["采购总金额"], "look_at": "labels", "within": [2]},
    ),
}
REPORTS: dict[str, tuple[Report, dict[str, Any], Said]] = {
    "not in the introduction": (
        report(front=["现公布年度报告。"]),
        {"patterns": ["六部分"], "within": ["front"]},
        [("front", {"text": "现公布年度报告。"})],
    ),
    "no introduction": (report(), {"patterns": ["六部分"], "within": ["front"]}, [("front", {"text": ""})]),
    "as printed": (
        report(front=["统计期限：全年"]),
        {"patterns": ["期限:"], "raw": True},
        [("document", {"text": "临江市水利局2023年政府信息公开工作年度报告"})],
    ),
    "no subheads at all": (
        report(),
        {"patterns": ["主动公开"], "within": [1], "look_at": "subheads"},
        [("part 1", {"text": ""})],
    ),
}


@pytest.mark.parametrize(("given", "params"), SILENT.values(), ids=SILENT)
def test_silent(given: Report, params: dict[str, Any]) -> None:
    assert said(present, given, compiled(params)) == []


@pytest.mark.parametrize(("given", "params", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, params: dict[str, Any], expected: Said) -> None:
    assert said(present, given, compiled(params)) == expected


def test_a_part_that_is_not_there_is_not_asked() -> None:
    params = compiled({"patterns": ["发布"], "within": [2]})
    assert reason(present, report(sections=[]), params) == "相关部分缺失或为空"
