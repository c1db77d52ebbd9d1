"""Rules, checks, cases and documentation belong together: none stands alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from goi_lint.linter import Linter, build_linter
from goi_lint.plugins import build_plugins
from writing.cases import Case, pack_cases

ROOT = Path(__file__).parents[1] / "rules"
NATIONAL = ROOT / "national"


@cache
def linter() -> Linter:
    return build_linter(build_plugins())


@cache
def cases() -> tuple[Case, ...]:
    return tuple(pack_cases(NATIONAL))


def ids() -> set[str]:
    return {rule.id for rule in linter().rules}


def test_every_rule_has_a_bad_case_that_expects_it() -> None:
    """GOI005 cannot have one: no rule of this pack exceeds its time or fails."""
    shown = {case.rule for case in cases() if any(item.startswith(f"{case.rule} ") for item in case.expect)}
    assert sorted(ids() - shown) == ["GOI005"]


def test_every_rule_has_an_ok_case() -> None:
    quiet = {case.rule for case in cases() if not case.expect}
    assert sorted(ids() - quiet) == []


def test_every_case_belongs_to_a_rule_and_expects_it_if_bad() -> None:
    strangers = [case.id for case in cases() if case.rule not in ids()]
    others = [case.id for case in cases() if case.expect and case.rule not in " ".join(case.expect)]
    assert strangers + others == []


def test_expected_ids_are_rules() -> None:
    unknown = {item.split(" ")[0] for case in cases() for item in case.expect} - ids()
    assert sorted(unknown) == []


def test_every_check_is_used_by_a_rule() -> None:
    used = {rule.check for rule in linter().rules}
    assert sorted(set(linter().checks) - used) == []


def test_rule_files_are_named_after_their_rule() -> None:
    assert [rule.file for rule in linter().rules if Path(rule.file).stem != rule.id] == []


def test_the_table_of_rules_lists_every_rule_once() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\|[^|]*?\b(GOI\d{3})\b", text, re.MULTILINE)
    assert sorted(listed) == sorted(ids())
