"""Topics in whatever words; the fee in part six."""

from __future__ import annotations

import pytest

from checks.building import Said, reason, report, rule_params, said, table
from goi_lint.assemble.forms import load_forms
from goi_lint.checks import covered
from goi_lint.model.report import Report

PARAMS = rule_params("GOI101")

FULL = (
    "2023年，我局发布政策信息64条。",
    "（二）依申请公开。未收到申请。",
    "完善保密审查制度。",
    "办好门户网站。",
    "组织培训，接受监督。",
)
SILENT = {
    "all five": report(parts={1: FULL}),
    "长春 subheads": report(
        parts={
            1: (
                "（一）组织推动政府信息公开工作。",
                "（二）积极推动政府信息主动公开。",
                "（三）认真规范处理依申请公开。",
                "（四）不断强化政府信息公开平台内容保障。严格信息审核发布流程。",
                "（五）全力做好宣传培训评估考核等基础工作。",
            )
        }
    ),
}
REPORTS = {
    "two left out": (
        report(parts={1: FULL[:3]}),
        [
            (
                "part 1",
                {
                    "missing": ("政府信息公开平台建设", "监督保障"),
                    "text": "2023年，我局发布政策信息64条。（二）依申请公开。未收到申请。完善保密审查制度。",
                },
            )
        ],
    ),
}
ABSENT = {"empty part": (report(parts={1: []}), "相关部分缺失或为空")}
UNPAID = table("requests", {"otherwise_fee_unpaid.natural_person": 2, "otherwise_fee_unpaid.total": None})
PAID = table("requests", {"otherwise_fee_unpaid.natural_person": 0, "otherwise_fee_unpaid.total": None})
SILENT_ON_FEE = [("part 6", {"missing": ("信息处理费",), "text": "无"})]


@pytest.mark.parametrize("rule", ["GOI601", "GOI603"])
@pytest.mark.parametrize("text", ["没有收取信息处理费。", "依申请公开未收费。", "未收取任何费用。"])
def test_fee_is_spoken_of(rule: str, text: str) -> None:
    tables = {"requests": UNPAID if rule == "GOI603" else PAID}
    assert said(covered, report(parts={6: [text]}, tables=tables), rule_params(rule)) == []


def test_fee_is_not_spoken_of() -> None:
    paid = report(parts={6: ["无"]}, tables={"requests": PAID})
    unpaid = report(parts={6: ["无"]}, tables={"requests": UNPAID})
    assert said(covered, paid, rule_params("GOI601")) == SILENT_ON_FEE
    assert said(covered, unpaid, rule_params("GOI603")) == SILENT_ON_FEE


def test_only_one_of_the_fee_rules_is_asked() -> None:
    paid = report(parts={6: ["无"]}, tables={"requests": PAID})
    unpaid = report(parts={6: ["无"]}, tables={"requests": UNPAID})
    assert reason(covered, unpaid, rule_params("GOI601")) == "表中有这一情形，由另一规则判断"
    assert reason(covered, paid, rule_params("GOI603")) == "表中没有这一情形"


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(covered, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(covered, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(covered, given, PARAMS) == why


def test_rows_of_rules_are_verified() -> None:
    forms = load_forms()
    known: covered.Params = {"topics": [], "within": [6], "if_positive": "requests.granted"}
    unknown: covered.Params = {"topics": [], "within": [6], "unless_positive": "requests.grunted"}
    assert list(covered.verify(known, forms)) == []
    assert [fault.path for fault in covered.verify(unknown, forms)] == [("unless_positive",)]
