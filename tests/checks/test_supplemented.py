"""Local rows that a place demands beside those of the form."""

from __future__ import annotations

import pytest

from checks.tables import Found, a_report, a_table, found, reason
from goi_lint.assemble.forms import load_forms
from goi_lint.checks import supplemented
from goi_lint.model.document import Place
from goi_lint.model.table import ExtraRow, Table

TABLE = a_table("disclosure")
ROW = ExtraRow("其他主动公开文件", ("1", "0", "1"), Place(9))
COLUMN = ExtraRow("备注", (), Place(8), column=True)

CASES: dict[str, tuple[Table, dict[str, list[str]], Found]] = {
    "there": (TABLE._replace(extra=(ROW,)), {"rows": ["其他主动公开文件"]}, []),
    "there, numbered and with blanks": (
        TABLE._replace(extra=(ROW._replace(label="3. 其他主动 公开文件"),)),
        {"rows": ["其他主动公开文件"]},
        [],
    ),
    "there, its label broken": (
        TABLE._replace(extra=(ROW._replace(label="公开文件"),)),
        {"rows": ["其他主动公开文件"]},
        [],
    ),
    "another row": (
        TABLE._replace(extra=(ROW._replace(label="其他文件"),)),
        {"rows": ["其他主动公开文件"]},
        [("disclosure", {"missing": ("其他主动公开文件",)})],
    ),
    "missing": (
        TABLE,
        {"rows": ["其他主动公开文件"]},
        [("disclosure", {"missing": ("其他主动公开文件",)})],
    ),
    "a column is no row": (
        TABLE._replace(extra=(COLUMN,)),
        {"rows": ["备注"], "columns": ["备注"]},
        [("disclosure", {"missing": ("备注",)})],
    ),
}


@pytest.mark.parametrize(("table", "params", "expected"), CASES.values(), ids=CASES)
def test_supplemented(table: Table, params: dict[str, list[str]], expected: Found) -> None:
    assert found(supplemented, a_report(table), table="disclosure", **params) == expected


def test_no_table_is_not_asked() -> None:
    assert reason(supplemented, a_report(), table="disclosure", rows=["x"]) != ""


def test_params_are_verified() -> None:
    unknown: supplemented.Params = {"table": "disclosures"}
    assert [fault.path for fault in supplemented.verify(unknown, load_forms())] == [("table",), ()]
    assert list(supplemented.verify({"table": "disclosure", "rows": ["x"]}, load_forms())) == []
