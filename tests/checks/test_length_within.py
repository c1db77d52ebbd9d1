"""Characters without blanks, or words as a word processor counts them."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import Said, reason, report, said
from goi_lint.checks import length_within
from goi_lint.model.report import Report

TEXT = report(parts={1: ["2023 年，我局 ", "\u3000\u3000发布 120 条。"]})

MEASURED: dict[str, tuple[Report, dict[str, Any], Said]] = {
    "at the limit": (TEXT, {"most": 15, "least": 15}, []),
    "too long": (
        TEXT,
        {"most": 12},
        [("part 1", {"count": 15, "limit": 12, "excess": 3, "text": "2023 年，我局发布 120 条。"})],
    ),
    "too short": (
        TEXT,
        {"least": 20, "most": 1000},
        [("part 1", {"count": 15, "limit": 20, "excess": 5, "text": "2023 年，我局发布 120 条。"})],
    ),
    "numbers as one": (TEXT, {"most": 10, "count": "words"}, []),
    "numbers as one, too long": (
        TEXT,
        {"most": 9, "count": "words"},
        [("part 1", {"count": 10, "limit": 9, "excess": 1, "text": "2023 年，我局发布 120 条。"})],
    ),
    "an address as one": (
        report(parts={1: ["见www.ljs.gov.cn。"]}),
        {"least": 3, "most": 3, "count": "words"},
        [],
    ),
}


@pytest.mark.parametrize(("given", "params", "expected"), MEASURED.values(), ids=MEASURED)
def test_measured(given: Report, params: dict[str, Any], expected: Said) -> None:
    assert said(length_within, given, {"within": [1], **params}) == expected


def test_not_applicable() -> None:
    assert reason(length_within, report(parts={1: []}), {"within": [1], "least": 9}) == "相关部分缺失或为空"
    assert reason(length_within, report(), {"within": ["front"], "least": 9}) == "没有文字"


def test_limits_are_verified() -> None:
    assert [fault.path for fault in length_within.verify({}, {})] == [()]
