"""Rules over several reports on the command line: in every output, with exceptions, baselines and earlier reports."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from goi_lint.cli import main

OTHER = "局办公室指定专人负责，按季度检查栏目并通报结果。"
DOUBLED = ["--select", "GOI705", "--no-config"]


def report(body: str, year: int, text: str = "无日期。") -> str:
    return f"{body}{year}年政府信息公开工作年度报告\n一、总体情况\n{text}\n"


@pytest.fixture
def doubled(here: Path) -> Path:
    """Two reports of one body for one year, and one of another year."""
    (here / "a.txt").write_text(report("嵩县财政局", 2023), encoding="utf-8")
    (here / "b.txt").write_text(report("河南省嵩县财政局", 2023), encoding="utf-8")
    (here / "c.txt").write_text(report("嵩县财政局", 2022), encoding="utf-8")
    return here


def shown(capsys: pytest.CaptureFixture[str], *given: str) -> tuple[int, str, str]:
    code = main([*given])
    out, err = capsys.readouterr()
    return code, out, err


def check(capsys: pytest.CaptureFixture[str], *given: str) -> tuple[int, str, str]:
    return shown(capsys, "check", *given, *DOUBLED)


HEADS = """\
a.txt  2023 年 · 2021 年格式 · 部门 · 河南省  未发现问题
b.txt  2023 年 · 2021 年格式 · 部门 · 河南省  未发现问题
c.txt  2022 年 · 2021 年格式 · 部门 · 河南省  未发现问题
"""
FOUND = f"""\
{HEADS}各年度、各单位之间
  错误  GOI705  a.txt  嵩县财政局 2023 年度有 2 份报告（内容相同），另见 b.txt
规则的依据、建议和例外：goi-lint explain GOI705
共 3 份报告：1 个错误，0 个警告，0 个提示
"""


def test_text_has_a_block_of_its_own(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, "a.txt", "b.txt", "c.txt") == (1, FOUND, "")


def test_the_order_of_paths_changes_nothing_but_the_order_of_documents(
    doubled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = check(capsys, "c.txt", "b.txt", "a.txt")
    assert (code, sorted(out.splitlines())) == (1, sorted(FOUND.splitlines()))


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
@pytest.mark.parametrize("output", ["json", "jsonl", "junit", "text"])
def test_the_number_of_processes_changes_nothing(
    jobs: str, output: str, doubled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = check(capsys, ".", "--format", output, "--jobs", "1")
    assert usual[0] == 1
    assert check(capsys, ".", "--format", output, "--jobs", jobs) == usual


def test_one_report_alone_is_compared_with_nothing(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = check(capsys, "a.txt", "--format", "json")
    run = json.loads(out)
    assert (code, run["outcomes"], run["findings"]) == (0, [], [])


def test_json_names_the_documents(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = check(capsys, ".", "--format", "json")
    run = json.loads(out)
    (finding,) = run["findings"]
    assert run["summary"] == {"documents": 3, "errors": 1, "warnings": 0, "notes": 0, "suppressed": 0}
    assert run["outcomes"] == [{"rule": "GOI705", "status": "fail", "reason": None}]
    assert (finding["rule"], finding["paths"]) == ("GOI705", ["a.txt", "b.txt"])
    assert [place["path"] for place in (finding["location"], *finding["related"])] == ["a.txt", "b.txt"]
    assert all(document["findings"] == [] for document in run["documents"])


def test_jsonl_has_a_last_line(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, whole, _ = check(capsys, ".", "--format", "json")
    _, lines, _ = check(capsys, ".", "--format", "jsonl")
    run = json.loads(whole)
    last = json.loads(lines.splitlines()[-1])
    assert last == {"run": {key: run[key] for key in ("outcomes", "findings", "suppressed")}}


def test_junit_has_a_suite_called_repository(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = check(capsys, ".", "--format", "junit")
    *_, suite = ElementTree.fromstring(out)
    (case,) = suite
    (failure,) = case
    assert (suite.get("name"), suite.get("failures")) == ("repository", "1")
    assert (case.get("classname"), case.get("name")) == ("repository", "GOI705 reported-once")
    assert (failure.tag, failure.get("type")) == ("failure", "error")
    assert (failure.text or "").startswith("a.txt：嵩县财政局 2023 年度有 2 份报告")


def test_a_rule_that_is_not_chosen_leaves_nothing(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = shown(capsys, "check", ".", "--select", "GOI010", "--format", "json", "--no-config")
    assert (code, json.loads(out)["outcomes"]) == (0, [])


def test_a_path_may_be_left_out_of_a_rule(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = 'select = ["GOI705"]\n[[paths]]\npatterns = ["a.txt"]\nignore = ["GOI705"]\n'
    (doubled / "goi-lint.toml").write_text(settings, encoding="utf-8")
    assert shown(capsys, "check", ".")[0] == 0
    (doubled / "goi-lint.toml").write_text(settings.replace("a.txt", "b.txt"), encoding="utf-8")
    assert shown(capsys, "check", ".")[0] == 1


def test_earlier_reports_are_compared_and_not_judged(
    doubled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (doubled / "earlier").mkdir()
    (doubled / "earlier" / "old.txt").write_text(report("嵩县财政局", 2022, OTHER), encoding="utf-8")
    (doubled / "earlier" / "broken.txt").write_bytes(b"{\\rtf1\\ansi }")
    code, out, err = check(capsys, "c.txt", "--history", "earlier")
    assert (code, err) == (1, "goi-lint: --history 中有 1 份报告无法读取，未作比较\n")
    assert out.splitlines()[0] == HEADS.splitlines()[2]
    assert "c.txt  嵩县财政局 2022 年度有 2 份报告" in out
    assert out.splitlines()[-1] == "共 1 份报告：1 个错误，0 个警告，0 个提示"


def test_what_is_judged_is_not_its_own_past(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("a.txt", "c.txt", "--quiet", "--history", "c.txt", "--history", "./a.txt")
    assert check(capsys, *given) == (0, "", "goi-lint: --history 中没有其他报告可供比较\n")


def test_a_folder_without_earlier_reports(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (doubled / "empty").mkdir()
    given = ("a.txt", "--quiet", "--history", "empty")
    assert check(capsys, *given) == (0, "", "goi-lint: --history 中没有其他报告可供比较\n")


def test_earlier_reports_that_are_not_there(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, "a.txt", "--history", "no") == (2, "", "goi-lint: 路径不存在：no\n")


def test_standard_input_is_compared_too(
    doubled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = report("嵩县财政局", 2022, OTHER).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
    code, out, _ = check(capsys, "-", "c.txt", "--stdin-filename", "new.txt")
    assert code == 1
    assert "  错误  GOI705  c.txt  嵩县财政局 2022 年度有 2 份报告（数字相同，正文不同），另见 new.txt" in out


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("- {rule: GOI705, path: a.txt, reason: 两份都公布了}\n", 0),
        ("- {rule: GOI705, body: 嵩县财政局, year: 2023, reason: 两份都公布了}\n", 0),
        ("- {rule: GOI705, path: c.txt, reason: 两份都公布了}\n", 1),
        ("- {rule: GOI705, path: a.txt, reason: 两份都公布了, until: 2020-01-31}\n", 1),
    ],
)
def test_exceptions(entry: str, left: int, doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (doubled / "goi-lint-exceptions.yaml").write_text(entry, encoding="utf-8")
    _, out, _ = check(capsys, ".", "--format", "json", "--today", "2026-01-01")
    run = json.loads(out)
    assert (len(run["findings"]), len(run["suppressed"])) == (left, 1 - left)
    unneeded = [one["state"] for one in run["exceptions"]]
    assert unneeded == {"c.txt": ["unused"], "until": ["expired"]}.get(
        next((word for word in ("c.txt", "until") if word in entry), ""), []
    )


def test_a_comment_in_the_report(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    comment = '<!-- goi-lint: ignore GOI705 reason="两份都公布了" -->\n'
    (doubled / "a.txt").write_text(report("嵩县财政局", 2023) + comment, encoding="utf-8")
    code, out, _ = check(capsys, ".", "--format", "json")
    (suppressed,) = json.loads(out)["suppressed"]
    assert (code, suppressed["suppression"]["kind"]) == (0, "comment")


def test_a_baseline_holds_them_too(doubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "baseline", ".", "-o", "old.json", *DOUBLED)[0] == 0
    code, out, _ = check(capsys, ".", "--baseline", "old.json")
    assert (code, out.splitlines()[-1]) == (
        0,
        "共 3 份报告：未发现问题；另有 1 处按例外或基线未列出",
    )
    (doubled / "b.txt").unlink()
    _, out, _ = check(capsys, ".", "--baseline", "old.json", "--statistics")
    assert "基线中已经改正的问题（处）" in out


ROSTER = """\
years: [2022, 2023]
bodies:
  - {name: 嵩县财政局, paths: [财政局/]}
  - 嵩县教育局
"""


def test_a_body_whose_report_cannot_be_read_is_not_said_to_lack_it(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "bodies.yaml").write_text(ROSTER, encoding="utf-8")
    (here / "财政局").mkdir()
    (here / "财政局" / "2022.txt").write_text(report("嵩县财政局", 2022), encoding="utf-8")
    given = ("check", ".", "--roster", "bodies.yaml", "--select", "GOI803", "--quiet", "--no-config")
    lacking = """\
各年度、各单位之间
  错误  GOI803  bodies.yaml 第 3 行  嵩县财政局缺 2023 年度报告
  错误  GOI803  bodies.yaml 第 4 行  嵩县教育局缺 2022、2023 年度报告
"""
    assert shown(capsys, *given) == (1, lacking, "")
    (here / "财政局" / "2023.txt").write_bytes(b"{\\rtf1\\ansi }")
    code, out, _ = shown(capsys, *given)
    assert code == 1
    assert "财政局缺" not in out
    assert "嵩县教育局缺 2022、2023 年度报告" in out


@pytest.mark.parametrize(
    ("entry", "left", "states"),
    [
        ("path: bodies.yaml", [], []),
        ("body: 嵩县教育局", ["嵩县财政局"], []),
        ("body: 嵩县财政局, year: 2023", ["嵩县教育局"], []),
        ("body: 嵩县财政局, year: 2022", ["嵩县财政局", "嵩县教育局"], ["unused"]),
        ("body: 嵩县教育局, year: 2023", ["嵩县财政局", "嵩县教育局"], []),
    ],
    ids=["the roster", "a body", "its year", "another year", "one of several years"],
)
def test_a_missing_report_is_excepted_by_its_body(
    entry: str, left: list[str], states: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "goi-lint-exceptions.yaml").write_text(
        f"- {{rule: GOI803, reason: 尚未成立, {entry}}}\n", encoding="utf-8"
    )
    (here / "bodies.yaml").write_text(ROSTER, encoding="utf-8")
    (here / "a.txt").write_text(report("嵩县财政局", 2022), encoding="utf-8")
    given = ("check", ".", "--roster", "bodies.yaml", "--select", "GOI803", "--no-config", "--format", "json")
    run = json.loads(shown(capsys, *given)[1])
    assert [one["facts"]["body"] for one in run["findings"]] == left
    assert [one["state"] for one in run["exceptions"]] == states
