"""What a roster says, in both notations, and every mistake in it with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.config.loading import load_config
from goi_lint.config.roster import read_roster, roster_of
from goi_lint.config.settings import Settings
from goi_lint.config.values import Known
from goi_lint.errors import ConfigError, UsageError
from goi_lint.limits import YAML_BYTES
from goi_lint.model.roster import Member, Roster

WHOLE = """\
years: [2024]
bodies:
  - 嵩县水利局  # a name alone is enough
  - name: 嵩县人民政府
    aliases: [嵩县政府]
  - name: 嵩县科学技术局
    aliases: [嵩县科技局, 科技局]
    paths: [科技局/, "!草稿.docx"]
    parent: 嵩县政府
    years: [2024, 2023]
  - {name: "中共嵩县县委、嵩县人民政府信访局", parent: 科 技 局}
"""
IN_TOML = """\
[roster]
years = [2024]
[[roster.bodies]]
name = "嵩县水利局"
[[roster.bodies]]
name = "嵩县人民政府"
aliases = ["嵩县政府"]
[[roster.bodies]]
name = "嵩县科学技术局"
aliases = ["嵩县科技局", "科技局"]
paths = ["科技局/", "!草稿.docx"]
parent = "嵩县政府"
years = [2024, 2023]
[[roster.bodies]]
name = "中共嵩县县委、嵩县人民政府信访局"
parent = "科 技 局"
"""
INLINE = """\
roster.years = [2024]
roster.bodies = [
    "嵩县水利局",
    {name = "嵩县人民政府", aliases = ["嵩县政府"]},
    {name = "嵩县科学技术局", aliases = ["嵩县科技局", "科技局"], paths = ["科技局/", "!草稿.docx"], \
parent = "嵩县政府", years = [2024, 2023]},
    {name = "中共嵩县县委、嵩县人民政府信访局", parent = "科 技 局"},
]
"""
COMMA = "expected a half-width comma and a blank between two items; one item that holds such a mark in quotes"
NO_CIRCLE = "expected a parent that is neither the body nor below it"
ONE_BODY = "expected one body, the other name among its aliases"
QUOTES = "expected half-width quotes, as in '水库': others are part of the text"
PARTNER = "expected its partner, or a comma between two items"
BROKEN_YAML: dict[str, tuple[str | bytes, list[str]]] = {
    "unknown key": (
        "years: [2024]\nbodys:\n  - 嵩县人民政府\n",
        ["2:1: unknown key bodys; did you mean bodies?"],
    ),
    "unknown key of a body": (
        "bodies:\n  - name: 嵩县水利局\n    alias: [水利局]\n",
        ["3:5: unknown key alias; did you mean aliases?"],
    ),
    "no bodies at all": (
        "years: [2024]\n",
        ["1:1: the key bodies is missing; expected a list, each item - NAME or - name: …"],
    ),
    "an empty list of bodies": ("bodies: []\n", ["1:9: an empty list; expected at least one body"]),
    "bodies without a value": (
        "bodies:\nyears: [2024]\n",
        ["2:1: nothing; expected a list, each item - NAME or - name: …"],
    ),
    "bodies as a mapping": (
        "bodies:\n  嵩县水利局:\n    years: [2024]\n",
        ["2:3: a mapping; expected a list, each item - NAME or - name: …"],
    ),
    "a list alone": ("- 嵩县水利局\n", ["1:1: a list; expected bodies: with the list below it"]),
    "text alone": ("嵩县水利局\n", ["1:1: “嵩县水利局”; expected a mapping with bodies, years"]),
    "empty file": ("# 名录\n", ["2:1: an empty file; expected keys with values"]),
    "no YAML": (
        "bodies: [嵩县水利局\n",
        [f"2:1: bad YAML: a bracket that is not closed, or a comma that is missing; {PARTNER}"],
    ),
    "other encoding": (
        "bodies:\n  - 嵩县水利局".encode("gbk"),
        ["2:5: a byte that is not UTF-8; expected a file saved as UTF-8"],
    ),
    "anchor": ("bodies: &a\n  - 嵩县水利局\n", ["1:9: an anchor or alias (& or *); expected it written out"]),
    "body as a number": (
        "bodies:\n  - 12\n",
        ["2:5: the number 12; expected the name of a body, or name: …"],
    ),
    "body as a list": (
        "bodies:\n  - [嵩县水利局, 嵩县审计局]\n",
        ["2:5: a list; expected the name of a body, or name: …"],
    ),
    "body that is nothing": ("bodies:\n  -\n", ["2:4: nothing; expected the name of a body, or name: …"]),
    "body without a name": (
        "bodies:\n  - paths: [水利局/]\n",
        ["2:5: the key name is missing; expected the name of a body"],
    ),
    "body whose name is misspelt": (
        "bodies:\n  - nmae: 嵩县水利局\n",
        ["2:5: unknown key nmae; did you mean name?"],
    ),
    "name in capitals": ("bodies:\n  - Name: 嵩县水利局\n", ["2:5: unknown key Name; did you mean name?"]),
    "blank name": ("bodies:\n  - name: ' '\n", ["2:12: “ ”; expected the name of a body"]),
    "name as list": ("bodies:\n  - name: [嵩县水利局]\n", ["2:11: a list; expected the name of a body"]),
    "full-width colon": (
        "bodies:\n  - name：嵩县水利局\n",
        ["2:5: “name：嵩县水利局”; expected half-width colons and commas, a blank behind each"],
    ),
    "full-width colon in a key": (
        "bodies：\n  - 嵩县水利局\n",
        ["1:1: “bodies： - 嵩县水利局”; expected half-width colons and commas, a blank behind each"],
    ),
    "two names in one item": (
        "bodies:\n  - 嵩县水利局、嵩县审计局\n",
        [f"2:5: “嵩县水利局、嵩县审计局”; {COMMA}"],
    ),
    "two names in quotes": (
        "bodies:\n  - '嵩县水利局，嵩县审计局'\n",
        ["2:6: “嵩县水利局，嵩县审计局”; expected one body for each item"],
    ),
    "full-width quotes": (
        "bodies:\n  - name: “嵩县水利局”\n",
        [f"2:11: full-width quotes, “嵩县水利局”; {QUOTES}"],
    ),
    "alias without brackets": (
        "bodies:\n  - name: 嵩县水利局\n    aliases: 水利局\n",
        ["3:14: “水利局”; expected a list: [科技局/]"],
    ),
    "empty list of aliases": (
        "bodies:\n  - name: 嵩县水利局\n    aliases: []\n",
        ["3:14: an empty list; expected at least one item, or no such key"],
    ),
    "full-width comma between aliases": (
        "bodies:\n  - name: 嵩县水利局\n    aliases: [水利局，水务局]\n",
        [f"3:15: “水利局，水务局”; {COMMA}"],
    ),
    "alias that is no text": (
        "bodies:\n  - name: 嵩县水利局\n    aliases: [true, 水利局]\n",
        ["3:15: true; expected the name of a body"],
    ),
    "name twice, blank or not": (
        "bodies:\n  - 嵩县水利局\n  - name: 嵩县 水利局\n",
        ["3:11: 嵩县 水利局 stands at bodies.yaml:2:5 already; expected each name once, of one body"],
    ),
    "name as alias of other": (
        "bodies:\n  - 嵩县水利局\n  - name: 嵩县水务局\n    aliases: [嵩县水利局]\n",
        ["4:15: 嵩县水利局 stands at bodies.yaml:2:5 already; expected each name once, of one body"],
    ),
    "alias twice": (
        "bodies:\n  - name: 嵩县水利局\n    aliases: [水利局, 水利局]\n",
        ["3:20: 水利局 stands at bodies.yaml:3:15 already; expected each name once, of one body"],
    ),
    "one body under two names": (
        "bodies:\n  - 嵩县人民政府\n  - 河南省嵩县人民政府\n",
        [f"3:5: 河南省嵩县人民政府 is the same body as 嵩县人民政府 at bodies.yaml:2:5; {ONE_BODY}"],
    ),
    "path without brackets": (
        "bodies:\n  - name: 嵩县水利局\n    paths: 水利局/\n",
        ["3:12: “水利局/”; expected a list: [科技局/]"],
    ),
    "empty list of paths": (
        "bodies:\n  - name: 嵩县水利局\n    paths: []\n",
        ["3:12: an empty list; expected at least one item, or no such key"],
    ),
    "what is no path": (
        "bodies:\n  - name: 嵩县水利局\n    paths: ['!', ./水利局/, ../水利局/, '[z-a]', 7, '']\n",
        [
            "3:14: “!”; expected a path as in a .gitignore file: 科技局/, without . and ..",
            "3:18: “./水利局/”; expected a path as in a .gitignore file: 科技局/, without . and ..",
            "3:26: “../水利局/”; expected a path as in a .gitignore file: 科技局/, without . and ..",
            "3:36: “[z-a]”; expected a path as in a .gitignore file: 科技局/, without . and ..",
            "3:44: the number 7; expected a path as in a .gitignore file: 科技局/, without . and ..",
            "3:48: nothing; expected a path as in a .gitignore file: 科技局/, without . and ..",
        ],
    ),
    "path that is only taken back": (
        "bodies:\n  - name: 嵩县水利局\n    paths: ['!草稿.docx']\n",
        ["3:14: “!草稿.docx”; expected a path before, as in a .gitignore file"],
    ),
    "full-width comma between paths": (
        "bodies:\n  - name: 嵩县水利局\n    paths: [水利局/，水务局/]\n",
        [f"3:13: “水利局/，水务局/”; {COMMA}"],
    ),
    "path of two bodies": (
        "bodies:\n  - {name: 嵩县水利局, paths: [水利/]}\n  - {name: 嵩县审计局, paths: [审计/, 水利/]}\n",
        ["3:32: 水利/ stands at bodies.yaml:2:27 already; expected each path once, of one body"],
    ),
    "parent not there": (
        "bodies:\n  - 嵩县人民政府\n  - {name: 嵩县水利局, parent: 嵩县政府}\n",
        ["3:27: there is no body 嵩县政府 on the roster; did you mean 嵩县人民政府?"],
    ),
    "parent nowhere near": (
        "bodies:\n  - 嵩县人民政府\n  - {name: 嵩县水利局, parent: 洛阳}\n",
        ["3:27: there is no body 洛阳 on the roster; expected a body of the roster"],
    ),
    "parent as list": (
        "bodies:\n  - 嵩县人民政府\n  - {name: 嵩县水利局, parent: [嵩县人民政府]}\n",
        ["3:27: a list; expected the name of a body"],
    ),
    "parent of itself": (
        "bodies:\n  - {name: 嵩县水利局, parent: 嵩县水利局}\n",
        [f"2:27: a circle of parents: 嵩县水利局 → 嵩县水利局; {NO_CIRCLE}"],
    ),
    "circle of parents": (
        "bodies:\n  - {name: 甲局, parent: 乙局}\n"
        "  - {name: 乙局, parent: 丙局}\n  - {name: 丙局, parent: 乙局}\n  - 丁局\n",
        [f"3:24: a circle of parents: 乙局 → 丙局 → 乙局; {NO_CIRCLE}"],
    ),
    "long circle": (
        "bodies:\n" + "".join(f"  - {{name: 第{n}局, parent: 第{(n + 1) % 9}局}}\n" for n in range(9)),
        [
            f"2:25: a circle of parents: 第0局 → 第1局 → 第2局 → 第3局 → 第4局 → 第5局 → … → 第0局; {NO_CIRCLE}"
        ],
    ),
    "years out of range": (
        "years: [1999, 2101]\nbodies:\n  - 嵩县水利局\n",
        [
            "1:9: the number 1999; expected a year from 2008 to 2100",
            "1:15: the number 2101; expected a year from 2008 to 2100",
        ],
    ),
    "year as text": (
        "years: ['2024', \"2023\"]\nbodies:\n  - 嵩县水利局\n",
        [
            "1:10: “2024”; expected a year as a number, without quotes",
            "1:18: “2023”; expected a year as a number, without quotes",
        ],
    ),
    "one year alone": (
        "years: 2024\nbodies:\n  - 嵩县水利局\n",
        ["1:8: the number 2024; expected a list of years: [2023, 2024]"],
    ),
    "years from to": (
        "years: [2019-2024]\nbodies:\n  - 嵩县水利局\n",
        ["1:9: “2019-2024”; expected each year as a number: [2023, 2024]"],
    ),
    "years as they are written in texts": (
        "bodies:\n  - name: 嵩县水利局\n    years: [2024年, ２０２４, true]\n",
        [
            "3:13: “2024年”; expected each year as a number: [2023, 2024]",
            "3:20: “２０２４”; expected half-width digits: 2024",
            "3:26: true; expected a year from 2008 to 2100",
        ],
    ),
    "full-width comma between years": (
        "years: [2023，2024]\nbodies:\n  - 嵩县水利局\n",
        ["1:9: “2023，2024”; expected a half-width comma and a blank between two items"],
    ),
    "years without brackets": (
        "years: 2023、2024\nbodies:\n  - 嵩县水利局\n",
        ["1:8: “2023、2024”; expected a list of years: [2023, 2024]"],
    ),
    "empty list of years": (
        "years: []\nbodies:\n  - 嵩县水利局\n",
        ["1:8: an empty list; expected at least one item, or no such key"],
    ),
    "year twice": (
        "years: [2023, 2023]\nbodies:\n  - 嵩县水利局\n",
        ["1:15: the year 2023 a second time; expected each year once"],
    ),
    "keys without values": (
        "bodies:\n  - {name: 嵩县水利局, years: , parent: }\n",
        [
            "2:25: nothing; expected a list of years: [2023, 2024]",
            "2:35: nothing; expected the name of a body",
        ],
    ),
    "several faults": (
        "yaers: [2024]\nbodies:\n  - 12\n  - {name: 嵩县水利局, parent: 嵩县政府, years: ['2024']}\n",
        [
            "1:1: unknown key yaers; did you mean years?",
            "3:5: the number 12; expected the name of a body, or name: …",
            "4:27: there is no body 嵩县政府 on the roster; expected a body of the roster",
            "4:42: “2024”; expected a year as a number, without quotes",
        ],
    ),
    "large file": (b" " * (YAML_BYTES + 1), ["1:1: the file is too large; expected at most 1,000,000 bytes"]),
}
BROKEN_TOML: dict[str, tuple[str, list[str]]] = {
    "unknown key": ("[roster]\nbodys = ['嵩县水利局']", ["2:1: unknown key bodys; did you mean bodies?"]),
    "unknown key of a body": (
        "[[roster.bodies]]\nname = '嵩县水利局'\nalias = ['水利局']",
        ["3:1: unknown key alias; did you mean aliases?"],
    ),
    "empty table": ("[roster]", ['1:1: the key bodies is missing; expected ["NAME"] or [[roster.bodies]]']),
    "empty table in a line": (
        "roster = {}",
        ['1:10: the key bodies is missing; expected ["NAME"] or [[roster.bodies]]'],
    ),
    "years alone": (
        "[roster]\nyears = [2024]",
        ['1:1: the key bodies is missing; expected ["NAME"] or [[roster.bodies]]'],
    ),
    "number": ("roster = 3", ["1:10: the number 3; expected the name of a file, or a table [roster]"]),
    "list of bodies without a key": (
        "roster = ['嵩县水利局']",
        ["1:10: a list; expected the name of a file, or a table [roster]"],
    ),
    "no name of a file": ("roster = ''", ["1:10: nothing; expected the name of a file"]),
    "one bracket too few": (
        "[roster.bodies]\nname = '嵩县水利局'",
        ['1:1: a table; expected ["NAME"] or [[roster.bodies]]'],
    ),
    "bodies empty": ("[roster]\nbodies = []", ["2:10: an empty list; expected at least one body"]),
    "bodies text": (
        "[roster]\nbodies = '嵩县水利局'",
        ['2:10: “嵩县水利局”; expected ["NAME"] or [[roster.bodies]]'],
    ),
    "dates and fractions": (
        "[roster]\nyears = [2024-01-01, 2024.0, '2024', 2024.5, 1999, true]\nbodies = [1.5, '嵩县水利局', [], true]",
        [
            "2:10: the date 2024-01-01; expected a year from 2008 to 2100",
            "2:22: the number 2024.0; expected a year from 2008 to 2100",
            "2:30: “2024”; expected a year as a number, without quotes",
            "2:38: the number 2024.5; expected a year from 2008 to 2100",
            "2:46: the number 1999; expected a year from 2008 to 2100",
            "2:52: true; expected a year from 2008 to 2100",
            "3:11: the number 1.5; expected the name of a body, or a table with its name",
            "3:25: an empty list; expected the name of a body, or a table with its name",
            "3:29: true; expected the name of a body, or a table with its name",
        ],
    ),
    "body without a name": (
        "[[roster.bodies]]\npaths = ['a/']",
        ["1:1: the key name is missing; expected the name of a body"],
    ),
    "values of other kinds": (
        "[[roster.bodies]]\nname = {a = 1}\naliases = '水利局'\npaths = 'a/'\nparent = 3\nyears = 2024",
        [
            "2:8: a table; expected the name of a body",
            '3:11: “水利局”; expected a list of texts: ["科技局/"]',
            '4:9: “a/”; expected a list of texts: ["科技局/"]',
            "5:10: the number 3; expected the name of a body",
            "6:9: the number 2024; expected a list of years: [2023, 2024]",
        ],
    ),
    "name twice": (
        "[[roster.bodies]]\nname = '嵩县水利局'\n[[roster.bodies]]\nname = '嵩县水利局'\n"
        "parent = '嵩县水力局'\npaths = ['./a']",
        [
            "4:8: 嵩县水利局 stands at goi-lint.toml:2:8 already; expected each name once, of one body",
            "5:10: there is no body 嵩县水力局 on the roster; did you mean 嵩县水利局?",
            "6:10: “./a”; expected a path as in a .gitignore file: 科技局/, without . and ..",
        ],
    ),
    "two names in one text": (
        "[roster]\nbodies = ['嵩县水利局，嵩县审计局', '“嵩县水利局”']",
        ["2:11: “嵩县水利局，嵩县审计局”; expected one body for each item"],
    ),
    "circle": (
        "[roster]\nbodies = [{name = '甲局', parent = '甲局'}]",
        [f"2:34: a circle of parents: 甲局 → 甲局; {NO_CIRCLE}"],
    ),
    "nested lists": (
        "[roster]\nbodies = [{name = '甲局', aliases = [[[[[[[[[1]]]]]]]]]}]",
        ["2:36: an empty list; expected the name of a body"],
    ),
    "faults elsewhere too": (
        "fail-on = 'eror'\n[[roster.bodies]]\nname = 1\n[[paths]]\nyear = 2023",
        [
            "1:11: there is no level eror; did you mean error?",
            "3:8: the number 1; expected the name of a body",
            '4:1: it does not say which files it is for; expected patterns = ["…"]',
        ],
    ),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(text: str | bytes, name: str = "bodies.yaml") -> str:
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def configured(text: str, **said: object) -> Settings:
    return Settings(load_config(written(text, "goi-lint.toml"), Known()), said)


def test_the_whole(here: Path) -> None:
    assert read_roster(written(WHOLE)) == Roster(
        "bodies.yaml",
        str(here),
        (
            Member("嵩县水利局", 3),
            Member("嵩县人民政府", 4, ("嵩县政府",)),
            Member(
                "嵩县科学技术局",
                6,
                ("嵩县科技局", "科技局"),
                ("科技局/", "!草稿.docx"),
                "嵩县人民政府",
                (2023, 2024),
            ),
            Member("中共嵩县县委、嵩县人民政府信访局", 11, (), (), "嵩县科学技术局"),
        ),
        (2024,),
    )


@pytest.mark.parametrize(
    ("text", "lines"), [(IN_TOML, (3, 5, 8, 14)), (INLINE, (3, 4, 5, 6))], ids=["tables", "inline"]
)
def test_both_notations_say_the_same(here: Path, text: str, lines: tuple[int, ...]) -> None:
    in_yaml = read_roster(written(WHOLE))
    members = tuple(member._replace(line=line) for member, line in zip(in_yaml.members, lines, strict=True))
    expected = in_yaml._replace(file="goi-lint.toml", members=members)
    assert roster_of(configured(text)) == expected


def test_in_a_file_that_others_share(here: Path) -> None:
    text = "[[tool.goi-lint.roster.bodies]]\nname = '嵩县水利局'\n"
    config = load_config(written(text, "pyproject.toml"), Known())
    roster = Roster("pyproject.toml", str(here), (Member("嵩县水利局", 1),))
    assert roster_of(Settings(config)) == roster


def test_what_is_kept_is_what_was_read(here: Path) -> None:
    cold = read_roster(written(WHOLE))
    assert [path.name.startswith("bodies.yaml-") for path in Path("cache").iterdir()] == [True]
    assert read_roster("bodies.yaml") == cold
    changed = read_roster(written(WHOLE.replace("[2024]", "[2023]")))
    assert changed == cold._replace(years=(2023,))


def test_paths_go_from_the_files_folder_on(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "deep").mkdir()
    written("roster = 'lists/bodies.yaml'", "goi-lint.toml")
    (here / "lists").mkdir()
    written("bodies: [嵩县水利局]", "lists/bodies.yaml")
    monkeypatch.chdir(here / "deep")
    settings = Settings(load_config("../goi-lint.toml", Known()))
    roster = Roster("../lists/bodies.yaml", str(here / "lists"), (Member("嵩县水利局", 1),))
    assert (settings.value("roster"), roster_of(settings)) == ("../lists/bodies.yaml", roster)


def test_the_command_line_wins(here: Path) -> None:
    written("bodies: [嵩县审计局]")
    roster = Roster("bodies.yaml", str(here), (Member("嵩县审计局", 1),))
    assert roster_of(configured(INLINE, roster="bodies.yaml")) == roster


@pytest.mark.parametrize("settings", [Settings(), Settings(None, {"lang": "zh"})])
def test_without_a_roster(settings: Settings) -> None:
    assert roster_of(settings) is None


@pytest.mark.parametrize(("text", "expected"), BROKEN_YAML.values(), ids=BROKEN_YAML)
def test_faults_of_a_file(here: Path, text: str | bytes, expected: list[str]) -> None:
    written(text)
    with pytest.raises(ConfigError) as caught:
        read_roster("bodies.yaml")
    assert [str(fault) for fault in caught.value.faults] == [f"bodies.yaml:{fault}" for fault in expected]


@pytest.mark.parametrize(("text", "expected"), BROKEN_TOML.values(), ids=BROKEN_TOML)
def test_faults_of_a_table(here: Path, text: str, expected: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        configured(text)
    assert [str(fault) for fault in caught.value.faults] == [f"goi-lint.toml:{fault}" for fault in expected]


def test_in_chinese(here: Path) -> None:
    text = """\
yaers: [2024]
bodies:
  - 12
  - name: 嵩县水利局
    aliases: 水利局
    paths: [./水利局/]
    parent: 嵩县水务局
    years: ['2024', 2024年]
  - {name: 嵩县审计局, aliases: [嵩县水利局], parent: 嵩县审计局}
"""
    with pytest.raises(ConfigError) as caught:
        read_roster(written(text))
    assert [fault.in_language("zh") for fault in caught.value.faults] == [
        "bodies.yaml:1:1: 未知的键 yaers；是否为 years？",
        "bodies.yaml:3:5: 这里是数字 12；应为单位名称，或以 name: 开头",
        "bodies.yaml:5:14: 这里是“水利局”；应为列表，如 [科技局/]",
        "bodies.yaml:6:13: 这里是“./水利局/”；应为 .gitignore 写法的路径，如 科技局/，不含 . 和 ..",
        "bodies.yaml:7:13: 名录中没有单位 嵩县水务局；是否为 嵩县水利局？",
        "bodies.yaml:8:14: 这里是“2024”；年份应为数字，不加引号",
        "bodies.yaml:8:21: 这里是“2024年”；应逐年写数字，如 [2023, 2024]",
        "bodies.yaml:9:29: 嵩县水利局 在 bodies.yaml:4:11 已有；一个名称只属于一个单位，只写一次",
        "bodies.yaml:9:45: 上级绕成一圈：嵩县审计局 → 嵩县审计局；上级不能是自己，也不能是自己的下级",
    ]


UNREADABLE = {
    "command line": (
        Settings(None, {"roster": "none.yaml"}),
        "无法读取单位名录 none.yaml（没有这个文件或文件夹）",
    ),
    "folder": (Settings(None, {"roster": "."}), "无法读取单位名录 .（这是文件夹）"),
}


@pytest.mark.parametrize(("settings", "expected"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read(here: Path, settings: Settings, expected: str) -> None:
    with pytest.raises(UsageError) as caught:
        roster_of(settings)
    assert caught.value.words.zh == expected


def test_the_place_that_names_what_cannot_be_read(here: Path) -> None:
    with pytest.raises(UsageError) as caught:
        roster_of(configured("\nroster = 'none.yaml'"))
    reason = "cannot read the roster none.yaml (No such file or directory)"
    assert caught.value.words.en == f"goi-lint.toml:2: {reason}"


def test_thousands_of_unknown_parents_are_told_in_time(here: Path) -> None:
    bodies = "".join(f"  - {{name: 第{number}局, parent: 第{number}厅}}\n" for number in range(3000))
    with pytest.raises(ConfigError) as caught:
        read_roster(written(f"bodies:\n{bodies}"))
    assert len(caught.value.faults) == 3000
