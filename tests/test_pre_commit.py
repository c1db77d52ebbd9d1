"""The hook that other repositories use: `.ci/run` runs it, here stands what it must take."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path

import pytest

from goi_lint.cli.arguments import parsed
from goi_lint.cli.verbs import VERBS
from goi_lint.plugins import build_plugins
from goi_lint.text.yaml_file import located

HOOKS = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
HOOK, TOGETHER = located(HOOKS.read_bytes(), HOOKS.name).plain()


def takes(path: str) -> bool:
    """Tell whether pre-commit would hand over the file."""
    return bool(re.search(HOOK["files"], path)) and not re.search(HOOK["exclude"], path)


def test_the_command_is_there() -> None:
    program, verb = HOOK["entry"].split()
    assert (HOOK["id"], program) == ("goi-lint", "goi-lint")
    assert verb in VERBS


def test_files_come_in_one_run() -> None:
    assert HOOK["require_serial"] is True


def test_every_extension_that_can_be_read_is_taken() -> None:
    extensions = [extension for reader in build_plugins().readers for extension in reader.EXTENSIONS]
    assert [extension for extension in extensions if not takes(f"年报/水利局2023{extension}")] == []


@pytest.mark.parametrize(
    "path", ["README.md", "docs/README.zh-CN.md", "CHANGELOG.md", "requirements.txt", "a.py"]
)
def test_what_is_no_report_is_left_alone(path: str) -> None:
    assert not takes(path)


@pytest.mark.parametrize("path", ["水利局2023.txt", "a/b/READABLE/2023.MD", "2023年README/县政府.txt"])
def test_reports_are_not(path: str) -> None:
    assert takes(path)


def test_the_hook_for_all_reports_reads_the_repository_itself() -> None:
    request = parsed(["check", *TOGETHER["args"]], "zh")
    assert isinstance(request, Namespace)
    assert (request.select, request.operands) == (["GOI7", "GOI8"], ["."])
    assert (TOGETHER["entry"], TOGETHER["pass_filenames"]) == (f"{HOOK['entry']} --quiet", False)


def test_the_hook_for_all_reports_runs_when_any_of_them_changes() -> None:
    extensions = [extension for reader in build_plugins().readers for extension in reader.EXTENSIONS]
    names = [
        *(f"年报/水利局2023{extension}" for extension in extensions),
        "goi-lint.toml",
        "a/pyproject.toml",
    ]
    assert [name for name in names if not re.search(TOGETHER["files"], name)] == []
