"""Counts and percentages in a text: `1,234件`, `两件`, `12余万条`, `3-5次`, `95.3%`.

Years, dates, document numbers, ordinals, amounts of money and telephone numbers are none: a count has a unit, or
stands as digits before a mark. A count is exact only where nothing says that it is not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from goi_lint.lazy import lazy
from goi_lint.narrative.numerals import HAN_NUMERALS, han_number
from goi_lint.tuples import NamedTuple

UNITS = (
    r"(?:[人件条篇场批户期轮例家班][次]|个(?!工作日|月|小时|自然日|百分点|方面|部分|方向|环节|阶段)|封|案|笔"
    r"|[件条次起宗项份篇例期场则家名人部本册张幅块处户栏类种批套集款组轮卷段所])"
)
"""What things are counted by; 个工作日 and 个月 measure time."""
_MORE = "[余多来几]?"
_ABOUT = r"(?:以上|以下|以内|左右|上下|余|多(?!年|个))?"
# Both begin with one class of characters, so that the engine skips everything else at once; what follows 第, a point
# or a letter, or begins within a number, is none.
_FIGURE = lazy(
    r"(?P<digits>[0-9](?<![第\d./A-Za-z].)\d*+(?:,\d{3}(?![\d.]))*+(?:\.\d+)?+)"
    rf"(?:(?P<percent>%)|(?P<more>{_MORE})(?P<scale>[万千百亿]?)(?P<also>{_MORE})(?P<unit>{UNITS})(?P<about>{_ABOUT})"
    r"|(?P<bare>(?=[,。;)]|$)))"
)
_HAN_FIGURE = lazy(
    rf"(?P<digits>[{HAN_NUMERALS}](?<![第\d./{HAN_NUMERALS}].)[{HAN_NUMERALS}]*+)(?P<more>{_MORE})"
    rf"(?P<unit>{UNITS})(?![事性一体龙])(?P<about>{_ABOUT})"
)
_VAGUE = (
    *(
        "约",
        "近",
        "超",
        "超过",
        "逾",
        "突破",
        "不少于",
        "不低于",
        "不足",
        "不到",
        "至少",
        "至多",
        "最多",
        "最少",
    ),
    *("少于", "多于", "高于", "低于", "大约", "约为", "近为", "数", "几", "每", "各", "平均", "人均", "均约"),
    *("日均", "月均", "年均", "各有", "各为", "各自"),
)
_TOTALS = tuple(f"{mark}数" for mark in "总件条份次量请息类篇案理复议讼开个项结")
"""数 behind these is the word for a number (申请数12件), not for some (数十件)."""
_LAST_OF_VAGUE = frozenset(word[-1] for word in _VAGUE)
_RANGE = "-–—~―至到"
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_LONGEST = 12
_GAP = lazy(r"\d[ \t\n\u00a0\u2000-\u200a\u3000]+\d|\d，\d{3}(?!\d)")
_GROUPED = lazy(r"(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)")
_PARTED = lazy(r"\d+(?:(?:[ \t\n\u00a0\u2000-\u200a\u3000]+|，(?=\d{3}(?!\d)))\d+)+")
_NO_DIGIT = lazy(r"\D+")


class Count(NamedTuple):
    """A count: `text[start:end]` is the number with its unit; `unit` is empty for digits before a mark.

    `exact` is False for ranges, for 余, 约, 以上 and the like, for 各 and 每, for rounded numbers (1.2万), and where
    the digits do not say without doubt which number they are.
    """

    value: int
    exact: bool
    unit: str
    start: int
    end: int


class Percentage(NamedTuple):
    """A percentage as printed: `digits` without the sign; `exact` is False for 约, 近, 超过."""

    digits: str
    exact: bool
    start: int
    end: int


class Figures(NamedTuple):
    """All counts and percentages of a text, in order."""

    counts: tuple[Count, ...]
    percentages: tuple[Percentage, ...]


NO_DOUBT: frozenset[str] = frozenset()


@lru_cache(maxsize=1024)
def figures_in(text: str, doubtful: frozenset[str] = NO_DOUBT) -> Figures:
    """Return the counts and percentages of a folded text; `doubtful` are digits that may be two numbers."""
    counts = [_of_numerals(match, text) for match in _HAN_FIGURE.finditer(text)]
    percentages = []
    for match in _FIGURE.finditer(text):
        if match["percent"]:
            exact = not text.endswith(_VAGUE, max(0, match.start() - 4), match.start())
            percentages.append(Percentage(match["digits"], exact, *match.span()))
        else:
            counts.append(_of_digits(match, text, doubtful))
    found = [count for count in counts if count is not None]
    found.sort(key=_start)
    return Figures(tuple(found), tuple(percentages))


@lru_cache(maxsize=256)
def doubtful_digits(printed: str) -> frozenset[str]:
    """Return the digits of numbers that are parted as no one parts one number: `12 3件`, `申请5，234条`.

    `1 234` is a number parted in threes; what a line ends with and the next begins with may be one or two.
    """
    if not _GAP.search(printed):
        return NO_DOUBT
    whole = {match[0] for match in _GROUPED.finditer(printed)}
    parted = (match[0] for match in _PARTED.finditer(printed))
    return frozenset(_NO_DIGIT.sub("", each) for each in parted if each not in whole)


def _start(count: Count) -> int:
    return count.start


def _of_numerals(match: re.Match[str], text: str) -> Count | None:
    value = han_number(match["digits"])
    if value is None or (_ends_number(text[: match.start() - 1]) and text[match.start() - 1] in _MORE):
        return None  # the second half of 12余万
    rounded = match["more"] or match["about"] or _is_vague(text, *match.span())
    return Count(value, not rounded, match["unit"], *match.span())


def _of_digits(match: re.Match[str], text: str, doubtful: frozenset[str]) -> Count | None:
    start, end = match.span()
    digits, _, more, scale, also, unit, about, _ = match.groups()
    digits = digits.replace(",", "")
    if unit and digits.isdecimal() and not (more or scale or also or about) and len(digits) <= _LONGEST:
        return Count(
            int(digits), digits not in doubtful and not _is_vague(text, start, end), unit, start, end
        )
    whole, _, decimals = digits.partition(".")
    if len(whole) > _LONGEST or (not unit and (decimals or not _may_stand_bare(text, start))):
        return None
    size = _SCALES[scale or ""]
    value = int(whole) * size + int(decimals or 0) * size // int(10 ** len(decimals))
    rounded = decimals or scale or more or also or about or digits in doubtful
    return Count(value, not (rounded or _is_vague(text, start, end)), unit or "", start, end)


def _may_stand_bare(text: str, start: int) -> bool:
    """Tell whether digits without a unit follow words that a count may follow; those of a telephone do not."""
    before = text[start - 1 : start]
    return before == ":" or "\u4e00" <= before <= "\u9fff"


def _is_vague(text: str, start: int, end: int) -> bool:
    """Tell whether a word before it says that a number is not exact, or it is one end of a range."""
    last = text[start - 1] if start else ""
    if last in _LAST_OF_VAGUE:
        before = text[max(0, start - 4) : start]
        if before.endswith(_VAGUE):
            return not before.endswith(_TOTALS)
    if last and last in _RANGE and _ends_number(text[max(0, start - 6) : start].rstrip(_RANGE)):
        return True
    if end < len(text) and text[end] in _RANGE:
        after = text[end : end + 3].lstrip(_RANGE)[:1]
        return after.isdecimal() or (after != "" and after in HAN_NUMERALS)
    return False


def _ends_number(text: str) -> bool:
    """Tell whether a text ends in a number, with or without its unit: the first one of a range."""
    last = text[-1:]
    return bool(last) and (last.isdecimal() or last in HAN_NUMERALS or _is_unit(text))


def _is_unit(text: str) -> bool:
    return len(text) > 1 and (text[-2].isdecimal() or text[-2] in HAN_NUMERALS)
