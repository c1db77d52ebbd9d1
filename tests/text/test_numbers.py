from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.text.numbers import (
    UNREADABLE,
    chinese_number,
    looks_like_value,
    read_cell,
    read_integer,
)

PLAIN = {
    "0": 0,
    "12": 12,
    " 12\u00a0": 12,
    "１２": 12,
    "3,001": 3001,
    "3，001": 3001,
    "1,234,567.89": "1234567.89",
    "18.8710": "18.8710",
    "+81": 81,
    "-8": -8,
    "−8": -8,
    "－8": -8,
    "-0": 0,
    "007": 7,
    "9" * 18: int("9" * 18),
}
WORDED = {
    "减4": -4,
    "减少4": -4,
    "增81": 81,
    "增加81": 81,
    "—8": -8,
    "–8": -8,
    "12件": 12,
    "0次": 0,
    "3 件": 3,
    "零": 0,
    "〇": 0,
}
NO_NUMBER = [
    "",
    " ",
    "/",
    "-",
    "—",
    "——",
    "无",
    "1 2",
    "1\u00a02",
    "1\n2",
    "１　２",
    "12,34",
    "1.2.3",
    ".5",
    "5.",
    "251000元",
    "592万元",
    "3亿",
    "￥100",
    "一",
    "约5",
    "(8)",
    "0件/0件",
    "12%",
    "9" * 19,
    "1" + ",000" * 20,
]
TEN_THOUSANDS = {"592万元": 592, "592.5 万元": "592.5", "251000元": None, "3万": None, "3亿元": None}

VALUES = [
    *PLAIN,
    *WORDED,
    "251000元",
    "592万元",
    "3万",
    "¥100元",
    "/",
    "／",
    "-",
    "--",
    "—",
    "——",
    "─",
    "*",
    "×",
    "无",
]
NO_VALUES = ["", " ", "其他", "一", "三、", "1.", "(一)", "规章", "-----", "无0", "1.属于国家秘密", "第1项"]

CHINESE = {
    "〇": 0,
    "零": 0,
    "六": 6,
    "十": 10,
    "一十": 10,
    "十二": 12,
    "二十": 20,
    "三十一": 31,
    "九十九": 99,
    "二〇二四": 2024,
    "二○二四": 2024,
    "二O二四": 2024,
    "二o二四": 2024,
    "二零二四": 2024,
    "二0二四": 2024,
    "零五": 5,
    "两": 2,
}
NO_CHINESE = ["", "百", "一百", "十十", "二十十", "十二三", "年", "二〇二四年", "一" * 5000]

INTEGERS = {"2024": 2024, "２０２４": 2024, " 1 2 ": 12, "十二": 12, "二〇二四": 2024, "九": 9}


@pytest.mark.parametrize(("text", "value"), PLAIN.items())
def test_plain_numbers(text: str, value: int | str) -> None:
    assert read_cell(text) == (Decimal(value), True)


@pytest.mark.parametrize(("text", "value"), WORDED.items())
def test_worded_numbers_are_read_but_not_plain(text: str, value: int) -> None:
    assert read_cell(text) == (Decimal(value), False)


@pytest.mark.parametrize("text", NO_NUMBER)
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert read_cell(text) == UNREADABLE


@pytest.mark.parametrize(("text", "value"), TEN_THOUSANDS.items())
def test_units_of_money(text: str, value: int | str | None) -> None:
    expected = UNREADABLE if value is None else (Decimal(value), False)
    assert read_cell(text, in_ten_thousands=True) == expected


def test_minus_zero_is_zero() -> None:
    assert str(read_cell("-0").value) == "0"


@pytest.mark.parametrize("text", VALUES)
def test_what_could_stand_in_a_value_cell(text: str) -> None:
    assert looks_like_value(text)


@pytest.mark.parametrize("text", NO_VALUES)
def test_what_could_not_stand_in_a_value_cell(text: str) -> None:
    assert not looks_like_value(text)


@pytest.mark.parametrize(("text", "number"), CHINESE.items())
def test_chinese_numbers(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize("text", NO_CHINESE)
def test_no_chinese_numbers(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(("text", "number"), INTEGERS.items())
def test_integers(text: str, number: int) -> None:
    assert read_integer(text) == number


@pytest.mark.parametrize("text", ["", "年", "1.5", "-1", "²", "1" * 5000])
def test_no_integers(text: str) -> None:
    assert read_integer(text) is None


@given(st.integers(-(10**15), 10**15))
def test_every_integer_is_read_with_and_without_separators(number: int) -> None:
    assert read_cell(str(number)) == read_cell(f"{number:,}") == (Decimal(number), True)


@given(st.text(alphabet="0123456789.,-+减增件万元/ \u00a0", max_size=12))
def test_what_has_a_value_looks_like_one(text: str) -> None:
    assert looks_like_value(text) or read_cell(text).value is None
