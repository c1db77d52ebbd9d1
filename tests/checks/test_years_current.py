"""Sentences of an earlier year, plans for a year that is over."""

from __future__ import annotations

import pytest

from checks.building import Said, reason, report, rule_params, said
from goi_lint.checks import years_current
from goi_lint.model.report import Report

PARAMS = rule_params("GOI035")


def _opening(*texts: str) -> Report:
    return report(parts={1: texts})


def _closing(text: str) -> Report:
    return report(closing=[text])


def _said(text: str, other: int, kind: str, address: str) -> Said:
    return [(address, {"text": text, "other": other, "year": 2023, "kind": kind})]


SILENT = {
    "own year": _opening("2023年，我局认真落实条例。"),
    "comparison": _opening("2022年，我局公开信息64条，同比增长一成。"),
    "with the own year in the sentence": _opening("2022年，我局起草目录，2023年印发。"),
    "things dated by nature": _opening("2022年度部门决算、2021年印发的工作要点均已公开。"),
    "history": _opening("2023年，我局推进公开。", "2022年，我局成立领导小组。"),
    "earlier year beside the own one": _opening(
        "2023年，我局推进公开。", "（一）主动公开。2023年公开信息64条。2022年，我局公开信息60条。"
    ),
    "since": _opening("2019年以来，我局坚持公开。"),
    "plan for the coming year": report(parts={5: ["2023年，问题仍存。2024年，我局将进一步加强培训。"]}),
    "plan without a year": report(parts={5: ["我局将继续改进。"]}),
    "将 in the sense of 把": report(
        parts={5: ["2023年，我局将推进政务公开纳入考核，但仍有不足。", "2023年，我局将公开工作列入议程。"]}
    ),
    "past year with a later plan in the sentence": report(
        parts={5: ["2023年，我局工作取得成效，但信息更新不够及时，今后将继续努力。"]}
    ),
    "broken line": _opening(
        "我局公开的部门决算、行政许可、行政处罚等各类信息数量均多于", "2022年，我局已作说明。"
    ),
}
REPORTS = {
    "opening of part one": (
        _opening("2022年，我局认真落实《条例》。2023年公开信息64条。"),
        _said("2022年，我局认真落实《条例》。", 2022, "told", "part 1"),
    ),
    "opening below a subheading": (
        _opening("（一）主动公开", "2021年度，我局认真落实《条例》。"),
        _said("2021年度，我局认真落实《条例》。", 2021, "told", "part 1"),
    ),
    "later paragraph": (
        _opening("2023年，我局推进公开。", "（二）依申请公开。2022年，我局收到申请3件。"),
        _said("2022年，我局收到申请3件。", 2022, "told", "part 1"),
    ),
    "plan in part five": (
        report(parts={5: ["信息更新不够及时。2023年，我局将进一步明确时限。"]}),
        _said("2023年，我局将进一步明确时限。", 2023, "planned", "part 5"),
    ),
    "plan with 以": (
        report(parts={6: ["2023年，我局将以群众关切为重点，加大公开力度。"]}),
        _said("2023年，我局将以群众关切为重点，加大公开力度。", 2023, "planned", "part 6"),
    ),
    "plan of an earlier year in the closing": (
        _closing("下一步，2022年将重点做好以下工作。"),
        _said("下一步，2022年将重点做好以下工作。", 2022, "planned", "closing"),
    ),
    "two plans in one paragraph are one finding": (
        report(parts={5: ["2023年，我局将继续加强培训。2023年，我局将加强检查。"]}),
        _said("2023年，我局将继续加强培训。", 2023, "planned", "part 5"),
    ),
}
ABSENT = {"no year": (report(identity={"year": None}), "报告年份不明")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(years_current, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(years_current, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(years_current, given, PARAMS) == why
