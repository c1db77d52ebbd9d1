"""Counts with the clause that each stands in: `全年新收申请26件` tells 26 件 of `全年新收申请`.

A clause reaches from the mark or the count before to the count, and behind it to the next mark. A sentence that denies
(`未收到申请`, `没有行政复议`) tells 0.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from goi_lint.lazy import lazy
from goi_lint.limits import NARRATIVE_NUMBERS
from goi_lint.narrative.counts import NO_DOUBT, Count, figures_in
from goi_lint.tuples import NamedTuple

_MARK = lazy(r"[,;:。!?()、]")
_WEAK = "、"
_LONGEST = 160
"""A longer clause is cut, and nobody understands it."""
_JOINING = "、和及与并以等"
_HAPPENS = "收到|接到|接收|发生|产生|出现|引发|引起|涉及|有|被(?:申请|提起|复议|诉讼)"
_DENIAL = lazy(
    rf"[未没无不零](?:(?<=未)(?:曾|有|再)?(?=(?:因[^,;。]{{0,24}})?(?:{_HAPPENS}))"
    r"|(?<=没)有|(?<=无)(?<!有无)(?![法关需须正偿障效理论误条故锡需])|(?<=不)存在|(?<=零)(?=申请|复议|诉讼|受理|结转|行政))"
)
"""What says that there was nothing: 未受理, 未答复 say that something was not done, and are none."""


class Told(NamedTuple):
    """A number with its clause: `head` stands before it, `tail` behind; `start` and `end` are the clause's.

    `at` is where the number begins; `depth` counts the brackets around it; `denied` says that the number is a denial.
    """

    value: int
    exact: bool
    unit: str
    head: str
    tail: str
    start: int
    at: int
    end: int
    depth: int
    denied: bool = False


@lru_cache(maxsize=512)
def told_in(text: str, doubtful: frozenset[str] = NO_DOUBT) -> tuple[Told, ...]:
    """Return what a folded text tells in numbers, in order."""
    counts = figures_in(text, doubtful).counts
    denials = list(_DENIAL.finditer(text))
    if not 0 < len(counts) + len(denials) <= NARRATIVE_NUMBERS:
        return ()
    marks = _marks(text)
    told = [_told(text, counts, index, marks) for index in range(len(counts))]
    told += _denied(text, counts, denials, marks)
    told.sort(key=lambda each: each.at)
    return tuple(told)


def sentence_start(text: str, position: int) -> int:
    """Return where the sentence begins that holds a position."""
    return max(text.rfind("。", 0, position), text.rfind("!", 0, position), text.rfind("?", 0, position)) + 1


class _Marks(NamedTuple):
    """Where a text's punctuation marks stand, all and the strong ones, and how many brackets are open behind each."""

    all: list[int]
    strong: list[int]
    depths: list[int]


def _marks(text: str) -> _Marks:
    marks = _Marks([], [], [])
    depth = 0
    for match in _MARK.finditer(text):
        at = match.start()
        mark = text[at]
        marks.all.append(at)
        if mark != _WEAK:
            depth = depth + 1 if mark == "(" else max(depth - 1, 0) if mark == ")" else depth
            marks.strong.append(at)
            marks.depths.append(depth)
    return marks


def _told(text: str, counts: tuple[Count, ...], index: int, marks: _Marks) -> Told:
    value, exact, unit, at, number_end = counts[index]
    before = counts[index - 1].end if index else 0
    last = bisect_left(marks.strong, at)
    start = max(before, marks.strong[last - 1] + 1 if last else 0)
    while start < at and text[start] in _JOINING:
        start += 1
    following = counts[index + 1].start if index + 1 < len(counts) else len(text)
    nearest = bisect_left(marks.all, number_end)
    end = marks.all[nearest] if nearest < len(marks.all) else len(text)
    if end > following:
        end = number_end
    depth = marks.depths[last - 1] if last else 0
    head, tail = _before_bracket(text, start, before, marks) + text[start:at], text[number_end:end]
    if len(head) > _LONGEST:
        head = "…" + head[-_LONGEST:]
    return Told(value, exact, unit, head, tail[:_LONGEST], start, at, end, depth)


def _before_bracket(text: str, start: int, least: int, marks: _Marks) -> str:
    """Return what stands before the bracket right behind which a clause begins: `乡镇` of `乡镇(街道)共收到`."""
    if text[start - 1 : start] != ")":
        return ""
    opening = text.rfind("(", least, start)
    before = bisect_left(marks.all, opening)
    return text[max(marks.all[before - 1] + 1 if before else 0, least) : opening] if opening >= 0 else ""


def _denied(
    text: str, counts: tuple[Count, ...], denials: Iterable[re.Match[str]], marks: _Marks
) -> Iterator[Told]:
    """Yield the denials: each clause that says that there was nothing, and tells no number itself."""
    for match in denials:
        last = bisect_left(marks.strong, match.start())
        start = marks.strong[last - 1] + 1 if last else 0
        end = marks.strong[last] if last < len(marks.strong) else len(text)
        if any(start <= count.start < end for count in counts):
            continue
        if end - start > _LONGEST:
            continue
        begin = _before_bracket(text, start, 0, marks)
        head = begin + text[start : match.start()] + text[match.end() : end]
        depth = marks.depths[last - 1] if last else 0
        yield Told(0, True, "", head, "", start, match.start(), end, depth, True)
