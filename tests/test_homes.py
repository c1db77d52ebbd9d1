"""Whose report one is: the same body under all its names, and nobody else's."""

from __future__ import annotations

import pytest

from goi_lint.homes import home_of, own_names
from goi_lint.model.report import Identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Identity("嵩县科学技术局"), Identity("河南省洛阳市嵩县科学技术局")),
        (Identity("嵩县"), Identity("嵩县人民政府")),
        (Identity("嵩县政府"), Identity("洛阳市嵩县人民政府")),
        (Identity("嵩县人民政府办公室"), Identity("嵩县政府办公室")),
        (Identity("嵩县田湖镇"), Identity("嵩县田湖镇人民政府")),
        (Identity("长春市南关区新春街道"), Identity("南关区新春街道办事处", city="长春市")),
        (Identity("鼓楼区教育局", province="henan"), Identity("开封市鼓楼区教育局")),
        (Identity("鼓楼区教育局", city="徐州市"), Identity("徐州市鼓楼区教育局")),
        (Identity("嵩县 科学技术局"), Identity("嵩县科学技术局")),
        (Identity("临溪县水利局", province="henan", city="洛阳市"), Identity("河南省洛阳市临溪县水利局")),
        (Identity("临溪县", province="henan", city="洛阳市"), Identity("洛阳市临溪县人民政府")),
    ],
)
def test_names_of_one_body(one: Identity, other: Identity) -> None:
    assert home_of(one) is not None
    assert home_of(one) == home_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Identity("嵩县科学技术局"), Identity("嵩县科技局")),
        (Identity("嵩县财政局"), Identity("栾川县财政局")),
        (Identity("洛阳市财政局"), Identity("嵩县财政局")),
        (Identity("嵩县人民政府"), Identity("嵩县人民政府办公室")),
        (Identity("嵩县田湖镇人民政府"), Identity("嵩县车村镇人民政府")),
        (Identity("南京市鼓楼区教育局"), Identity("徐州市鼓楼区教育局")),
    ],
)
def test_names_of_two_bodies(one: Identity, other: Identity) -> None:
    assert home_of(one) is not None
    assert home_of(one) != home_of(other)


@pytest.mark.parametrize(
    "identity",
    [
        Identity(),
        Identity("科学技术局"),
        Identity("科学技术局", province="henan", city="洛阳市"),
        Identity("城关镇人民政府", province="henan"),
        Identity("鼓楼区教育局"),
        Identity("临溪县水利局", province="henan"),
        Identity("高新区财政局", province="henan", city="洛阳市"),
        Identity("我县水利局", province="henan", city="洛阳市"),
        Identity("鼓楼区教育局", province="jiangsu"),
        Identity("嵩县财政局", province="jilin"),
        Identity("南京市鼓楼区教育局、徐州市鼓楼区教育局"),
    ],
    ids=str,
)
def test_a_name_alone_does_not_tell(identity: Identity) -> None:
    assert home_of(identity) is None


@pytest.mark.parametrize(
    ("identity", "names"),
    [
        (Identity(), ()),
        (Identity("科学技术局"), ("科学技术局",)),
        (
            Identity("洛阳市嵩县科学技术局", city="洛阳市"),
            ("洛阳市嵩县科学技术局", "洛阳市嵩县", "科学技术局", "洛阳市", "嵩县"),
        ),
    ],
)
def test_own_names(identity: Identity, names: tuple[str, ...]) -> None:
    assert own_names(identity) == names
