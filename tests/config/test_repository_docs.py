"""The pages on several reports say what is so: the roster that they show, its keys, its mistakes, the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goi_lint.config.loading import load_config
from goi_lint.config.roster import read_roster
from goi_lint.config.roster_entries import BODY_KEYS, ROSTER_KEYS
from goi_lint.config.values import Known
from goi_lint.errors import ConfigError
from goi_lint.model.roster import Member, Roster
from goi_lint.text.yaml_file import plain

ROOT = Path(__file__).parents[2]
PAGES = [("en", "repository.md"), ("zh", "repository.zh-CN.md")]
LEVELS = {"错误": "error", "警告": "warning", "提示": "note"}
BROKEN = """\
bodies:
  - 嵩县人民政府
  - name: 嵩县科学技术局
    alias: [嵩县科技局]
    parent: 嵩县政府
    years: ["2024"]
"""


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def block(name: str, kind: str) -> str:
    """Return the first block of its kind; each block is passed over as a whole."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL)
    return next(str(text) for found, text in blocks if found == kind)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", [name for _, name in PAGES])
def test_both_notations_say_the_same(here: Path, name: str) -> None:
    Path("bodies.yaml").write_text(block(name, "yaml"), encoding="utf-8")
    Path("goi-lint.toml").write_text(block(name, "toml"), encoding="utf-8")
    table = load_config("goi-lint.toml", Known()).settings["roster"].value
    assert isinstance(table, Roster)
    rosters = [
        roster._replace(file="", members=tuple(member._replace(line=0) for member in roster.members))
        for roster in (read_roster("bodies.yaml"), table)
    ]
    office = Member("嵩县科学技术局", 0, ("嵩县科技局",), ("科技局/",), "嵩县人民政府", (2023, 2024))
    assert rosters == [Roster("", str(here), (Member("嵩县人民政府", 0), office), (2024,))] * 2


@pytest.mark.parametrize("name", [name for _, name in PAGES])
def test_every_key_is_told(name: str) -> None:
    told = re.findall(r"^\| `(\w+)` \|", page(name), re.MULTILINE)
    assert sorted(told) == sorted({*ROSTER_KEYS, *BODY_KEYS})


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_the_mistakes_are_told_so(here: Path, language: str, name: str) -> None:
    Path("bodies.yaml").write_text(BROKEN, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_roster("bodies.yaml")
    assert block(name, "").splitlines() == [fault.in_language(language) for fault in caught.value.faults]


@pytest.mark.parametrize("name", [name for _, name in PAGES])
def test_the_rules_are_those_of_the_catalogue(name: str) -> None:
    told = dict(re.findall(r"^\| (GOI\d{3}) \| (\S+) \|", page(name), re.MULTILINE))
    found = {}
    for path in (ROOT / "rules" / "national").glob("[78]-*/*.yaml"):
        rule = plain(path)
        assert isinstance(rule, dict)
        found[path.stem] = rule["level"]
    assert {rule: LEVELS.get(level, level) for rule, level in told.items()} == found


@pytest.mark.parametrize("name", [name for _, name in PAGES])
def test_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)", page(name))
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
