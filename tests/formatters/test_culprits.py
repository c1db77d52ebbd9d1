"""What the outputs say of the mistake that explains findings: in full the first time, then in short."""

from __future__ import annotations

import json

import pytest

from formatters.samples import FAULTY, RUN, failed, found, written
from goi_lint.errors import Words
from goi_lint.formatters import jsonl, junit, text
from goi_lint.model.culprit import Culprit, CulpritKind, WrongCell
from goi_lint.model.document import NOWHERE, Place
from goi_lint.model.finding import DocumentResult, Finding, Level, Location

REPEATED = "2.重复申请"


def cell(column: str, printed: str, fits: str, line: int | None = 61, row: str = REPEATED) -> WrongCell:
    return WrongCell(
        "requests.row.column", row, column, printed, fits, Place(line, line) if line else NOWHERE
    )


def finding(culprit: Culprit | None, line: int = 96) -> Finding:
    location = Location(
        "requests.disposed_total.enterprise", 3, "requests", "（七）总计", "商业企业", Place(line)
    )
    message = Words("（七）总计 193 ≠ 195", "the total 193 is not 195")
    return found("GOI312", "requests-results-total", Level.ERROR, message, location)._replace(culprit=culprit)


def document(*findings: Finding) -> DocumentResult:
    return FAULTY._replace(outcomes=(failed(*findings),))


SINGLE = Culprit(CulpritKind.CELL, (cell("商业企业", "14", "12"),))
ROWS = Culprit(
    CulpritKind.EXCHANGED,
    (cell("自然人", "3", "17", row="（七）总计"), cell("自然人", "17", "3", row="四、结转下年度继续办理")),
    rows=("（七）总计", "四、结转下年度继续办理"),
)

SAID = {
    "cell": (
        SINGLE,
        "很可能是「2.重复申请／商业企业」：印 14，应为 12 时本表全部等式成立（见第 61 行）",
        "most likely 「2.重复申请／商业企业」: printed 14; with 12 all sums of the table hold (see line 61)",
    ),
    "cell in the same line": (
        Culprit(CulpritKind.CELL, (cell("商业企业", "14", "12", 96),)),
        "很可能是「2.重复申请／商业企业」：印 14，应为 12 时本表全部等式成立",
        "most likely 「2.重复申请／商业企业」: printed 14; with 12 all sums of the table hold",
    ),
    "cell of a table with one row, without a place": (
        Culprit(CulpritKind.CELL, (cell("行政复议／总计", "4", "3", None, ""),)),
        "很可能是「行政复议／总计」：印 4，应为 3 时本表全部等式成立",
        "most likely 「行政复议／总计」: printed 4; with 3 all sums of the table hold",
    ),
    "neighbouring digits": (
        Culprit(CulpritKind.TRANSPOSED, (cell("商业企业", "1524", "1254", 96),)),
        "很可能是「2.重复申请／商业企业」相邻两位数字写颠倒了：印 1524，应为 1254 时本表全部等式成立",
        "most likely 「2.重复申请／商业企业」, two neighbouring digits transposed: "
        "printed 1524; with 1254 all sums of the table hold",
    ),
    "digits that are no neighbours": (
        Culprit(CulpritKind.TRANSPOSED, (cell("商业企业", "321", "123", 96),)),
        "很可能是「2.重复申请／商业企业」数字的次序写乱了：印 321，应为 123 时本表全部等式成立",
        "most likely 「2.重复申请／商业企业」, its digits in another order: "
        "printed 321; with 123 all sums of the table hold",
    ),
    "cells": (
        Culprit(CulpritKind.EXCHANGED, (cell("自然人", "3", "14"), cell("商业企业", "14", "3", 62))),
        "很可能是「2.重复申请／自然人」与「2.重复申请／商业企业」填反了："
        "印 3 和 14，对调后本表全部等式成立（见第 61 行、第 62 行）",
        "most likely 「2.重复申请／自然人」 and 「2.重复申请／商业企业」, exchanged: "
        "printed 3 and 14; the other way round all sums of the table hold (see line 61, line 62)",
    ),
    "rows": (
        ROWS,
        "很可能是「（七）总计」与「四、结转下年度继续办理」两行填反了：对调后本表全部等式成立",
        "most likely the rows 「（七）总计」 and 「四、结转下年度继续办理」, exchanged: "
        "the other way round all sums of the table hold",
    ),
    "columns": (
        Culprit(
            CulpritKind.EXCHANGED,
            (
                cell("其他", "17", "0"),
                cell("总计", "0", "17"),
                cell("其他", "4", "1"),
                cell("总计", "1", "4"),
            ),
            columns=("其他", "总计"),
        ),
        "很可能是「其他」与「总计」两列填反了：对调后本表全部等式成立",
        "most likely the columns 「其他」 and 「总计」, exchanged: the other way round all sums of the table hold",
    ),
    "row to the right": (
        Culprit(
            CulpritKind.SHIFTED,
            (cell("自然人", "", "2"), cell("商业企业", "2", "0", 62), cell("总计", "0", "2", 67)),
            rows=(REPEATED,),
            offset=1,
        ),
        "很可能是「2.重复申请」整行向右错了一列："
        "「自然人」为 2、「商业企业」为 0、「总计」为 2 时本表全部等式成立（见第 61 行）",
        "most likely the row 「2.重复申请」, one column too far to the right: "
        "with 「自然人」 2, 「商业企业」 0, 「总计」 2 all sums of the table hold (see line 61)",
    ),
    "row to the left": (
        Culprit(
            CulpritKind.SHIFTED,
            (cell("自然人", "0", "5", 96), cell("总计", "0", "5", 96)),
            (REPEATED,),
            offset=-1,
        ),
        "很可能是「2.重复申请」整行向左错了一列：「自然人」为 5、「总计」为 5 时本表全部等式成立",
        "most likely the row 「2.重复申请」, one column too far to the left: "
        "with 「自然人」 5, 「总计」 5 all sums of the table hold",
    ),
}


@pytest.mark.parametrize(("culprit", "zh", "en"), SAID.values(), ids=SAID)
def test_it_is_said_below_the_finding(culprit: Culprit, zh: str, en: str) -> None:
    for language, said in (("zh", zh), ("en", en)):
        shown = written(text, (document(finding(culprit)),), RUN._replace(language=language))
        assert shown.splitlines()[2].strip() == said


GOLDEN = """\
reports/嵩县 2023.txt  2023 年 · 2021 年格式 · 部门 · 河南省
  错误  GOI312  第 96 行   （七）总计 193 ≠ 195
                           很可能是「2.重复申请／商业企业」：印 14，应为 12 时本表全部等式成立（见第 61 行）
  错误  GOI312  第 97 行   （七）总计 193 ≠ 195
  错误  GOI312  第 98 行   （七）总计 193 ≠ 195
                           很可能是「（七）总计」与「四、结转下年度继续办理」两行填反了：对调后本表全部等式成立
  错误  GOI312  第 99 行   （七）总计 193 ≠ 195
                           很可能是同一处：「2.重复申请／商业企业」
  错误  GOI312  第 100 行  （七）总计 193 ≠ 195
                           很可能是同一处：「（七）总计」与「四、结转下年度继续办理」两行填反了
"""


def test_several_findings() -> None:
    findings = [finding(one, 96 + n) for n, one in enumerate((SINGLE, None, ROWS, SINGLE, ROWS))]
    quiet = RUN._replace(quiet=True)
    assert written(text, (document(*findings),), quiet) == GOLDEN
    english = written(text, (document(*findings[::3]),), quiet._replace(language="en"))
    assert english.splitlines()[-1].strip() == "most likely the same: 「2.重复申请／商业企业」"


def test_hostile_text_changes_no_terminal() -> None:
    hostile = Culprit(CulpritKind.CELL, (cell("商业\x1b[31m企业", "14", "12", 96),))
    assert "「2.重复申请／商业\\x1b[31m企业」" in written(text, (document(finding(hostile)),))


def test_json() -> None:
    several = document(finding(SINGLE), finding(ROWS, 97), finding(None, 98))
    (line,) = written(jsonl, (several,)).splitlines()
    assert [one["culprit"] for one in json.loads(line)["findings"]] == [
        {"kind": "cell", "row": REPEATED, "column": "商业企业", "printed": "14", "fits": "12"},
        {
            "kind": "exchanged",
            "cells": [
                {"row": "（七）总计", "column": "自然人", "printed": "3", "fits": "17"},
                {"row": "四、结转下年度继续办理", "column": "自然人", "printed": "17", "fits": "3"},
            ],
        },
        None,
    ]


def test_junit() -> None:
    shown = written(junit, (document(finding(SINGLE), finding(SINGLE, 97), finding(None, 98)),))
    assert (
        "第 96 行：（七）总计 193 ≠ 195\n"
        "  很可能是「2.重复申请／商业企业」：印 14，应为 12 时本表全部等式成立（见第 61 行）\n"
        "第 97 行：（七）总计 193 ≠ 195\n"
        "  很可能是同一处：「2.重复申请／商业企业」\n"
        "第 98 行：（七）总计 193 ≠ 195\n"
        "建议："
    ) in shown
