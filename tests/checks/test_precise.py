from __future__ import annotations

import pytest

from checks.tables import a_report, a_table, found
from goi_lint.checks import precise

SILENT = {
    "whole": "12",
    "four decimals": "18.8710",
    "separators": "96,171.6",
    "unit": "18.87105万元",
    "blank": "",
}
REPORTS = {"five decimals": "18.87105", "five decimals ending in zero": "１８．８７１００"}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str) -> None:
    report = a_report(a_table("disclosure", fees__charged=text))
    assert found(precise, report, table="disclosure", decimals=4) == []


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_reports(text: str) -> None:
    report = a_report(a_table("disclosure", fees__charged=text))
    [(address, facts)] = found(precise, report, table="disclosure", decimals=4)
    assert (address, facts["most"], facts["count"], facts["cells"]) == (
        "disclosure.fees.charged",
        4,
        1,
        f"行政事业性收费／本年收费金额（单位：万元）「{text}」",
    )
