from __future__ import annotations

import pytest

from checks.tables import Found, a_report, a_table, found
from goi_lint.checks import numeric
from goi_lint.model.table import Table

ROWS = [row.label.key for row in a_table("requests").form.rows]


def facts(count: int, texts: tuple[str, ...], columns: str = "", cells: str = "") -> dict[str, object]:
    return {
        "count": count,
        "texts": texts,
        "columns_lead": "whole_columns" if columns else "no_columns",
        "columns": columns,
        "rows_lead": "no_rows",
        "rows": "",
        "cells_lead": "other_cells" if cells else "no_cells",
        "cells": cells,
    }


SILENT = {
    "thousands separator": a_table("requests", received__total="3,001"),
    "full-width digits": a_table("requests", received__total="１２"),
    "minus sign": a_table("requests", received__total="-4"),
    "blank cell": a_table("requests", received__total=""),
}

REPORTS = {
    "dash": (
        a_table("requests", received__total="—"),
        [("requests.received.total", facts(1, ("「—」",), cells="一、本年新收政府信息公开申请数量／总计"))],
    ),
    "decrease in words": (
        a_table("requests", granted__total="减4"),
        [("requests.granted.total", facts(1, ("「减4」",), cells="（一）予以公开／总计"))],
    ),
    "units in a row": (
        a_table("requests", granted__natural_person="3件", granted__total="4件"),
        [
            (
                "requests.granted",
                facts(2, ("「3件」", "「4件」"), cells="（一）予以公开／自然人、总计"),
            )
        ],
    ),
    "a column of slashes and one more": (
        a_table("requests", **{f"{row}__research": "/" for row in ROWS}, granted__total="/"),
        [("requests", facts(26, ("「/」",), columns="科研机构", cells="（一）予以公开／总计"))],
    ),
}


@pytest.mark.parametrize("table", SILENT.values(), ids=SILENT)
def test_silent(table: Table) -> None:
    assert found(numeric, a_report(table), table="requests") == []


@pytest.mark.parametrize(("table", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(table: Table, expected: Found) -> None:
    assert found(numeric, a_report(table), table="requests") == expected
