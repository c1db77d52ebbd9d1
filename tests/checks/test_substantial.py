"""Part five says something."""

from __future__ import annotations

import pytest

from checks.building import Said, reason, report, rule_params, said
from goi_lint.checks import substantial
from goi_lint.model.report import Report

PARAMS = rule_params("GOI501")


def _five(*texts: str) -> Report:
    return report(parts={5: texts})


def _said(text: str, characters: int) -> Said:
    return [("part 5", {"numeral": "五", "text": text, "characters": characters})]


SILENT = {
    "problems and measures": report(),
    "ten characters": _five("公开还不够及时，将改进。"),
    "no great problem, but": _five("工作中没有大的问题，但解读形式单一，下一步将丰富形式。"),
}
REPORTS = {
    "无": (_five("无"), _said("无", 1)),
    "nine characters": (_five("公开不及时，将会改进。"), _said("公开不及时，将会改进。", 9)),
    "long denial": (
        _five("我局政府信息公开工作不存在突出问题。"),
        _said("我局政府信息公开工作不存在突出问题。", 17),
    ),
}
ABSENT = {"empty": (_five(), "该部分为空（见 GOI025）")}


def test_missing_part() -> None:
    assert reason(substantial, report(sections=[]), PARAMS) == "没有第五部分（见 GOI020）"


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(substantial, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(substantial, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(substantial, given, PARAMS) == why
