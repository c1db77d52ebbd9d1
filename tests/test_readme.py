"""The READMEs say what is so: outputs, commands, links, exit codes; and both say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goi_lint.cli.help import USAGE
from goi_lint.model.finding import Level
from project_scripts import script

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = (
    *READMES,
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/dependencies.md",
    "docs/examples.md",
)
SCRIPT = script("build_examples")
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", READMES)
def test_outputs_are_true(name: str) -> None:
    text = text_of(name)
    assert len(SCRIPT.BLOCK.findall(text)) == 1
    assert SCRIPT.with_outputs(text, SCRIPT.all_outputs()) == text


def test_both_give_the_same_commands() -> None:
    """All blocks are equal but for the outputs and the comments."""
    english, chinese = (
        [re.sub(r" *#.*", "", code) for kind, code in BLOCK.findall(text_of(name)) if kind != "console"]
        for name in READMES
    )
    assert english == chinese


@pytest.mark.parametrize("name", READMES)
def test_exit_codes_are_those_of_the_help(name: str) -> None:
    told = re.findall(r"^\| (\d) \|", text_of(name), re.MULTILINE)
    assert told == re.findall(r"^  (\d)  ", USAGE.en, re.MULTILINE)
    assert f"--fail-on` 级别（默认 {Level.ERROR}）" in text_of(READMES[1])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    text = text_of(name)
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    folder = (ROOT / name).parent
    assert [link for link in links if not (folder / link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_in_code_are_there(name: str) -> None:
    """What stands in backquotes and begins with a folder of the project exists; `<…>` is for the reader to fill in."""
    folders = ("src/", "rules/", "tests/", "scripts/", "docs/", "examples/", "benchmarks/", ".ci/")
    quoted = re.findall(r"`([^`\s<>*{}…]+)`", text_of(name))
    paths = [path for path in quoted if path.startswith(folders)]
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_example_is_described() -> None:
    told = set(re.findall(r"\]\(\.\./examples/([^)]+)\)", text_of("docs/examples.md")))
    reports = {path.name for path in (ROOT / "examples").iterdir() if path.suffix in SCRIPT.REPORTS}
    assert reports <= told
