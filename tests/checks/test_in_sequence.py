"""The five subheads of 长春, in their order; phrases of a text."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import Said, compiled, reason, report, said
from goi_lint.checks import in_sequence

NAMES = ("组织推动", "主动公开", "依申请公开", "平台", "培训")
STEPS = [{"step": name, "patterns": [name]} for name in NAMES]
PARAMS = compiled({"within": [1], "look_at": "subheads", "steps": STEPS})
HEADS = (
    "（一）组织推动政府信息公开工作。",
    "（二）积极推动政府信息主动公开。",
    "（三）认真规范处理依申请公开。",
    "（四）不断强化政府信息公开平台内容保障。",
    "（五）全力做好宣传培训评估考核等基础工作。",
)


def _said(order: str, **params: Any) -> Said:
    lines = [HEADS[int(number) - 1] + "2023年，我局加强培训，办好平台。" for number in order]
    return said(in_sequence, report(parts={1: lines}), {**PARAMS, **params})


@pytest.mark.parametrize("order", ["12345", "135", "45"])
def test_silent(order: str) -> None:
    assert _said(order) == []


def test_one_out_of_order() -> None:
    facts = {
        "moved": ("平台",),
        "printed": ("组织推动", "平台", "主动公开", "依申请公开", "培训"),
        "expected": NAMES,
        "text": "平台",
    }
    assert _said("14235") == [("part 1", facts)]


def test_phrases_of_a_text() -> None:
    text = report(parts={5: ["改进措施：加强培训。存在问题：公开不够。"]})
    steps = compiled([{"step": "问题", "patterns": ["问题"]}, {"step": "措施", "patterns": ["措施|改进"]}])
    facts = {"moved": ("措施",), "printed": ("措施", "问题"), "expected": ("问题", "措施"), "text": "改进"}
    assert said(in_sequence, text, {"steps": steps, "within": [5]}) == [("part 5", facts)]


def test_one_alone_is_not_asked() -> None:
    text = report(parts={1: [HEADS[0]]})
    assert reason(in_sequence, text, PARAMS) == "所列内容不足两项，无从比较顺序"
