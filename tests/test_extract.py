"""What was read of the tables: whole outputs, nothing lost."""

from __future__ import annotations

import json

import pytest

from goi_lint.assemble import assemble
from goi_lint.errors import Words
from goi_lint.extract import FORMATS
from goi_lint.model.report import BodyLevel, Identity, Report
from goi_lint.readers import txt

TEXT = """\
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t\t减4
行政规范性文件\t1,001\t２\t—
其他主动公开文件\t+81\t0\t3
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t7
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t1\t2
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t18.8710
"""

CSV = """\
path,table,kind,row,row_label,row_printed,column,column_label,column_printed,bound,state,raw,text,value,plain,line,end_line,page,paragraph
"a, b.txt",disclosure,cell,regulations,规章,规章,issued,本年制发件数,本年制发件数,pattern,number,0,0,0,true,4,4,,
"a, b.txt",disclosure,cell,regulations,规章,规章,repealed,本年废止件数,本年废止件数,pattern,blank,,,,false,4,4,,
"a, b.txt",disclosure,cell,regulations,规章,规章,in_force,现行有效件数,现行有效件数,pattern,number,减4,减4,-4,false,4,4,,
"a, b.txt",disclosure,cell,normative_documents,行政规范性文件,行政规范性文件,issued,本年制发件数,本年制发件数,count,number,"1,001","1,001",1001,true,5,5,,
"a, b.txt",disclosure,cell,normative_documents,行政规范性文件,行政规范性文件,repealed,本年废止件数,本年废止件数,count,number,２,２,2,true,5,5,,
"a, b.txt",disclosure,cell,normative_documents,行政规范性文件,行政规范性文件,in_force,现行有效件数,现行有效件数,count,unreadable,—,—,,false,5,5,,
"a, b.txt",disclosure,cell,licences,行政许可,行政许可,decisions,本年处理决定数量,本年处理决定数量,count,number,7,7,7,true,9,9,,
"a, b.txt",disclosure,cell,fees,行政事业性收费,行政事业性收费,charged,本年收费金额（单位：万元）,本年收费金额（单位：万元）,count,number,18.8710,18.8710,18.8710,true,15,15,,
"a, b.txt",disclosure,extra_row,,其他主动公开文件,,,,,,,,+81,,,6,6,,
"a, b.txt",disclosure,extra_row,,其他主动公开文件,,,,,,,,0,,,6,6,,
"a, b.txt",disclosure,extra_row,,其他主动公开文件,,,,,,,,3,,,6,6,,
"a, b.txt",disclosure,unbound_row,penalties,行政处罚,,,,,,count,,1,,,12,12,,
"a, b.txt",disclosure,unbound_row,penalties,行政处罚,,,,,,count,,2,,,12,12,,
"a, b.txt",disclosure,missing_row,,行政强制,,,,,,,,,,,,,,
c.txt,,unreadable,,,,,,,,,,不是文本,,,,,,
"""  # noqa: E501

IDENTITY = Identity(body="嵩县科技局", level=BodyLevel.DEPARTMENT, year=2023)


@pytest.fixture
def report() -> Report:
    assembled = assemble(txt.read(TEXT.encode(), "a, b.txt"))
    return assembled._replace(title=None, identity=IDENTITY)


def test_csv(report: Report) -> None:
    form = FORMATS["csv"]
    unread = form.unreadable("c.txt", Words("不是文本", "no text"), False, "zh")
    assert form.begin() + form.report(report, True) + unread + form.end(False) == f"\ufeff{CSV}"


def test_json(report: Report) -> None:
    form = FORMATS["json"]
    unread = form.unreadable("c.txt", Words("不是文本", "no text"), False, "en")
    shown = json.loads(form.begin() + form.report(report, True) + unread + form.end(False))
    (table,) = shown["documents"][0].pop("tables")
    cells = table.pop("cells")
    assert shown == {
        "schema": "goi-lint-extract/1",
        "documents": [
            {
                "path": "a, b.txt",
                "format": "txt",
                "unreadable": None,
                "report": {
                    "title": None,
                    "body": "嵩县科技局",
                    "level": "department",
                    "rank": None,
                    "province": None,
                    "city": None,
                    "year": 2023,
                    "form": "form_2021",
                },
            },
            {"path": "c.txt", "format": None, "unreadable": "no text", "report": None, "tables": []},
        ],
    }
    place = {"line": 6, "end_line": 6, "page": None}
    assert table == {
        "table": "disclosure",
        "part": 2,
        "complete": False,
        "extra": [{"kind": "row", "label": "其他主动公开文件", "texts": ["+81", "0", "3"], **place}],
        "unbound": [
            {
                "row": "penalties",
                "label": "行政处罚",
                "why": "count",
                "texts": ["1", "2"],
                "expected": 1,
                "line": 12,
                "end_line": 12,
                "page": None,
            }
        ],
        "missing_rows": ["行政强制"],
        "missing_columns": [],
    }
    assert [(cell["row"], cell["column"], cell["state"], cell["text"], cell["value"]) for cell in cells] == [
        ("regulations", "issued", "number", "0", "0"),
        ("regulations", "repealed", "blank", "", None),
        ("regulations", "in_force", "number", "减4", "-4"),
        ("normative_documents", "issued", "number", "1,001", "1001"),
        ("normative_documents", "repealed", "number", "２", "2"),
        ("normative_documents", "in_force", "unreadable", "—", None),
        ("licences", "decisions", "number", "7", "7"),
        ("fees", "charged", "number", "18.8710", "18.8710"),
    ]
    assert cells[0] == {
        "row": "regulations",
        "row_label": "规章",
        "row_printed": "规章",
        "column": "issued",
        "column_label": "本年制发件数",
        "column_printed": "本年制发件数",
        "bound": "pattern",
        "state": "number",
        "raw": "0",
        "text": "0",
        "value": "0",
        "plain": True,
        "line": 4,
        "end_line": 4,
        "page": None,
    }


def test_a_report_without_tables(report: Report) -> None:
    bare = report._replace(tables={})
    form = FORMATS["json"]
    shown = json.loads(form.begin() + form.report(bare, True) + form.report(bare, False) + form.end(False))
    assert [document["tables"] for document in shown["documents"]] == [[], []]
    assert FORMATS["csv"].report(bare, True) == ""


def test_no_documents() -> None:
    assert json.loads(FORMATS["json"].begin() + FORMATS["json"].end(True))["documents"] == []
    assert FORMATS["csv"].begin() + FORMATS["csv"].end(True) == "\ufeff" + CSV.splitlines(keepends=True)[0]
