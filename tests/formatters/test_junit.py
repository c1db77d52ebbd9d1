"""JUnit: whole outputs, and what Jenkins' schema (junit-10) allows, written down as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from formatters.samples import ALL, CLEAN, FAULTY, RUN, SUM, UNREADABLE, failed, written
from goi_lint.errors import Words
from goi_lint.formatters import junit
from goi_lint.model.finding import DocumentResult, Level
from goi_lint.model.plugin import Run


class Allowed(NamedTuple):
    """What the schema allows in an element."""

    required: frozenset[str]
    optional: frozenset[str]
    children: frozenset[str]
    text: bool


def _allowed(required: str, optional: str, children: str, text: bool = False) -> Allowed:
    return Allowed(
        frozenset(required.split()), frozenset(optional.split()), frozenset(children.split()), text
    )


SCHEMA: Mapping[str, Allowed] = {
    "testsuites": _allowed("", "name time tests failures errors", "testsuite"),
    "testsuite": _allowed(
        "name tests failures errors",
        "group time skipped timestamp hostname id package file log url",
        "testsuite properties testcase system-out system-err",
    ),
    "testcase": _allowed("name", "time classname group", "skipped error failure system-out system-err"),
    "failure": _allowed("", "type message", "", text=True),
    "error": _allowed("", "type message", "", text=True),
    "skipped": _allowed("", "type message", "", text=True),
    "system-out": _allowed("", "", "", text=True),
}

WHOLE = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="goi-lint">
  <testsuite errors="0" failures="1" name="reports/嵩县 2023.txt" skipped="1" tests="5">
    <testcase name="GOI020 parts-present" classname="reports.嵩县 2023.txt" />
    <testcase name="GOI033 signed-after-year" classname="reports.嵩县 2023.txt">
      <skipped type="skipped" message="报告没有成文日期" />
    </testcase>
    <testcase name="GOI303 requests-labels" classname="reports.嵩县 2023.txt">
      <system-out>第 9–12 行：「由由」应为「由」
第 70 行：「由由」应为「由」
建议：核对该处。
依据：国办公开办函〔2021〕30号 三</system-out>
    </testcase>
    <testcase name="GOI310 requests-row-totals" classname="reports.嵩县 2023.txt">
      <failure type="error" message="「（一）予以公开」行：84 ≠ 85">第 61 行：「（一）予以公开」行：84 ≠ 85
建议：核对该处。
依据：国办公开办函〔2021〕30号 三</failure>
    </testcase>
    <testcase name="GOI601 fee-stated" classname="reports.嵩县 2023.txt">
      <system-out>第六部分：第六部分没有说明信息处理费
建议：核对该处。
依据：国办公开办函〔2021〕30号 三</system-out>
    </testcase>
  </testsuite>
  <testsuite errors="0" failures="0" name="reports/b.md" skipped="0" tests="1">
    <testcase name="GOI020 parts-present" classname="reports.b.md" />
  </testsuite>
  <testsuite errors="1" failures="0" name="reports/c&#10;[31m.txt" skipped="1" tests="2">
    <testcase name="GOI001 readable" classname="reports.c&#10;[31m.txt">
      <error type="error" message="不是文本：含有空字符\\x00">全文：不是文本：含有空字符\\x00
建议：核对该处。
依据：国办公开办函〔2021〕30号 三</error>
    </testcase>
    <testcase name="GOI033 signed-after-year" classname="reports.c&#10;[31m.txt">
      <skipped type="skipped" message="文件无法读取" />
    </testcase>
  </testsuite>
</testsuites>
"""

HOSTILE = CLEAN._replace(
    path="]]>&<a b='\"'>\udcff\ufffe.txt",
    outcomes=(failed(SUM._replace(message=Words("<b>&amp;]]>\x00\x1b\ufffe\ud800😀", ""))),),
)


def test_whole_output() -> None:
    assert written(junit, ALL) == WHOLE


@pytest.mark.parametrize(
    "results",
    [
        pytest.param(ALL, id="all kinds"),
        pytest.param((), id="no documents"),
        pytest.param((HOSTILE,), id="markup and illegal characters"),
    ],
)
def test_schema_holds(results: tuple[DocumentResult, ...]) -> None:
    root = ElementTree.fromstring(written(junit, results).encode())
    assert root.tag == "testsuites"
    assert [fault for element in root.iter() for fault in _faults(element)] == []


def _faults(element: ElementTree.Element) -> list[str]:
    allowed = SCHEMA[element.tag]
    faults = [f"{element.tag} lacks {name}" for name in allowed.required - set(element.attrib)]
    faults += [
        f"{element.tag} has {name}" for name in set(element.attrib) - allowed.required - allowed.optional
    ]
    faults += [
        f"{child.tag} stands in {element.tag}" for child in element if child.tag not in allowed.children
    ]
    if not allowed.text and (element.text or "").strip():
        faults.append(f"text stands in {element.tag}")
    return faults


def test_hostile_characters_are_shown_or_dropped() -> None:
    root = ElementTree.fromstring(written(junit, (HOSTILE,)).encode())
    assert root[0].get("name") == "]]>&<a b='\"'>\ufffd.txt"
    assert root[0][0][0].get("message") == "<b>&amp;]]>\\x00\\x1b\\ud800😀"


def test_the_numbers_of_a_suite_are_those_of_its_cases() -> None:
    for suite in ElementTree.fromstring(written(junit, ALL).encode()):
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
        assert suite.get("errors") == str(len(suite.findall("testcase/error")))
        assert suite.get("skipped") == str(len(suite.findall("testcase/skipped")))
        names = [case.get("name") for case in suite]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("threshold", "failures"),
    [
        (Level.NOTE, ["GOI303", "GOI310", "GOI601"]),
        (Level.WARNING, ["GOI303", "GOI310"]),
        (Level.ERROR, ["GOI310"]),
        (None, []),
    ],
)
def test_only_findings_at_the_threshold_fail(threshold: Level | None, failures: list[str]) -> None:
    run = RUN._replace(fail_on=threshold)
    cases = ElementTree.fromstring(written(junit, (FAULTY,), run).encode()).iter("testcase")
    assert [str(case.get("name"))[:6] for case in cases if case.find("failure") is not None] == failures


@pytest.mark.parametrize("run", [RUN, RUN._replace(fail_on=None)], ids=["error", "never"])
def test_an_unreadable_document_is_an_error_at_any_threshold(run: Run) -> None:
    suite = ElementTree.fromstring(written(junit, (UNREADABLE,), run).encode())[0]
    assert (suite.get("errors"), suite.get("failures")) == ("1", "0")
