"""The check `breakdowns_fit`; what people write stands in `tests/narrative`."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import report, said
from goi_lint.checks import breakdowns_fit
from goi_lint.errors import AbsentError
from goi_lint.text.patterns import compile_pattern

PARAMS = {"overlapping": compile_pattern("网站|微信", builtin=True), "units": ["条", "件"]}


def found(text: str, **params: Any) -> list[dict[str, Any]]:
    return [facts for _, facts in said(breakdowns_fit, report(parts={1: (text,)}), PARAMS | params)]


@pytest.mark.parametrize(
    "text",
    [
        "发布信息126条，其中政策6条、动态95条。",
        "发布信息126条，包括政策31条、动态95条。",
        "发布信息126条，其中网站100条、微信95条。",
        "发布信息126条，其中政策6条、动态约125条。",
        "发布信息约126条，其中政策6条、动态125条。",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


REPORTS = [
    ("exceeding", "发布信息126条，其中政策36条、动态95条。", (126, "36 ＋ 95", 131)),
    ("single", "发布信息126条，其中网站130条。", (126, "130", 130)),
    ("differing", "发布信息126条，分别为政策30条、动态95条。", (126, "30 ＋ 95", 125)),
]


@pytest.mark.parametrize(("kind", "text", "numbers"), REPORTS, ids=[each[0] for each in REPORTS])
def test_reports(kind: str, text: str, numbers: tuple[int, str, int]) -> None:
    total, parts, together = numbers
    assert found(text) == [
        {"text": text.rstrip("。"), "total": total, "parts": parts, "sum": together, "kind": kind}
    ]


@pytest.mark.parametrize(
    ("text", "params"),
    [
        ("发布信息126条，其中政策36条、动态95条。", {"within": [5]}),
        ("配备人员5名，其中党员4名、本科3名。", {}),
        ("发布图解12件，其中文字10份、视频9份，共印200条。", {}),
        ("发布信息126条。", {}),
    ],
)
def test_nothing_to_judge(text: str, params: dict[str, Any]) -> None:
    with pytest.raises(AbsentError) as absent:
        found(text, **params)
    assert absent.value.reason.zh == "正文没有总数与分项"
