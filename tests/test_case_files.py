"""Cases as files: what they may say, and what is said of a mistake in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from writing.cases import Case, CaseError

BASES = Path(__file__).parents[1] / "rules" / "national" / "cases" / "base"

MISTAKES = [
    ("unknown key", "chnage: {}", "unknown key 'chnage'; did you mean 'change'?"),
    ("unknown change", "change: {cels: {}}", "unknown key 'cels'; did you mean 'cells'?"),
    ("unknown base", "base: form_2020", "no base 'form_2020'; expected one of form_2019, form_2021, gov"),
    ("unknown flavour", "flavour: tab", "no flavour 'tab'; expected cells, tabs, lines"),
    (
        "unknown cell",
        "change: {cells: {requests.grantd.total: 1}}",
        "cells: no cell 'requests.grantd.total'; did you mean 'requests.granted.total'?",
    ),
    ("unknown row", "change: {delete: [requests.grantd]}", "delete: no row, column, group or block of req"),
    (
        "unknown table",
        "change: {labels: {request.granted: a}}",
        "no table 'request'; did you mean 'requests'?",
    ),
    ("unknown part", "change: {delete: [part 7]}", "no such part: '7'; expected 1 to 6"),
    ("unknown place", "change: {insert: {head: [a]}}", "no such place: 'head'; expected title, front"),
    (
        "row and column exchanged",
        "change: {swap: [[requests.granted, requests.total]]}",
        "'requests.granted' and 'requests.total' are not two rows, or two columns, of one block",
    ),
    (
        "short row",
        "change: {add: [{table: requests, after: granted, label: x, cells: [1]}]}",
        "the new row 'x' has 1 cells; expected 7",
    ),
    (
        "text not there",
        "change: {replace: {临海市: 临江市}}",
        "replace: '临海市' occurs 0 times; expected once",
    ),
    ("text there often", "change: {replace: {临江市: 临海市}}", "times; expected once"),
]


def load(folder: Path, text: str, name: str = "bad-x") -> Case:
    (folder / "base").symlink_to(BASES)
    file = folder / "GOI310" / f"{name}.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return Case.load(file)


@pytest.mark.parametrize(("text", "said"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CaseError) as caught:
        load(tmp_path, f"{text}\nexpect: [GOI310 at x]\n").text()
    assert str(tmp_path / "GOI310" / "bad-x.yaml") in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(("name", "expect"), [("bad-x", "[]"), ("ok-x", "[GOI310 at x]"), ("x", "[]")])
def test_name_and_expectation_agree(tmp_path: Path, name: str, expect: str) -> None:
    with pytest.raises(CaseError):
        load(tmp_path, f"expect: {expect}", name)


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
]


@pytest.mark.parametrize(("change", "written"), CHANGES, ids=[change for change, _ in CHANGES])
def test_a_change_is_made(tmp_path: Path, change: str, written: str) -> None:
    text = load(tmp_path, f"change:\n  {change}\nexpect: [GOI310 at x]\n").text()
    assert written in text
