"""Rules for people to read: whole outputs."""

from __future__ import annotations

from goi_lint.catalogue import explanation, table
from goi_lint.errors import Words
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel
from goi_lint.model.rule import Applies, Rule, Source

RULE = Rule(
    id="GOI311",
    name="requests-balance",
    level=Level.ERROR,
    title=Words("新收与结转之和，应等于办理结果与结转下年度之和", "Requests in equal requests out"),
    sources={
        "": Source("国办公开办函〔2021〕30号", "附件 三、表注"),
        "form_2019": Source("国办公开办函〔2019〕60号", "附件 三", custom=True),
    },
    check="dates_exist",
    params={"table": "requests", "columns": ["natural_person", "total"]},
    message=Words(
        "「{column}」列：{left} ≠ {right}\n相差 {difference}", "Column {column}: off by {difference} {{}}"
    ),
    advice=Words("核对该列的四个数。", "Check the column's four numbers."),
    exceptions=Words("", ""),
    terms={},
    applies=Applies(2019, None, ("form_2019", "form_2021"), (BodyLevel.TOWN,)),
)
NOTE = RULE._replace(id="GOI004", level=Level.NOTE, title=Words("有格式可依", "A form governs"))

CHINESE = """\
GOI311  错误  requests-balance
新收与结转之和，应等于办理结果与结转下年度之和

  依据  国办公开办函〔2021〕30号 附件 三、表注
        2019 年格式：国办公开办函〔2019〕60号 附件 三（惯例，无明文要求）
  范围  2019 年度起；2019 年格式、2021 年格式；乡镇
  检查  dates_exist
        table: requests
        columns: ["natural_person", "total"]
  示例  「…」列：… ≠ … 相差 …
  建议  核对该列的四个数。
"""

ENGLISH = """\
GOI311  error  requests-balance
Requests in equal requests out

  Source   国办公开办函〔2021〕30号 附件 三、表注
           form_2019: 国办公开办函〔2019〕60号 附件 三 (custom, no text demands it)
  Scope    from 2019; form_2019, form_2021; town
  Check    dates_exist
           table: requests
           columns: ["natural_person", "total"]
  Example  Column …: off by … {}
  Advice   Check the column's four numbers.
"""


def test_table() -> None:
    assert table((RULE, NOTE), "zh") == (
        "GOI004  提示  有格式可依\nGOI311  错误  新收与结转之和，应等于办理结果与结转下年度之和\n"
    )
    assert table((RULE, NOTE), "en") == (
        "GOI004  note     A form governs\nGOI311  error    Requests in equal requests out\n"
    )
    assert table((), "zh") == ""


def test_explanation() -> None:
    assert explanation(RULE, "zh") == CHINESE
    assert explanation(RULE, "en") == ENGLISH
