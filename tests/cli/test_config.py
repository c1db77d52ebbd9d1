"""Configurations from end to end: what `goi-lint config` writes, and what the other verbs make of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goi_lint.cli import main

CONFIG = """\
packs = ["./pack"]
include = ["/reports/"]
exclude = ["c.*"]
fail-on = "never"
format = ["text", "json=out.json"]

[levels]
TST03 = "note"

[[paths]]
patterns = ["/reports/b.md"]
year = 2019
ignore = ["TST032"]
"""

RUN = """\
# goi-lint.toml
packs = ["./pack"]                  # goi-lint.toml:1
include = ["/reports/"]             # goi-lint.toml:2
exclude = ["c.*"]                   # goi-lint.toml:3
select = ["tst0"]                   # 命令行
ignore = []                         # 默认
fail-on = "warning"                 # 命令行
format = ["text", "json=out.json"]  # goi-lint.toml:5
jobs = "auto"                       # 默认
lang = "zh"                         # 默认
# exceptions =                      # 默认
# baseline =                        # 默认
# roster =                          # 默认
levels.TST03 = "note"               # goi-lint.toml:8

[[paths]]  # goi-lint.toml:10
patterns = ["/reports/b.md"]
year = 2019          # goi-lint.toml:12
ignore = ["TST032"]  # goi-lint.toml:13

# 所用规则包：
# small 1；自有规则 2 条
"""

PATHS = """\
["reports/b.md"]
packs = ["./pack"]     # goi-lint.toml:1
select = []            # default
ignore = ["TST032"]    # goi-lint.toml:13
levels.TST03 = "note"  # goi-lint.toml:8
year = 2019            # goi-lint.toml:12
level = "town"         # command line

["reports/c.txt"]
# left out of searches (exclude)
packs = ["./pack"]     # goi-lint.toml:1
select = []            # default
ignore = []            # default
levels.TST03 = "note"  # goi-lint.toml:8
level = "town"         # command line
"""

CHECK = """\
reports/a 嵩县.txt  2023 年 · 2021 年格式 · 部门 · 河南省
  提示  TST032  第 3 行  没有「2023年2月30日」
  提示  TST033  第 5 行  2023-12-01 早于 2024-01-01
reports/b.md  2019 年 · 2019 年格式  未发现问题
规则的依据、建议和例外：goi-lint explain TST032
共 2 份报告：0 个错误，0 个警告，2 个提示；1 项规则无法判断（原因见 --statistics）
"""

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def configured(reports: Path) -> Path:
    (reports.parent / "goi-lint.toml").write_text(CONFIG, encoding="utf-8")
    return reports.parent


def test_what_holds_for_a_run(configured: Path, capsys: Captured) -> None:
    assert main(["config", "--select", "tst0", "--fail-on", "warning"]) == 0
    assert capsys.readouterr() == (RUN, "")


def test_what_holds_for_paths(configured: Path, capsys: Captured) -> None:
    assert main(["config", "--lang", "en", "--level", "town", "reports/b.md", "reports/c.txt"]) == 0
    assert capsys.readouterr() == (PATHS, "")


def test_what_holds_for_a_folder(configured: Path, capsys: Captured) -> None:
    Path("reports/deep").mkdir()
    Path("reports/deep/d.txt").touch()
    assert main(["config", "reports", "-", "--stdin-filename", "reports/b.md"]) == 0
    headings = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("[", "year"))]
    assert headings == [
        '["reports/a 嵩县.txt"]',
        '["reports/b.md"]',
        "year = 2019            # goi-lint.toml:12",
        '["reports/deep/d.txt"]',
        '["reports/b.md"]',
        "year = 2019            # goi-lint.toml:12",
    ]


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["pack"], "这些路径中没有报告"),
        (["nowhere.txt"], "路径不存在：nowhere.txt"),
        (["--format", "junit=a.xml"], "--format：没有格式 junit=a.xml；可用：text、json"),
    ],
)
def test_paths_without_reports(configured: Path, capsys: Captured, argv: list[str], told: str) -> None:
    assert main(["config", *argv]) == 2
    assert capsys.readouterr() == ("", f"goi-lint: {told}\n")


def test_options_that_are_settings_and_exceptions_that_are_found(
    configured: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    Path("goi-lint-exceptions.yaml").touch()
    monkeypatch.chdir("reports")
    assert main(["config", "--jobs", "2", "--baseline", "b.json"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert [line for line in lines if line.startswith(("jobs", "baseline", "exceptions"))] == [
        "jobs = 2 # 命令行",
        'exceptions = "../goi-lint-exceptions.yaml" # 默认',
        'baseline = "b.json" # 命令行',
    ]
    assert main(["config", "--today", "2027-01-31"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert [line for line in lines if "today" in line] == ['today = "2027-01-31" # 命令行']
    assert main(["config", "--exceptions", "e.yaml"]) == 0
    assert 'exceptions = "e.yaml"' in capsys.readouterr().out


ROSTER = """
[roster]
bodies = ["嵩县水利局", {name = "嵩县审计局", parent = "嵩县水利局", years = [2024]}]
"""


def test_a_roster(configured: Path, capsys: Captured) -> None:
    with Path("goi-lint.toml").open("a", encoding="utf-8") as file:
        file.write(ROSTER)
    lines = []
    for argv in ([], ["--lang", "en"], ["--roster", "bodies.yaml"]):
        assert main(["config", *argv]) == 0
        lines += [line for line in capsys.readouterr().out.splitlines() if "roster" in line]
    assert lines == [
        "# [roster] 2 个单位                    # goi-lint.toml:15",
        "# [roster] 2 bodies                 # goi-lint.toml:15",
        'roster = "bodies.yaml"              # 命令行',
    ]
    assert main(["config", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["settings"]["roster"] == {
        "value": {
            "years": [],
            "bodies": [
                {"name": "嵩县水利局"},
                {"name": "嵩县审计局", "parent": "嵩县水利局", "years": [2024]},
            ],
        },
        "origin": {"kind": "configuration", "file": "goi-lint.toml", "line": 15},
    }


def test_as_json(configured: Path, capsys: Captured) -> None:
    assert main(["config", "--format", "json", "--year", "2020", "reports/b.md"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert list(whole) == ["file", "settings", "paths", "packs", "documents"]
    assert (whole["file"], whole["settings"]["fail-on"], whole["settings"]["ignore"]) == (
        "goi-lint.toml",
        {"value": "never", "origin": {"kind": "configuration", "file": "goi-lint.toml", "line": 4}},
        {"value": [], "origin": {"kind": "default"}},
    )
    assert whole["paths"] == [
        {
            "patterns": ["/reports/b.md"],
            "line": 10,
            "settings": {
                "year": {"value": 2019, "line": 12},
                "ignore": {"value": ["TST032"], "line": 13},
            },
        }
    ]
    assert [pack["name"] for pack in whole["packs"]] == ["small"]
    (document,) = whole["documents"]
    assert (document["path"], document["excluded"], document["settings"]["year"]) == (
        "reports/b.md",
        False,
        {"value": 2020, "origin": {"kind": "commandLine"}},
    )


def test_a_city_brings_its_province(configured: Path, capsys: Captured) -> None:
    text = Path("goi-lint.toml").read_text("utf-8")
    Path("goi-lint.toml").write_text(text.replace("year = 2019", 'city = "长春"'), encoding="utf-8")
    shown = []
    for argv in ([], ["--province", "河南"], ["--city", "郑州市"]):
        assert main(["config", "reports/b.md", *argv]) == 0
        lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
        shown.append([line for line in lines if line.startswith(("province", "city"))])
    assert shown == [
        ['city = "长春市" # goi-lint.toml:12', 'province = "jilin" # goi-lint.toml:12'],
        ['province = "henan" # 命令行'],
        ['city = "郑州市" # 命令行', 'province = "henan" # 命令行'],
    ]


def test_without_a_configuration(here: Path, capsys: Captured) -> None:
    assert main(["config", "--pack", "pack", "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        "# no configuration file",
        'packs = ["pack"]   # command line',
        "include = []       # default",
    ]


@pytest.mark.parametrize(
    ("spoken", "line"),
    [
        ({"LANG": "en_US.UTF-8"}, 'lang = "en"         # locale'),
        ({"LANG": "C.UTF-8"}, 'lang = "zh"         # 默认'),
        ({"LC_ALL": "zh_CN", "LANG": "en"}, 'lang = "zh"         # 系统区域设置'),
    ],
)
def test_the_language_may_be_the_systems(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, spoken: dict[str, str], line: str
) -> None:
    for name, value in spoken.items():
        monkeypatch.setenv(name, value)
    main(["config", "--pack", "pack", "--select", "TST"])
    assert line.split() in [shown.split() for shown in capsys.readouterr().out.splitlines()]


def test_reports_are_judged_as_configured(configured: Path, capsys: Captured) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr() == (CHECK, "")
    whole = json.loads(Path("out.json").read_text(encoding="utf-8"))
    ruled = [[outcome["rule"] for outcome in document["outcomes"]] for document in whole["documents"]]
    assert ruled == [["GOI001", "GOI005", "TST032", "TST033"], ["GOI001", "GOI005", "TST033"]]


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["check", "--fail-on", "note"], 1),
        (["check", "--fail-on", "note", "--select", "GOI001"], 0),
        (["check", "--fail-on", "error", "reports"], 0),
        (["check", "--fail-on", "error", "reports/c.txt"], 1),
        (["check", "--no-config", "--pack", "pack", "reports"], 1),
        (["check", "--no-config", "--pack", "pack"], 2),
        (["extract"], 0),
        (["extract", "reports/c.txt"], 1),
    ],
)
def test_the_command_line_wins(configured: Path, argv: list[str], code: int) -> None:
    assert main(argv) == code


def test_the_catalogue_is_that_of_the_configuration(configured: Path, capsys: Captured) -> None:
    assert main(["rules", "--ignore", "TST033"]) == 0
    assert [line.split()[:2] for line in capsys.readouterr().out.splitlines()] == [
        ["GOI001", "错误"],
        ["GOI005", "错误"],
        ["TST032", "提示"],
    ]
    assert main(["explain", "TST033"]) == 0
    assert main(["explain", "TST033", "--no-config"]) == 2


def test_from_below_and_by_name(configured: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.chdir(configured / "reports")
    assert main(["check", "--format", "text"]) == 0
    assert capsys.readouterr().out == CHECK.replace("reports/", "")
    monkeypatch.chdir(configured.parent)
    assert main(["check", "--config", str(configured / "goi-lint.toml"), "--format", "text"]) == 0
    assert capsys.readouterr().out == CHECK.replace("reports/", f"{configured.name}/reports/")


def test_the_language_of_the_configuration(here: Path, capsys: Captured) -> None:
    (here / "goi-lint.toml").write_text("lang = 'en'\nselects = []\npacks = ['natinal']", encoding="utf-8")
    assert main(["check", "x"]) == 2
    assert capsys.readouterr().err == (
        "goi-lint.toml:2:1: unknown key selects; did you mean select?\n"
        "goi-lint.toml:3:10: there is no rule pack natinal; did you mean national?\n"
        "goi-lint: the configuration has 2 faults\n"
    )


MISTAKES = [
    ("select = ['GOI3'", "goi-lint.toml:1:17: 列表没有写完；应为逗号或 ]\ngoi-lint: 配置有 1 处错误\n"),
    (
        "packs = ['pack']\nignore = ['TST04']\n[levels]\nTTS = 'note'",
        "goi-lint.toml:2:11: 没有规则 TST04；是否为 TST03？\ngoi-lint.toml:4:1: 没有规则 TTS；是否为 TST？\n"
        "goi-lint: 配置有 2 处错误\n",
    ),
    (
        "packs = ['pack']\nformat = ['text', 'json']",
        "goi-lint.toml:2:19: 前面已有输出到标准输出的格式；应写成 json=文件\ngoi-lint: 配置有 1 处错误\n",
    ),
]


@pytest.mark.parametrize(("text", "shown"), MISTAKES)
def test_mistakes(reports: Path, capsys: Captured, text: str, shown: str) -> None:
    Path("goi-lint.toml").write_text(text, encoding="utf-8")
    assert main(["check", "reports"]) == 2
    assert capsys.readouterr() == ("", shown)


@pytest.mark.parametrize(
    ("argv", "shown"),
    [
        (["--config", "x.toml"], "无法读取配置文件 x.toml（没有这个文件或文件夹）"),
        (["--config", "x.toml", "--no-config"], "--config 与 --no-config 不能同时使用"),
        ([], "没有指定路径；例如 goi-lint check 报告文件夹"),
    ],
)
def test_wrong_usage(here: Path, capsys: Captured, argv: list[str], shown: str) -> None:
    assert main(["check", *argv]) == 2
    assert capsys.readouterr() == ("", f"goi-lint: {shown}\n")


def test_rules_of_packs_for_some_paths_may_be_named(configured: Path, capsys: Captured) -> None:
    text = (
        "packs = ['national']\nselect = ['TST032', 'GOI001']\n[[paths]]\npatterns = ['a*']\npacks = ['pack']"
    )
    Path("goi-lint.toml").write_text(text, encoding="utf-8")
    assert main(["check", "reports/a 嵩县.txt", "reports/b.md", "--format", "jsonl"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [[finding["rule"] for finding in line["findings"]] for line in lines] == [["TST032"], []]
