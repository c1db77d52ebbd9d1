"""Running text against the tables and itself: what people write, what is said of it, and what is not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from checks.building import report, section
from checks.tables import a_table
from goi_lint.assemble.forms import load_forms
from goi_lint.errors import AbsentError
from goi_lint.linter import build_linter
from goi_lint.model.finding import Problem
from goi_lint.model.report import BodyLevel, FormEvidence, Report
from goi_lint.model.rule import Rule
from goi_lint.model.table import Table
from goi_lint.plugins import build_plugins

RULES = ("GOI103", "GOI104", "GOI105", "GOI106")
CASES: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(Path(__file__).parent / "narratives.yaml")
ROWS = {
    "新收": "received__total",
    "自然人": "received__natural_person",
    "商业企业": "received__enterprise",
    "法律服务": "received__legal_service",
    "上年结转": "brought_forward__total",
    "办结": "disposed_total__total",
    "结转下年": "carried_forward__total",
    "予以公开": "granted__total",
    "部分公开": "granted_in_part__total",
    "不予公开": "refused_third_party_rights__total",
    "无法提供": "cannot_provide_not_held__total",
    "不予处理": "not_processed_repeated__total",
    "其他处理": "otherwise_other__total",
    "复议": "cases__review_total",
    "复议维持": "cases__review_upheld",
    "复议纠正": "cases__review_corrected",
    "复议未结": "cases__review_pending",
    "诉讼未结": "cases__direct_pending",
    "直接诉讼": "cases__direct_total",
    "复议后诉讼": "cases__after_review_total",
}


@cache
def rules() -> Mapping[str, Rule]:
    return {rule.id: rule for rule in build_linter(build_plugins()).rules if rule.id in RULES}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_narrative_yields_its_problems_and_no_other(case: dict[str, Any]) -> None:
    assert said(report_of(case)) == case.get("expect", [])


def test_there_are_narratives_enough_of_both_verdicts() -> None:
    faulty = [case for case in CASES if case.get("expect")]
    assert len({case["name"] for case in CASES}) == len(CASES) >= 120
    assert min(len(faulty), len(CASES) - len(faulty)) >= 50


def said(of: Report) -> list[str]:
    """Return what the rules say of a report, in short."""
    checks = build_plugins().checks
    found = []
    for name, rule in rules().items():
        try:
            found += [brief(name, problem) for problem in checks[rule.check].check(of, rule.params)]
        except AbsentError:
            continue
    return found


def brief(rule: str, problem: Problem) -> str:
    facts = problem.facts
    if rule == "GOI105":
        return f"{rule} {facts['kind']} {facts['parts']} ＝ {facts['sum']}, {facts['total']}"
    return f"{rule} {facts['text']}"


def report_of(case: Mapping[str, Any]) -> Report:
    """Return the report of a case: one part with its text, tables 三 and 四 with its numbers."""
    form = load_forms()["form_2021"]
    lines = case["text"] if isinstance(case["text"], list) else [case["text"]]
    texts = {case.get("part", 1): lines}
    identity = {"body": case.get("body", "临江市水利局"), "level": BodyLevel(case.get("level", "department"))}
    return report(
        identity=identity,
        sections=[section(number, texts.get(number, ())) for number in range(1, 7)],
        tables=tables(case.get("tables", "")),
        evidence=FormEvidence(form, form, (), False),
    )


def tables(words: str) -> Mapping[str, Table]:
    """Return tables 三 and 四 from `新收 26 办结 26`; what is not named is 0, `-` is blank."""
    cells = {
        ROWS[name]: "" if number == "-" else number for name, number in re.findall(r"(\S+) (\S+)", words)
    }
    found = {}
    for key in ("requests", "review"):
        own = {name: text for name, text in cells.items() if name.startswith("cases") == (key == "review")}
        found[key] = a_table(key, **own)
    return found
