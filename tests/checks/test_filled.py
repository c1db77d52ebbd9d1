from __future__ import annotations

import pytest

from checks.tables import Found, a_report, a_table, found
from goi_lint.assemble.forms import load_forms
from goi_lint.checks import filled
from goi_lint.errors import ParamFault, Words
from goi_lint.model.table import Table

ROWS = [row.label.key for row in a_table("requests").form.rows]
APPLICANTS = "natural_person + enterprise + research + public_interest + legal_service + other_organisation"
SUMS: list[filled.Sum] = [
    {"each": "row", "holds": f"total == {APPLICANTS}"},
    {"each": "column", "holds": "received + brought_forward == disposed_total + carried_forward"},
    {"each": "column", "holds": "disposed_total == sum(leaves)"},
]


def facts(
    count: int, columns: str = "", rows: str = "", cells: str = "", left_open: str = ""
) -> dict[str, object]:
    return {
        "count": count,
        "columns_lead": "whole_columns" if columns else "no_columns",
        "columns": columns,
        "rows_lead": "whole_rows" if rows else "no_rows",
        "rows": rows,
        "cells_lead": "other_cells" if cells else "no_cells",
        "cells": cells,
        "open_lead": "open" if left_open else "none_open",
        "open": left_open,
    }


SILENT = {
    "all filled": a_table("requests"),
    "dash is not blank": a_table("requests", received__total="—"),
    "full-width zero": a_table("requests", received__total="０"),
}

REPORTS = {
    "one blank that may be 0": (
        a_table("requests", granted__research=""),
        [("requests.granted.research", facts(1, cells="（一）予以公开／科研机构"))],
    ),
    "blanks that leave a row and a column open": (
        a_table(
            "requests", received__natural_person="", received__total="10", carried_forward__natural_person="2"
        ),
        [
            (
                "requests.received.natural_person",
                facts(
                    1,
                    cells="一、本年新收政府信息公开申请数量／自然人",
                    left_open="一、本年新收政府信息公开申请数量 10 ≠ 0（10）；自然人 0 ≠ 2（2）",
                ),
            )
        ],
    ),
    "blank that no number can set right": (
        a_table("requests", granted__research="", granted__enterprise="3"),
        [("requests.granted.research", facts(1, cells="（一）予以公开／科研机构"))],
    ),
    "blank total that a positive number sets right": (
        a_table("requests", granted__total="", granted__enterprise="3"),
        [
            (
                "requests.granted.total",
                facts(1, cells="（一）予以公开／总计", left_open="（一）予以公开 0 ≠ 3（3）"),
            )
        ],
    ),
    "two rows with the same blanks": (
        a_table(
            "requests",
            received__enterprise="",
            received__research="",
            granted__enterprise="",
            granted__research="",
        ),
        [
            (
                "requests",
                facts(4, cells="一、本年新收政府信息公开申请数量、（一）予以公开／商业企业、科研机构"),
            )
        ],
    ),
    "a dash leaves a sum open, and a blank does not": (
        a_table("requests", received__total="—", received__research="2", granted__research=""),
        [("requests.granted.research", facts(1, cells="（一）予以公开／科研机构"))],
    ),
    "three blanks in a column": (
        a_table(
            "requests", received__research="", brought_forward__research="", carried_forward__research=""
        ),
        [
            (
                "requests.research",
                facts(
                    3,
                    cells="一、本年新收政府信息公开申请数量、二、上年结转政府信息公开申请数量、四、结转下年度继续办理／科研机构",
                ),
            )
        ],
    ),
    "all columns but the total": (
        a_table(
            "requests",
            **{
                f"{row}__{column.label.key}": ""
                for row in ROWS
                for column in a_table("requests").form.columns
                if column.label.key != "total"
            },
        ),
        [
            (
                "requests",
                facts(150, columns="自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他"),
            )
        ],
    ),
    "one whole row": (
        a_table(
            "requests", **{f"granted__{column.label.key}": "" for column in a_table("requests").form.columns}
        ),
        [("requests.granted", facts(7, rows="（一）予以公开"))],
    ),
}


@pytest.mark.parametrize("table", SILENT.values(), ids=SILENT)
def test_silent(table: Table) -> None:
    assert found(filled, a_report(table), table="requests", sums=SUMS) == []


@pytest.mark.parametrize(("table", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(table: Table, expected: Found) -> None:
    assert found(filled, a_report(table), table="requests", sums=SUMS) == expected


def test_columns_of_one_group_stand_together() -> None:
    table = a_table(
        "review",
        cases__review_upheld="",
        cases__review_other="",
        cases__direct_upheld="",
        cases__direct_total="",
    )
    [(address, found_facts)] = found(filled, a_report(table), table="review")
    named = "行政复议／结果维持、其他结果；行政诉讼／未经复议直接起诉／结果维持、总计"
    assert (address, found_facts["cells"]) == ("review", named)


def test_row_without_label_is_named_by_its_cell() -> None:
    table = a_table("review", cases__review_total="", cases__review_upheld="3")
    sums = [{"each": "row", "holds": "review_total == review_upheld + review_corrected"}]
    [(_, found_facts)] = found(filled, a_report(table), table="review", sums=sums)
    assert found_facts["open"] == "行政复议／总计 0 ≠ 3（3）"


def test_fault_in_a_sum_is_placed() -> None:
    params: filled.Params = {
        "table": "requests",
        "sums": [*SUMS, {"each": "column", "holds": "recieved == 0"}],
    }
    assert list(filled.verify(params, load_forms())) == [
        ParamFault(
            ("sums", 3, "holds"),
            Words("未知的名称 recieved", "unknown name recieved"),
            Words("是否为 received？", "did you mean received?"),
            1,
        )
    ]
