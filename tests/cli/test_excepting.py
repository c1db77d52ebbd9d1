"""`--exceptions`, `--baseline`, `--today` and the verb `baseline`, as people use them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goi_lint.cli import main

REPORT = """\
嵩县科学技术局2023年政府信息公开工作年度报告
一、总体情况
2023年2月30日，我局召开会议。
嵩县科学技术局
2023年12月1日
"""
EXCEPTION = "- {rule: TST032, path: '*.txt', reason: 原件如此, until: 2026-06-30}\n"
PACK = ["--pack", "pack"]


@pytest.fixture
def report(here: Path) -> Path:
    (here / "a.txt").write_text(REPORT, encoding="utf-8")
    return here


def shown(capsys: pytest.CaptureFixture[str], *given: str) -> tuple[int, str, str]:
    code = main([*given, *PACK])
    out, err = capsys.readouterr()
    return code, out, err


def check(capsys: pytest.CaptureFixture[str], *given: str) -> tuple[int, str, str]:
    return shown(capsys, "check", "a.txt", *given)


HEAD = "a.txt  2023 年 · 2021 年格式 · 部门 · 河南省"
FOUND = f"""\
{HEAD}
  错误  TST032  第 3 行  没有「2023年2月30日」
  警告  TST033  第 5 行  2023-12-01 早于 2024-01-01
规则的依据、建议和例外：goi-lint explain --pack pack TST032
共 1 份报告：1 个错误，1 个警告，0 个提示
"""
EXCEPTED = f"""\
{HEAD}
  警告  TST033  第 5 行  2023-12-01 早于 2024-01-01
规则的依据、建议和例外：goi-lint explain --pack pack TST033
共 1 份报告：0 个错误，1 个警告，0 个提示；另有 1 处按例外或基线未列出
"""
EXPIRED = f"""\
{FOUND.splitlines()[0]}
  错误  TST032  第 3 行  没有「2023年2月30日」
  警告  TST033  第 5 行  2023-12-01 早于 2024-01-01

需要处理的例外
  goi-lint-exceptions.yaml:1  TST032  已过期，不再有效

规则的依据、建议和例外：goi-lint explain --pack pack TST032
共 1 份报告：1 个错误，1 个警告，0 个提示
"""


def test_exceptions_are_found_by_themselves(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys) == (1, FOUND, "")
    (report / "goi-lint-exceptions.yaml").write_text(EXCEPTION, encoding="utf-8")
    assert check(capsys, "--today", "2026-06-30") == (0, EXCEPTED, "")
    assert check(capsys, "--today", "2026-07-01") == (1, EXPIRED, "")


def test_exceptions_beside_the_configuration(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (report / "goi-lint.toml").write_text("", encoding="utf-8")
    (report / "goi-lint-exceptions.yaml").write_text(EXCEPTION, encoding="utf-8")
    (report / "sub").mkdir()
    monkeypatch.chdir(report / "sub")
    code = main(["check", "../a.txt", "--today", "2026-06-30", "--pack", "../pack"])
    assert (code, capsys.readouterr().out) == (
        0,
        EXCEPTED.replace("a.txt", "../a.txt").replace(" pack ", " ../pack "),
    )


def test_the_configuration_names_both_files(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "baseline", "a.txt", "-o", "old.json")[0] == 0
    (report / "e.yaml").write_text(EXCEPTION, encoding="utf-8")
    (report / "goi-lint.toml").write_text('exceptions = "e.yaml"\nbaseline = "old.json"\n', encoding="utf-8")
    code, out, _ = check(capsys, "--today", "2026-06-30")
    assert (code, out.splitlines()[-1]) == (0, "共 1 份报告：未发现问题；另有 2 处按例外或基线未列出")
    assert check(capsys, "--no-config") == (1, FOUND, "")


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_exceptions_to_look_at_fail_as_warnings(
    report: Path, capsys: pytest.CaptureFixture[str], fail_on: str, code: int
) -> None:
    (report / "b.txt").write_text(
        REPORT.replace("2月30日", "2月3日").replace("2023年12月", "2024年1月"), "utf-8"
    )
    (report / "e.yaml").write_text("- {rule: TST032, path: b.txt, reason: x}\n", encoding="utf-8")
    found = shown(
        capsys, "check", "b.txt", "--exceptions", "e.yaml", "--fail-on", fail_on, "-q", "--lang", "en"
    )
    assert found == (
        code,
        "\nExceptions to look at\n  e.yaml:1  TST032  is not needed, nothing is found there\n\n",
        "",
    )


def test_a_baseline(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (report / "bad.txt").write_bytes(b"{\\rtf1\\ansi }")
    written = shown(capsys, "baseline", "-o", "old.json", "a.txt", "bad.txt")
    assert written == (0, "", "goi-lint: 已将 2 份报告的 3 处问题写入 old.json\n")
    code, out, err = shown(capsys, "check", "--baseline", "old.json", "a.txt", "bad.txt", "-q")
    assert (code, out, err) == (0, "", "")
    (report / "a.txt").write_text(REPORT.replace("2月30日", "4月31日"), encoding="utf-8")
    code, out, _ = check(capsys, "--baseline", "old.json", "--statistics", "--format", "text")
    assert code == 1
    assert "  错误  TST032  第 3 行  没有「2023年4月31日」\n" in out
    assert "\n基线中已经改正的问题（处）\n  1  TST032  a.txt  没有「2023年2月30日」\n" in out
    assert "\n按例外或基线未列出的问题（处）\n  1  TST033  基线：old.json\n" in out


def test_a_baseline_leaves_out_what_is_excepted(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (report / "e.yaml").write_text(EXCEPTION, encoding="utf-8")
    given = ("baseline", "a.txt", "--exceptions", "e.yaml", "--today", "2026-06-30")
    code, out, err = shown(capsys, *given)
    assert (code, err) == (0, "")
    assert [one["rule"] for one in json.loads(out)["documents"]["a.txt"]] == ["TST033"]


def test_an_older_baseline_covers_nothing_in_a_new_one(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (report / "goi-lint.toml").write_text('baseline = "old.json"\n', encoding="utf-8")
    texts = []
    for _ in range(2):
        shown(capsys, "baseline", "a.txt", "-o", "old.json")
        texts.append((report / "old.json").read_text("utf-8"))
    assert texts[0] == texts[1]
    assert len(json.loads(texts[0])["documents"]["a.txt"]) == 2


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("--today", "2026-6-30"), "goi-lint: --today 2026-6-30：应写成 2027-01-31 的样子\n"),
        (
            ("--exceptions", "none.yaml"),
            "goi-lint: 无法读取例外文件 none.yaml（没有这个文件或文件夹）\n",
        ),
        (("--baseline", "none.json"), "goi-lint: 无法读取基线 none.json（没有这个文件或文件夹）\n"),
        (
            ("--exceptions", "e.yaml"),
            "e.yaml:1:3: 没有写是哪些报告；应有 path 或 body\n"
            "e.yaml:1:3: 缺少键 reason；应写明理由\n"
            "e.yaml:1:10: 没有规则 TST034；是否为 TST033？\n"
            "goi-lint: 配置有 3 处错误\n",
        ),
        (
            ("--baseline", "e.yaml"),
            "e.yaml:1:1: JSON 有误（Expecting value）；应为 goi-lint baseline 写出的文件\ngoi-lint: 配置有 1 处错误\n",
        ),
    ],
)
def test_mistakes(
    report: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, ...], message: str
) -> None:
    (report / "e.yaml").write_text("- {rule: TST034}\n", encoding="utf-8")
    assert check(capsys, *given) == (2, "", message)


@pytest.mark.parametrize(
    ("key", "given", "message"),
    [
        ("exceptions", (), "goi-lint: goi-lint.toml:2: 无法读取例外文件 none（没有这个文件或文件夹）\n"),
        ("baseline", (), "goi-lint: goi-lint.toml:2: 无法读取基线 none（没有这个文件或文件夹）\n"),
        ("baseline", ("--baseline", "no"), "goi-lint: 无法读取基线 no（没有这个文件或文件夹）\n"),
    ],
)
def test_a_file_that_the_configuration_names_is_told_with_its_place(
    report: Path, capsys: pytest.CaptureFixture[str], key: str, given: tuple[str, ...], message: str
) -> None:
    (report / "goi-lint.toml").write_text(f'# ours\n{key} = "none"\n', encoding="utf-8")
    assert check(capsys, *given) == (2, "", message)


def test_a_baseline_tells_paths_from_its_own_folder(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (report / "old").mkdir()
    shown(capsys, "baseline", "a.txt", "-o", "old/b.json")
    assert list(json.loads((report / "old/b.json").read_text("utf-8"))["documents"]) == ["../a.txt"]
    assert check(capsys, "--baseline", "old/b.json", "-q") == (0, "", "")
    (report / "b.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(report / "old")
    for path, code in (("../a.txt", 0), ("../b.txt", 1)):
        assert main(["check", path, "--baseline", "b.json", "-q", "--pack", "../pack"]) == code


def test_rules_of_packs_that_are_not_used_may_be_named(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (report / "e.yaml").write_text("- {rule: [GOI310, TST032], path: a.txt, reason: x}\n", encoding="utf-8")
    code, out, err = check(capsys, "--exceptions", "e.yaml", "--select", "TST033")
    assert (code, err) == (0, "")
    assert "例外" not in out.replace("规则的依据、建议和例外", "")
