"""The narrative of a report in other sentences: several reports made of one base would look copied from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from goi_lint.cases.draft import Draft, Part
from goi_lint.lazy import lazy

PARTS = (1, 5)
"""The parts that are told in other sentences."""
_SENTENCE = lazy(r"[^。；！？\n]{10,}(?=[。；！？])")
_SUBHEAD = lazy(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[一二三四五六七八九十]是)[^，,]*$")
_PHRASES = tuple(
    f"，{phrase}"
    for phrase in (
        "由专人跟进落实",
        "遇有变化随时调整",
        "逐项列出清单",
        "做到有据可查",
        "请有关科室协同办理",
        "力求简明好懂",
        "定期回头看",
        "把责任落到岗位",
        "听取各方意见后完善",
        "先易后难稳步推进",
        "留存记录以备查考",
        "按季小结经验得失",
        "与日常工作一并安排",
        "哪里不妥就改哪里",
        "有始有终不走过场",
        "让群众少跑一趟路",
        "多方征询群众看法",
        "宁可慢些也要办细",
        "新老同志结对承办",
    )
)
"""What a sentence ends with besides: nothing that any rule asks for, so that whatever a base says it still says."""


def retold(draft: Draft, number: int) -> Draft:
    """Return the report with other sentences, alike for no two numbers from 1 on: each gains a phrase of its own."""
    sentences = count()
    parts = tuple(_retold(part, number, sentences) if part.number in PARTS else part for part in draft.parts)
    return replace(draft, parts=parts)


def _retold(part: Part, number: int, sentences: Iterator[int]) -> Part:
    def extended(match: re.Match[str]) -> str:
        if _SUBHEAD.match(match[0]):
            return match[0]
        return match[0] + _phrase(next(sentences), number)

    return replace(part, paragraphs=tuple(_SENTENCE.sub(extended, text) for text in part.paragraphs))


def _phrase(sentence: int, number: int) -> str:
    """Return what is added to a sentence: of each two numbers another phrase, or another number of phrases."""
    turn, first = divmod(number - 1, len(_PHRASES))
    last = _PHRASES[(sentence + first) % len(_PHRASES)]
    before = (_PHRASES[(sentence + first + each) % len(_PHRASES)] for each in range(1, turn + 1))
    return "".join((*before, last))
