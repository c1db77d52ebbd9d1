"""The body speaks of itself by what it is; no other body's name stands in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from checks.building import a_title, reason, report, rule_params, said
from goi_lint.checks import self_named
from goi_lint.model.report import Report

PARAMS: Any = rule_params("GOI053")
TOWN, TOWNSHIP, STREET = "临江市花山镇人民政府", "安溪县龙门乡人民政府", "临江市建国街道办事处"
BUREAU, COUNTY, CITY = "临江市水利局", "溆浦县人民政府", "怀化市人民政府"
COMMISSION, OFFICE, ZONE = (
    "长春市卫生健康委员会",
    "溆浦县人民政府办公室",
    "长春净月高新技术产业开发区管理委员会",
)


def _of(
    body: str, *texts: str, front: Sequence[str] = (), closing: Sequence[str] = (), **fields: Any
) -> Report:
    title = a_title(f"{body}2023年政府信息公开工作年度报告", body)
    parts = {1: texts, 5: [], 6: []}
    return report(title=title, front=front, parts=parts, closing=closing, **fields)


ITSELF_SILENT = [
    (BUREAU, "2023年，我局主动公开信息120条。"),
    (BUREAU, "我市农村饮水工程信息全部公开，为我县、我区、我省提供经验。"),
    (BUREAU, "根据市政府要求，市科技局、市教育局与我局一同公开。"),
    (BUREAU, "花山镇、四道沟镇公开了河长名单。"),
    (BUREAU, "群众反映“我镇公示栏更新不及时”，我局已经督促整改。"),
    (BUREAU, "开展《我镇的河》征文。"),
    (BUREAU, "受委托单位表示：“我委托贵局公开。”"),
    (BUREAU, "我委托第三方评估。"),
    (BUREAU, "我乡镇河长制信息全部公开。"),
    (BUREAU, "克服自我局限，不忘我乡情。"),
    (BUREAU, "2021年我局与移民局合署办公，我委原有栏目并入。"),
    ("临江市住房和城乡建设局", "我局公开村镇建设信息。"),
    ("镇平县教育局", "我局全年公开信息20条。"),
    (TOWN, "我镇按照我市、我县要求公开。"),
    (TOWN, "我政府、我单位、我们高度重视。"),
    (TOWN, "市水利局、市教育局指导本镇公开。"),
    (TOWN, "我镇镇区公示栏更新12次，我镇局部地区设流动公示栏。"),
    (TOWN, "撤乡设镇后，我乡原有栏目保留。"),
    (TOWNSHIP, "我乡公开信息12条，我县统一部署。"),
    (STREET, "我街道、我办、我街、我处公开信息12条，我区统一部署。"),
    (STREET, "改进我街道路灯公示。"),
    (COUNTY, "我县、我市、我省公开信息，我办牵头，我室承办。"),
    (COUNTY, "本报告由县政务服务局汇总编制，我局对数据进行了核对。"),
    (CITY, "我市各级行政机关公开信息1200条。"),
    (COMMISSION, "我委公开信息12条，我市统一部署。"),
    (OFFICE, "我办、我室公开信息12条，我县统一部署。"),
    (ZONE, "我区、我委公开信息12条，我镇配合。"),
    ("临江市花山镇综合行政执法局", "我局公开信息，我镇统一部署。"),
    ("临江市花山镇财政所", "我所公开信息，我镇统一部署。"),
    ("临江市自来水公司", "我公司公开信息，我局监督。"),
    ("临江市政务服务中心", "我中心公开信息，我局监督。"),
]
ITSELF = [
    (TOWN, "2023年，我局认真贯彻落实《条例》。", "我局"),
    (TOWN, "2023年优化发布流程，我局积极配合，并结合我镇实际。", "我局"),
    (TOWN, "我乡未收到申请。", "我乡"),
    (TOWN, "我街道公开信息12条。", "我街道"),
    (TOWN, "下一步，我委将继续完善制度。", "我委"),
    ("花山镇", "我局部署全年工作。", "我局"),
    (TOWNSHIP, "我镇公开信息12条。", "我镇"),
    (TOWNSHIP, "我局公开信息12条。", "我局"),
    (STREET, "我镇公开信息12条。", "我镇"),
    (STREET, "我局公开信息12条。", "我局"),
    (STREET, "我乡公开信息12条。", "我乡"),
    (BUREAU, "我镇公开信息12条。", "我镇"),
    (BUREAU, "我街道公开信息12条。", "我街道"),
    (BUREAU, "我委高度重视。", "我委"),
    (BUREAU, "我乡按时答复。", "我乡"),
    (BUREAU, "我厅按时答复。", "我厅"),
    ("临江市住房和城乡建设局", "我乡按时答复。", "我乡"),
    ("镇平县教育局", "我镇按时答复。", "我镇"),
    ("新乡市教育局", "我乡按时答复。", "我乡"),
    (COUNTY, "我局公开信息12条。", "我局"),
    (COUNTY, "我镇公开信息12条。", "我镇"),
    (CITY, "我县公开信息12条。", "我县"),
    (COMMISSION, "我局公开信息12条。", "我局"),
    (COMMISSION, "我镇公开信息12条。", "我镇"),
    (OFFICE, "我局公开信息12条。", "我局"),
    (OFFICE, "我委公开信息12条。", "我委"),
    (ZONE, "我局公开信息12条。", "我局"),
    ("吉林省水利厅", "我局公开信息12条。", "我局"),
]


@pytest.mark.parametrize(("body", "text"), ITSELF_SILENT)
def test_what_a_body_may_say(body: str, text: str) -> None:
    assert said(self_named, _of(body, text), PARAMS) == []


@pytest.mark.parametrize(("body", "text", "name"), ITSELF)
def test_what_a_body_is_not(body: str, text: str, name: str) -> None:
    found = said(self_named, _of(body, text), PARAMS)
    assert [(at, facts["name"], facts["body"], facts["fault"]) for at, facts in found] == [
        ("part 1", name, body, "itself")
    ]


OTHER_SILENT = {
    "announced under its short name": _of(TOWN, front=["现公布花山镇2023年政府信息公开工作年度报告。"]),
    "announced with the year first": _of(
        TOWN, front=["现将2023年度花山镇政府信息公开工作年度报告公布如下。"]
    ),
    "announced as the government's": _of(
        TOWN, front=["现公布临江市人民政府2023年政府信息公开工作年度报告。"]
    ),
    "the notice of a superior": _of(
        BUREAU, front=["根据《白山市人民政府办公室关于做好2023年政府信息公开工作年度报告编制的通知》要求，"]
    ),
    "signed with short name and date": _of(BUREAU, closing=["市水利局", "2024年1月15日"]),
    "signed with seal": _of(BUREAU, closing=["临江市水利局（公章）2024年1月15日"]),
    "signed together": _of(BUREAU, closing=["临江市教育局", "临江市水利局"]),
    "signed by the office": _of(BUREAU, closing=["临江市水利局办公室"]),
    "signed under the former name": _of(BUREAU, closing=["临江市水务局"]),
    "signed by the city's bureau": _of(BUREAU, closing=["白山市水利局"]),
    "signed by the government": _of(TOWN, closing=["临江市人民政府"]),
    "date alone": _of(TOWN, closing=["2024年1月15日"]),
    "notes below": _of(TOWN, closing=["附件：无", "联系人：四道沟镇。"]),
    "asked of the data bureau": _of(BUREAU, front=["如有疑问，请与临江市政务服务和数据管理局联系。"]),
    "asked of its own office": _of(
        TOWN, front=["如有疑问，请与花山镇党政办公室联系（电话：0439-5220108）。"]
    ),
    "other towns in a town's text": _of(TOWN, "花山镇与四道沟镇交流经验，学习四道沟镇政府信息公开的做法。"),
    "a county on its towns": _of("临江市人民政府", "花山镇主动公开信息12条。四道沟镇主动公开信息8条。"),
    "a bureau on others": _of(BUREAU, "2023年，市水利局认真落实要求。市教育局主动公开信息12条。"),
    "another in the second sentence": _of(
        BUREAU, "2023年，我局认真落实《条例》，做好政府信息公开工作。市教育局认真落实要求。"
    ),
    "announced beside another": _of(
        BUREAU,
        front=["与公布临江市教育局2023年政府信息公开工作年度报告一样，临江市水利局的报告在网站公布。"],
    ),
    "superior in the opening": _of(BUREAU, "在市政府办公室指导下，市水利局坚持公开为常态，不公开为例外。"),
    "opening with the short name": _of(BUREAU, "2023年，水利局认真贯彻落实《条例》，做好政府信息公开工作。"),
    "opening below a subhead": _of(
        TOWN, "（一）主动公开", "2023年，花山镇认真贯彻落实《条例》，做好公开工作。"
    ),
    "its own guide": _of("济宁市兖州区科学技术局", "编制了《济宁市兖州区科技局政府信息公开指南》。"),
    "guide of the superior": _of("通化市东昌区教育局", "按照要求更新《通化市教育局政府信息公开目录》。"),
    "placeholder": _of(TOWN, front=["现公布XX镇2023年政府信息公开工作年度报告。"]),
    "all towns": _of(TOWN, "2023年，全镇主动公开信息12条。各乡镇主动公开工作有序。"),
}
OTHERS = {
    "signed by another town": (_of(TOWN, closing=["四道沟镇人民政府"]), "closing", "四道沟镇人民政府"),
    "signed by another bureau": (
        _of(BUREAU, closing=["临江市教育局", "2024年1月"]),
        "closing",
        "临江市教育局",
    ),
    "signed by another county's": (_of(BUREAU, closing=["抚松县水利局（章）"]), "closing", "抚松县水利局"),
    "signed with the date": (
        _of(TOWN, closing=["四道沟镇人民政府2024年1月15日"]),
        "closing",
        "四道沟镇人民政府",
    ),
    "announced as another town's": (
        _of(TOWN, front=["现公布四道沟镇2023年政府信息公开工作年度报告。"]),
        "front",
        "四道沟镇",
    ),
    "announced with the year first": (
        _of(TOWN, front=["根据《条例》，特向社会公布2023年四道沟镇人民政府政府信息公开工作年度报告。"]),
        "front",
        "四道沟镇人民政府",
    ),
    "announced as another bureau's": (
        _of(BUREAU, front=["现将临江市教育局2023年度政府信息公开工作情况的年度报告公布如下。"]),
        "front",
        "临江市教育局",
    ),
    "announced as another county's": (
        _of(COUNTY, front=["现公布辰溪县人民政府2023年政府信息公开工作年度报告。"]),
        "front",
        "辰溪县人民政府",
    ),
    "another town is to be asked": (
        _of(TOWN, front=["如有疑问，请与四道沟镇人民政府党政办公室联系。"]),
        "front",
        "四道沟镇",
    ),
    "another bureau is to be asked": (
        _of(BUREAU, front=["如有疑问，请与临江市教育局办公室联系。"]),
        "front",
        "临江市教育局",
    ),
    "another town in the opening": (
        _of(TOWN, "（一）主动公开", "2023年，四道沟镇认真贯彻落实《条例》，做好政府信息公开工作。"),
        "part 1",
        "四道沟镇",
    ),
    "another county in the opening": (
        _of(COUNTY, "2023年，辰溪县坚持以公开为常态，不公开为例外，扎实做好政务公开工作。"),
        "part 1",
        "辰溪县",
    ),
    "another bureau in the opening": (
        _of(BUREAU, "2023年，市教育局认真贯彻落实《条例》，扎实做好政府信息公开工作。"),
        "part 1",
        "市教育局",
    ),
    "figures of another town": (
        _of(TOWN, "花山镇高度重视。2023年，四道沟镇主动公开政府信息12条。"),
        "part 1",
        "四道沟镇",
    ),
    "another township's requests": (
        _of(TOWNSHIP, "（二）依申请公开。祥华乡未收到政府信息公开申请。"),
        "part 1",
        "祥华乡",
    ),
    "another town's guide": (
        _of(TOWN, "修订了《四道沟镇人民政府信息公开指南》。"),
        "part 1",
        "四道沟镇",
    ),
}


@pytest.mark.parametrize("given", OTHER_SILENT.values(), ids=OTHER_SILENT)
def test_no_other_body_is_meant(given: Report) -> None:
    assert said(self_named, given, PARAMS) == []


@pytest.mark.parametrize(("given", "at", "name"), OTHERS.values(), ids=OTHERS)
def test_another_body_stands_in_its_place(given: Report, at: str, name: str) -> None:
    found = said(self_named, given, PARAMS)
    assert [(address, facts["name"], facts["fault"]) for address, facts in found] == [(at, name, "other")]


def test_a_word_is_told_of_once() -> None:
    given = _of(TOWN, "2023年，我局公开信息12条。", "（二）我局未收到申请，我局按时更新。")
    problems = list(self_named.check(given, PARAMS))
    assert [(problem.facts["text"], len(problem.related)) for problem in problems] == [
        ("我局公开信息12条。", 2)
    ]


def test_signature_of_another_kind_leaves_open_who_speaks() -> None:
    given = _of(TOWN, "2023年，我局公开信息12条。", closing=["临江市花山镇财政局", "2024年1月15日"])
    assert said(self_named, given, PARAMS) == []


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (report(title=None), "标题没有写明单位"),
        (report(title=a_title("2023年政府信息公开工作年度报告", None)), "标题没有写明单位"),
        (_of("临江市水利局、临江市教育局"), "标题中有几个单位"),
        (_of("溆浦县发展和改革局(溆浦县国防动员办公室)"), "标题中有几个单位"),
    ],
)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(self_named, given, PARAMS) == why


def test_parameters_are_verified() -> None:
    params: Any = {
        "kinds": [{"names": "镇$", "never": ["局", "厂"]}],
        "words": [{"word": "局"}],
        "mentions": [{"pattern": "公布(.+)年报", "within": ["front"]}],
    }
    faults = [(fault.path, fault.found.zh) for fault in self_named.verify(params, {})]
    assert faults == [
        (("mentions", 0, "pattern"), "没有名为 body 的一组"),
        (("kinds", 0, "never", 1), "这里是“厂”"),
    ]
    assert list(self_named.verify(PARAMS, {})) == []
