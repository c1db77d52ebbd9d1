"""Numbers as people write them: what is a count, whether it is exact, what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.narrative.counts import doubtful_digits, figures_in
from goi_lint.narrative.numerals import han_number
from writing.told import written_in_han

EXACT = {
    "收到1,234件": (1234, "件"),
    "收到5件,": (5, "件"),
    "达到5件": (5, "件"),
    "申请数12件": (12, "件"),
    "申请总数为26,": (26, ""),
    "收到一千二百件": (1200, "件"),
    "收到零件。": (0, "件"),
    "收到两件": (2, "件"),
    "参加46人次": (46, "人次"),
    "剩余二十件结转": (20, "件"),
    "截至5件": (5, "件"),
}
ROUGH = {
    "12万余条": 120_000,
    "1.2万条": 12_000,
    "12余万条": 120_000,
    "300余条": 300,
    "十余条": 10,
    "三百多件": 300,
    "数十件": 10,
    "约5件": 5,
    "近10次": 10,
    "不少于10次": 10,
    "10件以上": 10,
    "10件左右": 10,
    "各3件": 3,
    "每3件": 3,
    "3-5件": 5,
    "3至5件": 5,
    "三至五件": 5,
}
NONE = (
    *(
        "第3次",
        "第十二条",
        "20个工作日",
        "3个月",
        "2023年1月",
        "〔2021〕30号",
        "0537-3413872;",
        "A座1305室",
        "12345热线",
    ),
    *("1,234万元", "200元", "占45.3%", "一次性告知", "一件事", "一条龙", "最多跑一次性", "IPv6", "2.0版"),
)


@pytest.mark.parametrize(("text", "expected"), EXACT.items(), ids=EXACT)
def test_exact_counts(text: str, expected: tuple[int, str]) -> None:
    assert [(count.value, count.unit, count.exact) for count in figures_in(text).counts] == [
        (*expected, True)
    ]


@pytest.mark.parametrize(("text", "value"), ROUGH.items(), ids=ROUGH)
def test_rough_counts(text: str, value: int) -> None:
    *_, count = figures_in(text).counts
    assert (count.value, count.exact) == (value, False)


@pytest.mark.parametrize("text", NONE)
def test_no_counts(text: str) -> None:
    assert figures_in(text).counts == ()


def test_percentages() -> None:
    found = figures_in("占45.30%,约占50%,办结率达100%").percentages
    assert [(each.digits, each.exact) for each in found] == [("45.30", True), ("50", True), ("100", True)]
    assert [each.exact for each in figures_in("约30%,近5.5%").percentages] == [False, False]


def test_digits_that_may_be_two_numbers() -> None:
    assert doubtful_digits("共1 234件，于2023 年公开") == frozenset()
    assert doubtful_digits("共12 3件，申请5，234条，共2\n6件") == {"123", "5234", "26"}
    assert [count.exact for count in figures_in("共123件", frozenset({"123"})).counts] == [False]


@given(st.integers(0, 99_999))
def test_numerals_mean_what_they_say(number: int) -> None:
    assert han_number(written_in_han(number)) == number


@pytest.mark.parametrize("text", ["二三", "一千二", "一百二", "二〇二四", "件", ""])
def test_what_is_no_numeral_or_leaves_it_open(text: str) -> None:
    assert han_number(text) in (None, 0)
