"""The places that a Chinese text names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from goi_lint.lazy import lazy
from goi_lint.model.report import Rank
from goi_lint.reference.gazetteer import Demand, Name, Unit, is_start, names_with_start
from goi_lint.tuples import NamedTuple

_PARTICLES = frozenset("年度在与和及或为由向对从是我本到将把于赴驻经给的请据照按称即映布属至令发")
"""Characters after which a new word begins, as far as reports go."""

_NO_SHORT_NAME = lazy(
    "[东西南北中]?大?(?:路|街|巷|胡同)|大道|大学|师范|理工|银行|大厦|宾馆|饭店|玉|瓜|茶|[区县镇村屯]|乡(?!村)"
)
"""What makes a name of something else of a short name before it: 吉林大路, 北京银行."""

_NO_FULL_NAME = {"市": lazy("场"), "区": lazy("[域间别块]"), "县": lazy("[级域]")}
"""What makes another word of a full name's last character: 长春市场, 和平区域, 新县级."""

_TALK = lazy("(?:建设|改造|开发|发展|更新|绿化)(?!局|委|办|和改革|改革|和交通|交通)")
"""What is done in a town quarter: before it 市中区 is no body's name."""


class Match(NamedTuple):
    """A place that is named at `start` to `end`; a name with several bearers gives one match for each.

    Names that follow one another down the hierarchy are one match: 吉林省长春市宽城区 is the district.
    """

    province: str
    city: str | None
    county: str | None
    rank: Rank
    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Match, ...]:
    """Return the places that a text names, in its order; none in ordinary words (市场监督管理局)."""
    return tuple(
        Match(unit.province, unit.city, unit.county, unit.rank, text[start:end], start, end)
        for start, end, units in _chains(text)
        for unit in units
    )


def contains(outer: Unit, inner: Unit) -> bool:
    """Tell whether the one place lies in the other."""
    if outer.county or outer.province != inner.province or outer == inner:
        return False
    return outer.rank is Rank.PROVINCE or outer.city == inner.city


def _chains(text: str) -> Iterator[tuple[int, int, tuple[Unit, ...]]]:
    """Yield the start and end of each run of names, with the places that it may mean."""
    start = end = at = 0
    units: tuple[Unit, ...] = ()
    while at < len(text) - 1:
        outer = units if _adjoins(text, end, at) else ()
        taken = _taken(text, at, outer) if is_start(text[at : at + 2]) else None
        if taken is None:
            at += 1
            continue
        name, inner = taken
        if units and not inner:
            yield start, end, units
        start = start if inner else at
        units = inner or name.units
        at = end = at + len(name.text)
    if units:
        yield start, end, units


def _adjoins(text: str, end: int, at: int) -> bool:
    """Tell whether nothing but blanks stands between two names."""
    return end == at or (at - end <= 4 and text[end:at].isspace())


def _taken(text: str, at: int, outer: tuple[Unit, ...]) -> tuple[Name, tuple[Unit, ...]] | None:
    """Return the longest name that stands here, and which of its bearers lie in the place before it."""
    for name in names_with_start(text[at : at + 2]):
        if not text.startswith(name.text, at) or _is_other_word(text, at + len(name.text), name):
            continue
        inner = tuple(unit for unit in name.units if any(contains(place, unit) for place in outer))
        if inner or name.demand <= _border(text, at):
            return name, inner
    return None


def _border(text: str, at: int) -> Demand:
    """Return the strongest demand, short of a parent, that what stands before `at` meets."""
    if at == 0:
        return Demand.HEAD
    before = text[at - 1]
    if not "\u4e00" <= before <= "\u9fff" or text.endswith(("年", "年度", "中共"), 0, at):
        return Demand.HEAD
    return Demand.BORDER if before in _PARTICLES else Demand.NOTHING


def _is_other_word(text: str, end: int, name: Name) -> bool:
    """Tell whether what follows makes another word of the name."""
    if not name.full:
        return _NO_SHORT_NAME.match(text, end) is not None
    if name.demand >= Demand.HEAD and _TALK.match(text, end):
        return True
    follows = _NO_FULL_NAME.get(name.text[-1])
    return follows is not None and follows.match(text, end) is not None
