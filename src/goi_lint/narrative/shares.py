"""Percentages with the numbers that they may be of: `22件,占84.6%`, `办结率96.2%`, `较上年的20件增长30%`.

Only what stands in the text beside them counts; a percentage of something that is not told has no readings.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from goi_lint.lazy import lazy
from goi_lint.limits import NARRATIVE_NUMBERS
from goi_lint.narrative.clauses import Told, sentence_start, told_in
from goi_lint.narrative.counts import Percentage, figures_in
from goi_lint.narrative.stretches import Stretch
from goi_lint.tuples import NamedTuple

_SHARE_OF = lazy(
    r"(?:[均都已全部]*[^,;。()]{0,6})?[,、(]?(?:占|占比|占比为|占比达|比例为|占总数的?|占总量的?|占申请总数的?|占申请总量的?|占全部申请的?"
    r"|占总申请量的?|占总申请数的?|占比例为?|占公开总数的?|占信息总数的?|占发布总数的?|占总条数的?)"
)
_ABOUT = lazy(r"[约近超逾]")
_NEAR = 8
_RATE = lazy(
    r"(?:申请|总体|整体|信息|文件|公文)?(?:(?P<disposal>办结率|答复率|办复率|回复率)|(?P<disclosure>主动公开率|公开率))"
    r"(?:均?为|均?达到?|是)?"
)
_GROWTH = lazy(
    r"(?:同比|较(?:上一?年|去年|20\d\d年)度?(?:同期)?|比(?:上一?年|去年|20\d\d年)度?(?:同期)?|与(?:上一?年|去年|20\d\d年)度?(?:同期)?相比)?"
    r"(?:申请量|数量|总量|信息量|发布量)?(?:同比)?(?:增长|上升|增加|提高|提升|增幅|增幅为|增幅达|下降|减少|降低|下滑|降幅|降幅为|降幅达)(?:了|约|达|为|幅度为)?"
)
_LAST_YEAR = lazy(r"(?:上一?年|去年|前一年|20\d\d年)度?(?!.*(?:结转|相比|同比|增加|减少|增长|下降|多|少))")
_YEAR, _THIS_YEAR, _BEFORE = lazy(r"20\d\d(?=年)"), lazy("今年|本年|当年"), lazy("上一?年|去年|前一年")
_DIFFERENCE = lazy(r"(?:同比|较|比).*?(?:增加|增长|新增|上升|多|增|减少|下降|降低|少|减)(?:了|收)?$")
_PENDING = lazy(r"结转|未到期|正在|期限|期内|尚未|在办|待办")
_WITHHELD = lazy(r"不宜|不[予可便能]?公开|涉密|除外|依申请公开|应公开")
_DISPOSED = ("办结", "答复", "办复", "回复", "办理完毕")
_STEMS = {"disposal": _DISPOSED, "disclosure": ("公开",)}


class Reading(NamedTuple):
    """A percentage as `part` of `whole`; both are whole numbers."""

    part: int
    whole: int


class Share(NamedTuple):
    """A percentage with all that it may be; `start` is where the clause begins that tells of it."""

    percentage: Percentage
    readings: tuple[Reading, ...]
    start: int

    @property
    def fits(self) -> bool:
        """Tell whether one of the readings comes to what is printed, rounded or cut off."""
        return any(_comes_to(reading, self.percentage.digits) for reading in self.readings)


def shares_in(stretch: Stretch) -> tuple[Share, ...]:
    """Return the exact percentages of a text that can be computed from numbers beside them."""
    text, doubtful = stretch.text, stretch.doubtful
    percentages = [each for each in figures_in(text, doubtful).percentages if each.exact]
    if not 0 < len(percentages) <= NARRATIVE_NUMBERS:
        return ()
    told = [each for each in told_in(text, doubtful) if not each.denied]
    parts = {part.at for each in percentages if (part := _part_of(text, told, each))}
    shares = (_share(text, told, each, parts) for each in percentages)
    return tuple(share for share in shares if share and share.readings)


def _part_of(text: str, told: Sequence[Told], percentage: Percentage) -> Told | None:
    """Return the number whose share a percentage is said to be: 22件 of `22件,占84.6%`."""
    last = next((each for each in reversed(told) if each.at < percentage.start), None)
    if last and _SHARE_OF.fullmatch(text, last.end - len(last.tail), percentage.start):
        return last
    return None


def _share(text: str, told: Sequence[Told], percentage: Percentage, parts: Container[int]) -> Share | None:
    before = [each for each in told if each.at < percentage.start]
    if not before or _is_rough(text, percentage):
        return None
    last = before[-1]
    if _part_of(text, before, percentage):
        return Share(percentage, tuple(_of_wholes(text, before, parts)), last.start)
    number_end = last.end - len(last.tail)
    start = max(text.rfind(mark, 0, percentage.start) for mark in ",;。:!?()、") + 1
    start = max(start, number_end)
    sentence = [each for each in before if each.at >= sentence_start(text, percentage.start)]
    readings: Iterator[Reading] = iter(())
    if rate := _RATE.fullmatch(text, start, percentage.start):
        readings = _of_rate(text, sentence, rate.lastgroup or "", percentage)
    elif _GROWTH.fullmatch(text, start, percentage.start):
        readings = _of_growth(sentence)
    return Share(percentage, tuple(readings), start)


def _is_rough(text: str, percentage: Percentage) -> bool:
    """Tell whether a percentage is said to be about right (约占80%, 80%以上), or is a difference of two."""
    if _ABOUT.search(text, max(0, percentage.start - _NEAR), percentage.start):
        return True
    return text[percentage.end : percentage.end + 4].startswith(("以上", "左右", "个百分点", "以内"))


def _of_wholes(text: str, before: Sequence[Told], parts: Container[int]) -> Iterator[Reading]:
    """Yield what a share may be of: every number before that is not smaller, what stands beside it taken together.

    One of them that is no part itself, as `22件,占84.6%` is, stands in its own sentence, or in the one before where
    that begins with 其中: else the whole is not told.
    """
    part = before[-1]
    if not (part.exact and part.unit):
        return
    start = sentence_start(text, part.at)
    if text.startswith("其中", start):
        start = sentence_start(text, start - 1)
    same = [each for each in before[:-1] if each.unit == part.unit]
    near = any(each.at >= start and each.at not in parts for each in same)
    if not (near and all(each.exact for each in same)):
        return
    values = [each.value for each in same]
    together = list(accumulate(reversed(values)))
    values += [*together, *(value + part.value for value in together)]
    yield from (
        Reading(part.value, value) for value in dict.fromkeys(values) if value >= part.value and value
    )


def _of_rate(text: str, sentence: Sequence[Told], kind: str, percentage: Percentage) -> Iterator[Reading]:
    """Yield what a rate may be of: what was disposed of or disclosed, of every other number of its sentence."""
    parts = [each for each in sentence if any(stem in each.head + each.tail for stem in _STEMS[kind])]
    if not parts or not all(each.exact for each in sentence):
        return
    start = sentence_start(text, percentage.start)
    if kind == "disposal" and _PENDING.search(text, start):
        return
    if kind == "disclosure" and _WITHHELD.search(text[start:].partition("。")[0]):
        return
    for part in parts:
        others = [each.value for each in sentence if each is not part and each.unit == part.unit]
        wholes = [*others, *([sum(others)] if len(others) > 1 else [])]
        yield from (Reading(part.value, whole) for whole in wholes if whole)


def _of_growth(sentence: Sequence[Told]) -> Iterator[Reading]:
    """Yield what a growth or decline may be: by the other year's number, or by the difference, where one is told."""
    differences = [each for each in sentence if _DIFFERENCE.search(each.head)]
    others = [each for each in sentence if _is_of_another_year(each, sentence)]
    now = [each for each in sentence if each not in others and each not in differences]
    if not all(each.exact for each in sentence):
        return
    for this in now:
        for other in (each for each in others if each.unit == this.unit and each.value):
            yield Reading(abs(this.value - other.value), other.value)
        for each in (each for each in differences if each.unit == this.unit):
            yield from (
                Reading(each.value, base)
                for base in (this.value - each.value, this.value + each.value)
                if base > 0
            )


def _is_of_another_year(told: Told, sentence: Sequence[Told]) -> bool:
    """Tell whether a number is of the year before this one: of the years that are told the latest is this one.

    A single one is this year where the sentence begins with it (2023年公开500条,同比增加100条), else the one before.
    """
    if not _LAST_YEAR.search(told.head):
        return False
    heads = "".join(each.head for each in sentence)
    years = set(_YEAR.findall(heads))
    if _THIS_YEAR.search(heads) or not years or max(years) not in told.head:
        return True
    return len(years) == 1 and not _BEFORE.search(heads) and told is not sentence[0]


def _comes_to(reading: Reading, digits: str) -> bool:
    """Tell whether `part / whole` is the percentage, rounded or cut off after its last printed digit."""
    whole, _, decimals = digits.partition(".")
    printed, scale = int(whole + decimals), int(10 ** len(decimals))
    return abs(100 * reading.part * scale - printed * reading.whole) < reading.whole
