"""Fees are multiples of ten."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checks.building import Said, reason, report, rule_params, said
from goi_lint.checks import fees_whole
from goi_lint.model.report import Report

PARAMS = rule_params("GOI602")


def _six(text: str) -> Report:
    return report(parts={6: [text]})


def _said(text: str, amount: str) -> Said:
    return [("part 6", {"text": text, "amount": Decimal(amount)})]


SILENT = {
    "200": _six("全年收取信息处理费200元。"),
    "thousands": _six("全年收取信息处理费1,200.00元。"),
    "万元": _six("信息处理费收入0.12万元。"),
    "rates": _six("信息处理费按件计收，11—30件每件100元，按量计收10元/页。"),
    "zero": _six("收取信息处理费0元。"),
    "another charge in the same sentence": _six("行政事业性收费：35元，1,205元罚款已退，收取信息处理费0元。"),
    "another sum beside it": _six("全年收取信息处理费200元。政府集中采购金额3.5元。"),
}
REPORTS = {
    "205": (_six("全年收取信息处理费205元。"), _said("205元", "205")),
    "behind another charge": (_six("行政事业性收费10元，信息处理费收费：205元。"), _said("205元", "205")),
    "negative": (_six("信息处理费为-20元。"), _said("-20元", "-20")),
    "cents": (_six("全年收取信息处理费１０．５元。"), _said("10.5元", "10.5")),
}
ABSENT = {"no amount": (report(), "没有写信息处理费的金额")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(fees_whole, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(fees_whole, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(fees_whole, given, PARAMS) == why
