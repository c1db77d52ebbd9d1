"""What holds for a run and for each document, and where a run without paths looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.config.loading import load_config
from goi_lint.config.naming import verify_names
from goi_lint.config.settings import Settings
from goi_lint.config.values import Known
from goi_lint.discovery import discover
from goi_lint.errors import ConfigError, UsageError
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Given
from goi_lint.model.settings import Asked, Choice

TEXT = """\
packs = ["national"]
ignore = ["GOI050"]
levels = {GOI040 = "note", GOI041 = "note"}

[[paths]]
patterns = ["towns/", "!towns/big.txt"]
level = "town"
ignore = ["GOI04"]

[[paths]]
patterns = ["2019-*"]
year = 2019
packs = ["jilin"]
ignore = []
levels.GOI041 = "error"
"""
LEVELS = {"GOI040": Level.NOTE, "GOI041": Level.NOTE}
OTHER = {"GOI040": Level.NOTE, "GOI041": Level.ERROR}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configured(folder: Path, text: str = TEXT, **said: object) -> Settings:
    (folder / "goi-lint.toml").write_text(text, encoding="utf-8")
    config = load_config(str(folder / "goi-lint.toml"), Known(("text",), ("national", "jilin")))
    return Settings(config, said)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", Asked(Choice(ignore=("GOI050",), levels=LEVELS))),
        ("x/towns/a.txt", Asked(Choice(ignore=("GOI04",), levels=LEVELS), Given(level=BodyLevel.TOWN))),
        ("towns/big.txt", Asked(Choice(ignore=("GOI050",), levels=LEVELS))),
        ("./x/../2019-a.txt", Asked(Choice(("jilin",), levels=OTHER), Given(year=2019))),
        ("towns/2019-a.txt", Asked(Choice(("jilin",), levels=OTHER), Given(year=2019, level=BodyLevel.TOWN))),
        ("../2019-a.txt", Asked(Choice(ignore=("GOI050",), levels=LEVELS))),
        ("-", Asked(Choice(ignore=("GOI050",), levels=LEVELS))),
    ],
)
def test_the_last_matching_table_wins_key_by_key(here: Path, path: str, expected: Asked) -> None:
    assert configured(here).asked_of(path) == expected


RULE_BY_RULE = """\
levels = {GOI3 = "note", GOI31 = "warning", GOI311 = "error", GOI40 = "note"}
[[paths]]
patterns = ["a*"]
levels = {GOI31 = "note", GOI312 = "warning", GOI401 = "error"}
[[paths]]
patterns = ["ab*"]
levels = {GOI4 = "warning"}
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("b", {"GOI3": Level.NOTE, "GOI31": Level.WARNING, "GOI311": Level.ERROR, "GOI40": Level.NOTE}),
        (
            "a",
            {
                "GOI3": Level.NOTE,
                "GOI31": Level.NOTE,
                "GOI40": Level.NOTE,
                "GOI312": Level.WARNING,
                "GOI401": Level.ERROR,
            },
        ),
        (
            "ab",
            {"GOI3": Level.NOTE, "GOI31": Level.NOTE, "GOI312": Level.WARNING, "GOI4": Level.WARNING},
        ),
    ],
)
def test_a_table_changes_the_levels_of_the_rules_that_it_names(
    here: Path, path: str, expected: dict[str, Level]
) -> None:
    assert configured(here, RULE_BY_RULE).asked_of(path).choice.levels == expected


def test_patterns_go_from_the_configurations_folder_on(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = configured(here)
    (here / "towns").mkdir()
    (here / "link").symlink_to(here / "towns")
    monkeypatch.chdir(here / "towns")
    town, plain = Given(level=BodyLevel.TOWN), Given()
    paths = ("a.txt", "../a.txt", str(here / "towns" / "a.txt"), "../link/a.txt")
    assert [settings.asked_of(path).given for path in paths] == [town, plain, town, plain]


def test_the_command_line_wins(here: Path) -> None:
    settings = configured(here, ignore=("GOI1",), year=2023)
    choice = Choice(("jilin",), ignore=("GOI1",), levels=OTHER)
    assert settings.asked_of("2019-a.txt") == Asked(choice, Given(year=2023))
    assert settings.asked_of("a.txt") == Asked(Choice(ignore=("GOI1",), levels=LEVELS), Given(year=2023))


PLACES = """\
[[paths]]
patterns = ["a*", "b*"]
city = "长春"
[[paths]]
patterns = ["ab*"]
province = "吉林"
[[paths]]
patterns = ["ac*"]
province = "henan"
[[paths]]
patterns = ["ad*"]
city = "怀化市"
"""
AT_HOME = Given(province="jilin", city="长春市")


@pytest.mark.parametrize(
    ("path", "said", "given"),
    [
        ("a", {}, AT_HOME),
        ("ab", {}, AT_HOME),
        ("ac", {}, Given(province="henan")),
        ("ad", {}, Given(province="hunan", city="怀化市")),
        ("a", {"province": "henan"}, Given(province="henan")),
        ("a", {"province": "jilin"}, AT_HOME),
        ("ac", {"province": "henan", "city": "郑州市"}, Given(province="henan", city="郑州市")),
        ("c", {}, Given()),
    ],
)
def test_another_province_has_other_cities(here: Path, path: str, said: dict[str, str], given: Given) -> None:
    assert configured(here, PLACES, **said).asked_of(path).given == given


def test_without_a_configuration() -> None:
    settings = Settings(None, {"fail-on": "never"})
    assert (settings.asked_of("a"), settings.threshold, settings.texts("format"), settings.included()) == (
        Asked(),
        None,
        ("text",),
        (),
    )


def test_which_packs_are_used(here: Path) -> None:
    assert configured(here).pack_lists() == [("national",), ("jilin",)]
    assert configured(here, packs=("own",)).pack_lists() == [("own",)]
    assert configured(here, packs=("own",)).pack_lists(overruled=True) == [
        ("own",),
        ("national",),
        ("jilin",),
    ]


def test_rules_that_are_not_there(here: Path) -> None:
    config = configured(here).config
    assert config
    verify_names(config, ["GOI040", "GOI041", "GOI050"])
    with pytest.raises(ConfigError) as caught:
        verify_names(config, ["GOI040", "GOI055"])
    assert [str(fault) for fault in caught.value.faults] == [
        "goi-lint.toml:2:11: there is no rule GOI050; did you mean GOI055?",
        "goi-lint.toml:3:28: there is no rule GOI041; did you mean GOI040?",
        "goi-lint.toml:15:8: there is no rule GOI041; did you mean GOI040?",
    ]


TREE = ("a.txt", "r/a.txt", "r/b.md", "r/deep/r/c.txt", "r/x.pdf", "s/r/d.txt", "s/e.txt", "s/.f.txt")


def found(folder: Path, text: str, *paths: str) -> list[str]:
    for name in TREE:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    settings = configured(folder, text)
    sieve = settings.sieve(searching=not paths)
    return [one.name for one in discover(paths or settings.included(), (".txt", ".md"), sieve=sieve)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("include = ['/r/']", ["r/a.txt", "r/b.md", "r/deep/r/c.txt"]),
        ("include = ['r/']", ["r/a.txt", "r/b.md", "r/deep/r/c.txt", "s/r/d.txt"]),
        ("include = ['r/*.txt', '/s/e.*']", ["r/a.txt", "s/e.txt"]),
        ("include = ['*.md', '/a.txt']", ["a.txt", "r/b.md"]),
        ("include = ['/r/', '!b.*']", ["r/a.txt", "r/deep/r/c.txt"]),
        ("include = ['/r/deep/', '/r/']", ["r/a.txt", "r/b.md", "r/deep/r/c.txt"]),
        ("include = ['*']\nexclude = ['deep/', '/s/r']", ["a.txt", "r/a.txt", "r/b.md", "s/e.txt"]),
        ("include = ['/r/']\nexclude = ['*.txt', '!a.txt']", ["r/a.txt", "r/b.md"]),
        ("include = ['.f.txt']", []),
    ],
)
def test_what_is_judged_without_paths(here: Path, text: str, expected: list[str]) -> None:
    assert found(here, text) == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("r",), ["r/a.txt", "r/b.md"]),
        (("r/deep/r/c.txt",), ["r/deep/r/c.txt"]),
        (("r/deep",), ["r/deep/r/c.txt"]),
        (("r/deep/r",), ["r/deep/r/c.txt"]),
        ((".",), ["a.txt", "r/a.txt", "r/b.md", "s/e.txt", "s/r/d.txt"]),
    ],
)
def test_exclude_is_for_what_folders_hold(here: Path, paths: tuple[str, ...], expected: list[str]) -> None:
    assert found(here, "include = ['*.md']\nexclude = ['deep/']", *paths) == expected


def test_a_search_from_below(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "r" / "deep").mkdir(parents=True)
    (here / "r" / "a.txt").touch()
    settings = configured(here, "include = ['/r/']")
    monkeypatch.chdir(here / "r" / "deep")
    inputs = discover(settings.included(), (".txt",), sieve=settings.sieve(searching=True))
    assert [one.name for one in inputs] == ["../a.txt"]


@pytest.mark.parametrize(("pattern", "lost"), [("/nowhere/", "nowhere"), ("r/no/*.txt", "r/no")])
def test_what_is_not_there_is_told(here: Path, pattern: str, lost: str) -> None:
    with pytest.raises(UsageError) as caught:
        found(here, f"lang = 'zh'\ninclude = ['{pattern}']")
    assert caught.value.words.en == f"goi-lint.toml:2: include has {pattern}, but there is no {lost}"
