from __future__ import annotations

import pytest

from checks.tables import Found, a_report, a_table, found, reason
from goi_lint.checks import rows_complete
from goi_lint.errors import Words
from goi_lint.model.table import Table

NAME = Words("2021 年格式", "the form of 2021")

SILENT = {
    "all rows and columns": a_table("requests"),
    "label deviates but row is there": a_table("requests", granted__total="5"),
}

REPORTS = {
    "one row deleted": (
        a_table("requests")._replace(missing_rows=("（一）予以公开",)),
        [("requests", {"missing": "（一）予以公开", "what": "rows", "form": NAME})],
    ),
    "one column deleted": (
        a_table("requests")._replace(missing_columns=("科研机构",)),
        [("requests", {"missing": "科研机构", "what": "columns", "form": NAME})],
    ),
    "rows and a column deleted": (
        a_table("requests")._replace(missing_rows=("2.重复申请", "（七）总计"), missing_columns=("总计",)),
        [("requests", {"missing": "2.重复申请；（七）总计；总计", "what": "both", "form": NAME})],
    ),
}


@pytest.mark.parametrize("table", SILENT.values(), ids=SILENT)
def test_silent(table: Table) -> None:
    assert found(rows_complete, a_report(table), table="requests") == []


@pytest.mark.parametrize(("table", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(table: Table, expected: Found) -> None:
    assert found(rows_complete, a_report(table), table="requests") == expected


def test_mixed_forms_are_not_asked() -> None:
    report = a_report(a_table("requests")._replace(missing_rows=("3.其他",)), mixed=True)
    assert reason(rows_complete, report, table="requests") == "the tables mix two forms (see GOI013)"
