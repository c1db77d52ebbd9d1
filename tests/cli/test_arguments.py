"""What the command line may say, and what it answers to the rest."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from goi_lint.cli import verbs
from goi_lint.cli.arguments import parsed, parser_of, verb_of
from goi_lint.cli.help import USAGE
from goi_lint.cli.verbs import VERBS
from goi_lint.errors import UsageError, Words
from goi_lint.version import VERSION

DEFAULTS: dict[str, object] = {
    "command": "check",
    "config": None,
    "no_config": False,
    "lang": None,
    "operands": [],
    "stdin_filename": None,
    "history": [],
    "roster": None,
    "year": None,
    "level": None,
    "province": None,
    "city": None,
    "pack": [],
    "select": [],
    "ignore": [],
    "format": [],
    "fail_on": None,
    "quiet": False,
    "statistics": False,
    "color": "auto",
    "exceptions": None,
    "baseline": None,
    "jobs": None,
    "today": None,
}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], {}),
        (["a", "--quiet", "b"], {"operands": ["a", "b"], "quiet": True}),
        (["--", "-x.txt"], {"operands": ["-x.txt"]}),
        (["-", "--stdin-filename", "a.md"], {"operands": ["-"], "stdin_filename": "a.md"}),
        (["--select", "GOI3, GOI401", "--select=GOI5，GOI6"], {"select": ["GOI3", "GOI401", "GOI5", "GOI6"]}),
        (["--format", "text", "--format", "junit=r.xml"], {"format": ["text", "junit=r.xml"]}),
        (["--year", "2023", "--level", "town"], {"year": 2023, "level": "town"}),
        (["--province", "河南"], {"province": "henan"}),
        (["--province", "河南省"], {"province": "henan"}),
        (["--province", "henan"], {"province": "henan"}),
        (["--city", "长春"], {"city": "长春市"}),
    ],
)
def test_requests(given: list[str], expected: dict[str, object]) -> None:
    request = parsed(["check", *given], "zh")
    assert isinstance(request, argparse.Namespace)
    assert vars(request) == DEFAULTS | expected


def empty_value(option: str) -> Words:
    return Words(
        f"{option} 的值是空的；不需要时请去掉该选项",
        f"the value of {option} is empty; leave the option out where it is not needed",
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (
            ["chekc"],
            Words("没有命令 chekc；是否指 check？", "there is no command chekc; did you mean check?"),
        ),
        (
            ["--quiet", "check"],
            Words(
                "选项 --quiet 应写在命令之后：goi-lint check … --quiet",
                "the option --quiet stands behind the command: goi-lint check … --quiet",
            ),
        ),
        (
            ["--lang=en", "test", "."],
            Words(
                "选项 --lang 应写在命令之后：goi-lint test … --lang",
                "the option --lang stands behind the command: goi-lint test … --lang",
            ),
        ),
        (
            ["check", "--formt=json"],
            Words(
                "没有选项 --formt；是否指 --format？", "there is no option --formt; did you mean --format?"
            ),
        ),
        (["check", "--year"], Words("--year 后面缺少值", "--year needs a value")),
        (
            ["check", "--year", "２０２３"],
            Words(
                "--year ２０２３：应为 2008 至 2100 之间的年份",
                "--year ２０２３: expected a year from 2008 to 2100",
            ),
        ),
        (
            ["check", "--fail-on", "errors"],
            Words(
                "--fail-on：没有级别 errors；是否指 error？",
                "--fail-on: there is no level errors; did you mean error?",
            ),
        ),
        (
            ["check", "--lang", "fr"],
            Words("--lang：没有语言 fr；可用：zh、en", "--lang: there is no language fr; known: zh, en"),
        ),
        (
            ["check", "--province", "hennan"],
            Words(
                "--province：没有省份 hennan；是否指 henan？",
                "--province: there is no province hennan; did you mean henan?",
            ),
        ),
        (
            ["check", "--city", "郑洲市"],
            Words(
                "--city：没有地级市（州、盟、地区）郑洲市；是否为 郑州市？",
                "--city: there is no prefecture 郑洲市; did you mean 郑州市?",
            ),
        ),
        (
            ["check", "--city", "榆树市"],
            Words(
                "--city：没有地级市（州、盟、地区）榆树市；榆树市是县级；应为地级市（州、盟、地区），如所属的 长春市",
                "--city: there is no prefecture 榆树市; 榆树市 is a county; expected a prefecture, such as 长春市, "
                "where it lies",
            ),
        ),
        (
            ["check", "--color", "maybe"],
            Words(
                "--color：没有取值 maybe；可用：auto、always、never",
                "--color: there is no value maybe; known: auto, always, never",
            ),
        ),
        (["check", "--config", ""], empty_value("--config")),
        (["check", "--baseline="], empty_value("--baseline")),
        (["check", "--exceptions", " "], empty_value("--exceptions")),
        (["baseline", "-o", ""], empty_value("--output")),
        (["rules", "--select", ""], empty_value("--select")),
        (
            ["rules", "--select", "，"],
            Words("--select：“，”中没有规则编号", "--select: “，” has no id of a rule"),
        ),
        (["check", "a", ""], Words("有一个路径或名称是空的", "a path or name is empty")),
        (["check", "--", ""], Words("有一个路径或名称是空的", "a path or name is empty")),
    ],
)
def test_errors(given: list[str], words: Words) -> None:
    with pytest.raises(UsageError) as caught:
        parsed(given, "zh")
    assert caught.value.words == words


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ([], USAGE.zh),
        (["--help"], USAGE.zh),
        (["--version"], f"goi-lint {VERSION}\n"),
        (["check", "a", "-h"], verb_of("check").HELP.zh),
        (["explain", "--help"], verb_of("explain").HELP.zh),
    ],
)
def test_what_is_shown(given: list[str], shown: str) -> None:
    assert parsed(given, "zh") == shown


@pytest.mark.parametrize("command", VERBS)
def test_help_names_every_option_and_no_other(command: str) -> None:
    built = {option for option in parser_of(command)._option_string_actions if option.startswith("--")}
    for text in verb_of(command).HELP:
        lines = [line.split() for line in text.splitlines() if line.startswith("  --")]
        assert {words[0].removesuffix(",") for words in lines} == built | {"--help"}


def test_every_verb_is_listed() -> None:
    files = {path.stem for path in Path(verbs.__path__[0]).glob("*.py")}
    assert files - {"__init__"} == set(VERBS)
    for text in USAGE:
        listed = [line.split()[0] for line in text.splitlines() if line.startswith("  ")]
        assert listed[: len(VERBS)] == list(VERBS)
