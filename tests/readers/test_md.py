from __future__ import annotations

import time
from contextlib import suppress

import pytest

from goi_lint.errors import ReadError
from goi_lint.model.document import Block, Document, Paragraph, Picture, Place
from goi_lint.readers import md


def p(line: int, text: str, level: int | None = None) -> Paragraph:
    return Paragraph(text, Place(line, line), level)


def pic(line: int, text: str) -> Picture:
    return Picture(text, Place(line, line))


READ: dict[str, tuple[str, list[Block]]] = {
    "headings": ("# 标题\n###### 小\n####### 七", [p(1, "标题", 1), p(2, "小", 6), p(3, "####### 七")]),
    "heading closed by hashes": ("## 一、总体情况 ##  \n", [p(1, "一、总体情况", 2)]),
    "heading that ends in a hash": ("# 第1#", [p(1, "第1#", 1)]),
    "heading without a blank": (
        "##一、总体情况\n#（二）\n#1",
        [p(1, "一、总体情况", 2), p(2, "（二）", 1), p(3, "#1")],
    ),
    "underlined headings": (
        "标题\n====\n一、总体情况\n---\n无。",
        [p(1, "标题", 1), p(3, "一、总体情况", 2), p(5, "无。")],
    ),
    "a rule below a blank line": ("甲\n\n---\n乙\n\n***", [p(1, "甲"), p(4, "乙")]),
    "emphasis": ("**一、总体情况**", [p(1, "一、总体情况")]),
    "emphasis within emphasis": ("***甲*** **乙 *丙* 丁** ~~戊~~", [p(1, "甲 乙 丙 丁 戊")]),
    "underscores": ("__甲__ _乙_ a_b_c ____年", [p(1, "甲 乙 a_b_c ____年")]),
    "code": ("`甲` 与 ``", [p(1, "甲 与 ``")]),
    "stars that are placeholders": ("| 规章 | * | * |\n| * |*|", [p(1, "| 规章 | * | * |"), p(2, "| * |*|")]),
    "escapes": (r"1\. 甲 \*乙\* \_", [p(1, "1. 甲 *乙* _")]),
    "an escape that opens nothing": (r"\*甲*", [p(1, "*甲*")]),
    "a backslash that breaks the line": ("甲\\\n乙", [p(1, "甲"), p(2, "乙")]),
    "links": ('[甲](http://a.cn/ "题")、[乙][1] [丙]\n[1]: http://b.cn', [p(1, "甲、乙 [丙]")]),
    "bare addresses": ("<http://www.a.gov.cn>，<a href='x'>甲</a>", [p(1, "http://www.a.gov.cn，甲")]),
    "pictures": ("前![表三](a.png)后\n![](b.png)", [pic(1, "表三"), p(1, "前后"), pic(2, "")]),
    "pictures of HTML": ('<img src="a.png" alt="表四">\n<IMG src=b>', [pic(1, "表四"), pic(2, "")]),
    "picture of a reference": ("![表][t]", [pic(1, "表")]),
    "breaks in text part paragraphs": ("甲<br>乙<br />丙", [p(1, "甲"), p(1, "乙"), p(1, "丙")]),
    "breaks in a cell join": ("| 商业<br>企业 |", [p(1, "| 商业企业 |")]),
    "entities": (
        "&nbsp;0&emsp;&lt;&amp;lt;&#65;&#x3000;&mdash; A&B;",
        [p(1, "\u00a00\u2003<&lt;A\u3000— A&B;")],
    ),
    "block quotes": ("> 甲\n> > 乙\n>丙", [p(1, "甲"), p(2, "乙"), p(3, "丙")]),
    "lists": (
        "- 甲\n  * 乙\n+ 丙\n1. 属于国家秘密\n-8\n-",
        [p(1, "甲"), p(2, "乙"), p(3, "丙"), p(4, "1. 属于国家秘密"), p(5, "-8"), p(6, "-")],
    ),
    "tables": (
        "| 规章 | 0 |\n|:---|---:|\n| 行政许可 | - |",
        [p(1, "| 规章 | 0 |"), p(3, "| 行政许可 | - |")],
    ),
    "a row of placeholders": (
        "| 甲 | 乙 |\n|-|-|\n| - | - |",
        [p(1, "| 甲 | 乙 |"), p(3, "| - | - |")],
    ),
    "tables below one another": (
        "| 甲 |\n|---|\n\n| 乙 |\n|---|\n| 0 |",
        [p(1, "| 甲 |"), p(4, "| 乙 |"), p(6, "| 0 |")],
    ),
    "short delimiters below one another": (
        "| 甲 |\n|-|\n\n| 乙 |\n|-|\n| 0 |",
        [p(1, "| 甲 |"), p(4, "| 乙 |"), p(6, "| 0 |")],
    ),
    "tables of HTML keep their cells": (
        "<table>\n<tr><td>规章</td><td>0</td></tr>\n</table>",
        [p(2, "规章 | 0 | ")],
    ),
    "cells behind tabs": ("\t规章\n\t- \n\t0", [p(1, "\t规章"), p(2, "\t- "), p(3, "\t0")]),
    "comments": ("甲<!-- 一 -->乙<!---->\n<!-- 一、总体情况\n二\n-->丙", [p(1, "甲乙"), p(4, "丙")]),
    "a comment that does not end is text": ("甲\n<!-- 一\n乙", [p(1, "甲"), p(2, "<!-- 一"), p(3, "乙")]),
    "an arrow is no comment": ("甲 --> 乙", [p(1, "甲 --> 乙")]),
    "fences": ("```text\n甲\n```\n~~~\n乙", [p(2, "甲"), p(5, "乙")]),
    "metadata": (
        '---\ntitle: "某局年度报告"\ndate: 2024-01-15\ntags:\n  - 公开\n---\n一、总体情况',
        [p(2, "某局年度报告", 1), p(7, "一、总体情况")],
    ),
    "a rule at the top": (
        "---\n一、总体情况\n无。\n---\n乙",
        [p(2, "一、总体情况"), p(3, "无。", 2), p(5, "乙")],
    ),
    "metadata that do not end": ("---\na: b\n乙", [p(2, "a: b"), p(3, "乙")]),
}

STREAMS = {
    "a heading": ("# 标题\n", True),
    "a delimiter row": ("| a |\n|---|\n", True),
    "plain text": ("一、总体情况\n规章 | 0\n", False),
    "rules only": ("甲\n---\n乙\n", False),
    "tab cells": ("\t规章\n\t---\n", False),
}


@pytest.mark.parametrize(("text", "blocks"), READ.values(), ids=READ)
def test_blocks(text: str, blocks: list[Block]) -> None:
    assert md.read(text.encode(), "a.md") == Document("a.md", "md", tuple(blocks))


@pytest.mark.parametrize(("text", "expected"), STREAMS.values(), ids=STREAMS)
def test_a_stream_is_known_by_its_syntax(text: str, expected: bool) -> None:
    assert md.recognises(text.encode(), "-") is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("a.md", True), ("A.MARKDOWN", True), ("a.txt", False), ("a.md.txt", False)]
)
def test_a_file_is_known_by_its_extension(name: str, expected: bool) -> None:
    assert md.recognises("# 标题".encode(), name) is expected


PIECES = [
    "*",
    "*a ",
    "*a*",
    "_",
    "__a ",
    "~~",
    "`a",
    "[",
    "[a](",
    "![",
    "![a](",
    "<",
    "<img ",
    "<!--",
    "<!-- -->",
]
PIECES += ["# ", "#", "- ", "> ", "-", "|-", "|-x", "=", "\\", "&", "&amp;", " ", "<br>", "</td>"]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("end", ["", "x"])
def test_long_lines_take_no_longer_than_they_are(piece: str, end: str) -> None:
    line = (piece * 190_000)[:190_000] + end
    start = time.process_time()
    with suppress(ReadError):
        md.read(line.encode(), "a.md")
    assert time.process_time() - start < 1


def test_blank_lines_take_no_longer_than_they_are() -> None:
    start = time.process_time()
    assert not md.recognises(b"\n" * 65_000, "-")
    assert time.process_time() - start < 1
