"""Telephone numbers behind their label: one or several, with area codes, brackets, extensions, every dash."""

from __future__ import annotations

import re

from goi_lint.lazy import lazy
from goi_lint.text.normalise import DASHES

_MEASURES = frozenset("年月日余多个次件条人部通起万亿元小天项家份名户例笔宗%时")
"""What makes a count or a date of the digits before it: 热线电话1200余次."""
_SHORT = ("12", "95", "96")
"""Hotlines have five digits."""


_EXTENSION = r"(?:[,、]?\(?(?:转|分机号?:?|ext\.?:?)\d{1,6}\)?)?"
_NUMBER = lazy(rf"\(?\+?\d[{DASHES}\d()+Oo]*{_EXTENSION}")
_BETWEEN = lazy("[、,;/或和及]{1,2}")
_HOLDER = lazy(r"[\u4e00-\u9fff]{1,12}:?\(?")
"""What may stand between label and number: 电话：办公室（0431-…）."""


def phone_after(text: str, at: int, *, said: bool) -> tuple[int, int] | None:
    """Return where the numbers stand that follow a label in folded text; `said` says that a colon leads to them.

    Several numbers are one datum: those after the first may leave out the area code.
    """
    match = _NUMBER.match(text, at)
    if match is None and said and (holder := _HOLDER.match(text, at)):
        at, said = holder.end(), False
        match = _NUMBER.match(text, at)
    if match is None or not _is_number(match, said=said):
        return None
    start, end = match.start(), match.end()
    while (between := _BETWEEN.match(text, end)) and (match := _NUMBER.match(text, between.end())):
        if not _is_number(match, said=False):
            break
        end = match.end()
    return _trimmed(text, start, end)


def _is_number(match: re.Match[str], *, said: bool) -> bool:
    """Tell whether digits are a telephone number: long enough, no count, no date."""
    following = match.string[match.end() : match.end() + 1]
    digits = "".join(filter(str.isdecimal, match[0]))
    if following in _MEASURES and following:
        return False
    return len(digits) >= (3 if said else 7) or (len(digits) == 5 and digits.startswith(_SHORT))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out brackets that have no other half, and marks left over at the end."""
    while end > start and (
        text[end - 1] in f"(+{DASHES}" or (text[end - 1] == ")" and _excess(text[start:end]) < 0)
    ):
        end -= 1
    if text[start] == "(" and _excess(text[start:end]) > 0:
        start += 1
    return start, end


def _excess(text: str) -> int:
    """Return how many more brackets open than close."""
    return text.count("(") - text.count(")")
