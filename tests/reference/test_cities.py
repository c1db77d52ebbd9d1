"""Prefectures by their full and short names."""

from __future__ import annotations

import pytest

from goi_lint.errors import Words
from goi_lint.reference.cities import City, city_called, city_words, county_words
from goi_lint.reference.gazetteer import units


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("长春市", City("长春市", "jilin")),
        ("长春", City("长春市", "jilin")),
        ("延边朝鲜族自治州", City("延边朝鲜族自治州", "jilin")),
        ("延边州", City("延边朝鲜族自治州", "jilin")),
        ("延边", City("延边朝鲜族自治州", "jilin")),
        ("大兴安岭", City("大兴安岭地区", "heilongjiang")),
        ("北京", City("北京市", "beijing")),
        ("吉林", City("吉林市", "jilin")),
        ("海南州", City("海南藏族自治州", "qinghai")),
        ("海南", None),
        ("河南", None),
        ("长", None),
        ("长春市南关区", None),
        ("榆树市", None),
        ("济源市", None),
        ("", None),
    ],
)
def test_names(text: str, city: City | None) -> None:
    assert city_called(text) == city


def test_every_city_is_known_by_its_name_as_that_of_its_province() -> None:
    cities = {City(unit.city, unit.province) for unit in units() if unit.city}
    assert {city_called(city.name) for city in cities} == cities
    assert {city_called(word) for word in city_words()} == cities


def test_counties_are_told_their_city() -> None:
    assert county_words("榆树市") == Words(
        "榆树市是县级；应为地级市（州、盟、地区），如所属的 长春市",
        "榆树市 is a county; expected a prefecture, such as 长春市, where it lies",
    )
    assert county_words("济源市") == Words(
        "济源市是县级，由省直辖；应为地级市（州、盟、地区）",
        "济源市 is a county of no prefecture; expected a prefecture",
    )
    assert county_words("长春市") is None
