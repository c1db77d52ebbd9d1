"""Subheads are found on lines of their own and before a text; sentences are none."""

from __future__ import annotations

import pytest

from goi_lint.checks.subheads import Subsection, subsections
from goi_lint.model.document import NOWHERE, Paragraph

HEADS: dict[str, tuple[list[str], list[str]]] = {
    "on lines of their own": (
        ["（一）主动公开", "发布信息。", "（二）依申请公开", "没有收到。"],
        ["（一）主动公开", "（二）依申请公开"],
    ),
    "before a text": (["（一）主动公开。2023年，我局发布信息12条。"], ["（一）主动公开。"]),
    "before a text, with a colon": (["1.主动公开情况：发布信息12条。"], ["1.主动公开情况："]),
    "before a text, with a gap": (["（一）主动公开　　2023年，我局发布信息12条。"], ["（一）主动公开"]),
    "half-width, with blanks": (["( 一 ) 主动公开", "发布。"], ["( 一 ) 主动公开"]),
    "marks of a list": (["①网站建设", "②公众号"], ["①网站建设", "②公众号"]),
    "with a comma": (["（一）加强组织领导，健全工作机制"], ["（一）加强组织领导，健全工作机制"]),
    "letters set apart": (["（一）主 动 公 开"], ["（一）主 动 公 开"]),
    "a year in it": (["（一）2023年主动公开情况"], ["（一）2023年主动公开情况"]),
    "none: a numbered sentence": (["（一）全年发布信息120条。", "1.召开会议3次。"], []),
    "none: a number with a point": (["2.5万元用于培训"], []),
    "none: a long numbered line": ([f"（一）{'加强组织领导' * 8}"], []),
    "none: firstly, secondly": (["一是加强领导；二是健全机制。"], []),
    "none: short text": (["主动公开"], []),
}


def _paragraphs(texts: list[str]) -> list[Paragraph]:
    return [Paragraph(text, NOWHERE) for text in texts]


def _plain(found: Subsection) -> tuple[str, list[str]]:
    return found.head.text, [paragraph.text for paragraph in found.body]


@pytest.mark.parametrize(("texts", "expected"), HEADS.values(), ids=HEADS)
def test_subheads(texts: list[str], expected: list[str]) -> None:
    assert [found.head.text for found in subsections(_paragraphs(texts))] == expected


def test_declared_headings_are_subheads() -> None:
    declared = Paragraph("主动公开", NOWHERE, level=3)
    texts = [declared, Paragraph("发布信息。", NOWHERE)]
    assert [_plain(found) for found in subsections(texts)] == [("主动公开", ["发布信息。"])]


def test_what_stands_under_a_subhead() -> None:
    texts = ["开头。", "（一）主动公开", "1.网站：发布12条。", "续。", "2.公众号", "（二）依申请公开。没有。"]
    assert [_plain(found) for found in subsections(_paragraphs(texts))] == [
        ("（一）主动公开", ["1.网站：", "发布12条。", "续。", "2.公众号"]),
        ("1.网站：", ["发布12条。", "续。"]),
        ("2.公众号", []),
        ("（二）依申请公开。", ["没有。"]),
    ]
