from __future__ import annotations

import pytest

from goi_lint.reference import area_codes
from goi_lint.reference.gazetteer import province_keys, units

PLACES = [
    ("010", {"beijing"}, {"北京市"}),
    ("0431", {"jilin"}, {"长春市"}),
    ("0537", {"shandong"}, {"济宁市"}),
    ("0379", {"henan"}, {"洛阳市"}),
    ("0351", {"shanxi"}, {"太原市"}),
    ("0911", {"shaanxi"}, {"延安市"}),
    ("0335", {"hebei"}, {"秦皇岛市"}),
    ("0891", {"xizang"}, {"拉萨市"}),
    ("0433", {"jilin"}, {"延边朝鲜族自治州"}),
    ("0856", {"guizhou"}, {"铜仁市"}),
    ("028", {"sichuan"}, {"成都市", "眉山市", "资阳市"}),
    ("0728", {"hubei"}, {"仙桃市", "天门市", "潜江市"}),
    ("431", set(), set()),
    ("0100", set(), set()),
    ("0173", set(), set()),
    ("", set(), set()),
]

RUNS = [
    ("043181180127", ("0431", "81180127")),
    ("04318118 0127", ("0431", "81180127")),
    ("05373413872", ("0537", "3413872")),
    ("01012345678", ("010", "12345678")),
    ("0431", ("0431", "")),
    ("02", None),
    ("81180127", None),
    ("13800138000", None),
    ("09991234567", ("0999", "1234567")),
    ("00001234567", None),
    ("", None),
]


@pytest.mark.parametrize(("code", "provinces", "cities"), PLACES)
def test_place_of_a_code(code: str, provinces: set[str], cities: set[str]) -> None:
    assert area_codes.provinces_of(code) == provinces
    assert area_codes.cities_of(code) == cities
    assert area_codes.is_area_code(code) is bool(provinces)


@pytest.mark.parametrize(("digits", "parts"), RUNS)
def test_split(digits: str, parts: tuple[str, str] | None) -> None:
    assert area_codes.split(digits) == parts


def test_every_code_serves_a_known_province_and_known_cities() -> None:
    known = {unit.city or unit.county for unit in units()} | {unit.county for unit in units()}
    for code in area_codes.all_codes():
        assert area_codes.provinces_of(code)
        assert area_codes.provinces_of(code) <= set(province_keys())
        assert area_codes.cities_of(code) <= known, code


def test_no_code_begins_another() -> None:
    codes = area_codes.all_codes()
    assert not [(one, other) for one in codes for other in codes if one != other and other.startswith(one)]


def test_every_province_has_a_code() -> None:
    served = {key for code in area_codes.all_codes() for key in area_codes.provinces_of(code)}
    assert served == set(province_keys())
