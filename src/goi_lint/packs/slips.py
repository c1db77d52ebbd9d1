"""Marks that a Chinese keyboard types where YAML needs others: in a text without quotes they are most often a slip.

`[件，次]` is one item, and `“水库”` a text with quotes in it. Who means that puts the text in quotes.
"""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.lazy import lazy
from goi_lint.text.yaml_file import Node

HALF_WIDTH = Words(
    "冒号、逗号应为半角，后面空一格", "expected half-width colons and commas, a blank behind each"
)
_QUOTED = lazy("“[^“”]*”|‘[^‘’]*’|＂[^＂]*＂|＇[^＇]*＇")
_WITHIN = lazy(r"[（(《「][^）)》」]*[）)》」]")
QUOTES = Words(
    "引号应为半角，如 '水库'；中文引号会当作文字",
    "expected half-width quotes, as in '水库': others are part of the text",
)
_COMMAS = Words(
    "两项之间应为半角逗号，后面空一格；若确为一项，应加引号",
    "expected a half-width comma and a blank between two items; one item that holds such a mark in quotes",
)
_PATTERNS = Words(
    "两项之间应为半角逗号，后面空一格；模式中的逗号应写半角的，整项加引号",
    "expected a half-width comma and a blank between two items; within a pattern a half-width comma, all of it quoted",
)


def full_width_quotes(node: Node) -> Words | None:
    """Return what to say of a text that stands in full-width quotes, where `QUOTES` are expected; None for others."""
    if not node.bare or not _QUOTED.fullmatch(str(node.value)):
        return None
    return Words(f"全角引号 {node.value}", f"full-width quotes, {node.value}")


def commas_expected(node: Node, pattern: bool) -> Words | None:
    """Return what is expected in place of an item of a list in brackets that is more than one; None where it is one.

    In a pattern 、 may well be meant, and so it may within the brackets of a label.
    """
    text = _WITHIN.sub("", str(node.value))
    if not node.bare or not ("，" in text or ("、" in text and not pattern)):
        return None
    return _PATTERNS if pattern else _COMMAS


def is_wide(text: str) -> bool:
    """Tell whether a name holds marks that no name has."""
    return any(mark in text for mark in "，、：；")
