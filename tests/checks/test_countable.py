from __future__ import annotations

import pytest

from checks.tables import a_report, a_table, found
from goi_lint.checks import countable
from goi_lint.model.table import Table

SILENT = {
    "negative change of items": a_table("disclosure", "form_2019", licences__change="-8"),
    "amount with decimals": a_table("disclosure", "form_2019", procurement__purchase_amount="18.8710"),
    "whole number with a zero behind the point": a_table("disclosure", licences__decisions="3.0"),
    "decrease in words": a_table("disclosure", licences__decisions="减4"),
    "blank cell": a_table("disclosure", licences__decisions=""),
}

REPORTS = {
    "negative count": (
        a_table("disclosure", licences__decisions="-3"),
        ("disclosure.licences.decisions", "negative", "行政许可／本年处理决定数量「-3」"),
    ),
    "broken count": (
        a_table("disclosure", licences__decisions="0.5"),
        ("disclosure.licences.decisions", "broken", "行政许可／本年处理决定数量「0.5」"),
    ),
    "broken change of items": (
        a_table("disclosure", "form_2019", licences__change="-0.5"),
        ("disclosure.licences.change", "broken", "行政许可／本年增/减「-0.5」"),
    ),
    "negative amount": (
        a_table("disclosure", fees__charged="-1.5"),
        ("disclosure.fees.charged", "negative", "行政事业性收费／本年收费金额（单位：万元）「-1.5」"),
    ),
    "one negative and one broken in a column": (
        a_table("disclosure", penalties__decisions="-1", licences__decisions="1.5"),
        (
            "disclosure.decisions",
            "both",
            "行政许可／本年处理决定数量「1.5」；行政处罚／本年处理决定数量「-1」",
        ),
    ),
}


def findings(table: Table) -> list[tuple[str, object, object]]:
    report = a_report(table)
    return [
        (address, facts["what"], facts["cells"])
        for address, facts in found(countable, report, table="disclosure")
    ]


@pytest.mark.parametrize("table", SILENT.values(), ids=SILENT)
def test_silent(table: Table) -> None:
    assert findings(table) == []


@pytest.mark.parametrize(("table", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(table: Table, expected: tuple[str, str, str]) -> None:
    assert findings(table) == [expected]
