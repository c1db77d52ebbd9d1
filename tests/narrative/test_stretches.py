"""Lines become running text, under their headings; what is too long or too full of numbers is none."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from goi_lint.limits import NARRATIVE_LENGTH, NARRATIVE_NUMBERS
from goi_lint.narrative.breakdowns import breakdowns_in
from goi_lint.narrative.clauses import told_in
from goi_lint.narrative.shares import shares_in
from goi_lint.narrative.stretches import Stretch, stretches
from goi_lint.text.normalise import fold
from goi_lint.tuples import NamedTuple


class Line(NamedTuple):
    text: str
    folded: str


def running(lines: Sequence[str]) -> list[Stretch]:
    return list(stretches([Line(text, fold(text)) for text in lines], "总体情况"))


def test_a_sentence_goes_on_in_the_next_line() -> None:
    lines = [
        "为保障公众依法获取政府信息，我局不断规范依申请公开办理流程，全年",
        "收到申请 26 件。",
        "另起一行。",
    ]
    first, second = running(lines)
    assert (first.text, first.starts) == (fold(lines[0] + lines[1]), (0, 32))
    assert [first.line_at(position) for position in (0, 31, 32)] == [0, 0, 1]
    assert (second.text, second.first) == ("另起一行。", 2)


def test_headings_stand_above_what_follows() -> None:
    lines = ["（二）依申请公开情况", "收到申请26件，均按期答复。", "（三）政府信息管理。", "清理文件。"]
    assert [stretch.topic for stretch in running(lines)] == [
        "总体情况",
        "总体情况\n(二)依申请公开情况",
        "总体情况\n(二)依申请公开情况",
        "总体情况\n(三)政府信息管理。",
    ]


def test_rows_of_tables_are_no_text() -> None:
    lines = ["\t一、本年新收\t18", "自然人 | 18 |", "\t收到申请18件。"]
    assert [stretch.text for stretch in running(lines)] == ["收到申请18件。"]


def test_what_is_too_long_is_no_text() -> None:
    assert running(["其中" * NARRATIVE_LENGTH]) == []


HOSTILE = ["其中1件、", "未收到申请,", "1件,占5%,", "收到申请1件(", "上年结转1件,其中2件,", "共1件占5%占5%"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_little(piece: str) -> None:
    """What repeats as often as it may takes no second; once more, and nothing is read."""
    started = time.process_time()
    for times in (NARRATIVE_NUMBERS // 2, NARRATIVE_LENGTH // len(piece)):
        for stretch in running([piece * times]):
            told_in(stretch.text)
            breakdowns_in(stretch)
            shares_in(stretch)
    assert time.process_time() - started < 2


def test_a_text_full_of_numbers_tells_nothing() -> None:
    assert len(told_in("1件," * NARRATIVE_NUMBERS)) == NARRATIVE_NUMBERS
    assert told_in("1件," * (NARRATIVE_NUMBERS + 1)) == ()
