"""What needs a number has one near it; years, dates and telephone numbers are none."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import Said, compiled, reason, report, said, table
from goi_lint.assemble.forms import load_forms
from goi_lint.checks import quantified

TOPICS = [
    {"topic": "网站", "patterns": ["网站"]},
    {"topic": "新媒体", "patterns": ["新媒体|公众号"]},
    {"topic": "政策解读", "patterns": ["解读"]},
]
PARAMS = compiled({"within": [1], "topics": TOPICS})

FULL = "通过政府网站发布信息120条，公众号推送35篇。发布政策解读三篇。"
ENOUGH = {
    "digits with measures": FULL,
    "full-width digits and blanks": "网站发布 １２０ 条、新媒体 80 条；解读 3 期。",
    "the number before the phrase": "发布120条网站信息、80条新媒体信息、3篇解读。",
    "ten thousands": "网站访问量1.2万余次，公众号阅读3万，解读2次。",
    "nothing happened": "网站发布30条，新媒体发布2条，未发布政策解读。",
    "digits alone before a mark": "信息公开数：网站120，新媒体80，解读3。",
    "in brackets": "多渠道公开（网站120条、新媒体80条、解读3件）。",
}
TOO_LITTLE = {
    "years and dates": ("2023年网站改版，6月1日开通新媒体，解读及时。", ("网站", "新媒体", "政策解读")),
    "document number": (
        "依国办公开办函〔2021〕30号办好网站。公众号35篇，解读3篇。",
        ("网站",),
    ),
    "article of the law": ("按照第二十条在网站公开。公众号35篇，解读3篇。", ("网站",)),
    "percentage": ("网站信息同比增长20%。公众号35篇，解读3篇。", ("网站",)),
    "telephone": ("网站咨询电话0439-5220108。公众号35篇，解读3篇。", ("网站",)),
    "hotline": ("网站与12345热线联动。公众号35篇，解读3篇。", ("网站",)),
    "number in another sentence": ("网站运行平稳。公众号35篇，解读3篇。", ("网站",)),
    "not spoken of": ("网站发布120条，公众号35篇。", ("政策解读",)),
    "once for all is no number": ("网站一次性告知。公众号35篇，解读3篇。", ("网站",)),
}


HOTLINE = compiled([{"topic": "热线", "patterns": ["热线|咨询|新媒体"]}])
DENIED = (
    "全年无政务新媒体账号。",
    "12345热线无咨询。",
    "无12345热线咨询。",
    "12345热线零受理。",
    "全年零咨询。",
    "咨询：无。",
    "咨询为零。",
    "暂无来电咨询。",
    "没有来电咨询。",
    "热线没有人来电，无人咨询。",
    "本机关未接到热线来电。",
    "热线办件零条。",
    "无相关咨询。",
    "热线数据全无。",
)
NOT_DENIED = (
    "热线无障碍服务。",
    "热线咨询无偿。",
    "无锡市热线咨询便民。",
    "热线回应无死角。",
    "热线办理无超期。",
    "热线24小时无人值守。",
    "有无咨询均应登记。",
    "热线接听零距离。",
    "热线零投入运行。",
    "热线零散咨询较多。",
    "热线接听二百零。",
    "未来将办好热线。",
    "热线做到万无一失。",
    "热线咨询办理准确无误。",
)


def _said(text: str, **params: Any) -> Said:
    return said(quantified, report(parts={1: [text]}), {**PARAMS, **params})


@pytest.mark.parametrize("text", ENOUGH.values(), ids=ENOUGH)
def test_silent(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(("text", "missing"), TOO_LITTLE.values(), ids=TOO_LITTLE)
def test_reports(text: str, missing: tuple[str, ...]) -> None:
    assert _said(text) == [("part 1", {"missing": missing, "text": text})]


@pytest.mark.parametrize("text", DENIED)
def test_to_say_that_there_was_nothing_will_do(text: str) -> None:
    assert _said(text, topics=HOTLINE) == []


@pytest.mark.parametrize("text", NOT_DENIED)
def test_words_that_look_like_a_denial_are_none(text: str) -> None:
    assert _said(text, topics=HOTLINE) == [("part 1", {"missing": ("热线",), "text": text})]


def test_a_number_too_far_away_is_none() -> None:
    text = "网站由专人负责，栏目设置科学合理，更新及时有效，今年发布120条。公众号1篇，解读3篇。"
    assert _said(text) == [("part 1", {"missing": ("网站",), "text": text})]
    assert _said(text, distance=40) == []


def test_the_unit_may_be_demanded() -> None:
    topics = compiled([{"topic": "规范性文件", "patterns": ["规范性文件"]}])
    assert _said("发布规范性文件三件。", topics=topics, units=["件"]) == []
    text = "规范性文件涉及5个部门。"
    expected = {"missing": ("规范性文件",), "text": text}
    assert _said(text, topics=topics, units=["件"]) == [("part 1", expected)]
    assert _said(text, topics=topics) == []


def test_only_what_is_spoken_of_may_be_asked_for() -> None:
    text = "网站栏目进一步优化，公众号推送35篇。"
    expected = {"missing": ("网站",), "text": text}
    assert _said(text, mentioned=True, distance=5) == [("part 1", expected)]
    silent = report(parts={1: ["加强组织领导。"]})
    assert reason(quantified, silent, {**PARAMS, "mentioned": True}) == "没有提到应写数字的内容"


def test_words_broken_over_lines_are_whole() -> None:
    assert said(quantified, report(parts={1: ["网", "站发布12", "0条，公众号35篇，解读3篇。"]}), PARAMS) == []


def test_not_applicable() -> None:
    assert reason(quantified, report(parts={1: []}), PARAMS) == "相关部分缺失或为空"


def test_only_what_a_table_counts_may_be_asked_for() -> None:
    params = {**PARAMS, "if_positive": "requests.received"}
    asked = report(
        parts={1: ["网站更新及时。"]}, tables={"requests": table("requests", {"received.total": 1})}
    )
    topics = ("网站", "新媒体", "政策解读")
    assert said(quantified, asked, params) == [("part 1", {"missing": topics, "text": "网站更新及时。"})]
    spared = report(
        parts={1: ["网站更新及时。"]}, tables={"requests": table("requests", {"received.total": 0})}
    )
    assert reason(quantified, spared, params) == "表中没有这一情形"


def test_the_row_is_verified() -> None:
    faults = quantified.verify({"topics": [], "if_positive": "requests.grunted"}, load_forms())
    assert [fault.path for fault in faults] == [("if_positive",)]


def test_the_distance_is_verified() -> None:
    faults = quantified.verify({"topics": [], "distance": 0}, {})
    assert [fault.path for fault in faults] == [("distance",)]
