"""Each of the six parts is there."""

from __future__ import annotations

import pytest

from checks.building import Said, evidence, reason, report, said, section
from goi_lint.checks import parts_present
from goi_lint.model.report import Report


def _parts(*numbers: int) -> Report:
    return report(sections=[section(number, ["有内容。"]) for number in numbers])


def _said(part: int, numeral: str, title: str) -> tuple[str, dict[str, str]]:
    return (f"part {part}", {"numeral": numeral, "title": title})


SILENT = {
    "all six": report(),
    "out of order": _parts(2, 1, 3, 4, 6, 5),
    "one twice": _parts(1, 1, 2, 3, 4, 5, 6),
}
REPORTS = {
    "the last": (_parts(1, 2, 3, 4, 5), [_said(6, "六", "其他需要报告的事项")]),
    "the first and the fifth": (
        _parts(2, 3, 4, 6),
        [_said(1, "一", "总体情况"), _said(5, "五", "存在的主要问题及改进情况")],
    ),
}
ABSENT = {"no form": (report(evidence=evidence(None, None)), "不知应适用哪一年的格式")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(parts_present, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(parts_present, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(parts_present, given) == why
