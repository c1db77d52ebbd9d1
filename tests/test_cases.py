"""The cases of every built-in pack: one change to a faultless report, and the complete list of findings."""

from __future__ import annotations

from pathlib import Path

import pytest

import goi_lint
from goi_lint.cases.flavours import write
from writing.cases import Case, load_draft, pack_cases

RULES = Path(__file__).parents[1] / "rules"
PACKS = sorted(path.parent for path in RULES.glob("*/pack.yaml"))
CASES = [case for pack in PACKS for case in pack_cases(pack)]
BASES = sorted(RULES.glob("*/cases/base/*.yaml"))


def findings(text: str, name: str, pack: Path) -> list[str]:
    packs = ("national",) if pack.name == "national" else ("national", str(pack))
    run = goi_lint.lint(text.encode(), name=name, packs=packs)
    return sorted(f"{finding.rule} at {finding.location.address}" for finding in run.findings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_yields_its_findings_and_no_other(case: Case) -> None:
    name = f"case{case.flavour.extension}"
    assert findings(case.text(), name, case.path.parents[2]) == list(case.expect)


@pytest.mark.parametrize("path", BASES, ids=lambda path: path.stem)
def test_a_base_is_faultless(path: Path) -> None:
    assert findings(write(load_draft(path)), "base.txt", path.parents[2]) == []
