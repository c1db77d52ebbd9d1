"""Statistical periods as people write them: from–to, second year left out, whole years, open ends.

A date is part of a period only where the text says so: 统计期限为 …, 所列数据 … . 「截至2021年12月31日，我局未收到
……」 states none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from goi_lint.assemble.days import SMALL, YEAR, DayAt, read_day
from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph
from goi_lint.model.report import Day, Period
from goi_lint.text.normalise import DASHES
from goi_lint.text.numbers import read_integer
from goi_lint.tuples import NamedTuple

_NAMED = lazy(
    r"(?:(?P<statistical>统计[^,。;:\d]{0,2}?(?P<kind>期限|时限|周期|时段|期间|区间|年限|起止|跨度|时间|日期|范围|期(?=[:为是自从])))"
    r"|(?:数据|报告|年报|情况|内容)(?:的|所|统计|涉及|涵盖|反映|所属|覆盖|起止){0,3}"
    r"(?:期限|时限|周期|时段|期间|起止|时间)|报告期|时间(?:范围|跨度)|起止(?:时间|日期))"
    r"(?:范围|段|跨度|区间)?(?!内|中|里|间)"
)
_UNNAMED = lazy(
    r"(?:所列|报告中?的?|年报中?的?|各项|有关|相关|以上|上述)(?:统计)?数据均?(?:统计)?[自从为是:]{0,2}$"
)
_SAID = lazy("数据|统计|报告|年报")
_FAR, _NEAR = 24, 12
_LINK = lazy(r"(?:\([^()]{0,20}\))?[为是自从以均统一即在于:,起止截至到期间时段的全部]{0,10}")
_BETWEEN_DATES = (
    rf"(?:零[时点]|0{{1,2}}(?:[时点]|:00))?(?:\(含[^()]{{0,4}}\)|\([^()]{{1,3}}\))?(?:[起始]|开始)?计?(?:\(含\))?[,、]?"
    rf"(?:截?[至到止]到?|[{DASHES}~～]{{1,2}})(?:截止到?|至)?"
)
_BETWEEN = lazy(_BETWEEN_DATES)
_SHORT_DAY = lazy(
    rf"(?:(?P<next>[次翌下]|同|当|本|该)年)?(?:({SMALL})月({SMALL})[日号]?|(\d{{1,2}})[./](\d{{1,2}})(?!\d))"
)
_WHOLE_YEAR = lazy(rf"({YEAR})年(?:度(?!.{{0,2}}\d)|全年|整年|(?=$|[。;,)]))")
_MONTHS = lazy(
    rf"({YEAR})年({SMALL})(?:月份?)?{_BETWEEN_DATES}(?:({YEAR})年|[同当本该]年)?({SMALL})月(?:份|底|末)?(?!{SMALL}[日号])"
)
_YEAR_AND_DAYS = lazy(
    rf"({YEAR})年(?:度\(?|\()({SMALL})月({SMALL})[日号]?{_BETWEEN_DATES}({SMALL})月({SMALL})[日号]?"
)
_YEARLESS = lazy(
    rf"(?:(?:本|当|该|全|报告)年度?)?({SMALL})月({SMALL})[日号]?{_BETWEEN_DATES}(?:[同当本该]年)?({SMALL})月({SMALL})[日号]?"
)


class _Bounds(NamedTuple):
    start: Day | None
    end: Day | None
    first: int
    last: int
    """Where the period begins and ends in the text."""


class _Text(NamedTuple):
    """A folded paragraph with its dates by where they begin."""

    text: str
    days: Mapping[int, DayAt]
    year: int | None
    part: int | None
    paragraph: Paragraph

    def day(self, text: str, year: str | int, month: str | int, day: str | int) -> Day | None:
        return read_day(text, year, month, day, self.part, self.paragraph)


def periods_of(
    text: str, days: Sequence[DayAt], year: int | None, part: int | None, paragraph: Paragraph
) -> Iterator[Period]:
    """Yield the statistical periods of a folded text; `year` is the one meant where none is written."""
    if "统计" not in text and "月" not in text and not days:
        return
    of = _Text(text, {day.start: day for day in days}, year, part, paragraph)
    taken = -1
    for subject in _NAMED.finditer(text):
        bounds = _bounds(of, subject) if subject.start() >= taken else None
        if bounds:
            taken = bounds.last
            yield Period(text[bounds.first : bounds.last], bounds.start, bounds.end, part, paragraph.place)
    if taken < 0 and _SAID.search(text):
        yield from _unnamed(of)


def _bounds(of: _Text, subject: re.Match[str]) -> _Bounds | None:
    """Return the period that follows its name."""
    link = _LINK.match(of.text, subject.end())
    at = link.end() if link else subject.end()
    return _whole(of, at) or _from_to(of, subject) or _open(of, subject, at)


def _whole(of: _Text, at: int) -> _Bounds | None:
    """Read a year, a run of months, or days without a year, right at that place; a whole date is none of these."""
    if at in of.days:
        return None
    if match := _MONTHS.match(of.text, at):
        from calendar import monthrange

        last_year = match[3] or match[1]
        year, month = read_integer(last_year), read_integer(match[4])
        if year and month and 1 <= month <= 12:
            end = of.day(match[0], year, month, monthrange(year, month)[1])
            return _Bounds(of.day(match[0], match[1], match[2], 1), end, at, match.end())
    if match := _WHOLE_YEAR.match(of.text, at):
        return _Bounds(of.day(match[0], match[1], 1, 1), of.day(match[0], match[1], 12, 31), at, match.end())
    if match := _YEAR_AND_DAYS.match(of.text, at):
        year_of_both, *numbers = match.groups()
        start = of.day(match[0], year_of_both, numbers[0], numbers[1])
        return _Bounds(
            start, of.day(match[0], year_of_both, numbers[2], numbers[3]), match.start(), match.end()
        )
    if of.year and (match := _YEARLESS.match(of.text, at)):
        start, end = (
            of.day(match[0], of.year, match[1], match[2]),
            of.day(match[0], of.year, match[3], match[4]),
        )
        return _Bounds(start, end, at, match.end())
    return None


def _from_to(of: _Text, subject: re.Match[str]) -> _Bounds | None:
    """Read from one date to another, the first within reach in the same sentence."""
    at, reach = subject.end(), _FAR if subject["statistical"] else _NEAR
    first = next((of.days[start] for start in range(at, at + reach + 1) if start in of.days), None)
    barriers = "。;" if subject["statistical"] else "。;,"
    if first is None or any(mark in barriers for mark in of.text[at : first.start]):
        return None
    return _range(of, first)


def _range(of: _Text, first: DayAt) -> _Bounds | None:
    between = _BETWEEN.match(of.text, first.end)
    if not between:
        return None
    second = of.days.get(between.end())
    if second:
        return _Bounds(first.day, second.day, first.start, second.end)
    short = _SHORT_DAY.match(of.text, between.end())
    if not short:
        return None
    year = first.day.year + (short["next"] is not None and short["next"] in "次翌下")
    month, day = (short[2], short[3]) if short[2] else (short[4], short[5])
    return _Bounds(first.day, of.day(short[0], year, month, day), first.start, short.end())


def _open(of: _Text, subject: re.Match[str], at: int) -> _Bounds | None:
    """Read a single date right behind the name; 统计时间 alone may be the day on which was counted."""
    only = of.days.get(at)
    if only is None:
        return None
    before, after = of.text[subject.end() : at], of.text[only.end : only.end + 1]
    if (
        before.endswith(("至", "到"))
        or "截至" in before
        or "截止" in before
        or (after == "止" and "自" not in before)
    ):
        return _Bounds(None, only.day, subject.end(), only.end)
    if before.endswith(("自", "从")) or after == "起" or subject["kind"] in ("期限", "时限", "周期"):
        return _Bounds(only.day, None, subject.end(), only.end)
    return None


def _unnamed(of: _Text) -> Iterator[Period]:
    """Yield the range that 所列数据 or the like leads to, or that is a whole year in the introduction."""
    for first in of.days.values():
        bounds = _range(of, first)
        if bounds is None or bounds.start is None or bounds.end is None:
            continue
        introduces = of.part is None and _is_whole_year(bounds.start, bounds.end)
        if introduces or (
            "数据" in of.text and _UNNAMED.search(of.text, max(0, first.start - _FAR), first.start)
        ):
            text = of.text[bounds.first : bounds.last]
            yield Period(text, bounds.start, bounds.end, of.part, of.paragraph.place)
            return


def _is_whole_year(start: Day, end: Day) -> bool:
    return start.year == end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
