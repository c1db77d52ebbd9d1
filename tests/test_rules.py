"""Rules, checks, cases and documentation belong together: none stands alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from goi_lint.cases.case_file import Case
from goi_lint.linter import Linter
from goi_lint.plugins import build_plugins
from goi_lint.suites import Suite, suite_of

ROOT = Path(__file__).parents[1] / "rules"


@cache
def suite() -> Suite:
    return suite_of(build_plugins(), "national")


def linter() -> Linter:
    return suite().linter


def cases() -> tuple[Case, ...]:
    return tuple(case for case in suite().cases if case.rule != "base")


def ids() -> set[str]:
    return {rule.id for rule in linter().rules}


def test_every_rule_has_a_bad_case_that_expects_it_and_an_ok_case() -> None:
    """GOI005 cannot have a bad one: no rule of this pack exceeds its time or fails."""
    assert suite().lacks == ()
    assert sorted(ids() - {case.rule for case in cases() if case.expect}) == ["GOI005"]


FOR_PACKS = ("in_sequence", "length_within", "occurs", "present", "quantified", "supplemented")
"""Checks that only packs of provinces use."""


def test_every_check_is_used_by_a_rule() -> None:
    used = {rule.check for rule in linter().rules}
    assert sorted(set(linter().checks) - used) == sorted(FOR_PACKS)


def test_rule_files_are_named_after_their_rule() -> None:
    assert [rule.file for rule in linter().rules if Path(rule.file).stem != rule.id] == []


def test_the_table_of_rules_lists_every_rule_once() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\|[^|]*?\b(GOI\d{3})\b", text, re.MULTILINE)
    assert sorted(listed) == sorted(ids())
