"""Rosters from end to end: a mistake in one stops a run before anything is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.cli import main

Captured = pytest.CaptureFixture[str]
FAULTY = """\
bodies:
  - name: 嵩县科学技术局
    alias: [嵩县科技局]
    parent: 嵩县人民政府
"""
FAULTS = """\
bodies.yaml:3:5: 未知的键 alias；是否为 aliases？
bodies.yaml:4:13: 名录中没有单位 嵩县人民政府；应为名录中的单位
goi-lint: 配置有 2 处错误
"""
LOST = "无法读取单位名录 none.yaml（没有这个文件或文件夹）"
CONFIGURED = "pack = 1\n[[roster.bodies]]\nname = '嵩县水利局'\nyears = 2024\n"
WRONG = {
    "mistakes in the file": ("", ["--roster", "bodies.yaml"], FAULTS),
    "mistakes in the file that is configured": ("roster = 'bodies.yaml'", [], FAULTS),
    "mistakes in the configuration": (
        CONFIGURED,
        [],
        "goi-lint.toml:1:1: 未知的键 pack；是否为 packs？\n"
        "goi-lint.toml:4:9: 这里是数字 2024；应为年份的列表，如 [2023, 2024]\n"
        "goi-lint: 配置有 2 处错误\n",
    ),
    "no such file": ("", ["--roster", "none.yaml"], f"goi-lint: {LOST}\n"),
    "no such file, configured": ("roster = 'none.yaml'", [], f"goi-lint: goi-lint.toml:1: {LOST}\n"),
    "no name": ("", ["--roster", ""], "goi-lint: --roster 的值是空的；不需要时请去掉该选项\n"),
}


@pytest.mark.parametrize("verb", ["check", "baseline"])
@pytest.mark.parametrize(("config", "options", "message"), WRONG.values(), ids=WRONG)
def test_what_stops_a_run(
    reports: Path, capsys: Captured, verb: str, config: str, options: list[str], message: str
) -> None:
    Path("bodies.yaml").write_text(FAULTY, encoding="utf-8")
    Path("goi-lint.toml").write_text(config, encoding="utf-8")
    assert main([verb, "--pack", "pack", *options, "reports"]) == 2
    assert capsys.readouterr() == ("", message)


EXPECTING = """\
id: TST803
name: all-bodies-reported
level: error
title: {zh: 都应有报告, en: Everybody reports}
source: {document: 公历, place: 各年, custom: true}
check: all_reported
message: {zh: "{body}缺 {years} 年度报告", en: "{body} lacks {years}"}
advice: {zh: 补上。, en: Add it.}
exceptions: {zh: 没有。, en: None.}
"""
MISSED = "  错误  TST803  bodies.yaml 第 3 行  嵩县水利局缺 2023 年度报告"


@pytest.mark.parametrize(
    ("argv", "missed"),
    {
        "folder": (["reports"], [MISSED]),
        "include": ([], [MISSED]),
        "file": (["reports/b.md"], []),
        "files and a folder": (["reports/b.md", "reports"], [MISSED]),
        "file, roster named as well": (["reports/b.md", "--roster", "bodies.yaml"], [MISSED]),
    }.values(),
)
def test_nobody_is_missed_where_some_files_are_named(
    reports: Path, capsys: Captured, argv: list[str], missed: list[str]
) -> None:
    Path("pack/0-document/TST803.yaml").write_text(EXPECTING, encoding="utf-8")
    Path("bodies.yaml").write_text("years: [2023]\nbodies:\n  - 嵩县水利局", encoding="utf-8")
    Path("goi-lint.toml").write_text("roster = 'bodies.yaml'\ninclude = ['/reports/']", encoding="utf-8")
    main(["check", "--pack", "pack", "--select", "TST803", *argv])
    assert [line for line in capsys.readouterr().out.splitlines() if "TST803  " in line] == missed


BOTH = MISSED.replace("2023", "2022、2023")


@pytest.mark.parametrize(
    ("argv", "missed"),
    {
        "folder": (["reports"], [MISSED]),
        "folder that holds the roster": (["."], [BOTH]),
        "include": ([], [BOTH]),
        "folder, roster named as well": (["reports", "--roster", "bodies.yaml"], [BOTH]),
        "folder without reports": (["empty"], []),
    }.values(),
)
def test_years_of_which_a_folder_has_no_report_are_not_missed(
    reports: Path, capsys: Captured, argv: list[str], missed: list[str]
) -> None:
    Path("empty").mkdir()
    Path("pack/0-document/TST803.yaml").write_text(EXPECTING, encoding="utf-8")
    Path("bodies.yaml").write_text("years: [2022, 2023]\nbodies:\n  - 嵩县水利局", encoding="utf-8")
    Path("goi-lint.toml").write_text("roster = 'bodies.yaml'\ninclude = ['/reports/']", encoding="utf-8")
    (reports / "c.txt").write_text("嵩县财政局2023年政府信息公开工作年度报告\n", encoding="utf-8")
    main(["check", "--pack", "pack", "--select", "TST803", *argv])
    assert [line for line in capsys.readouterr().out.splitlines() if "TST803  " in line] == missed


def test_a_roster_changes_nothing_for_rules_of_one_report(reports: Path, capsys: Captured) -> None:
    Path("bodies.yaml").write_text("bodies: [嵩县科学技术局]", encoding="utf-8")
    shown = []
    for options in ([], ["--roster", "bodies.yaml"]):
        assert main(["check", "--pack", "pack", *options, "reports"]) == 1
        shown.append(capsys.readouterr())
    assert shown[0] == shown[1]
