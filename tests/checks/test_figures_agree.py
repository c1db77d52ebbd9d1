"""The check `figures_agree`; what people write stands in `tests/narrative`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from checks.building import compiled, report, section
from checks.tables import a_table
from goi_lint.assemble.forms import load_forms
from goi_lint.checks import figures_agree
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import FormEvidence, Report
from goi_lint.text.patterns import compile_pattern

DISCLOSURE: dict[str, Any] = {
    "table": "disclosure",
    "mentions": ["规范性文件"],
    "units": ["件"],
    "statements": [
        {
            "told": "issued",
            "pattern": "(?:制发|印发)@#|(?:制发|印发)#@",
            "equals": ["normative_documents.issued"],
        },
        {
            "told": "in_force",
            "part": True,
            "pattern": "现行有效@?#",
            "equals": ["normative_documents.in_force"],
            "also": ["normative_documents.in_force + regulations.in_force"],
        },
        {
            "told": "repealed",
            "pattern": "废止#",
            "after": ["issued"],
            "equals": ["normative_documents.repealed"],
        },
    ],
}
WORDS = {"subject": "(?:行政)?规范性文件", "around": "(?:各类)?@", "others": "政策文件"}
FORM = load_forms()["form_2021"]
FORMS = load_forms()


def params(**changes: Any) -> Any:
    patterns = {name: compile_pattern(text, builtin=True) for name, text in WORDS.items()}
    return compiled(DISCLOSURE) | patterns | changes


def a_report(text: str, **cells: str) -> Report:
    return report(
        identity={"body": "临江市水利局"},
        sections=[section(number, (text,) if number == 1 else ()) for number in range(1, 7)],
        tables={"disclosure": a_table("disclosure", **cells)},
        evidence=FormEvidence(FORM, FORM, (), False),
    )


def problems(text: str, cells: Mapping[str, str], **changes: Any) -> list[Problem]:
    return list(figures_agree.check(a_report(text, **cells), params(**changes)))


SILENT = [
    (
        "制发规范性文件3件，废止1件。",
        {"normative_documents__issued": "3", "normative_documents__repealed": "1"},
    ),
    ("制发各类规范性文件3件。", {"normative_documents__issued": "3"}),
    ("现行有效规范性文件12件。", {"normative_documents__in_force": "10", "regulations__in_force": "2"}),
    ("制发规范性文件1件。其中制发规范性文件3件。", {"normative_documents__issued": "1"}),
]


@pytest.mark.parametrize(("text", "cells"), SILENT, ids=[text for text, _ in SILENT])
def test_silent(text: str, cells: dict[str, str]) -> None:
    assert problems(text, cells) == []


def test_a_problem_names_both_numbers_and_their_cells() -> None:
    (problem,) = problems("我局制发规范性文件3件。", {"normative_documents__issued": "2"})
    assert problem.facts == {
        "text": "我局制发规范性文件3件",
        "number": 3,
        "table": Words("表二", "table 2"),
        "tabled": Words("「行政规范性文件」本年制发件数为 2", "行政规范性文件 (本年制发件数) is 2"),
    }
    assert problem.location.address == "part 1"
    assert [each.address for each in problem.related] == ["disclosure.normative_documents.issued"]


def test_further_sums_are_not_named() -> None:
    (problem,) = problems("现行有效规范性文件12件。", {"normative_documents__in_force": "10"})
    assert problem.facts["tabled"] == Words(
        "「行政规范性文件」现行有效件数为 10", "行政规范性文件 (现行有效件数) is 10"
    )


def test_another_part_is_not_read_unless_asked_for() -> None:
    with pytest.raises(AbsentError):
        problems("制发规范性文件3件。", {"normative_documents__issued": "2"}, within=[5])


REASONS = [
    ("没有要核对的数", "制定规范性文件管理办法。", {}, "正文没有可与表二核对的数"),
    ("别的量词", "制发规范性文件3份。", {"normative_documents__issued": "1"}, "正文没有可与表二核对的数"),
    ("表中空白", "制发规范性文件3件。", {"normative_documents__issued": ""}, "表二中相应的数空白或无法识别"),
]


@pytest.mark.parametrize(
    ("text", "cells", "reason"), [each[1:] for each in REASONS], ids=[each[0] for each in REASONS]
)
def test_not_applicable(text: str, cells: dict[str, str], reason: str) -> None:
    with pytest.raises(AbsentError) as absent:
        problems(text, cells)
    assert absent.value.reason.zh == reason


FAULTS = [
    ("未知的表", {"table": "fees"}, (("table",), "这里是“fees”")),
    ("不成其为和", {"equals": ["issued"]}, (("statements", 0, "equals", 0), "这里是“issued”")),
    ("不成其为和，在后面", {"also": ["a.b ＋ c.d"]}, (("statements", 0, "also", 0), "这里是“a.b ＋ c.d”")),
    (
        "没有这一行",
        {"equals": ["documents.issued"]},
        (("statements", 0, "equals", 0), "未知的名称 documents"),
    ),
    ("没有这一列", {"zero": ["regulations.made_up"]}, (("statements", 0, "zero", 0), "未知的名称 made_up")),
    ("没有这一说法", {"of": ["total"]}, (("statements", 0, "of", 0), "这里是“total”")),
    ("没有前面的说法", {"after": ["issued", "total"]}, (("statements", 0, "after", 1), "这里是“total”")),
]


@pytest.mark.parametrize(
    ("changes", "fault"), [each[1:] for each in FAULTS], ids=[each[0] for each in FAULTS]
)
def test_faults_of_parameters(changes: dict[str, Any], fault: tuple[object, str]) -> None:
    written: Any = {**DISCLOSURE, "statements": [dict(each) for each in DISCLOSURE["statements"]]}
    if "table" in changes:
        written |= changes
    else:
        written["statements"][0] |= changes
    assert [(each.path, each.found.zh) for each in figures_agree.verify(written, FORMS)] == [fault]


def test_faultless_parameters() -> None:
    assert list(figures_agree.verify(params(), FORMS)) == []
