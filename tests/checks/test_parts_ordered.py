"""As few parts as possible are said to stand in the wrong place."""

from __future__ import annotations

import pytest

from checks.building import Said, reason, report, said, section
from goi_lint.checks import parts_ordered
from goi_lint.model.report import Report


def _parts(*numbers: int) -> Report:
    return report(sections=[section(number, ["有内容。"]) for number in numbers])


def _said(part: int, numeral: str, title: str, order: str) -> tuple[str, dict[str, object]]:
    return (f"part {part}", {"numeral": numeral, "title": title, "order": tuple(order)})


SILENT = {
    "in order": report(),
    "in order, one missing": _parts(1, 3, 4),
    "copies out of order": report(
        sections=[section(3, counts=False), section(1), section(2), section(3), section(2, counts=False)]
    ),
}
REPORTS = {
    "the last one first": (
        _parts(6, 1, 2, 3, 4, 5),
        [_said(6, "六", "其他需要报告的事项", "六一二三四五")],
    ),
    "neighbours exchanged": (
        _parts(1, 2, 3, 4, 6, 5),
        [_said(5, "五", "存在的主要问题及改进情况", "一二三四六五")],
    ),
    "reversed": (
        _parts(3, 2, 1),
        [
            _said(2, "二", "主动公开政府信息情况", "三二一"),
            _said(1, "一", "总体情况", "三二一"),
        ],
    ),
}
ABSENT = {"one part": (_parts(2), "不足两个部分，谈不上次序")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(parts_ordered, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(parts_ordered, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(parts_ordered, given) == why
