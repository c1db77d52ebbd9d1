"""Provinces, cities and counties, and the names under which texts speak of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache, lru_cache

from goi_lint.errors import Words
from goi_lint.lazy import lazy
from goi_lint.model.report import Rank
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

_FILE = os.path.join(os.path.dirname(__file__), "places.json")

_WORDS = "来宾 朝阳 安康 大同 日照 白银 中山 长治 四平 开封 阿里 兴安 保定 大庆 和田 延安 安庆 大理 文山 红河"
"""Short names of cities that are, or begin, ordinary words: they count right after their province alone."""

_QUARTERS = "城区 郊区 矿区 东区 西区 新城区 老城区 古城区 新市区 解放区"
"""Counties whose whole name is an ordinary word: they count right after their city or province alone."""

_SEAMS = "市中区 市南区 市北区 城东区 城西区 城北区 城中区 城关区 合作市 会同县 公安县 共和县"
"""Counties whose name arises where words meet (城市中区, 战略合作市): they count at a head alone."""


class Unit(NamedTuple):
    """One place: the province's key, the official names of city and county as far down as it goes."""

    province: str
    city: str | None
    county: str | None
    rank: Rank
    moved: bool = False
    """It lies in another city now."""


class Demand(IntEnum):
    """What must stand before a name for it to be the name of a place; a place that contains it always may."""

    NOTHING = 0
    BORDER = 1
    """A mark, the text's start, a year, or a word such as 在, 与 or 由."""
    HEAD = 2
    """A mark, the text's start or a year."""
    PARENT = 3
    """A place that contains it."""


class Name(NamedTuple):
    """A name and the places that bear it."""

    text: str
    demand: Demand
    full: bool
    units: tuple[Unit, ...]


@cache
def _data() -> dict[str, Any]:
    import json

    with open(_FILE, "rb") as file:
        provinces: dict[str, Any] = json.load(file)["provinces"]
    return provinces


def province_keys() -> tuple[str, ...]:
    """Return the keys of all provinces in the order of the official codes."""
    return tuple(_data())


def province_name(key: str) -> Words:
    """Return a province's official name and its name in English; KeyError where there is no such key."""
    entry = _data()[key]
    return Words(entry["name"], entry["english"])


def units() -> Iterator[Unit]:
    """Yield every place: provinces, cities, counties, and the counties that a reform since 2019 took away."""
    return (Unit(*unit) for _, unit in _named())


@lru_cache(maxsize=1024)
def is_former(province: str, county: str) -> bool:
    """Tell whether a county is one of those that a reform since 2019 took away, or put into another city."""
    entry = _data()[province]
    return any(county in names.split() for kept in ("former", "moved") for names in entry[kept].values())


def _named(start: str = "") -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield each place's name, of those that begin so, with the fields of its `Unit`."""
    for key, entry in _data().items():
        name, cities = entry["name"], entry["cities"]
        municipality = name if name in cities else None
        if name.startswith(start):
            yield name, (key, municipality, None, Rank.PROVINCE)
        if not municipality:
            named = (city for city in cities if city and city.startswith(start))
            yield from ((city, (key, city, None, Rank.CITY)) for city in named)
        yield from _counties(key, cities, start)
        yield from _counties(key, entry["former"], start)
        yield from _counties(key, entry["moved"], start, moved=True)


def _counties(
    key: str, cities: dict[str, str], start: str, moved: bool = False
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    rank = Rank.COUNTY
    for city, counties in cities.items():
        if start in counties:
            names = (county for county in counties.split() if county.startswith(start))
            yield from ((county, (key, city or None, county, rank, moved)) for county in names)


def _names_of(unit: Unit) -> Iterable[tuple[str, Demand, bool]]:
    """Yield the names of a place with what each demands and whether it is a full one."""
    if unit.county:
        return ((unit.county, Demand.PARENT, True),) if unit.moved else _county_names(unit.county)
    if unit.rank is Rank.PROVINCE:
        return _province_names(province_name(unit.province).zh)
    return _city_names(unit.city or "")


def _province_names(name: str) -> Iterator[tuple[str, Demand, bool]]:
    yield name, Demand.NOTHING, True
    yield name[: 3 if name.startswith(("内蒙古", "黑龙江")) else 2], Demand.BORDER, False


def _city_names(name: str) -> Iterator[tuple[str, Demand, bool]]:
    yield name, Demand.NOTHING, True
    stem, kind = parted(name)
    if kind == "州":
        yield stem + kind, Demand.BORDER, True
    yield stem, Demand.PARENT if stem in _WORDS.split() else Demand.BORDER, False


def _county_names(name: str) -> Iterator[tuple[str, Demand, bool]]:
    yield name, _demand_of_county(name), True
    stem, kind = parted(name)
    if stem + kind != name:
        yield stem + kind, _demand_of_county(stem + kind), True
    if len(stem) >= 3 and kind in "市县旗":
        yield stem, Demand.BORDER, False


def _demand_of_county(name: str) -> Demand:
    if name in _QUARTERS.split():
        return Demand.PARENT
    if len(name) == 2 or name in _SEAMS.split():
        return Demand.HEAD
    return Demand.BORDER if len(name) == 3 else Demand.NOTHING


def parted(name: str) -> tuple[str, str]:
    """Return a name's stem and its kind: 长春 and 市, 伊通 and 县 for 伊通满族自治县."""
    if "自治" in name and (match := _autonomous().match(name)):
        return match[1], match[2]
    if name.endswith("地区"):
        return name[:-2], "地区"
    return name[:-1], name[-1]


@cache
def _autonomous() -> re.Pattern[str]:
    """Return the pattern of a name with its peoples: 延边朝鲜族自治州 is 延边 and 州."""
    return lazy(
        "^(.+?)(?:(?:蒙古|哈萨克|柯尔克孜|塔吉克|锡伯)族?|各族|(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|"
        "傈僳|回|满|达斡尔|畲|瑶|仫佬|毛南|黎|仡佬|水|纳西|拉祜|佤|布朗|独龙|怒|普米|裕固|保安|东乡|撒拉|土)族)+"
        "自治([州县旗])$"
    )


@lru_cache(maxsize=4096)
def is_start(pair: str) -> bool:
    """Tell whether a name begins with these two characters."""
    return f" {pair}" in _all_names()


@cache
def _all_names() -> str:
    """Return all names, a blank before each: to search it takes less time than to build a dictionary of them."""
    provinces = [
        " ".join((entry["name"], *(f"{city} {names}" for city, names in cities.items())))
        for entry in _data().values()
        for cities in (entry["cities"], entry["former"], entry["moved"])
    ]
    return " " + " ".join(provinces)


@cache
def names_with_start(start: str) -> tuple[Name, ...]:
    """Return the names that begin with these two characters, the longest and most demanding first."""
    bearers: dict[tuple[str, Demand, bool], list[Unit]] = {}
    for unit in (Unit(*fields) for _, fields in _named(start)):
        for key in _names_of(unit):
            bearers.setdefault(key, []).append(unit)
    _share_short_names(bearers)
    names = [Name(text, demand, full, tuple(units)) for (text, demand, full), units in bearers.items()]
    return tuple(sorted(names, key=lambda name: (-len(name.text), -name.demand)))


def _share_short_names(bearers: dict[tuple[str, Demand, bool], list[Unit]]) -> None:
    """Add to a short name the county-level city that may share it: 恩施 may be 恩施州 or 恩施市."""
    for (text, demand, full), bearing in list(bearers.items()):
        twins = [] if full else bearers.get((f"{text}市", Demand.BORDER, True), [])
        bearers[text, demand, full] = bearing + [twin for twin in twins if twin not in bearing]
