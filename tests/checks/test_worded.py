"""Doubled and lost words, marks too many; two words that meet in the same characters are no fault."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import a_title, report, rule_params, said
from goi_lint.checks import worded
from goi_lint.model.report import Report
from goi_lint.text.patterns import compile_pattern

PARAMS: Any = rule_params("GOI051")

SILENT = """
天天更新，人人参与，事事有回应，一一答复，层层审核，时时在线，处处留心
部门门户网站、市市场监管局、目录录入13条、研究究竟如何公开
逐步步入正轨，条条块块协调，公开公示，2023年年度报告，长长的清单
讨论论证，制度度量，工作作风，公开开展，微信信息，财政政策，办公公开
推进进度，进行行政处罚，推进进行中的项目，民主主动，邮政政务
信息息息相关，文件件件有回音，规范性文件件数，职工工作，分工工作
不了了之；为了了解需求；除了了解情况；取得了解群众的机会
目的的实现，标的的金额，的的确确
自由由此扩大，理由由申请人说明，事由由科室核实，无正当理由由大量申请，由于于都县提出
存在在线更新不及时，现在在网站公开，正在在建的项目，实在在理
但是是否公开，一是是非清楚，不是是否的问题，可是是这样，特别是是否及时
共和和谐，温和和气，建设和和美乡村，总和和平均数，泰和和谐社区
应对对策，结对对象，面对对口帮扶，针对对外公开的信息，一对对搭档
作为为民服务窗口，行为为3起，以民为为先
参与与公开有关的活动，参与与会人员，授与与否
涉及及时更新，以及及时答复，危及及其他
即将将要，必将将来，上将将士
植被被破坏，棉被被领取
合并并轨，吞并并购，撤并并入
抑或或者，倘或或许
业已已经
平均均衡，人均均等，户均均值
要求按按时限办理，依按按劳分配
已经经过审核，财经经费
方向向上，面向向往，定向向导
予以以案促改，可以以奖代补，难以以旧换新
服从从严要求，听从从优安排，自从从事此项工作
应该该局负责，活该
自我我们提升
一件一件抓落实，一项一项推进，逐条逐条对照，逐项逐项，一步一步深化
很多很多，非常非常，越来越多，好多好多
研究研究，讨论讨论，学习学习，商量商量。
支队支队长、火山火山口、委员会委员会议、党中央中央军委、根据根据地经验
领导小组领导小组办公室设在局办公室
主动公开公开目录、依申请公开公开答复、应公开公开率、政务公开公开栏、信息公开公开指南
政府信息公开政府信息公开指南已经更新
（一）主动公开主动公开政府信息120条。
一是政府网站政府网站更新及时。
栏目有公开公告 公开公告，政策文件　政策文件，按时更新
做好政府信息 政府信息公开
审议通过通过网站征集的意见
各类信息12条，其中文件3条。
公开条例，公开条款，发布条件，信息条目，信息条数，每条信息。
召开次数，组织次序，会议次序，活动场所，培训期间，公开期限，简报期数。
收到申请件后及时登记；未收到申请件；对收到的申请件，及时答复；依申请公开件，按时办结。
共同办理件，公共服务件，公开件，申请件，受理件、办结件。
发布信息12条，推送文章篇数，转发稿件3篇。
每召开一次会议，每组织一场活动，每期简报。
申请件数、答复件数、办结率达100%，及时率为98%。
收取信息处理费0元，收费金额0万元。
以公开为常态……。不公开为例外——“五公开”。
“公开。”一词，《条例》。
水费怎么算？？一问到底！！
1,,2 与 a,,b 及 ...... 和 。。。
省省级，县县级，所所长，处处长
公司司法所，中心心理咨询，会议议题，议题题目，标准准确，准确确保，确保保密
年底底数，去年年底，2023年年底，2023年年末，12月月底，今年年初
明明白白，清清楚楚，实实在在，认认真真，扎扎实实，方方面面，点点滴滴，家家户户
公告告知，报告告诉，监督督促，审查查处，回应应当，信访访谈，群众众多，企业业务
情况况且，条例例如，版本本身，成本本年度下降
政府府谷县，政府府邸
积极主动主动公开
经经开区管委会批准
本县县域，本镇镇区，我局局长，我镇镇长，我市市民，我区区级
""".strip().split("\n")

REPORTS = {
    "政府信息公开公开工作": ("公开公开", "doubled"),
    "加大政务公开公开力度不够的": None,
    "做好信息公开公开，": ("公开公开", "doubled"),
    "由由办公室负责": ("由由", "doubled"),
    "政务公开工作由由局办公室承担": ("由由", "doubled"),
    "公众可通过可以通过网站查询": ("可通过可以通过", "doubled"),
    "对栏目进行进行调整": ("进行进行", "doubled"),
    "按照按照上级要求": ("按照按照", "doubled"),
    "主动公开的的信息": ("的的", "doubled"),
    "取得了了一定成效": ("了了", "doubled"),
    "我局在在门户网站公开": ("在在", "doubled"),
    "主要问题是是更新不及时": ("是是", "doubled"),
    "教育和和医疗信息": ("和和", "doubled"),
    "与与去年相比": ("与与", "doubled"),
    "及及相关文件": ("及及", "doubled"),
    "我局将将继续努力": ("将将", "doubled"),
    "并并按时答复": ("并并", "doubled"),
    "文件或或图片": ("或或", "doubled"),
    "申请已已全部办结": ("已已", "doubled"),
    "答复均均在期限内": ("均均", "doubled"),
    "按按规定公开": ("按按", "doubled"),
    "向向社会公布": ("向向", "doubled"),
    "以以人民为中心": ("以以", "doubled"),
    "从从四个方面": ("从从", "doubled"),
    "统计期限为为2023年1月1日": ("为为", "doubled"),
    "由于于人员调整": ("于于", "doubled"),
    "我我局高度重视": ("我我", "doubled"),
    "推动政府信息公开工作工作，": ("工作工作", "doubled"),
    "做好政府信息政府信息公开": ("政府信息政府信息", "doubled"),
    "根据国务院办公厅国务院办公厅要求": ("国务院办公厅国务院办公厅", "doubled"),
    "临江市人民政府人民政府门户": ("人民政府人民政府", "doubled"),
    "我局我局高度重视": ("我局我局", "doubled"),
    "截至2023年2023年12月": ("2023年2023年", "doubled"),
    "通过通过政府网站": ("通过通过", "doubled"),
    "由于由于人员变动": ("由于由于", "doubled"),
    "进一步进一步规范": ("进一步进一步", "doubled"),
    "政府信息信息公开制度": ("信息信息", "doubled"),
    "公开信息信息126条。": ("信息信息", "doubled"),
    "全年共主动公开条政府信息。": ("公开条政府信息", "lost"),
    "公开开条例": ("开开", "doubled"),
    "公开工工作有序": ("工工", "doubled"),
    "政府府网站": ("府府", "doubled"),
    "工作情况况良好": ("况况", "doubled"),
    "栏目进进行了调整": ("进进", "doubled"),
    "全年发布信息120条条，": ("条条", "doubled"),
    "截至12月月31日": ("月月", "doubled"),
    "本本局主动公开": ("本本", "doubled"),
    "《条例例》": ("例例", "doubled"),
    "2023年年，我局": ("年年", "doubled"),
    "全年共主动公开条。": ("公开条", "lost"),
    "公众号编辑发布信息条，": ("信息条", "lost"),
    "网站发布政务信息篇，": ("发布政务信息篇", "lost"),
    "全年召开专题会议次。": ("召开专题会议次", "lost"),
    "开展培训次；": ("开展培训次", "lost"),
    "举办政务公开培训班期，": ("举办政务公开培训班期", "lost"),
    "召开新闻发布会场，": ("召开新闻发布会场", "lost"),
    "共收到政府信息公开申请件，": ("共收到政府信息公开申请件", "lost"),
    "累计办结件，": ("累计办结件", "lost"),
    "2023年收到申请件。": ("3年收到申请件", "lost"),
    "发放宣传资料份。": ("发放宣传资料份", "lost"),
    "按时答复率达。": ("复率达", "lost"),
    "全年收取信息处理费元。": ("收取信息处理费元", "lost"),
    "根据《》要求": ("《》", "lost"),
    "及时公开。。": ("。。", "marks"),
    "及时公开，，做好": (",,", "marks"),
    "政策、、解读": ("、、", "marks"),
    "及时公开，。": (",。", "marks"),
    "及时公开。，做好": ("。,", "marks"),
    "政策、，解读": ("、,", "marks"),
}


def _line(text: str, **fields: Any) -> Report:
    return report(parts={1: [text]}, **fields)


def _words(text: str) -> list[tuple[str, str]]:
    return [(facts["words"], facts["fault"]) for _, facts in said(worded, _line(text), PARAMS)]


@pytest.mark.parametrize("text", SILENT)
def test_normal_chinese_is_no_fault(text: str) -> None:
    assert _words(text) == []
    assert _words(f"全年工作有序推进。{text}") == []


@pytest.mark.parametrize(("text", "expected"), REPORTS.items())
def test_what_is_doubled_or_lost_is_found(text: str, expected: tuple[str, str] | None) -> None:
    assert _words(text) == ([expected] if expected else [])


@pytest.mark.parametrize(("text", "expected"), REPORTS.items())
def test_it_is_found_amid_other_words(text: str, expected: tuple[str, str] | None) -> None:
    assert _words(f"2023年，我局认真落实《条例》，{text}") == ([expected] if expected else [])


def test_the_words_around_are_quoted_as_printed() -> None:
    given = _line("一是组织领导。二是政府 信息公开公开工作由专人负责，及时更新。")
    facts = {"text": "二是政府 信息公开公开工作由专人负责，", "words": "公开公开", "fault": "doubled"}
    assert said(worded, given, PARAMS) == [("part 1", facts)]


def test_the_same_words_count_once_in_a_paragraph() -> None:
    assert _words("由由甲办理，由由乙办理，按按规定办理。") == [("由由", "doubled"), ("按按", "doubled")]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("临江市水利局2023年政府信息公开公开工作年度报告", []),
        ("临江市水利局临江市水利局，2023年政府信息公开工作年度报告", []),
        ("临江市水利局关于关于，2023年政府信息公开工作年度报告", ["关于关于"]),
    ],
)
def test_what_the_rule_on_titles_tells_is_left_to_it(title: str, expected: list[str]) -> None:
    body = "临江市水利局临江市水利局" if "局临江" in title else "临江市水利局"
    found = said(worded, report(title=a_title(title, body)), PARAMS)
    assert [facts["words"] for _, facts in found] == expected


def test_only_the_parts_in_question_are_read() -> None:
    given = report(parts={1: ["由由甲办理。"], 5: ["由由乙办理。"]})
    assert [at for at, _ in said(worded, given, {**PARAMS, "within": [5]})] == ["part 5"]


@pytest.mark.parametrize(
    ("params", "where", "found"),
    [
        ({}, (), "没有要找的内容"),
        ({"within": [1]}, (), "没有要找的内容"),
        ({"marks": [",,", "。"]}, ("marks", 1), "这里是“。”"),
        ({"marks": ["，，"]}, ("marks", 0), "这里是“，，”"),
        ({"lost": [{"before_mark": "条目", "pattern": None}]}, ("lost", 0, "before_mark"), "这里是“条目”"),
    ],
)
def test_parameters_are_verified(params: Any, where: tuple[str | int, ...], found: str) -> None:
    assert [(fault.path, fault.found.zh) for fault in worded.verify(params, {})] == [(where, found)]


def test_right_parameters_are_no_fault() -> None:
    assert list(worded.verify(PARAMS, {})) == []


def test_a_measure_word_behind_its_number_is_not_asked() -> None:
    params = {"lost": [{"before_mark": "条", "pattern": compile_pattern("条$", builtin=True)}]}
    given = _line("发布120条，转发三十余条，采用条，其中要闻条目。")
    assert [facts["text"] for _, facts in said(worded, given, params)] == ["采用条，其中要闻条目。"]
