"""What `rules/README.md` says of cases: its names are those that there are, its session is a real one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goi_lint.cases.changes import REPLACE, changed
from goi_lint.cases.decorations import DRAFTS, GRIDS
from goi_lint.cases.draft import Draft
from goi_lint.cases.flavours import SPANS
from goi_lint.cases.layouts import LAYOUTS
from goi_lint.cases.pack_cases import pack_cases
from goi_lint.cases.running import tried
from goi_lint.packs.fields import Faults
from goi_lint.plugins import build_plugins
from goi_lint.suites import suite_of
from goi_lint.text.yaml_file import located

HERE = Path(__file__).parent
RULES = HERE.parents[1] / "rules"
SECTION = (RULES / "README.md").read_text("utf-8").partition("## 案例 Cases")[2].partition("\n## ")[0]
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", SECTION, re.DOTALL)


def test_every_name_is_documented() -> None:
    bases = [path.stem for path in (RULES / "national" / "cases" / "base").glob("*.yaml")]
    known = {*LAYOUTS, *GRIDS, *DRAFTS, *SPANS, *bases}
    assert sorted(name for name in known if f"`{name}`" not in SECTION) == []


def test_every_change_is_documented() -> None:
    faults = Faults("README.md")
    changed(Draft("form_2021", (), (), ()), located(b"no-such-change: 1", "README.md"), faults)
    (fault,) = faults.found
    verbs = fault.expected.en.removeprefix("expected ").split(", ")
    shown = next(block for language, block in BLOCKS if "replace: {2024" in block)
    assert [verb for verb in verbs if f"\n  {verb}: " not in shown] == []
    assert verbs[-1] == REPLACE


def test_the_session_is_a_real_one() -> None:
    (session,) = (block for language, block in BLOCKS if language == "text")
    golden = (HERE / "golden" / "differing.zh.txt").read_text("utf-8").splitlines()
    assert [line for line in session.splitlines() if line not in golden] == []


SEVERAL = [block for language, block in BLOCKS if language == "yaml" and "\nreports:" in block]


@pytest.mark.parametrize("block", SEVERAL, ids=["years", "sum"])
def test_a_case_with_several_reports_is_a_real_one(tmp_path: Path, block: str) -> None:
    suite = suite_of(build_plugins(), "national")
    rule = block.rpartition("[")[2][:6]
    file = tmp_path / "cases" / rule / "bad-shown.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(block, encoding="utf-8")
    (case,) = pack_cases(tmp_path, [RULES / "national"], [rule])
    verdict = tried(case, suite.linter)
    assert (verdict.missing, verdict.unexpected) == ((), ())


@pytest.mark.parametrize("file", ["cases/base/dongshan.yaml"])
def test_a_file_that_is_shown_is_one_of_the_tests(file: str) -> None:
    kept = located((HERE / "packs" / "county" / file).read_bytes(), file).plain()
    assert kept in [located(block.encode(), file).plain() for language, block in BLOCKS if language == "yaml"]
