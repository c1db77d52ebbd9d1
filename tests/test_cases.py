"""The cases of every built-in pack: one change to a faultless report, and the complete list of findings."""

from __future__ import annotations

import pytest

from goi_lint.cases.case_file import Case
from goi_lint.cases.running import tried
from goi_lint.plugins import build_plugins
from goi_lint.suites import Suite, suites_of

PLUGINS = build_plugins()
SUITES = suites_of(PLUGINS, sorted(PLUGINS.built_in_packs))
CASES = [(suite, case) for suite in SUITES for case in suite.cases]


@pytest.mark.parametrize(("suite", "case"), CASES, ids=[f"{suite.pack}:{case.id}" for suite, case in CASES])
def test_a_case_yields_its_findings_and_no_other(suite: Suite, case: Case) -> None:
    verdict = tried(case, suite.linter.lint_bytes)
    assert (verdict.missing, verdict.unexpected) == ((), ())


def test_every_pack_has_cases_for_all_its_rules() -> None:
    assert {suite.pack: suite.lacks for suite in SUITES if suite.lacks or not suite.cases} == {}
