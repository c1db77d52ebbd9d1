"""Which file configures a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.config.search import find_config, mentions_us
from goi_lint.config.toml_file import nearest_toml

OURS, OTHER, SAID = "[tool.goi-lint]", "[tool.other]", "# what stands in [tool.goi-lint]\n[tool.other]"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, None),
        ({"goi-lint.toml": ""}, "goi-lint.toml"),
        ({"a/goi-lint.toml": "", "goi-lint.toml": ""}, "a/goi-lint.toml"),
        ({"a/b/goi-lint.toml": "", "a/pyproject.toml": OURS}, "a/b/goi-lint.toml"),
        ({"a/b/pyproject.toml": OURS, "a/goi-lint.toml": ""}, "a/b/pyproject.toml"),
        ({"a/pyproject.toml": OURS, "a/goi-lint.toml": ""}, "a/goi-lint.toml"),
        ({"a/pyproject.toml": OTHER, "pyproject.toml": OURS}, "pyproject.toml"),
        ({"a/pyproject.toml": SAID, "pyproject.toml": OURS}, "pyproject.toml"),
        ({"a/pyproject.toml": "[tool]\ngoi-lint = {}"}, "a/pyproject.toml"),
        ({"a/pyproject.toml": "tool.goi-lint.lang = 'zh'"}, "a/pyproject.toml"),
        ({"a/pyproject.toml/x": "", "pyproject.toml": OURS}, "pyproject.toml"),
    ],
)
def test_the_nearest_file_counts(tmp_path: Path, files: dict[str, str], found: str | None) -> None:
    for name, text in {**files, "a/b/x": ""}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    toml = nearest_toml(str(tmp_path / "a" / "b"))
    assert (toml and Path(toml.folder, Path(toml.file).name)) == (found and tmp_path / found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.goi-lint]", True),
        ("[ tool . 'goi-lint' ]", True),
        ("[[tool.goi-lint.paths]]", True),
        ("[tool]\n\"goi-lint\".lang = 'zh'", True),
        ("tool = {goi-lint = {}}", True),
        ("[tool.goi_lint]", True),
        ("[tool.GOILint]", True),
        ("[tool.other]\nname = 'goi-lint'", False),
        ("[project]\nname = 'goi-lint'", False),
        ("[tool]\nother = 1", False),
    ],
)
def test_whether_a_shared_file_is_read(text: str, expected: bool) -> None:
    assert mentions_us(text.encode()) is expected


def test_from_the_root(tmp_path: Path) -> None:
    assert find_config(Path(tmp_path.anchor).as_posix()) is None
