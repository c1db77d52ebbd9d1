"""What each output shows of findings that are not reported, and of exceptions that are not needed."""

from __future__ import annotations

import json

import pytest

from formatters.samples import CLEAN, FEE, LABEL, NO_DATE, RUN, SCAN, SUM, UNREADABLE, failed, written
from goi_lint.formatters import json as json_format
from goi_lint.formatters import jsonl, junit, text
from goi_lint.model.finding import (
    DocumentResult,
    Finding,
    Outcome,
    Status,
    Suppressed,
    Suppression,
    SuppressionKind,
    Totals,
)
from goi_lint.model.leftover import ExceptionState, Repaired, Unneeded
from goi_lint.model.plugin import Run
from goi_lint.tally import Tally

COMMENT = Suppression(SuppressionKind.COMMENT, "原件如此", "2027-01-31", "line 3")
EXCEPTION = Suppression(SuppressionKind.EXCEPTION, "已归档\x1b", None, "exceptions.yaml:4")
BASELINE = Suppression(SuppressionKind.BASELINE, source="baseline.json")


def passed(*suppressed: tuple[Finding, Suppression]) -> Outcome:
    first = suppressed[0][0]
    pairs = tuple(Suppressed(finding, why) for finding, why in suppressed)
    return Outcome(first.rule, first.name, first.level, Status.PASS, None, (), pairs)


ALL_COVERED = CLEAN._replace(
    path="a.md", outcomes=(passed((LABEL, COMMENT), (LABEL, EXCEPTION)), passed((FEE, BASELINE)))
)
PARTLY = CLEAN._replace(
    path="b.md",
    outcomes=(failed(SUM)._replace(suppressed=passed((SUM, EXCEPTION)).suppressed), NO_DATE),
)
UNREAD = UNREADABLE._replace(path="c.md", outcomes=(passed((SCAN, BASELINE)),))
RESULTS = (ALL_COVERED, PARTLY, UNREAD)
EXCEPTIONS = (
    Unneeded("exceptions.yaml:4", "GOI303", ExceptionState.EXPIRED),
    Unneeded("exceptions.yaml:9", "GOI310", ExceptionState.UNUSED),
)
REPAIRED = (Repaired("a.md", "GOI310", "84 ≠ 85", 2),)


def totals_of(*results: DocumentResult) -> Totals:
    tally = Tally()
    for result in results:
        tally.add(result)
    return tally.finished()._replace(exceptions=EXCEPTIONS, repaired=REPAIRED)


CHINESE = """\

各规则发现的问题（处／报告数）
  1 / 1  错误  GOI310  requests-row-totals

按例外或基线未列出的问题（处）
  1  GOI001  基线：baseline.json
  1  GOI303  注释：原件如此，至 2027-01-31
  1  GOI303  例外：已归档\\x1b，exceptions.yaml:4
  1  GOI310  例外：已归档\\x1b，exceptions.yaml:4
  1  GOI601  基线：baseline.json

基线中已经改正的问题（处）
  2  GOI310  a.md  84 ≠ 85

无法判断的原因（次数）
  1  报告没有成文日期：GOI033

需要处理的例外
  exceptions.yaml:4  GOI303  已过期，不再有效
  exceptions.yaml:9  GOI310  没有用处，没有发现这样的问题

规则的依据、建议和例外：goi-lint explain GOI310
共 3 份报告：1 个错误，0 个警告，0 个提示；1 项规则无法判断；另有 5 处按例外或基线未列出
"""


def test_text_of_a_document() -> None:
    assert text.document(ALL_COVERED, RUN) == "a.md  2020 年 · 2019 年格式  未发现其他问题\n"
    assert text.document(UNREAD, RUN) == "c.md  无法读取  未发现其他问题\n"
    quiet = RUN._replace(quiet=True)
    assert [text.document(result, quiet) for result in (ALL_COVERED, UNREAD)] == ["", ""]


def test_text_at_the_end() -> None:
    run = RUN._replace(statistics=True)
    assert text.end(totals_of(*RESULTS), run) == CHINESE
    quiet = text.end(totals_of(CLEAN), RUN._replace(quiet=True, language="en"))
    assert quiet == (
        "\nExceptions to look at\n"
        "  exceptions.yaml:4  GOI303  has expired and does not hold any more\n"
        "  exceptions.yaml:9  GOI310  is not needed, nothing is found there\n\n"
    )


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (
            ALL_COVERED,
            [
                ("GOI303", [], "comment", "原件如此", "2027-01-31", "line 3"),
                ("GOI303", [], "exception", "已归档\x1b", None, "exceptions.yaml:4"),
                ("GOI601", [], "baseline", "", None, "baseline.json"),
            ],
        ),
        (PARTLY, [("GOI310", ["GOI310"], "exception", "已归档\x1b", None, "exceptions.yaml:4")]),
    ],
    ids=["all covered", "one of two"],
)
def test_json(result: DocumentResult, expected: list[tuple[object, ...]]) -> None:
    shown = json.loads(jsonl.document(result, RUN))
    findings = [finding["rule"] for finding in shown["findings"]]
    assert expected == [(one["rule"], findings, *one["suppression"].values()) for one in shown["suppressed"]]
    assert [list(one["suppression"]) for one in shown["suppressed"]] == [
        ["kind", "reason", "until", "source"] for _ in shown["suppressed"]
    ]


def test_json_of_exceptions() -> None:
    expected = [
        {"source": "exceptions.yaml:4", "rule": "GOI303", "state": "expired"},
        {"source": "exceptions.yaml:9", "rule": "GOI310", "state": "unused"},
    ]
    whole = json_format.begin(RUN) + json_format.end(totals_of(), RUN)
    assert json.loads(whole)["exceptions"] == expected
    assert json.loads(jsonl.end(totals_of(), RUN)) == {"run": {"exceptions": expected}}
    assert jsonl.end(Totals(), RUN) == ""


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "zh",
            "按例外或基线不计：\n第 9–12 行：「由由」应为「由」（注释：原件如此，至 2027-01-31）\n"
            "第 9–12 行：「由由」应为「由」（例外：已归档\\x1b，exceptions.yaml:4）",
        ),
        (
            "en",
            "Suppressed:\nlines 9–12: 「由由」 should read 「由」 (comment: 原件如此, until 2027-01-31)\n"
            "lines 9–12: 「由由」 should read 「由」 (exception: 已归档\\x1b, exceptions.yaml:4)",
        ),
    ],
)
def test_junit(language: str, shown: str) -> None:
    from xml.etree.ElementTree import fromstring

    run = Run("0.1.0", RUN.packs, language)
    suite = fromstring(written(junit, (ALL_COVERED, PARTLY), run))
    first, second, third, fourth = suite.iter("testcase")
    assert [child.tag for child in first] == ["system-out"]
    assert first.findtext("system-out") == shown
    assert [child.tag for child in second] == ["system-out"]
    assert [child.tag for child in third] == ["failure", "system-out"]
    assert [child.tag for child in fourth] == ["skipped"]


def test_reasons_that_differ_everywhere_are_counted_together() -> None:
    tally = Tally()
    for number in range(60):
        tally.add(ALL_COVERED._replace(outcomes=(passed((FEE, COMMENT._replace(reason=str(number)))),)))
    (rule,) = tally.finished().rules
    assert (len(rule.suppressed), rule.suppressed[-1]) == (
        51,
        (Suppression(SuppressionKind.COMMENT, "其他原因"), 10),
    )
    assert sum(number for _, number in rule.suppressed) == tally.finished().suppressed == 60
