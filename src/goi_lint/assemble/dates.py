"""Dates and statistical periods as people write them: in digits or numerals, second year left out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from goi_lint.model.document import Paragraph
from goi_lint.model.outline import Outline
from goi_lint.model.report import Dates, Day, Period
from goi_lint.text.normalise import fold
from goi_lint.text.numbers import read_integer

_NUMERALS = "〇零○一二三四五六七八九十"
_YEAR = rf"(\d{{4}}|[{_NUMERALS[:-1]}]{{4}})"
_SMALL = rf"(\d{{1,2}}|[{_NUMERALS}]{{1,3}})"
_HAN_DAY = rf"{_YEAR}年{_SMALL}月{_SMALL}[日号]?"
_DIGIT_DAY = r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)"
_DAY = re.compile(rf"(?<!\d){_HAN_DAY}|(?<![\d.]){_DIGIT_DAY}")
_SHORT_DAY = re.compile(rf"(?:(?:同|当|本|该)年)?{_SMALL}月{_SMALL}[日号]")
_BETWEEN = re.compile(r"(?:\(?含?\)?[起始开]?始?[,、]?(?:[至到止]|[-−–—―‐－~～]{1,2})(?:截止到?)?)")
_SUBJECT = re.compile(
    r"统计(?:期限|时限|时间|周期|日期|时段|期间|区间|范围|数据)|报告期|(?:数据|情况)(?:的)?(?:统计)?(?:期限|时间|期间|起止)|"
    r"(?:所列|各项|有关|统计|相关|中的?)数据"
)
_SUBJECT_REACH = 24
_WHOLE_YEAR = re.compile(rf"(?:为|是|:)?{_YEAR}年(?:度|全年|整年)(?!\D{{0,2}}\d)")
_PUBLISHED = re.compile(r"(?:发布|公开|发文|更新|成文|生成)(?:日期|时间)[:为]?$")
_SIGNATURE_REACH = 14


def read_dates(outline: Outline) -> Dates:
    """Return the dates of the text outside tables."""
    days: list[Day] = []
    periods: list[Period] = []
    publication: Day | None = None
    for part, paragraph in outline.paragraphs():
        text = fold(paragraph.text)
        if "年" not in text and not re.search(r"\d{4}[-/.]", text):
            continue
        found = list(_days(text, part, paragraph))
        days += [day for _, _, day in found]
        periods += _periods(text, found, part, paragraph)
        for start, _, day in found:
            if publication is None and _PUBLISHED.search(text[:start]):
                publication = day
    return Dates(tuple(periods), _signature(outline), publication, tuple(days))


def _days(text: str, part: int | None, paragraph: Paragraph) -> Iterator[tuple[int, int, Day]]:
    """Yield every date in a folded text with its start and end."""
    for match in _DAY.finditer(text):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[6], match[7])
        if read := _day(match[0], year, month, day, part, paragraph):
            yield match.start(), match.end(), read


def _day(text: str, year: str, month: str, day: str, part: int | None, paragraph: Paragraph) -> Day | None:
    numbers = read_integer(year), read_integer(month), read_integer(day)
    if None in numbers:
        return None
    the_year, the_month, the_day = (number or 0 for number in numbers)
    try:
        date = datetime.date(the_year, the_month, the_day)
    except ValueError:
        date = None
    return Day(text, the_year, the_month, the_day, date, part, paragraph.place)


def _periods(
    text: str, days: list[tuple[int, int, Day]], part: int | None, paragraph: Paragraph
) -> Iterator[Period]:
    """Yield the statistical periods of a text: a subject (统计期限, 所列数据 …) and from–to, from, or to."""
    taken = -1
    for subject in _SUBJECT.finditer(text):
        if subject.start() < taken:
            continue
        if match := _WHOLE_YEAR.match(text, subject.end()):
            yield _whole_year(match, part, paragraph)
            taken = match.end()
            continue
        first = next((day for day in days if subject.end() <= day[0] <= subject.end() + _SUBJECT_REACH), None)
        if first is None or re.search("[。;]", text[subject.end() : first[0]]):
            continue
        period, taken = _period(text, subject.start(), first, days, part, paragraph)
        if period:
            yield period


def _whole_year(match: re.Match[str], part: int | None, paragraph: Paragraph) -> Period:
    start = _day(match[0], match[1], "1", "1", part, paragraph)
    return Period(
        match[0], start, _day(match[0], match[1], "12", "31", part, paragraph), part, paragraph.place
    )


def _period(
    text: str,
    start: int,
    first: tuple[int, int, Day],
    days: list[tuple[int, int, Day]],
    part: int | None,
    paragraph: Paragraph,
) -> tuple[Period | None, int]:
    """Read from the first date on; a lone date after 截至 is the end, one after 自 or 从 the beginning."""
    between = _BETWEEN.match(text, first[1])
    if between:
        second = next((day for day in days if day[0] == between.end()), None)
        end = second[2] if second else None
        stop = second[1] if second else between.end()
        if not second and (short := _SHORT_DAY.match(text, between.end())):
            end = _day(short[0], str(first[2].year), short[1], short[2], part, paragraph)
            stop = short.end()
        return Period(text[first[0] : stop], first[2], end, part, paragraph.place), stop
    before = text[start : first[0]]
    named = re.match(r"统计(?!数据)|报告期", before)
    if re.search("截[至止]|[至到]$", before):
        return (
            Period(text[start : first[1]], None, first[2], part, paragraph.place) if named else None
        ), first[1]
    opened = named or before.endswith(("自", "从"))
    return (Period(text[start : first[1]], first[2], None, part, paragraph.place) if opened else None), first[
        1
    ]


def _signature(outline: Outline) -> Day | None:
    """Return the date that closes the report, else a line of the front that holds nothing but a date."""
    for paragraph in reversed(outline.closing):
        text = fold(paragraph.text)
        found = list(_days(text, None, paragraph))
        if found and found[-1][1] >= len(text) - 2:
            return found[-1][2]
    for paragraph in outline.front[:_SIGNATURE_REACH]:
        text = fold(paragraph.text).strip("()")
        found = list(_days(text, None, paragraph))
        if found and found[0][0] == 0 and found[0][1] == len(text):
            return found[0][2]
    return None
