"""The commands from end to end: whole outputs, exit codes, and what happens when something is wrong."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from goi_lint.cli import main
from goi_lint.limits import MAX_BYTES
from goi_lint.version import VERSION

CHECK = """\
reports/a 嵩县.txt  2023 年 · 2021 年格式 · 部门 · 河南省
  错误  TST032  第 3 行  没有「2023年2月30日」
  警告  TST033  第 5 行  2023-12-01 早于 2024-01-01
reports/b.md  2020 年 · 2019 年格式  未发现问题
reports/c.txt  无法读取
  错误  GOI001  全文  无法读取：这是 RTF 文件，不能直接检查；请在 WPS 或 Word 中另存为 .docx 后再检查
规则的依据、建议和例外：goi-lint explain --pack pack GOI001
共 3 份报告：2 个错误，1 个警告，0 个提示；2 项规则无法判断（原因见 --statistics）
"""

QUIET_ENGLISH = """\
reports/a 嵩县.txt  2023 · form_2021 · department · Henan
  error    TST032  line 3  No such day as 2023年2月30日
  warning  TST033  line 5  2023-12-01 is before 2024-01-01
reports/c.txt  unreadable
  error    GOI001  document  Cannot be read: this is an RTF file, which cannot be checked as it is; save it as .docx \
in WPS or Word and check that file
"""

RULES = """\
GOI001  错误  文件应能读取
GOI005  错误  每条规则都应能执行完毕
TST032  错误  日期应存在
TST033  警告  应在年后落款
"""

EXPLAINED = """\
TST033  warning  signed-late
Signed after the year

  Source      公历 各月天数 (custom, no text demands it)
  Pack        small 0-document/TST033.yaml
  Check       signed_within
              not_before: '01-01'
  Example     [the date of signature or publication] is before [the first or last day of the window]
  Advice      Check it.
  Exceptions  None.

TST032  error  dates-exist
Dates exist

  Source      公历 各月天数 (custom, no text demands it)
  Pack        small 0-document/TST032.yaml
  Check       dates_exist
  Example     No such day as [the date as printed]
  Advice      Check it.
  Exceptions  None.
"""

Captured = pytest.CaptureFixture[str]


def run(*argv: str) -> int:
    return main([*argv, "--pack", "pack"])


def test_check(reports: Path, capsys: Captured) -> None:
    assert run("check", "reports") == 1
    assert capsys.readouterr() == (CHECK, "")


def test_check_quietly_in_english(reports: Path, capsys: Captured) -> None:
    assert run("check", "--lang", "en", "--quiet", "reports/") == 1
    assert capsys.readouterr() == (QUIET_ENGLISH, "")


@pytest.mark.parametrize(
    ("threshold", "select", "code"),
    [
        ("error", "TST", 1),
        ("error", "TST033", 0),
        ("warning", "TST033", 1),
        ("note", "TST033", 1),
        ("never", "TST", 0),
    ],
)
def test_the_threshold_decides_the_exit_code(reports: Path, threshold: str, select: str, code: int) -> None:
    assert run("check", "reports/a 嵩县.txt", "--fail-on", threshold, "--select", select) == code


@pytest.mark.parametrize(("ignored", "code"), [("TST032", 1), ("TST", 1), ("GOI001", 0)])
def test_an_unreadable_document_fails_unless_ignored_by_its_full_id(
    reports: Path, ignored: str, code: int
) -> None:
    assert run("check", "reports/c.txt", "--ignore", ignored) == code


def test_several_outputs_from_one_run(reports: Path, capsys: Captured) -> None:
    asked = ("text=out.txt", "json=out.json", "jsonl", "junit=out.xml")
    assert run("check", "reports", "--color", "always", *(f"--format={text}" for text in asked)) == 1
    lines = capsys.readouterr().out.splitlines()
    whole = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert Path("out.txt").read_text(encoding="utf-8") == CHECK
    assert [json.loads(line) for line in lines] == whole["documents"]
    assert whole["summary"] == {"documents": 3, "errors": 2, "warnings": 1, "notes": 0, "suppressed": 0}
    assert Path("out.xml").read_bytes().count(b"<testsuite ") == 3
    assert b"\r" not in Path("out.xml").read_bytes()


def test_the_same_input_gives_the_same_bytes(reports: Path) -> None:
    for name in ("one", "two"):
        run("check", "reports", f"--format=json={name}.json", f"--format=junit={name}.xml")
    for extension in ("json", "xml"):
        assert Path(f"one.{extension}").read_bytes() == Path(f"two.{extension}").read_bytes()


def test_an_output_cannot_lie_among_the_reports_as_one_of_them(reports: Path, capsys: Captured) -> None:
    before = sorted((path.name, path.read_bytes()) for path in reports.iterdir())
    for file in ("reports/z.txt", "reports/a 嵩县.txt", "reports/sub/x.HTML"):
        assert run("check", "reports", "--format", f"text={file}") == 2
        assert capsys.readouterr().err == f"goi-lint: 输出会覆盖输入，或被当作报告：{file}\n"
    assert before == sorted((path.name, path.read_bytes()) for path in reports.iterdir())
    assert run("check", "reports", "--format", "junit=reports/out/z.xml") == 1
    assert (reports / "out" / "z.xml").is_file()


def test_what_was_broken_off_is_no_output(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goi_lint.linter.judge", lambda *given: 1 / 0)
    given = (f"--format={name}=out/x.{name}" for name in ("json", "junit", "jsonl"))
    assert run("check", "reports", "--format", "text", *given) == 2
    assert [path.name for path in Path("out").iterdir()] == ["x.jsonl"]


@pytest.mark.parametrize(("asked", "colored"), [("always", True), ("never", False), ("auto", False)])
def test_color(reports: Path, capsys: Captured, asked: str, colored: bool) -> None:
    run("check", "reports", "--color", asked)
    assert ("\x1b[31m错误\x1b[0m" in capsys.readouterr().out) is colored


@pytest.mark.parametrize(("named", "shown"), [([], "-"), (["--stdin-filename", "x/甲.md"], "x/甲.md")])
def test_standard_input(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, named: list[str], shown: str
) -> None:
    data = "# 2020年政府信息公开工作年度报告\n2020年2月30日".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert run("check", "-", *named, "--format", "jsonl") == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["path"], document["findings"][0]["location"]["line"]) == (shown, 2)


def test_year_level_and_province_by_hand(reports: Path, capsys: Captured) -> None:
    given = ("--year", "2021", "--level", "town", "--province", "吉林")
    run("check", "reports/b.md", *given, "--format", "jsonl")
    report = json.loads(capsys.readouterr().out)["report"]
    assert (report["year"], report["level"], report["province"]) == (2021, "town", "jilin")


def test_a_city_by_hand_and_its_province(reports: Path, capsys: Captured) -> None:
    for given in (["--city", "长春"], ["--city", "长春市", "--province", "吉林"]):
        run("check", "reports/b.md", *given, "--format", "jsonl")
        report = json.loads(capsys.readouterr().out)["report"]
        assert (report["province"], report["city"]) == ("jilin", "长春市")
    assert run("check", "reports/b.md", "--city", "长春市", "--province", "河南") == 2
    assert capsys.readouterr() == ("", "goi-lint: --city：长春市属于吉林省，与 --province 不一致\n")


def test_no_reports_are_no_success_in_silence(here: Path, capsys: Captured) -> None:
    (here / "empty").mkdir()
    assert run("check", "empty") == 0
    shown = capsys.readouterr()
    assert shown.out == "共 0 份报告\n"
    assert shown.err.startswith("goi-lint: 没有找到报告（扩展名 ")


def test_reports_of_other_formats_are_not_passed_over_in_silence(here: Path, capsys: Captured) -> None:
    (here / "reports").mkdir()
    (here / "reports" / "a.ofd").write_bytes(b"PK")
    assert run("check", "reports") == 0
    assert capsys.readouterr().err.endswith("goi-lint: 文件夹中有 1 个其他格式的文件（.ofd）未检查\n")


def test_hostile_inputs_do_not_stop_the_others(reports: Path, capsys: Captured) -> None:
    (reports / "d\n\x1b[2J.txt").write_text("2023年2月30日", encoding="utf-16")
    (reports / "e.txt").write_bytes(b"")
    (reports / "f.txt").symlink_to("nowhere")
    with (reports / "g.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (reports / "h.txt").mkdir()
    assert run("check", "reports", "--select", "TST032") == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("reports/")]
    assert [line.split("  ")[0] for line in lines] == [
        "reports/a 嵩县.txt",
        "reports/b.md",
        "reports/c.txt",
        "reports/d\\n\\x1b[2J.txt",
        "reports/e.txt",
        "reports/f.txt",
        "reports/g.txt",
    ]


def test_rules(here: Path, capsys: Captured) -> None:
    assert run("rules") == 0
    assert capsys.readouterr() == (RULES, "")
    assert run("rules", "--select", "TST033") == 0
    assert capsys.readouterr().out == RULES.splitlines(True)[3]


def test_explain(here: Path, capsys: Captured) -> None:
    assert run("explain", "tst033", "dates-exist", "--lang", "en") == 0
    assert capsys.readouterr() == (EXPLAINED, "")


def test_extract(reports: Path, capsys: Captured) -> None:
    assert main(["extract", "reports"]) == 1
    shown = json.loads(capsys.readouterr().out)
    assert [(document["path"], document["unreadable"]) for document in shown["documents"]] == [
        ("reports/a 嵩县.txt", None),
        ("reports/b.md", None),
        ("reports/c.txt", "这是 RTF 文件，不能直接检查；请在 WPS 或 Word 中另存为 .docx 后再检查"),
    ]
    assert main(["extract", "reports/b.md", "--format", "csv"]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_version_and_help(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr() == (f"goi-lint {VERSION}\n", "")
    assert main(["check", "--help", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Usage: goi-lint check [OPTIONS] PATH…\n")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["check"], "没有指定路径；例如 goi-lint check 报告文件夹", id="no path"),
        pytest.param(
            ["explain"], "没有指定规则；例如 goi-lint explain GOI310（全部规则：goi-lint rules）", id="no id"
        ),
        pytest.param(["check", "reports", "nowhere"], "路径不存在：nowhere", id="a path that is not there"),
        pytest.param(
            ["check", "reports", "--pack", "pack", "--select", "HUB2"],
            "所用的规则包没有规则 HUB2；它属于规则包 hubei，请加 --pack hubei",
            id="rule of a pack that is not in use",
        ),
        pytest.param(
            ["check", "reports", "--select", "TST32"],
            "没有规则 TST32；是否指 TST032？（全部规则：goi-lint rules）",
            id="an unknown rule",
        ),
        pytest.param(
            ["explain", "TST034"],
            "没有规则 TST034；是否指 TST033？（全部规则：goi-lint rules）",
            id="unknown, explain",
        ),
        pytest.param(
            ["check", "reports", "--format", "jason"],
            "没有输出格式 jason；是否指 json？",
            id="an unknown format",
        ),
        pytest.param(
            ["check", "reports", "--format", "json="], "--format json= 缺少文件名", id="no file name"
        ),
        pytest.param(
            ["check", "reports", "--format", "json", "--format", "text"],
            "只能有一个 --format 输出到标准输出，其余请写成 格式=文件",
            id="two to standard output",
        ),
        pytest.param(
            ["check", "reports", "--format", "json=x", "--format", "text=./x"],
            "x 被指定了两次",
            id="one file twice",
        ),
        pytest.param(
            ["check", "reports", "--format", "json=reports/b.md/x.json"],
            "无法写入 reports/b.md/x.json（已有同名的文件）",
            id="a file where a folder is meant",
        ),
        pytest.param(
            ["check", "reports/b.md", "--format", "json=reports/b.md"],
            "输出会覆盖输入，或被当作报告：reports/b.md",
            id="the output is an input",
        ),
    ],
)
def test_wrong_usage(reports: Path, capsys: Captured, argv: list[str], message: str) -> None:
    assert run(*argv) == 2
    assert capsys.readouterr() == ("", f"goi-lint: {message}\n")


def test_wrong_usage_leaves_files_as_they_are(reports: Path) -> None:
    Path("old.json").write_text("old", encoding="utf-8")
    assert run("check", "reports", "nowhere", "--format", "json=old.json") == 2
    assert Path("old.json").read_text(encoding="utf-8") == "old"


def test_an_unknown_pack(here: Path, capsys: Captured) -> None:
    assert main(["rules", "--pack", "nationl"]) == 2
    assert capsys.readouterr().err == "goi-lint: 没有规则包 nationl；是否指 national？\n"


def test_all_faults_of_a_pack(here: Path, capsys: Captured) -> None:
    for name, check in (("TST032", "date_exist"), ("TST033", "signed_withn")):
        file = here / f"pack/0-document/{name}.yaml"
        text = file.read_text(encoding="utf-8")
        lines = [f"check: {check}" if line.startswith("check:") else line for line in text.splitlines()]
        file.write_text("\n".join(lines), encoding="utf-8")
    assert run("rules") == 2
    shown = capsys.readouterr()
    lines = shown.err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "pack/0-document/TST032.yaml:6:8",
        "pack/0-document/TST033.yaml:6:8",
        "goi-lint",
    ]
    assert (shown.out, lines[-1]) == ("", "goi-lint: 规则包有 2 处错误")


def test_a_defect_is_neither_success_nor_finding(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr("goi_lint.cli.verbs.rules.run", lambda request, language: 1 / 0)
    assert main(["rules"]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("goi-lint: 程序缺陷，请向开发者报告以下内容\nTraceback ")
    assert shown.endswith("ZeroDivisionError: division by zero\n")


def _fail_on_interrupt(request: object, language: str) -> int:
    try:
        raise KeyboardInterrupt
    finally:
        raise AttributeError("what argparse comes to")


def _tell_of_interrupt(request: object, language: str) -> int:
    raise RuntimeError("what Python says in the body of a class") from KeyboardInterrupt()


@pytest.mark.parametrize("verb", [_fail_on_interrupt, _tell_of_interrupt])
def test_what_an_interrupt_leads_to_is_no_defect(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, verb: Callable[[object, str], int]
) -> None:
    monkeypatch.setattr("goi_lint.cli.verbs.rules.run", verb)
    assert main(["rules"]) == 130
    assert capsys.readouterr() == ("", "goi-lint: 已中断\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")
def test_a_full_disk_is_told(reports: Path, capsys: Captured) -> None:
    assert run("check", "reports", "--format", "json=/dev/full") == 2
    assert capsys.readouterr().err == "goi-lint: 无法写入 /dev/full（磁盘已满）\n"


def test_a_folder_with_the_name_of_a_known_pack(here: Path, reports: Path, capsys: Captured) -> None:
    (here / "pack").rename(here / "national")
    assert main(["check", "reports/b.md", "--pack", "national"]) == 1
    said = "goi-lint: 用的是已安装的规则包 national；要用当前文件夹中的，请写 ./national\n"
    assert capsys.readouterr().err == said
    assert main(["check", "reports/b.md", "--pack", "./national"]) == 0
    assert capsys.readouterr().err == ""
