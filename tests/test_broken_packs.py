"""Broken packs and, word for word, what an author is told: `broken_packs/<defect>/expected.zh.txt` and `.en.txt`.

    python tests/test_broken_packs.py --update

writes what is said now; read it aloud before it is committed. A folder's pack is `pack`, else all that are in it.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from goi_lint.cli import main

FOLDERS = sorted(path for path in (Path(__file__).parent / "broken_packs").iterdir() if path.is_dir())
LANGUAGES = ("zh", "en")
NO_DEFECT = {"encoding-bom": 0, "regex-slow": 1}
"""What looks like a defect and is none, or shows when the rule is run, with its exit code."""


def said(folder: Path, language: str) -> tuple[str, int]:
    """Return what `goi-lint check` says with the packs of the folder, and its exit code."""
    named = [path.name for path in sorted(folder.iterdir()) if path.is_dir()]
    packs = ["pack"] if "pack" in named else named
    options = [f"--pack={name}" for name in packs]
    out, err = io.StringIO(), io.StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        code = main(["check", "--lang", language, *options, "../report.txt"])
    return err.getvalue() + out.getvalue(), code


def expected(folder: Path, language: str) -> Path:
    return folder / f"expected.{language}.txt"


def test_there_are_forty() -> None:
    assert len(FOLDERS) >= 40


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_said(folder: Path, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path))
    text, code = said(folder, language)
    assert text == expected(folder, language).read_text("utf-8")
    assert code == NO_DEFECT.get(folder.name[3:], 2)


def update() -> None:
    """Write what is said now."""
    with TemporaryDirectory() as cache:
        os.environ["GOI_LINT_CACHE_DIR"] = cache
        for folder in FOLDERS:
            for language in LANGUAGES:
                expected(folder, language).write_text(said(folder, language)[0], "utf-8", newline="\n")


if __name__ == "__main__" and "--update" in sys.argv:
    update()
