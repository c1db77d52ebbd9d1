"""The pages on configuration say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goi_lint.cli import main
from goi_lint.config.loading import KEYS, PATH_KEYS

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [("en", "configuration.md"), ("zh", "configuration.zh-CN.md")]


def blocks(page: str) -> tuple[str, str]:
    """Return the configuration that a page shows, and what `goi-lint config` writes of it."""
    toml, _, session = re.findall(r"^```\w*\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return toml, session


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_what_is_shown_is_what_is_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    name: str,
) -> None:
    toml, session = blocks((DOCS / name).read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "goi-lint.toml").write_text(toml, encoding="utf-8")
    report = tmp_path / "reports" / "2019" / "a.html"
    report.parent.mkdir(parents=True)
    report.touch()
    command, _, shown = session.partition("\n")
    assert main([*command.removeprefix("$ goi-lint ").split(), "--lang", language]) == 0
    assert capsys.readouterr() == (shown, "")


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_every_key_is_told(language: str, name: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    told = {
        key for row in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE) for key in re.findall(r"[a-z-]+", row)
    }
    assert told | {"patterns"} == {*KEYS, *PATH_KEYS, "paths"}
