"""Numbers as people write them: in cells, in Chinese numerals, with signs, separators and units."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from goi_lint.lazy import lazy
from goi_lint.text.normalise import DASHES, fold
from goi_lint.tuples import NamedTuple

ZEROS = "〇零○◯OoО0"
"""What people write for the zero among Chinese digits: the sign itself, circles, the letter O, the digit."""

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PLAIN = lazy(rf"([+\-−]?)({_NUMBER})")
_WORDED = lazy(rf"(减少?|增加?|\+|[{DASHES}])?([¥￥])?({_NUMBER})(万元?|亿元?|元|[件条次起宗项份篇个例笔])?")
_SPLIT_DIGITS = lazy(r"\d\s+\d")
_PLACEHOLDER = lazy(rf"[{DASHES}/\\*×]{{1,4}}|[无空零〇]|N/A|n/a")
MOST_DIGITS = 18
"""A cell that holds more of them holds no number."""
_DIGITS = {**dict.fromkeys(ZEROS, 0), "两": 2, **{mark: n for n, mark in enumerate("一二三四五六七八九", 1)}}


class Number(NamedTuple):
    """What a cell's text says: its value (None where it says none) and whether it is a number and nothing else."""

    value: Decimal | None
    plain: bool


UNREADABLE = Number(None, False)


@lru_cache(maxsize=8192)
def read_cell(text: str, in_ten_thousands: bool = False) -> Number:
    """Read a cell's text.

    `3,001`, `１２`, `+81` and `-8` are plain numbers; `减4` is -4, `12件` is 12 and `零` is 0, all not plain; `—`, `/`,
    无, digits parted by a blank and numbers of more than 18 digits are unreadable. `in_ten_thousands` says that the
    column counts 万元: there `592万元` is 592, and an amount in 元 is unreadable, for nobody but its author knows
    which of unit and number is wrong.
    """
    folded = fold(text)
    if _SPLIT_DIGITS.search(text) or sum(map(str.isdecimal, folded)) > MOST_DIGITS:
        return UNREADABLE
    if match := _PLAIN.fullmatch(folded):
        return Number(_value(match[2], negative=match[1] in ("-", "−")), True)
    if folded in ("零", "〇"):
        return Number(Decimal(0), False)
    match = _WORDED.fullmatch(folded)
    if not match:
        return UNREADABLE
    sign, currency, digits, unit = match.groups()
    is_money = bool(currency) or (unit or " ")[0] in "万亿元"
    if is_money and not (in_ten_thousands and unit == "万元"):
        return UNREADABLE
    return Number(_value(digits, negative=bool(sign) and sign[0] not in "增+"), False)


def _value(digits: str, *, negative: bool) -> Decimal:
    value = Decimal(digits.replace(",", ""))
    return -value if negative and value else value


@lru_cache(maxsize=8192)
def looks_like_value(text: str) -> bool:
    """Tell whether a text could stand in a value cell: a number, signed, worded, with unit, or a placeholder."""
    folded = fold(text)
    return bool(_WORDED.fullmatch(folded) or _PLAIN.fullmatch(folded) or _PLACEHOLDER.fullmatch(folded))


def chinese_number(text: str) -> int | None:
    """Read a Chinese numeral up to 99 or a row of Chinese digits: 十二 is 12, 二〇二四 is 2024, 三十一 is 31."""
    if text and len(text) <= MOST_DIGITS and all(mark in _DIGITS for mark in text):
        return int("".join(str(_DIGITS[mark]) for mark in text))
    tens, ten, ones = text.partition("十")
    if not ten or len(tens) > 1 or len(ones) > 1:
        return None
    if any(mark not in _DIGITS for mark in tens + ones):
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def read_integer(text: str) -> int | None:
    """Read a year, month or day in Arabic or Chinese digits, full-width ones included."""
    folded = text if text.isdecimal() else fold(text)
    if folded.isdecimal():
        return int(folded) if len(folded) <= MOST_DIGITS else None
    return chinese_number(folded)
