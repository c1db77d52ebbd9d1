"""Placeholders and instructions are found; masked names and addresses of sites are not."""

from __future__ import annotations

import pytest

from checks.building import Said, compiled, report, rule_params, said
from checks.tables import a_report, a_table, found
from goi_lint.checks import absent
from goi_lint.model.report import Report

PARAMS = rule_params("GOI050")


def _line(text: str) -> Report:
    return report(parts={1: [text]})


def _said(text: str, address: str = "part 1") -> Said:
    return [(address, {"text": text})]


SILENT = {
    "clean": report(),
    "xx in addresses": report(
        front=["见 www.ljs.gov.cn/xxgk/xx/index.html ，邮箱 xxgk@163.com、xx@ljs.gov.cn。"]
    ),
    "xx in a link": _line("登录https://www.ljs.gov.cn/zwgk/20XX/xx.html查看。"),
    "masked party": _line("张××诉我局政府信息公开一案，维持。"),
    "party called 某某": _line("王某某不服答复，申请行政复议。"),
    "size": _line("制作3×5米展板，印发宣传册。"),
}
REPORTS = {
    "XX for the body": (report(front=["现公布XX局年度报告。"]), _said("现公布XX局年度报告。", "front")),
    "XX in the title": (
        report(title="临江市XX局2023年政府信息公开工作年度报告"),
        _said("临江市XX局2023年政府", "title"),
    ),
    "×× for a number": (_line("全年主动公开政府信息××条。"), _said("主动公开政府信息××条。")),
    "full-width ＸＸ": (_line("召开ＸＸ会议。"), _said("召开ＸＸ会议。")),
    "year left open": (_line("20XX年，我局认真落实条例。"), _said("20XX年，我局认真落实条")),
    "single ×": (_line("收到申请×件，X年X月办结。"), _said("收到申请×件，X年X月办结")),
    "某某局": (_line("某某局牵头落实。"), _said("某某局牵头落实。")),
    "instruction": (_line("（文字描述，500字以内）"), _said("（文字描述，500字以内）")),
    "two in one paragraph are one finding": (_line("XX局和××镇"), _said("XX局和××镇")),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(absent, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(absent, given, PARAMS) == expected


def test_cells_may_be_looked_at() -> None:
    tables = a_report(a_table("requests", granted__total="12件"))
    params = compiled({"patterns": ["[件条]$"], "look_at": "cells"})
    assert found(absent, tables, **params) == [("requests.granted.total", {"text": "12件"})]


def test_text_may_be_looked_at_as_printed() -> None:
    given = report(parts={1: ["共１２ 条"]})
    assert said(absent, given, compiled({"patterns": ["[０-９]+ "], "raw": True})) == _said("共１２ 条")
    assert said(absent, given, compiled({"patterns": ["[０-９]+ "]})) == []
