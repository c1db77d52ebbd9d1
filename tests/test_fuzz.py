"""A share of the damaged files of `tests/fuzz/run.py`: each is a finding or a normal result."""

from __future__ import annotations

import pytest

from fuzz.run import fuzz
from fuzz.variants import FORMATS, good, variant
from goi_lint.linter import build_linter
from goi_lint.plugins import build_plugins

SHARE = 150
KILOBYTE = 1_000
DEFECT = "goi-lint failed on this file"


@pytest.mark.parametrize("kind", FORMATS)
def test_damaged_files_are_findings(kind: str) -> None:
    row = fuzz(kind, 0, SHARE)

    assert row.failures == ()
    assert 0 < row.unreadable < SHARE


@pytest.mark.parametrize("kind", FORMATS)
def test_a_number_always_gives_the_same_file(kind: str) -> None:
    assert [variant(kind, number) for number in range(5)] == [variant(kind, number) for number in range(5)]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_cut_off_at_every_kilobyte(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is a report, or unreadable for a reason of its own: no defect of a reader, and never both."""
    monkeypatch.setenv("PATH", "")  # no other program mends it
    linter = build_linter(build_plugins())
    whole = max(good(kind), key=len)
    assert linter.lint_bytes(whole, f"a.{kind}").unreadable is None
    for end in range(0, len(whole), KILOBYTE):
        result = linter.lint_bytes(whole[:end], f"a.{kind}")
        reason = result.unreadable
        told = [finding for finding in result.findings if finding.rule == "GOI001"]
        assert len(told) == (reason is not None), f"cut at {end}"
        assert reason is None or DEFECT not in reason.en, f"cut at {end}: {reason}"
