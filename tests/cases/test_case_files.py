"""Cases as files: what they may say, and what is said of a mistake in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.cases.case_file import Case
from goi_lint.cases.pack_cases import pack_cases
from goi_lint.errors import PackError

NATIONAL = Path(__file__).parents[2] / "rules" / "national"
RULES = ("GOI310", "GOI311", "GOI040")

MISTAKES = [
    ("unknown key", "chnage: {}", "1:1: unknown key chnage; did you mean change?"),
    ("unknown change", "change: {cels: {}}", "1:10: unknown key cels; did you mean cells?"),
    ("change as a list", "change: [cells]", "1:9: a list; expected a mapping with cells, labels"),
    ("unknown base", "base: form2020", "1:7: there is no base form2020; did you mean form_2021?"),
    ("base as a list", "base: [form_2021]", "1:7: a list; expected text"),
    ("unknown layout", "flavour: tab", "1:10: there is no layout tab; did you mean tabs?"),
    ("unknown decoration", "flavour: tabs+gap", "1:10: there is no decoration gap; did you mean gaps?"),
    (
        "unknown spans",
        "flavour: tabs:twice",
        "1:10: there is no way of merged cells twice; expected once, padded, missing",
    ),
    ("flavour as a mapping", "flavour: {tabs: 1}", "1:10: a mapping; expected text"),
    (
        "unknown cell",
        "change: {cells: {requests.grantd.total: 1}}",
        "1:18: there is no cell requests.grantd.total; did you mean requests.granted.total?",
    ),
    (
        "cell as true",
        "change: {cells: {requests.granted.total: true}}",
        "1:42: true; expected text or a number",
    ),
    ("cells as a list", "change: {cells: [1]}", "1:17: a list; expected a mapping such as {requests.granted"),
    (
        "unknown row",
        "change: {delete: [requests.grantd]}",
        "1:19: requests has no row, column, group or block grantd; did you mean granted?",
    ),
    (
        "unknown table",
        "change: {labels: {request.granted: a}}",
        "1:19: there is no table request; did you mean requests?",
    ),
    (
        "row by its label",
        "change: {delete: [requests.予以公开]}",
        "1:19: requests has no row, column, group or block 予以公开; did you mean requests.granted?",
    ),
    (
        "label alone",
        "change: {delete: [行政许可]}",
        "1:19: there is no address 行政许可; did you mean disclosure.licences?",
    ),
    (
        "label of no row",
        "change: {delete: [其他主动公开文件]}",
        "1:19: there is no address 其他主动公开文件; expected an address such as requests.granted; for the keys see",
    ),
    (
        "far from all rows",
        "change: {delete: [requests.foo]}",
        "1:19: requests has no row, column, group or block foo; expected one of goi-lint checks --keys",
    ),
    ("blank label", "change: {labels: {requests.granted: null}}", "1:37: nothing; expected text or a number"),
    ("unknown part", "change: {delete: [part 7]}", "1:19: there is no part 7; expected 1 to 6"),
    (
        "part twice deleted",
        "change: {delete: [part 1, part 1]}",
        "1:27: the report has no part 1; did you mean part 6?",
    ),
    (
        "no part",
        "change: {duplicate: [title]}",
        "1:22: there is no part named title; expected part 1 to part 6",
    ),
    ("moved nowhere", "change: {move: {part 1: part 2}}", "1:25: “part 2”; expected after part 4"),
    ("unknown place", "change: {insert: {frnt: [a]}}", "1:19: there is no place frnt; did you mean front?"),
    (
        "row and column exchanged",
        "change: {swap: [[requests.granted, requests.total]]}",
        "1:17: requests.granted and requests.total cannot be exchanged; expected two rows, or two columns, of one",
    ),
    (
        "one row exchanged",
        "change: {swap: [[requests.granted]]}",
        "1:17: 1 item; expected two rows or two columns",
    ),
    (
        "no rows exchanged",
        "change: {swap: [requests.granted]}",
        "1:17: “requests.granted”; expected two rows",
    ),
    (
        "short row",
        "change: {add: [{table: requests, after: granted, label: x, cells: [1]}]}",
        "1:16: a new row with 1 cell; expected 7",
    ),
    (
        "row below no row",
        "change: {add: [{table: review, after: case, label: x, cells: [1]}]}",
        "1:16: review has no row, column, group or block case; did you mean cases?",
    ),
    (
        "row without label",
        "change: {add: [{table: requests, after: granted, cells: [1]}]}",
        "1:16: the key label is missing; expected table, after, label, cells",
    ),
    (
        "whole table deleted",
        "change: {delete: [review.cases]}",
        "1:19: nothing is left of review; expected table",
    ),
    (
        "text not there",
        "change: {replace: {电话：0439-5220180: ''}}",
        "1:20: “电话：0439-5220180” stands in the report 0 times; did you mean “电话：0439-5220108”?",
    ),
    (
        "text with half a word",
        "change: {replace: {各部门答复各环节有人管: ''}}",
        "1:20: “各部门答复各环节有人管” stands in the report 0 times; did you mean “审核、答复各环节有专人负责”?",
    ),
    (
        "full-width colon between old and new",
        "change: {replace: {甲：乙}}",
        "1:20: “甲：乙” has no new text; expected half-width colons and commas, a blank behind each",
    ),
    (
        "text nowhere near",
        "change: {replace: {栾川县农业农村局: ''}}",
        "1:20: “栾川县农业农村局” stands in the report 0 times; expected once; goi-lint test",
    ),
    (
        "text there often",
        "change: {replace: {临江市水利局: 临海市}}",
        "1:20: “临江市水利局” stands in the report 3 times; expected once",
    ),
    ("control character", "chan\x07ge: {}", "1:5: a control character; expected none"),
    ("no YAML", "change: {", "3:3: bad YAML"),
]
EXPECTATIONS = [
    ("bad without", "bad-x", "", "1:1: a bad- case that expects no findings; expected them all in expect"),
    ("bad with none", "bad-x", "expect: []", "1:1: a bad- case that expects no findings; expected them all"),
    (
        "ok with one",
        "ok-x",
        "expect: [GOI310 at x]",
        "2:1: an ok- case that expects findings: 1; expected no expect",
    ),
    (
        "a text",
        "bad-x",
        "expect: GOI310 at x",
        "2:9: “GOI310 at x”; expected a list such as [GOI310 at title]",
    ),
    ("no address", "bad-x", "expect: [GOI310]", "2:10: “GOI310”; expected ID at ADDRESS: GOI310 at title"),
    ("a mapping", "bad-x", "expect: [GOI310: x]", "2:10: a mapping; expected ID at ADDRESS: GOI310 at title"),
    ("no such rule", "bad-x", "expect: [GOI301 at x]", "2:10: there is no rule GOI301; did you mean GOI311?"),
    (
        "another rule",
        "bad-x",
        "expect: [GOI311 at x]",
        "2:9: no finding of GOI310; expected at least one of GOI310",
    ),
]


def load(pack: Path, text: str, name: str = "bad-x", folder: str = "GOI310") -> list[Case]:
    file = pack / "cases" / folder / f"{name}.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return list(pack_cases(pack, [NATIONAL], RULES))


def faults(pack: Path, text: str, name: str = "bad-x", folder: str = "GOI310") -> list[str]:
    with pytest.raises(PackError) as caught:
        load(pack, text, name, folder)
    return [str(fault).removeprefix(f"{pack}/cases/{folder}/{name}.yaml:") for fault in caught.value.faults]


@pytest.mark.parametrize(("text", "said"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_named_at_its_place(tmp_path: Path, text: str, said: str) -> None:
    (found,) = faults(tmp_path, f"{text}\nexpect:\n  - GOI310 at x\n")
    assert found.startswith(said)


@pytest.mark.parametrize(
    ("name", "expect", "said"), [row[1:] for row in EXPECTATIONS], ids=[row[0] for row in EXPECTATIONS]
)
def test_what_is_expected_agrees_with_name_and_rules(
    tmp_path: Path, name: str, expect: str, said: str
) -> None:
    (found,) = faults(tmp_path, f"base: form_2021\n{expect}\n", name)
    assert found.startswith(said)


@pytest.mark.parametrize(
    ("folder", "name", "said"),
    [
        (
            "GOI310",
            "x",
            "1:1: a case in the wrong place, or with the wrong name; expected cases/<ID>/bad-<defect>",
        ),
        ("GOI310", "bad-", "1:1: a case in the wrong place"),
        ("GOI310/more", "bad-x", "1:1: a case in the wrong place"),
        (".", "bad-x", "1:1: a case in the wrong place"),
        ("GOI30", "bad-x", "1:1: there is no rule GOI30 (the case's folder); did you mean GOI310?"),
    ],
)
def test_a_case_lies_where_its_rule_is_told_by_its_folder(
    tmp_path: Path, folder: str, name: str, said: str
) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, "base: form_2021\n", name, folder)
    (fault,) = caught.value.faults
    assert said in str(fault)


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "1-x").mkdir()
    (tmp_path / "1-x" / "GOI040.yaml").write_text("examples: [{bse: a}, 3]\n", encoding="utf-8")
    found = faults(tmp_path, "flavour: tab\nbase: form_202\nchange: {cels: {}}\nexpect: [GOI301 at x]\n")
    assert [text.removeprefix(f"{tmp_path}/").partition(";")[0] for text in found] == [
        "1-x/GOI040.yaml:1:13: unknown key bse",
        "1-x/GOI040.yaml:1:22: the number 3",
        "1:10: there is no layout tab",
        "2:7: there is no base form_202",
        "4:10: there is no rule GOI301",
    ]


CHANGES = [
    ("cells: {requests.granted.total: null}", "（一）予以公开\t5\t2\t0\t1\t1\t0\t\n"),
    ("cells: {requests.granted.total: 减4}", "（一）予以公开\t5\t2\t0\t1\t1\t0\t减4\n"),
    ("labels: {requests.refused: （三）拒绝公开}", "（三）拒绝公开\t1.属于国家秘密\t"),
    ("labels: {disclosure.article_20_5: 第五项}", "\n第五项\n信息内容\t本年处理决定数量\n行政许可\t86\n"),
    ("labels: {disclosure.article_20_5.decisions: 数量}", "\n信息内容\t数量\n行政许可\t86\n第二十条"),
    ("labels: {heading 3: 三、申请}", "\n三、申请\n"),
    ("delete: [disclosure.penalties]", "信息内容\t本年处理决定数量\n行政强制\t2\n"),
    ("delete: [requests.refused]", "不计其他情形）\t1\t1\t0\t0\t0\t0\t2\n\t（四）无法提供\t"),
    ("delete: [requests.research]", "（一）予以公开\t5\t2\t1\t1\t0\t9\n"),
    ("delete: [heading 3]", "96.1716\n\n（本列数据的勾稽关系为"),
    ("delete: [table review]", "行政诉讼情况\n\n五、"),
    ("swap: [[disclosure.penalties, disclosure.coercive_measures]]", "\n行政强制\t2\n行政处罚\t14\n"),
    ("swap: [[requests.natural_person, requests.total]]", "（一）予以公开\t9\t2\t0\t1\t1\t0\t5\n"),
    (
        "add: [{table: disclosure, after: licences, label: 其他, cells: [3]}]",
        "行政许可\t86\n其他\t3\n第二十条",
    ),
    ("duplicate: [part 6]", "事项。\n\n六、其他需要报告的事项\n本年度"),
    ("move: {part 5: after part 6}", "\n五、存在的主要问题及改进情况\n存在的主要问题：一是部分工程信息更新"),
    ("text: {part 6: 无}", "\n六、其他需要报告的事项\n无\n\n临江市"),
    ("insert: {part 4: 注：无。}", "1\t0\t0\t0\t0\t0\n\n注：无。\n\n五、"),
    ("replace: {2024年1月18日: 二〇二四年}", "\n\n临江市水利局\n二〇二四年\n"),
    (
        "replace: {2024年1月18日: 二〇二四年}\n  insert: {part 6: '1'}\n  delete: [part 1, part 2, part 3, part 4]",
        "五、存在的主要问题",
    ),
]


@pytest.mark.parametrize(("change", "written"), CHANGES, ids=[change for change, _ in CHANGES])
def test_a_change_is_made(tmp_path: Path, change: str, written: str) -> None:
    (case,) = load(tmp_path, f"change:\n  {change}\nexpect: [GOI310 at x]\n")
    assert written in case.text


def test_examples_in_a_rule_file_are_cases_by_name_or_number(tmp_path: Path) -> None:
    (tmp_path / "1-x").mkdir()
    file = tmp_path / "1-x" / "GOI040.yaml"
    file.write_text("examples:\n- {name: 甲}\n- flavour: markdown\n  expect: [GOI040 at front]\n", "utf-8")
    cases = pack_cases(tmp_path, [NATIONAL], RULES)
    assert [(case.id, case.line, case.file_name, list(map(str, case.expect))) for case in cases] == [
        ("GOI040/甲", 2, "甲.txt", []),
        ("GOI040/examples[2]", 4, "examples[2].md", ["GOI040 at front"]),
    ]
