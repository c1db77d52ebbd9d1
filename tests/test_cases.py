"""The cases of every built-in pack: one change to a faultless report, and the complete list of findings."""

from __future__ import annotations

import pytest

from goi_lint.cases.case_file import Case
from goi_lint.cases.running import tried
from goi_lint.errors import PackError
from goi_lint.plugins import build_plugins
from goi_lint.suites import Suite, suite_of

PLUGINS = build_plugins()


def loaded() -> tuple[list[Suite], list[str]]:
    """Return the suites, and the faults of packs that have none, which must not hide the others' cases."""
    suites: list[Suite] = []
    faults: list[str] = []
    for name in sorted(PLUGINS.built_in_packs):
        try:
            suites.append(suite_of(PLUGINS, name))
        except PackError as error:
            faults += map(str, error.faults)
    return suites, faults


SUITES, FAULTS = loaded()
CASES = [(suite, case) for suite in SUITES for case in suite.cases]


def test_packs_and_their_cases_are_faultless() -> None:
    assert FAULTS == []


@pytest.mark.parametrize(("suite", "case"), CASES, ids=[f"{suite.pack}:{case.id}" for suite, case in CASES])
def test_a_case_yields_its_findings_and_no_other(suite: Suite, case: Case) -> None:
    verdict = tried(case, suite.linter)
    assert (verdict.missing, verdict.unexpected) == ((), ())


def test_every_pack_has_cases_for_all_its_rules() -> None:
    assert {suite.pack: suite.lacks for suite in SUITES if suite.lacks or not suite.cases} == {}
