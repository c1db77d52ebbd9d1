"""Rules for people to read: whole outputs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from formatters.samples import found
from goi_lint.catalogue import FORMATS, as_json, explanation, markdown, table
from goi_lint.cli.verbs import rules as verb
from goi_lint.errors import Words
from goi_lint.model.finding import Level, Location
from goi_lint.model.report import BodyLevel, Rank
from goi_lint.model.rule import Applies, Change, Details, Rule, Source
from goi_lint.text.patterns import Pattern
from goi_lint.text.yaml_file import located

RULE = Rule(
    id="GOI311",
    name="requests-balance",
    level=Level.ERROR,
    check="dates_exist",
    details=Details(
        title=Words("新收与结转之和，应等于办理结果与结转下年度之和", "Requests in equal requests out"),
        sources={
            "": Source("国办公开办函〔2021〕30号", "附件 三、表注"),
            "form_2019": Source("国办公开办函〔2019〕60号", "附件 三", custom=True),
        },
        message=Words(
            "「{column}」列：{left} ≠ {right}\n相差 {difference}", "Column {column}: off by {difference} {{}}"
        ),
        advice=Words("核对{column}列的四个数。", "Check the four numbers of {column}."),
        exceptions=Words("", ""),
        terms={},
        params={"table": "requests", "columns": ["natural_person", "total"]},
    ),
    applies=Applies(2019, None, ("form_2019", "form_2021"), (BodyLevel.TOWN,)),
)
NOTE = RULE._replace(
    id="GOI004",
    level=Level.NOTE,
    details=RULE.details._replace(title=Words("有格式可依", "A form governs")),
)

CHINESE = """\
GOI311  错误  requests-balance
新收与结转之和，应等于办理结果与结转下年度之和

  依据  国办公开办函〔2021〕30号 附件 三、表注
        2019 年格式：国办公开办函〔2019〕60号 附件 三（惯例，无明文要求）
  范围  2019 年度起；2019 年格式、2021 年格式；乡镇
  检查  dates_exist
        table: requests
        columns: [natural_person, total]
  示例  「【列名】」列：【left】 ≠ 【right】 相差 【两边之差】
  建议  核对【列名】列的四个数。
"""

ENGLISH = """\
GOI311  error  requests-balance
Requests in equal requests out

  Source   国办公开办函〔2021〕30号 附件 三、表注
           form_2019: 国办公开办函〔2019〕60号 附件 三 (custom, no text demands it)
  Scope    from 2019; form_2019, form_2021; town
  Check    dates_exist
           table: requests
           columns: [natural_person, total]
  Example  Column [the column's printed label]: off by [by how much the sides differ] {}
  Advice   Check the four numbers of [the column's printed label].
"""
FACTS = {
    "column": Words("列名；逐行时为空", "the column's printed label; empty for a row"),
    "difference": Words("两边之差（绝对值），不带符号", "by how much the sides differ (without sign)"),
}


def test_table() -> None:
    assert table((RULE, NOTE), "zh") == (
        "GOI004  提示  有格式可依\nGOI311  错误  新收与结转之和，应等于办理结果与结转下年度之和\n"
    )
    assert table((RULE, NOTE), "en") == (
        "GOI004  note     A form governs\nGOI311  error    Requests in equal requests out\n"
    )
    assert table((), "zh") == ""


def test_explanation() -> None:
    assert explanation(RULE, "zh", None, FACTS) == CHINESE
    assert explanation(RULE, "en", None, FACTS) == ENGLISH


def test_the_example_is_what_was_really_said() -> None:
    message = Words("「总计」列：5 ≠ 4", "Column total:\noff by 1")
    said = found("GOI311", "requests-balance", Level.ERROR, message, Location("document"))
    assert explanation(RULE, "zh", said, FACTS).endswith("  示例  「总计」列：5 ≠ 4\n  建议  核对该处。\n")
    assert explanation(RULE, "en", said).endswith(
        "  Example  Column total: off by 1\n  Advice   Check this.\n"
    )


def test_parameters_can_be_copied_into_yaml() -> None:
    params = {
        "patterns": [Pattern(r"\d+[条份']", False)],
        "topics": [{"topic": "网站", "least": 2, "raw": True}, {"topic": "no", "name": "a: b"}],
        "not_after": {"department": "01-31"},
        "text": "甲\n乙",
        "unless": None,
    }
    lines = explanation(RULE._replace(details=RULE.details._replace(params=params)), "zh").partition(
        "dates_exist\n"
    )[2]
    shown = [line.strip() for line in lines.partition("  示例")[0].splitlines()]
    assert shown == [
        r"patterns: ['\d+[条份'']']",
        "topics: [{topic: 网站, least: 2, raw: true}, {topic: 'no', name: 'a: b'}]",
        "not_after: {department: '01-31'}",
        r'text: "甲\n乙"',
        "unless: null",
    ]
    assert located("\n".join(shown).encode(), "x").plain() == {**params, "patterns": [r"\d+[条份']"]}


LOCAL = RULE._replace(
    applies=Applies(ranks=(Rank.CITY, Rank.COUNTY), provinces=("jilin",), cities=("长春市", "白山市")),
    details=RULE.details._replace(
        params={"patterns": [Pattern("印章|公章", False)], "limit": {"unless": Pattern("无", False)}},
        terms={"seal": Words("印章", "the seal")},
    ),
    pack="lake",
    file="3-requests/GOI311.yaml",
    changes=(
        Change("shore", "3/GOI311.yaml", 1, {"level": '"note"', "params.limit": "{}"}),
        Change("reed", "GOI311.yaml", 2, {"title": '{"zh": "甲"}'}),
    ),
)


def test_explanation_says_which_pack_set_what() -> None:
    assert explanation(LOCAL, "zh").splitlines()[5:10] == [
        "  范围    市级、县级；吉林省；长春市、白山市",
        "  规则包  lake 3-requests/GOI311.yaml",
        "          shore 3/GOI311.yaml:1 修改 level、params.limit",
        "          reed GOI311.yaml:2 修改 title",
        "  检查    dates_exist",
    ]
    assert explanation(LOCAL, "en").splitlines()[5:10] == [
        "  Scope    city, county; Jilin; 长春市, 白山市",
        "  Pack     lake 3-requests/GOI311.yaml",
        "           shore 3/GOI311.yaml:1 changes level, params.limit",
        "           reed GOI311.yaml:2 changes title",
        "  Check    dates_exist",
    ]


OBJECT: dict[str, Any] = {
    "id": "GOI311",
    "name": "requests-balance",
    "level": "error",
    "title": {"zh": "新收与结转之和，应等于办理结果与结转下年度之和", "en": "Requests in equal requests out"},
    "source": [
        {"form": None, "document": "国办公开办函〔2021〕30号", "place": "附件 三、表注", "custom": False},
        {"form": "form_2019", "document": "国办公开办函〔2019〕60号", "place": "附件 三", "custom": True},
    ],
    "check": "dates_exist",
    "params": {"patterns": ["印章|公章"], "limit": {"unless": "无"}},
    "message": {
        "zh": "「{column}」列：{left} ≠ {right}\n相差 {difference}",
        "en": "Column {column}: off by {difference} {{}}",
    },
    "advice": {"zh": "核对{column}列的四个数。", "en": "Check the four numbers of {column}."},
    "exceptions": {"zh": "", "en": ""},
    "terms": {"seal": {"zh": "印章", "en": "the seal"}},
    "applies": {
        "years": {"first": None, "last": None},
        "forms": [],
        "levels": [],
        "ranks": ["city", "county"],
        "provinces": ["jilin"],
        "cities": ["长春市", "白山市"],
    },
    "gate": False,
    "pack": "lake",
    "file": "3-requests/GOI311.yaml",
    "changes": [
        {
            "pack": "shore",
            "file": "3/GOI311.yaml",
            "line": 1,
            "values": {"level": "note", "params.limit": {}},
        },
        {"pack": "reed", "file": "GOI311.yaml", "line": 2, "values": {"title": {"zh": "甲"}}},
    ],
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_json(language: str) -> None:
    text = as_json((LOCAL, NOTE), language)
    found = json.loads(text)
    assert found["schema"] == "goi-lint/rules/1"
    assert [rule["id"] for rule in found["rules"]] == ["GOI004", "GOI311"]
    assert found["rules"][1] == OBJECT
    assert list(found["rules"][1]) == list(OBJECT)
    assert found["rules"][0]["applies"] == {
        "years": {"first": 2019, "last": None},
        "forms": ["form_2019", "form_2021"],
        "levels": ["town"],
        "ranks": [],
        "provinces": [],
        "cities": [],
    }
    assert [line.count('"check": ') for line in text.splitlines()] == [0, 0, 0, 1, 1, 0, 0]


def test_json_of_no_rules() -> None:
    assert json.loads(as_json((), "zh")) == {"schema": "goi-lint/rules/1", "rules": []}


SOURCES = (
    "国办公开办函〔2021〕30号 附件 三、表注<br>国办公开办函〔2019〕60号 附件 三（惯例，无明文要求）",
    "国办公开办函〔2021〕30号 附件 三、表注<br>国办公开办函〔2019〕60号 附件 三 (custom, no text demands it)",
)


def test_markdown() -> None:
    odd = NOTE._replace(details=NOTE.details._replace(title=Words("甲|乙\n丙", "a_b [c](d) <b>")))
    assert (
        markdown((RULE, odd), "zh")
        == f"""\
| 编号 | 级别 | 要求 | 依据 |
| --- | --- | --- | --- |
| GOI004 | 提示 | 甲\\|乙 丙 | {SOURCES[0]} |
| GOI311 | 错误 | 新收与结转之和，应等于办理结果与结转下年度之和 | {SOURCES[0]} |
"""
    )
    assert (
        markdown((odd,), "en")
        == f"""\
| id | level | obligation | source |
| --- | --- | --- | --- |
| GOI004 | note | a\\_b \\[c\\](d) &lt;b> | {SOURCES[1]} |
"""
    )


def test_the_command_line_knows_every_format() -> None:
    assert tuple(FORMATS) == verb._FORMATS
    assert all(name in verb.HELP.zh and name in verb.HELP.en for name in FORMATS)
