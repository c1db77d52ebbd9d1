"""Numbers in Chinese numerals: 十二, 两百, 一千二百三十四, 三万."""

from __future__ import annotations

HAN_DIGITS = "〇零一二两三四五六七八九"
HAN_NUMERALS = HAN_DIGITS + "十百千万亿"
_VALUES = {**{mark: n for n, mark in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}


def han_number(text: str) -> int | None:
    """Read a Chinese numeral: 一千二百 is 1200, 十二 is 12, 二三 (a guess) and 一千二 (1002 or 1200) are None."""
    total = group = 0
    digit: int | None = None
    last_step = 10_000
    for mark in text:
        if mark in _VALUES:
            if digit:
                return None
            digit = _VALUES[mark]
        elif mark in _STEPS:
            if _STEPS[mark] >= last_step or (digit == 0 and group == 0):
                return None
            last_step = _STEPS[mark]
            group += (digit or 1) * last_step
            digit = None
        elif mark in _GROUPS:
            total = (total + group + (digit or 0) or 1) * _GROUPS[mark]
            group, digit, last_step = 0, None, 10_000
        else:
            return None
    if digit and last_step < 10_000 and last_step > 10 and _before_last(text) not in "零〇":
        return None
    return total + group + (digit or 0)


def _before_last(text: str) -> str:
    return text[-2] if len(text) > 1 else ""
