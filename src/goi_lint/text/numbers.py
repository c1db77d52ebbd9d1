"""Numbers as people write them: in cells, in Chinese numerals, with signs, separators and units."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from goi_lint.text.normalise import fold

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PLAIN = re.compile(rf"([+\-−]?)({_NUMBER})")
_WORDED = re.compile(rf"(减少?|增加?|[-−–—―‐－]|\+)?({_NUMBER})(万元|元|[件条次起宗项份篇个])?")
_SPLIT_DIGITS = re.compile(r"[\d０-９][^\S\n]*[\s\u00a0\u3000]+[^\S\n]*[\d０-９]")
_PLACEHOLDER = re.compile(r"[-−–—―‐/\\*×]{1,4}|无|空|N/A|n/a")
_DIGITS = {
    "〇": 0,
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "O": 0,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
}
_DIGITS |= {"八": 8, "九": 9, "两": 2}


class Number(NamedTuple):
    """What a cell's text says: its value (None where it says none) and whether it is a number and nothing else."""

    value: Decimal | None
    plain: bool


UNREADABLE = Number(None, False)


@lru_cache(maxsize=8192)
def read_cell(text: str, in_ten_thousands: bool = False) -> Number:
    """Read a cell's text.

    `3,001`, `１２`, `+81` and `-8` are plain numbers; `减4` is -4 and `12件` is 12, both not plain; `—`, `/`, 无 and
    digits parted by a blank are unreadable. `in_ten_thousands` says that the column counts 万元: there `592万元` is 592,
    and an amount in 元 is unreadable, for nobody but its author knows which of unit and number is wrong.
    """
    folded = fold(text)
    if _SPLIT_DIGITS.search(text.strip()):
        return UNREADABLE
    if match := _PLAIN.fullmatch(folded):
        value = Decimal(match[2].replace(",", ""))
        return Number(-value if match[1] in ("-", "−") else value, True)
    match = _WORDED.fullmatch(folded)
    if not match:
        return UNREADABLE
    sign, digits, unit = match.groups()
    if unit in ("元", "万元") and not (in_ten_thousands and unit == "万元"):
        return UNREADABLE
    value = Decimal(digits.replace(",", ""))
    return Number(-value if sign and sign[0] not in "增+" else value, False)


@lru_cache(maxsize=8192)
def looks_like_value(text: str) -> bool:
    """Tell whether a text could stand in a value cell: a number, signed, worded, with unit, or a placeholder."""
    folded = fold(text)
    return bool(_WORDED.fullmatch(folded) or _PLAIN.fullmatch(folded) or _PLACEHOLDER.fullmatch(folded))


def chinese_number(text: str) -> int | None:
    """Read a Chinese numeral up to 99 or a row of Chinese digits: 十二 is 12, 二〇二四 is 2024, 三十一 is 31."""
    if all(mark in _DIGITS for mark in text) and text:
        return int("".join(str(_DIGITS[mark]) for mark in text))
    tens, ten, ones = text.partition("十")
    if not ten or len(tens) > 1 or len(ones) > 1:
        return None
    if any(mark not in _DIGITS for mark in tens + ones):
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def read_integer(text: str) -> int | None:
    """Read a year, month or day in Arabic or Chinese digits, full-width ones included."""
    folded = fold(text)
    return int(folded) if folded.isdecimal() else chinese_number(folded)
