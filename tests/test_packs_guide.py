"""The guide to rule packs says what is so: its example, the outputs, the mistakes, every pack and rule."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from goi_lint.cli import main
from goi_lint.plugins import build_plugins
from goi_lint.rulebook import RuleBook

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "province-pack"
GUIDES = {"en": "packs.md", "zh": "packs.zh-CN.md"}
REPORTS = ("report.txt", "年报.txt")
CONSOLE = re.compile(r"```console\n\$ goi-lint (.+)\n((?:.*\n)+?)```")
TEXT = re.compile(r"```text\n((?:.*\n)+?)```")
MISTAKES = {
    "0-document/GOI034.yaml": ("not_after", "not_aftr"),
    "1-overview/YZ101.yaml": ("check: occurs", "check: occur"),
    "5-problems/YZ501.yaml": ("{missing}", "{mising}"),
}


def guide(language: str) -> str:
    return (ROOT / "docs" / GUIDES[language]).read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the guide's reader works."""
    shutil.copytree(EXAMPLE, tmp_path / "yunze")
    for name in REPORTS:
        shutil.copy(ROOT / "examples" / "faultless-2023.txt", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize("path", sorted(EXAMPLE.rglob("*.yaml")), ids=lambda path: path.name)
@pytest.mark.parametrize("language", GUIDES)
def test_the_example_is_quoted(language: str, path: Path) -> None:
    assert f"```yaml\n{path.read_text(encoding='utf-8')}```" in guide(language)


def test_the_example_has_less_than_forty_lines() -> None:
    lines = [path.read_text(encoding="utf-8").splitlines() for path in EXAMPLE.rglob("*.yaml")]
    assert sum(map(len, lines)) < 40


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("language", GUIDES)
def test_outputs_are_true(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = CONSOLE.findall(guide(language))
    assert len(shown) == 2
    for command, output in shown:
        main([*command.split(), "--lang", language])
        assert capsys.readouterr() == (output, "")


@pytest.mark.parametrize("language", GUIDES)
def test_mistakes_are_told_so(language: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, (right, wrong) in MISTAKES.items():
        path = folder / "yunze" / name
        path.write_text(path.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    assert main(["test", "yunze", "--lang", language]) == 2
    assert capsys.readouterr().err == TEXT.findall(guide(language))[0]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("language", GUIDES)
def test_a_contradiction_is_told_so(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *("--pack=hubei", "--pack=jilin"), REPORTS[0], "--lang", language]) == 2
    assert capsys.readouterr().err == TEXT.findall(guide(language))[1]


@pytest.mark.parametrize("language", GUIDES)
def test_every_pack_and_each_of_its_rules_is_named(language: str) -> None:
    plugins = build_plugins()
    local = sorted(plugins.built_in_packs - {"national"})
    rows = {row[2:].split("`")[1]: row for row in guide(language).splitlines() if row.startswith("| `")}
    for name in local:
        pack = RuleBook(plugins).chain((name,))[-1]
        assert [rule.id for rule in pack.rules if rule.id not in rows[name]] == []


def test_both_guides_show_the_same_yaml() -> None:
    yaml = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
    english, chinese = (
        [re.sub(r" *#.*", "", block) for block in yaml.findall(guide(language))] for language in GUIDES
    )
    assert english == chinese


@pytest.mark.parametrize("language", GUIDES)
def test_links_lead_somewhere(language: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", guide(language)) if "://" not in link]
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
