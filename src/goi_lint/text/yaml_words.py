"""The complaints of the YAML parser, in words that tell an author what to do."""

from __future__ import annotations

import re

from goi_lint.errors import Words
from goi_lint.lazy import lazy

BLOCK = Words(
    "应为文字；含特殊符号的文字应写成块（键后写 >-，下一行缩进）",
    "expected text; where it has special characters, as a block (`>-` after the key, the text indented below)",
)
"""What is expected where a text was taken for something else: `{left} …` for a mapping."""
_QUOTED = Words(
    "应加引号，或写成块（键后写 >-，下一行缩进）",
    "expected it in quotes, or as a block (`>-` after the key, the text indented below)",
)
_FLOW_TEXT = lazy(r"^\s*(?:-\s+)?[\w.-]+:\s+[\[{&*!%@`|>]")
_COMPLAINTS = (
    (
        r"mapping values are not allowed",
        Words("这里不能有冒号", "a colon where none can stand"),
        Words(
            "含冒号的文字应加引号，或写成块（键后写 >-，下一行缩进）；若是键，应与其他键对齐",
            "a text with a colon is expected in quotes, or as a block (`>-` after the key, the text indented below); "
            "a key in one column with the others",
        ),
    ),
    (r"character '(.)' that cannot start", Words("文字以 {0} 开头", "a text that begins with {0}"), _QUOTED),
    (
        r"unknown escape character '(.)'",
        Words(r"双引号中的 \{0}", r"\{0} in double quotes"),
        Words("正则表达式应写在单引号中", "expected a pattern in single quotes"),
    ),
    (
        r"expected <block end>, but found '<scalar>'",
        Words("引号或括号后面还有文字", "text after a closing quote or bracket"),
        BLOCK,
    ),
    (
        r"expected <block end>",
        Words("缩进与上面的键不一致", "an indentation unlike that of the keys above"),
        Words("同一层的键应对齐", "expected the keys of one level in one column"),
    ),
    (
        r"unexpected end of stream",
        Words("引号没有收尾", "a quote that is not closed"),
        Words("应有另一半引号", "expected its partner"),
    ),
    (
        r"expected ',' or .*, but got '([{\[])'",
        Words("括号内的文字含有 {0}", "a text with {0} within brackets"),
        Words("含花括号、方括号的文字应加引号", "expected a text with brackets in quotes"),
    ),
    (
        r"expected ',' or .*, but got '<scalar>'",
        Words("引号或括号后面还有文字", "text after a closing quote or bracket"),
        Words(
            "含括号的文字应整个加引号；两项之间应有逗号",
            "expected a text with brackets in quotes, all of it, and a comma between two items",
        ),
    ),
    (
        r"expected ',' or|expected the node content",
        Words("括号没有收尾，或缺少逗号", "a bracket that is not closed, or a comma that is missing"),
        Words("应有另一半括号，或两项之间的逗号", "expected its partner, or a comma between two items"),
    ),
    (
        r"could not find expected ':'",
        Words("键后面没有冒号", "a key without a colon"),
        Words(
            "应写成 键: 值（半角冒号，空一格）", "expected key: value, with a half-width colon and a blank"
        ),
    ),
    (
        r"sequence entries are not allowed",
        Words("这里不能有列表项", "a list item where none can stand"),
        Words(
            "列表应从键的下一行开始，每项以 - 开头", "expected the list below its key, each item after a -"
        ),
    ),
)


def complaint(problem: str, before: str, line: str) -> tuple[Words, Words]:
    """Return what was found and what was expected; `before` is the line up to where the parser stopped."""
    if "\t" in before:
        return Words("缩进中有制表符", "a tab in the indentation"), Words("应用空格缩进", "expected spaces")
    for pattern, found, expected in _COMPLAINTS:
        if match := re.search(pattern, problem):
            zh, en = (text.format(*match.groups()) for text in found)
            return Words(f"YAML 有误：{zh}", f"bad YAML: {en}"), expected
    found = Words(f"YAML 有误（{problem}）", f"bad YAML ({problem})")
    return found, BLOCK if _FLOW_TEXT.match(line) else Words("应为合法的 YAML 1.2", "expected YAML 1.2")
