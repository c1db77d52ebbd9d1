"""The text for people: whole outputs."""

from __future__ import annotations

import pytest

from formatters.samples import ALL, CLEAN, FAULTY, RUN, UNREADABLE, written
from goi_lint.formatters import text
from goi_lint.formatters.wording import on_screen, one_line, padded, width
from goi_lint.model.finding import DocumentResult, Level, RuleTotals, Totals
from goi_lint.model.plugin import Run

CHINESE = """\
reports/嵩县 2023.txt  2023 年 · 2021 年格式 · 部门 · 河南省
  提示  GOI601  第六部分    第六部分没有说明信息处理费
  警告  GOI303  第 9–12 行  「由由」应为「由」
  错误  GOI310  第 61 行    「（一）予以公开」行：84 ≠ 85
  警告  GOI303  第 70 行    「由由」应为「由」
reports/b.md  2020 年 · 2019 年格式  未发现问题
reports/c\\n\\x1b[31m.txt  无法读取
  错误  GOI001  全文  不是文本：含有空字符\\x00
规则的依据、建议和例外：goi-lint explain GOI001
共 3 份报告：2 个错误，2 个警告，1 个提示；2 项规则无法判断（原因见 --statistics）
"""

ENGLISH = """\
reports/嵩县 2023.txt  2023 · form_2021 · department · Henan
  note     GOI601  part 6      Part six says nothing of the processing fee
  warning  GOI303  lines 9–12  「由由」 should read 「由」
  error    GOI310  line 61     Row （一）予以公开: 84 does not equal 85
  warning  GOI303  line 70     「由由」 should read 「由」
reports/b.md  2020 · form_2019  no findings
reports/c\\n\\x1b[31m.txt  unreadable
  error    GOI001  document  this is no text: it holds NUL characters\\x00
Legal basis, advice and exceptions of a rule: goi-lint explain GOI001
3 reports: 2 errors, 2 warnings, 1 note; 2 rules could not be judged (--statistics)
"""

QUIET = """\
reports/c\\n\\x1b[31m.txt  无法读取
  错误  GOI001  全文  不是文本：含有空字符\\x00
"""

QUIET_STATISTICS = """\

Findings by rule (findings / reports)
  2 / 1  warning  GOI303  requests-labels
  1 / 1  error    GOI001  readable
  1 / 1  error    GOI310  requests-row-totals
  1 / 1  note     GOI601  fee-stated

Why rules could not be judged (times)
  1  the report has no date: GOI033
  1  the document cannot be read: GOI033

"""

COLORED = """\
\x1b[1mreports/c\\n\\x1b[31m.txt\x1b[0m  无法读取
  \x1b[31m错误\x1b[0m  GOI001  全文  不是文本：含有空字符\\x00
"""


@pytest.mark.parametrize(
    ("results", "run", "expected"),
    [
        pytest.param(ALL, RUN, CHINESE, id="Chinese"),
        pytest.param(ALL, RUN._replace(language="en"), ENGLISH, id="English"),
        pytest.param((CLEAN, UNREADABLE), RUN._replace(quiet=True), QUIET, id="quiet"),
        pytest.param((CLEAN,), RUN._replace(quiet=True), "", id="quiet and faultless"),
        pytest.param(
            (CLEAN,),
            RUN._replace(quiet=True, statistics=True, language="en"),
            QUIET_STATISTICS,
            id="statistics",
        ),
        pytest.param((UNREADABLE,), RUN._replace(quiet=True, color=True), COLORED, id="colored"),
        pytest.param((), RUN, "共 0 份报告\n", id="nothing to judge"),
        pytest.param((), RUN._replace(language="en"), "0 reports\n", id="nothing to judge, English"),
    ],
)
def test_whole_output(results: tuple[DocumentResult, ...], run: Run, expected: str) -> None:
    assert written(text, results, run) == expected


def test_statistics_stand_before_the_totals() -> None:
    shown = written(text, (FAULTY,), RUN._replace(statistics=True))
    assert shown.endswith(
        """\
  警告  GOI303  第 70 行    「由由」应为「由」

各规则发现的问题（处／报告数）
  2 / 1  警告  GOI303  requests-labels
  1 / 1  错误  GOI001  readable
  1 / 1  错误  GOI310  requests-row-totals
  1 / 1  提示  GOI601  fee-stated

无法判断的原因（次数）
  1  报告没有成文日期：GOI033
  1  文件无法读取：GOI033

规则的依据、建议和例外：goi-lint explain GOI001
共 1 份报告：1 个错误，2 个警告，1 个提示；1 项规则无法判断
"""
    )


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("两行\r\n成一行", "两行 成一行"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\u202e反向", "\\u202e反向"),
        ("\udcff", "\\udcff"),
        ("全角\u3000空格", "全角 空格"),
        ("１２ ≠ 13", "１２ ≠ 13"),
    ],
)
def test_one_line_is_harmless(hostile: str, shown: str) -> None:
    assert one_line(hostile) == shown


def test_blanks_of_a_path_stay() -> None:
    assert on_screen("a  b\u3000c\nd") == "a  b\u3000c\\nd"


@pytest.mark.parametrize(
    ("shown", "columns"), [("line 70", 7), ("第 70 行", 8), ("", 0), ("e\u0301", 1), ("（一）", 6)]
)
def test_width_on_a_terminal(shown: str, columns: int) -> None:
    assert width(shown) == columns
    assert width(padded(shown, 10)) == 10


def test_the_hint_names_the_pack_that_changed_the_rule() -> None:
    rules = {"hubei": frozenset({"GOI212"})}
    run = Run(version="1", packs=(), local_rules=rules)
    failed = RuleTotals("", "x", Level.ERROR, 1, 1, packs=("national", "hubei"))
    shown = [
        text.end(Totals(documents=1, errors=1, rules=(failed._replace(rule=rule),)), run)
        for rule in ("GOI212", "GOI310")
    ]
    assert [lines.splitlines()[0].partition("：")[2] for lines in shown] == [
        "goi-lint explain --pack hubei GOI212",
        "goi-lint explain GOI310",
    ]
