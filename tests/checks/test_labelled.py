from __future__ import annotations

import pytest

from checks.tables import Found, a_report, a_table, found, reason
from goi_lint.checks import labelled
from goi_lint.model.table import Label, Table


def relabelled(table: Table, *keys: str) -> Table:
    """Return the table with deviating labels for some keys."""

    def changed(label: Label) -> Label:
        return label._replace(printed=f"{label.printed}数", exact=False) if label.key in keys else label

    return table._replace(labels=tuple(map(changed, table.labels)))


def deviating(official: str) -> dict[str, object]:
    return {"printed": f"{official}数", "official": official}


SILENT = {
    "official labels": a_table("disclosure"),
    "official but for blanks": a_table("disclosure")._replace(
        labels=tuple(one._replace(printed=f" {one.printed}") for one in a_table("disclosure").labels),
    ),
}

REPORTS = {
    "row misspelt": (
        relabelled(a_table("disclosure"), "licences"),
        [("disclosure.licences", deviating("行政许可"))],
    ),
    "column misspelt in both of its blocks": (
        relabelled(a_table("disclosure"), "decisions"),
        [("disclosure.decisions", deviating("本年处理决定数量"))] * 2,
    ),
    "title of a block misspelt": (
        relabelled(a_table("disclosure"), "article_20_1"),
        [("disclosure", deviating("第二十条第（一）项"))],
    ),
}


@pytest.mark.parametrize("table", SILENT.values(), ids=SILENT)
def test_silent(table: Table) -> None:
    assert found(labelled, a_report(table), table="disclosure") == []


@pytest.mark.parametrize(("table", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(table: Table, expected: Found) -> None:
    assert found(labelled, a_report(table), table="disclosure") == expected


def test_local_wordings_may_be_allowed() -> None:
    table = relabelled(a_table("disclosure"), "licences")
    printed = str(deviating("行政许可")["printed"])
    assert found(labelled, a_report(table), table="disclosure", allowed=[f" {printed}"]) == []


def test_mixed_forms_are_not_asked() -> None:
    report = a_report(relabelled(a_table("disclosure"), "licences"), mixed=True)
    assert reason(labelled, report, table="disclosure") == "the tables mix two forms (see GOI013)"
