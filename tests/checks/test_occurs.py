"""Neither more nor less often than it should."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import Said, compiled, report, said
from goi_lint.checks import occurs
from goi_lint.model.report import Report

PATTERNS = ["信息公开", "公开办"]
TEXT = report(parts={1: ["我局信息公开工作由信息公开办负责。", "信息公开指南已更新。"]})
THREE = "我局信息公开工作由信息公开办负责。信息公开指南已更新。"

COUNTED: dict[str, tuple[Report, dict[str, Any], Said]] = {
    "as often as it should": (TEXT, {"least": 3, "most": 3}, []),
    "words of two patterns count once": (
        TEXT,
        {"least": 4},
        [("part 1", {"count": 3, "limit": 4, "text": THREE})],
    ),
    "too often, at the first that is too much": (
        TEXT,
        {"most": 1},
        [("part 1", {"count": 3, "limit": 1, "text": "信息公开"})],
    ),
    "not at all": (
        report(parts={1: ["加强领导。"]}),
        {"least": 1},
        [("part 1", {"count": 0, "limit": 1, "text": "加强领导。"})],
    ),
    "none allowed": (TEXT, {"most": 0}, [("part 1", {"count": 3, "limit": 0, "text": "信息公开"})]),
}


@pytest.mark.parametrize(("given", "limits", "expected"), COUNTED.values(), ids=COUNTED)
def test_counted(given: Report, limits: dict[str, Any], expected: Said) -> None:
    assert said(occurs, given, compiled({"patterns": PATTERNS, "within": [1], **limits})) == expected


def test_subheads_are_counted() -> None:
    text = report(parts={1: ["（一）主动公开", "发布。", "（二）依申请公开", "没有。"]})
    params = compiled({"patterns": [r"^\("], "within": [1], "look_at": "subheads", "least": 5})
    facts = {"count": 2, "limit": 5, "text": "（一）主动公开（二）依申请公开"}
    assert said(occurs, text, params) == [("part 1", facts)]


def test_the_others_are_related() -> None:
    (problem,) = occurs.check(TEXT, compiled({"patterns": PATTERNS, "within": [1], "most": 1}))
    assert [location.place.line for location in problem.related] == [3]


LIMITS: dict[str, tuple[dict[str, int], list[tuple[str, ...]]]] = {
    "neither": ({}, [()]),
    "negative": ({"most": -1}, [("most",)]),
    "exchanged": ({"least": 3, "most": 2}, [("least",)]),
    "both": ({"least": 2, "most": 2}, []),
}


@pytest.mark.parametrize(("limits", "paths"), LIMITS.values(), ids=LIMITS)
def test_limits_are_verified(limits: dict[str, int], paths: list[tuple[str, ...]]) -> None:
    faults = occurs.limits_verified(limits.get("least"), limits.get("most"))
    assert [fault.path for fault in faults] == paths
