"""What `goi-lint test` says of a good pack, of one whose cases differ, and of faulty ones: whole sessions.

`GOI_LINT_UPDATE=1 pytest tests/cases/test_sessions.py` writes the golden files anew, to be read before they are kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from goi_lint.cli import main

HERE = Path(__file__).parent
SESSIONS = {
    "good": (["county"], 0),
    "differing": (["failing", "county"], 1),
    "one-rule": (["failing", "county", "--rule", "DS002"], 1),
    "one-rule-good": (["failing", "county", "--rule", "FA002"], 0),
    "quiet": (["county", "failing", "--quiet", "--rule", "fa"], 1),
    "quiet-good": (["county", "-q"], 0),
    "faulty": (["faulty", "county"], 2),
    "stable-without-cases": (["unready"], 2),
    "several": (["several"], 1),
    "several-faulty": (["several-faulty"], 2),
    "unknown-rule": (["county", "--rule", "DS0003"], 2),
    "no-pack": ([], 2),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SESSIONS)
def test_a_session(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE / "packs")
    arguments, code = SESSIONS[name]
    assert main(["test", *arguments, "--lang", language]) == code
    said = capsys.readouterr()
    session = f"$ goi-lint {' '.join(['test', *arguments])}\n{said.out}{said.err}"
    golden = HERE / "golden" / f"{name}.{language}.txt"
    if os.environ.get("GOI_LINT_UPDATE"):
        golden.write_text(session, encoding="utf-8", newline="\n")
    assert session == golden.read_text(encoding="utf-8")


def test_every_golden_file_is_of_a_session() -> None:
    expected = {f"{name}.{language}.txt" for name in SESSIONS for language in ("zh", "en")}
    assert {path.name for path in (HERE / "golden").iterdir()} == expected
