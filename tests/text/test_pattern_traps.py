"""What will surprise the author of a pattern, with its column; the patterns of the built-in packs hold no trap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from goi_lint.text.pattern_traps import PatternTrap, pattern_advice

TRAPS: dict[str, tuple[str, int, str, str]] = {
    "border of a word": (
        r"网站\b",
        3,
        r"\b 在中文里不起作用：汉字之间没有词的边界",
        r"\b does not work in Chinese, which has no borders between words",
    ),
    "no border of a word": (
        r"\B局",
        1,
        r"\B 在中文里不起作用：汉字之间没有词的边界",
        r"\B does not work in Chinese, which has no borders between words",
    ),
    "blank": (
        "统计 期限",
        3,
        "空格 永远匹配不到：匹配前已去掉所有空格和换行",
        "a blank matches nothing: all blanks are taken out before the search",
    ),
    "class of blanks that must be there": (
        r"统计\s+期限",
        3,
        r"\s 永远匹配不到：匹配前已去掉所有空格和换行",
        r"\s matches nothing: all blanks are taken out before the search",
    ),
    "full-width comma": (
        "网站，公众号",
        3,
        "全角的「，」永远匹配不到：匹配前已转为半角",
        "the full-width ， matches nothing: the text is made half-width before the search",
    ),
    "full-width bracket": (
        "（一）主动公开",
        1,
        "全角的「（」永远匹配不到：匹配前已转为半角",
        "the full-width （ matches nothing: the text is made half-width before the search",
    ),
    "matches nothing": (
        "网站|",
        1,
        "该模式连空文字也匹配，处处都会找到",
        "the pattern matches even nothing, and so is found everywhere",
    ),
    "all is optional": (
        "(?:网站)*",
        1,
        "该模式连空文字也匹配，处处都会找到",
        "the pattern matches even nothing, and so is found everywhere",
    ),
}
SOUND = [
    "网站[^。;]{0,8}条",
    r"\(一\)主动公开",
    r"网站\s*公众号",
    r"网站 ?公众号",
    "[，,]网站",
    r"\\b",
    "(?<=网)(?=站)",
    "^$",
    "《条例》、“三公”。",
    r"(?P<year>\d{4})年",
]
RAW = ["统计 期限", r"统计\s+期限", "网站，公众号", "（一）"]


@pytest.mark.parametrize(("pattern", "column", "zh", "en"), TRAPS.values(), ids=TRAPS)
def test_traps(pattern: str, column: int, zh: str, en: str) -> None:
    trap = pattern_advice(pattern)
    assert trap is not None
    assert (trap.column, trap.found.zh, trap.found.en) == (column, zh, en)


@pytest.mark.parametrize("pattern", SOUND)
def test_sound_patterns(pattern: str) -> None:
    assert pattern_advice(pattern) is None


@pytest.mark.parametrize("pattern", RAW)
def test_the_text_as_printed_has_blanks_and_full_width_marks(pattern: str) -> None:
    assert pattern_advice(pattern, raw=True) is None


def test_borders_are_a_trap_in_any_text() -> None:
    assert pattern_advice(r"\b局", raw=True) is not None


def test_what_to_write_instead() -> None:
    trap = pattern_advice("（一）")
    assert trap is not None
    assert trap.expected.zh == "应写半角的“\\(”，或加 raw: true 按原文匹配"
    assert trap.expected.en == "expected the half-width \\(, or raw: true to search the text as printed"


def _patterns(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _patterns(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _patterns(item, key)
    elif key in ("pattern", "patterns", "unless", "ignore", "under"):
        yield value


def test_built_in_packs_hold_no_trap() -> None:
    rules = sorted((Path(__file__).parents[2] / "rules").glob("*/[0-9]*/*.yaml"))
    assert rules
    found: dict[str, PatternTrap | None] = {}
    for path in rules:
        params = YAML(typ="safe", pure=True).load(path).get("params") or {}
        found |= {f"{path.name}: {text}": pattern_advice(text) for text in _patterns(params)}
    assert {text: trap for text, trap in found.items() if trap} == {}
