from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.errors import Words
from goi_lint.model.report import Rank
from goi_lint.reference.gazetteer import Unit, units
from goi_lint.reference.places import Where, find, province_keys, province_name, resolve

BODIES = {
    "2020年南关区科技局": Where("jilin", "长春市", "南关区", Rank.COUNTY),
    "通化市东昌区科学技术局": Where("jilin", "通化市", "东昌区", Rank.COUNTY),
    "嵩县科技和工业信息化局": Where("henan", "洛阳市", "嵩县", Rank.COUNTY),
    "济宁市兖州区科学技术局": Where("shandong", "济宁市", "兖州区", Rank.COUNTY),
    "中韩（长春）国际合作示范区科技工信局": Where("jilin", "长春市", None, None),
    "长春市": Where("jilin", "长春市", None, Rank.CITY),
    "怀化市洪江区水利局": Where("hunan", "怀化市", None, None),
    "怀化市新溪县水利局": Where("hunan", "怀化市", None, None),
    "怀化市水利局": Where("hunan", "怀化市", None, Rank.CITY),
    "怀化市城市管理和综合执法局": Where("hunan", "怀化市", None, Rank.CITY),
    "怀化市市场监督管理局": Where("hunan", "怀化市", None, Rank.CITY),
    "怀化市区域合作办公室": Where("hunan", "怀化市", None, Rank.CITY),
    "长春市南关区": Where("jilin", "长春市", "南关区", Rank.COUNTY),
    "昌邑市科技局": Where("shandong", "潍坊市", "昌邑市", Rank.COUNTY),
    "吉林市昌邑区": Where("jilin", "吉林市", "昌邑区", Rank.COUNTY),
    "山东省": Where("shandong", None, None, Rank.PROVINCE),
    "北京市教育委员会": Where("beijing", "北京市", None, Rank.PROVINCE),
    "重庆市渝中区人民政府": Where("chongqing", "重庆市", "渝中区", Rank.COUNTY),
    "济源市": Where("henan", None, "济源市", Rank.COUNTY),
    "延边州科技局": Where("jilin", "延边朝鲜族自治州", None, Rank.CITY),
    "济宁市兖州区新兖镇人民政府": Where("shandong", "济宁市", "兖州区", Rank.TOWN),
    "长春市南关区永吉街道办事处": Where("jilin", "长春市", "南关区", Rank.TOWN),
    "长春市乡村振兴局": Where("jilin", "长春市", None, Rank.CITY),
    "长春净月高新技术产业开发区管理委员会": Where("jilin", "长春市", None, None),
    "长春市科学技术局高新区分局": Where("jilin", "长春市", None, Rank.CITY),
    "朝阳区科技局": Where(rank=Rank.COUNTY),
    "鼓楼区教育局": Where(rank=Rank.COUNTY),
    "市中区科技局": Where(rank=Rank.COUNTY),
    "桥东区科技局": Where("hebei", None, "桥东区", Rank.COUNTY),
    "吉林科技局": Where("jilin"),
    "科技局": Where(),
    "市场监督管理局": Where(),
    "": Where(),
}


@pytest.mark.parametrize(("body", "where"), BODIES.items())
def test_one_body(body: str, where: Where) -> None:
    assert resolve([body]) == where


CHAOYANG = Where("jilin", "长春市", "朝阳区", Rank.COUNTY)
DECIDED = {
    "by a postcode": ((["朝阳区科技局"], ["130012"], []), CHAOYANG),
    "by an area code": ((["朝阳区科技局"], [], ["0431"]), CHAOYANG),
    "by a later text": ((["朝阳区科技局", "长春市朝阳区科技局"], [], []), CHAOYANG),
    "by the city in the address": ((["朝阳区科技局", "吉林省长春市前进大街"], [], []), CHAOYANG),
    "by another place in the text": ((["朝阳区科技局按照长春市人民政府的部署"], [], []), CHAOYANG),
    "by the area code's city": (
        (["铁西区科技局"], ["114000"], ["0412"]),
        Where("liaoning", "鞍山市", "铁西区", Rank.COUNTY),
    ),
    "the province alone by its postcode": (
        (["铁西区科技局"], ["114000"], []),
        Where("liaoning", None, "铁西区", Rank.COUNTY),
    ),
    "not where postcode and area code dispute": (
        (["朝阳区科技局"], ["100020"], ["0431"]),
        Where(rank=Rank.COUNTY),
    ),
    "not where two area codes dispute": (
        (["桥东区科技局"], [], ["0313", "0319"]),
        Where("hebei", None, "桥东区", Rank.COUNTY),
    ),
    "not by a postcode of none of them": ((["朝阳区科技局"], ["272100"], []), Where(rank=Rank.COUNTY)),
    "not by an unknown code": ((["朝阳区科技局"], ["990000"], ["0999"]), Where(rank=Rank.COUNTY)),
    "a clear name keeps its province against a postcode": (
        (["济宁市兖州区科学技术局"], ["130000"], ["0431"]),
        Where("shandong", "济宁市", "兖州区", Rank.COUNTY),
    ),
    "the address adds to the province": (
        (["科技局", "吉林省", "长春市南关区"], [], []),
        Where("jilin", "长春市", "南关区", None),
    ),
    "texts of two districts share the city": (
        (["长春市南关区科技局", "长春市朝阳区科技局"], [], []),
        Where("jilin", "长春市", None, Rank.COUNTY),
    ),
    "texts of two cities share the province": (
        (["长春市科技局", "吉林市科技局"], [], []),
        Where("jilin", None, None, Rank.CITY),
    ),
    "texts of two provinces share nothing": (
        (["济宁市科技局", "长春市科技局"], [], []),
        Where(None, None, None, Rank.CITY),
    ),
    "a contradiction stays one": (
        (["长春市科技局", "吉林市科技局", "长春市科技局"], [], []),
        Where("jilin", None, None, Rank.CITY),
    ),
    "a city's bureau is of no district": (
        (["长春市科技局", "吉林省长春市南关区人民大街"], [], []),
        Where("jilin", "长春市", None, Rank.CITY),
    ),
    "a province's office is of no city": (
        (["山东省科学技术厅", "济南市历下区"], [], []),
        Where("shandong", None, None, Rank.PROVINCE),
    ),
    "postcode and area code that agree": ((["科技局"], ["130000"], ["0431"]), Where("jilin")),
    "a postcode alone names no body's province": ((["科技局"], ["130000"], []), Where()),
    "postcode and area code that dispute": ((["科技局"], ["130000"], ["0537"]), Where()),
    "no text": (([], [], []), Where()),
}


@pytest.mark.parametrize(("given_", "where"), DECIDED.values(), ids=DECIDED)
def test_what_decides(given_: tuple[list[str], list[str], list[str]], where: Where) -> None:
    texts, postcodes, codes = given_
    assert resolve(texts, postcodes, codes) == where


def full_path(unit: Unit) -> str:
    province = province_name(unit.province).zh
    parts = dict.fromkeys(part for part in (province, unit.city, unit.county) if part)
    return "".join(parts)


def test_every_place_is_found_by_its_full_path() -> None:
    for unit in units():
        expected = Where(unit.province, unit.city, unit.county, unit.rank)
        assert resolve([f"{full_path(unit)}教育局"]) == expected, full_path(unit)


def test_every_full_name_alone_never_gives_a_wrong_place() -> None:
    named = sorted((unit for unit in units() if unit.county), key=lambda unit: unit.county or "")
    for name, bearers in groupby(named, key=lambda unit: unit.county or ""):
        found = {(match.province, match.city, match.county) for match in find(name)}
        assert found <= {(unit.province, unit.city, unit.county) for unit in bearers}, name


@given(st.text(alphabet="吉林长春市南关区县省朝阳和平新城 （）年2020的在局", max_size=40))
def test_any_text_gives_places_that_stand_in_it(text: str) -> None:
    for match in find(text):
        assert text[match.start : match.end] == match.text
    assert resolve([text]).province in {None, *province_keys()}


def test_province_names() -> None:
    assert province_name("jilin") == Words("吉林省", "Jilin")
    assert province_name("shaanxi") == Words("陕西省", "Shaanxi")
    assert province_name("neimenggu") == Words("内蒙古自治区", "Inner Mongolia")
    assert len(province_keys()) == 31
    with pytest.raises(KeyError):
        province_name("nowhere")
