"""Prefectures (地级市、州、盟、地区) as people name them: in full, or as they are called for short."""

from __future__ import annotations

from functools import cache

from goi_lint.errors import Words
from goi_lint.reference.gazetteer import parted, province_name, units
from goi_lint.reference.provinces import province_called
from goi_lint.tuples import NamedTuple

EXAMPLE = Words("应为地级市（州、盟、地区），如 长春市", "expected a prefecture, such as 长春市")


class City(NamedTuple):
    """A prefecture: its official name, and the key of its province."""

    name: str
    province: str


def city_called(text: str) -> City | None:
    """Return the prefecture of that name: 延边朝鲜族自治州, 延边州 or 延边."""
    return _cities().get(text)


def city_words() -> list[str]:
    """Return all names of prefectures, each in full before it stands for short."""
    return list(_cities())


@cache
def _cities() -> dict[str, City]:
    found = {}
    for city in dict.fromkeys(City(unit.city, unit.province) for unit in units() if unit.city):
        stem, kind = parted(city.name)
        for name in (city.name, stem + kind, stem):
            if province_called(name) in (None, city.province):  # 海南 is the province, and not 海南藏族自治州
                found[name] = city
    return found


def county_words(text: str) -> Words | None:
    """Say which prefecture a county or a city of its rank belongs to; None where there is no such county."""
    unit = next((unit for unit in units() if unit.county == text and not unit.moved), None)
    if unit is None:
        return None
    if unit.city is None:
        return Words(
            f"{text}是县级，由省直辖；应为地级市（州、盟、地区）",
            f"{text} is a county of no prefecture; expected a prefecture",
        )
    return Words(
        f"{text}是县级；应为地级市（州、盟、地区），如所属的 {unit.city}",
        f"{text} is a county; expected a prefecture, such as {unit.city}, where it lies",
    )


def elsewhere(city: City) -> Words:
    """Say that a prefecture lies in another province than the one that is named."""
    name = province_name(city.province)
    return Words(
        f"{city.name}属于{name.zh}，应与 province 一致",
        f"{city.name} lies in {name.en}: expected one of the province",
    )
