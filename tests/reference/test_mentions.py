from __future__ import annotations

import pytest

from goi_lint.model.report import Rank
from goi_lint.reference.mentions import Match, find

NAMED = {
    "a county under its city": ("通化市东昌区科学技术局", [("通化市东昌区", "jilin/通化市/东昌区")]),
    "a district under its city": ("济宁市兖州区科学技术局", [("济宁市兖州区", "shandong/济宁市/兖州区")]),
    "a county of one character at the head": ("嵩县科技和工业信息化局", [("嵩县", "henan/洛阳市/嵩县")]),
    "after a year": ("2020年南关区科技局", [("南关区", "jilin/长春市/南关区")]),
    "after a report year": ("2020年度嵩县科技局", [("嵩县", "henan/洛阳市/嵩县")]),
    "an address, its road passed over": (
        "吉林省长春市宽城区金汇大路1577号",
        [("吉林省长春市宽城区", "jilin/长春市/宽城区")],
    ),
    "a short name in brackets": ("中韩（长春）国际合作示范区", [("长春", "jilin/长春市/")]),
    "in a sentence": ("请与兖州区科学技术局办公室联系", [("兖州区", "shandong/济宁市/兖州区")]),
    "several in a text": (
        "学习浙江省杭州市、江苏省的做法",
        [("浙江省杭州市", "zhejiang/杭州市/"), ("江苏省", "jiangsu//")],
    ),
    "one name, two bearers": (
        "朝阳区",
        [("朝阳区", "beijing/北京市/朝阳区"), ("朝阳区", "jilin/长春市/朝阳区")],
    ),
    "province or city": ("吉林科技局", [("吉林", "jilin//"), ("吉林", "jilin/吉林市/")]),
    "a short province decides a city": ("吉林长春南湖", [("吉林长春", "jilin/长春市/")]),
    "a word of a city's name counts after its province": ("辽宁朝阳", [("辽宁朝阳", "liaoning/朝阳市/")]),
    "a district of a municipality": ("北京市朝阳区", [("北京市朝阳区", "beijing/北京市/朝阳区")]),
    "a county of a municipality": ("重庆市城口县", [("重庆市城口县", "chongqing/重庆市/城口县")]),
    "a banner": (
        "内蒙古自治区锡林郭勒盟阿巴嘎旗",
        [("内蒙古自治区锡林郭勒盟阿巴嘎旗", "neimenggu/锡林郭勒盟/阿巴嘎旗")],
    ),
    "an autonomous banner, short": (
        "莫力达瓦旗",
        [("莫力达瓦旗", "neimenggu/呼伦贝尔市/莫力达瓦达斡尔族自治旗")],
    ),
    "an autonomous prefecture": ("延边朝鲜族自治州", [("延边朝鲜族自治州", "jilin/延边朝鲜族自治州/")]),
    "an autonomous prefecture, short": ("海南州", [("海南州", "qinghai/海南藏族自治州/")]),
    "an autonomous county": ("伊通满族自治县", [("伊通满族自治县", "jilin/四平市/伊通满族自治县")]),
    "an autonomous county, short": ("伊通县", [("伊通县", "jilin/四平市/伊通满族自治县")]),
    "a county of the province itself": ("河南省济源市", [("河南省济源市", "henan//济源市")]),
    "a district called a word, under its city": ("晋城市城区", [("晋城市城区", "shanxi/晋城市/城区")]),
    "a market's bureau": ("长春市场监督管理局", [("长春", "jilin/长春市/")]),
    "a city's market": ("长春市市场监督管理局", [("长春市", "jilin/长春市/")]),
    "a county-level city like a prefecture": (
        "恩施",
        [("恩施", "hubei/恩施土家族苗族自治州/"), ("恩施", "hubei/恩施土家族苗族自治州/恩施市")],
    ),
    "a county of the past": ("杭州市江干区", [("杭州市江干区", "zhejiang/杭州市/江干区")]),
    "a county that has moved": ("公主岭市", [("公主岭市", "jilin/长春市/公主岭市")]),
    "a county before it moved": ("四平市公主岭市", [("四平市公主岭市", "jilin/四平市/公主岭市")]),
    "over two lines": ("长春市\n朝阳区科技局", [("长春市\n朝阳区", "jilin/长春市/朝阳区")]),
    "a city of two names and one place": ("东莞市", [("东莞市", "guangdong/东莞市/")]),
}


def flat(match: Match) -> tuple[str, str]:
    return match.text, "/".join(part or "" for part in (match.province, match.city, match.county))


@pytest.mark.parametrize(("text", "places"), NAMED.values(), ids=NAMED)
def test_names(text: str, places: list[tuple[str, str]]) -> None:
    found = find(text)
    assert [flat(match) for match in found] == places
    assert all(text[match.start : match.end] == match.text for match in found)


ORDINARY = [
    "市场监督管理局",
    "城区建设",
    "和平发展",
    "高新技术",
    "加快新城区建设，推进老城区改造",
    "革命老区、解放区",
    "城市中区位优势",
    "主城区和郊区",
    "隆重庆祝",
    "畅通化解渠道",
    "集中力量",
    "长治久安",
    "示范县创建",
    "省、市和县级",
    "创新县域经济",
    "管理县乡道路",
    "我局会同县公安局",
    "战略合作市场",
    "与吉林大学合作",
    "北京银行",
    "沿南京路向西",
    "沿海南部",
    "长江西岸",
    "三十四平方米",
    "以上海量数据",
    "建设平安区域",
    "阿里巴巴",
    "西南山区",
    "不予公开，由行政机关另行制作",
    "第二十条第（一）项",
    "公开透明、依法行政",
    "县",
    "",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_name_no_place(text: str) -> None:
    assert find(text) == ()


def test_a_match_is_whole() -> None:
    assert find("2021年通化市东昌区科技局") == (
        Match("jilin", "通化市", "东昌区", Rank.COUNTY, "通化市东昌区", start=5, end=11),
    )
