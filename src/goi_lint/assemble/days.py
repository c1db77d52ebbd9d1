"""Dates as people write them: 2024年1月15日, 二〇二四年一月十五日, 2024-01-15, 2024.1.15."""

from __future__ import annotations

import datetime

from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph
from goi_lint.model.report import Day
from goi_lint.text.normalise import DASHES
from goi_lint.text.numbers import ZEROS, read_integer
from goi_lint.tuples import NamedTuple

_DIGIT = f"{ZEROS}一二三四五六七八九"
YEAR = rf"(?:\d{{4}}|[{_DIGIT}]{{4}})"
SMALL = rf"(?:\d{{1,2}}|元(?=月)|[{ZEROS}一二三四五六七八九十]{{1,3}})"
"""A month or a day of the month; 元月 is the first."""

# It begins with one class of characters, for which `re` looks fast: the first digit of the year.
_DAY = lazy(
    rf"([\d{_DIGIT}](?:(?<!\d.)(?:(?<=\d)\d{{3}}|(?<=[{_DIGIT}])[{_DIGIT}]{{3}})(?=年)"
    r"|(?<![\d./_].)(?:(?<=1)9|(?<=2)0)\d\d(?=[-/.])))"
    rf"(?:年({SMALL})月({SMALL})(?:[日号]|(?=$|[{DASHES}至到止起、,;。)~]))"
    r"|([-/.])(0?[1-9]|1[0-2])\4(0?[1-9]|[12]\d|3[01])(?![\d/_])(?!\.\d))"
)
_DIGIT_DAY = lazy(r"\d{4}[-/.]\d")
_CLOSING_DATE = lazy(
    rf"[(]?(?<!\d)(?:{YEAR}年{SMALL}月(?:{SMALL}[日号]?)?|(?:19|20)\d\d([-/.])\d{{1,2}}(?:\1\d{{1,2}})?)[)。.]?"
    r"(?:印发|\([^()]{1,6}\))?$"
)


class DayAt(NamedTuple):
    """A date and where it stands in the folded text of its paragraph."""

    start: int
    end: int
    day: Day

    @property
    def in_words(self) -> bool:
        """Tell whether it is written with 年月日."""
        return "年" in self.day.text


def may_hold_day(text: str) -> bool:
    """Tell at a glance whether a date may stand in a folded text: in nearly all paragraphs of a report none does."""
    if "月" in text:
        return True
    return ("-" in text or "." in text or "/" in text) and _DIGIT_DAY.search(text) is not None


def days_of(text: str, part: int | None, paragraph: Paragraph) -> list[DayAt]:
    """Return every date in a folded text of that paragraph."""
    if not may_hold_day(text):
        return []
    found = []
    for match in _DAY.finditer(text):
        year, month, day = match.group(1, 2, 3) if match[2] else match.group(1, 5, 6)
        if read := read_day(match[0], year, month, day, part, paragraph):
            found.append(DayAt(match.start(), match.end(), read))
    return found


def read_day(
    text: str, year: str | int, month: str | int, day: str | int, part: int | None, paragraph: Paragraph
) -> Day | None:
    """Return the date of these numbers; None where they are no numbers (十十月)."""
    the_year, the_month, the_day = map(_number, (year, month, day))
    if the_year is None or the_month is None or the_day is None:
        return None
    try:
        date = datetime.date(the_year, the_month, the_day)
    except ValueError:
        date = None
    return Day(text, the_year, the_month, the_day, date, part, paragraph.place)


def _number(text: str | int) -> int | None:
    if isinstance(text, int):
        return text
    return 1 if text == "元" else read_integer(text)


def ends_with_date(text: str) -> bool:
    """Tell whether a folded line closes with a date, or with year and month: 某局2024年1月15日."""
    return _CLOSING_DATE.search(text) is not None


def is_date(text: str) -> bool:
    """Tell whether a folded line is a date and nothing else, brackets and a note on the seal aside."""
    match = _CLOSING_DATE.search(text)
    return match is not None and match.start() == 0


def without_date(text: str) -> str:
    """Return a folded line without the date that closes it."""
    return _CLOSING_DATE.sub("", text)
