"""The check `percentages_fit`; what people write stands in `tests/narrative`."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import report, said
from goi_lint.checks import percentages_fit
from goi_lint.errors import AbsentError


def found(text: str, **params: Any) -> list[dict[str, Any]]:
    return [facts for _, facts in said(percentages_fit, report(parts={1: (text,)}), params)]


@pytest.mark.parametrize(
    "text",
    [
        "答复130件，其中公开59件，占45.38%。",
        "答复130件，其中公开59件，占45.4%。",
        "答复130件，其中公开59件，占45.3%。",
        "答复130件，其中公开59件，占45%。",
        "答复3件，其中公开3件，占100%。",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


def test_reports_what_the_two_come_to() -> None:
    assert found("答复130件，其中公开59件，占45.5%。") == [
        {"text": "其中公开59件，占45.5%", "printed": "45.5", "part": 59, "whole": 130, "fits": "45.4"}
    ]


def test_a_whole_percentage_is_shown_with_one_decimal() -> None:
    assert found("答复130件，其中公开59件，占47%。")[0]["fits"] == "45.4"


@pytest.mark.parametrize(
    "text", ["发布信息130条。", "满意率为98%。", "公开59件，占45.5%。", "答复130件，其中公开59件，约占50%。"]
)
def test_nothing_to_compute(text: str) -> None:
    with pytest.raises(AbsentError) as absent:
        found(text)
    assert absent.value.reason.zh == "正文没有可以由文中的数算出的百分比"
