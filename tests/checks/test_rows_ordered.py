from __future__ import annotations

from itertools import groupby

import pytest

from checks.tables import Found, a_report, a_table, found, reason
from goi_lint.checks import rows_ordered
from goi_lint.model.document import Place
from goi_lint.model.table import ExtraRow, Table


def printed(table: Table, *keys: str) -> Table:
    """Return the table with the labels of these keys exchanged: they stand in this order on their places."""
    places = [index for index, label in enumerate(table.labels) if label.key in keys]
    by_key = {label.key: label for label in table.labels}
    labels = list(table.labels)
    for index, key in zip(places, keys, strict=True):
        labels[index] = by_key[key]
    return table._replace(labels=tuple(labels))


def arranged(table: Table, *order: int) -> Table:
    """Return the table with the columns of every row in that order."""
    rows = [list(row) for _, row in groupby(table.cells.items(), key=lambda item: item[0][0])]
    return table._replace(cells={row[at][0]: row[at][1] for row in rows for at in order})


def facts(moved: str = "", added: str = "") -> dict[str, object]:
    return {
        "moved_lead": "moved" if moved else "none_moved",
        "moved": moved,
        "added_lead": "added" if added else "none_added",
        "added": added,
    }


REQUESTS = a_table("requests")
DISCLOSURE = a_table("disclosure")
SILENT = {
    "the form's order": REQUESTS,
    "three groups of the same five columns": a_table("review"),
    "four blocks": DISCLOSURE,
    "header prints the total before its neighbours": printed(
        REQUESTS, "total", "natural_person", "organisation"
    ),
    "all labels again on the next page": REQUESTS._replace(labels=(*REQUESTS.labels, *REQUESTS.labels)),
    "a row is missing": REQUESTS._replace(
        labels=tuple(label for label in REQUESTS.labels if label.key != "granted")
    ),
}

REPORTS = {
    "two neighbouring rows exchanged": (
        printed(REQUESTS, "granted_in_part", "granted"),
        [("requests.granted_in_part", facts("（二）部分公开（区分处理的，只计这一情形，不计其他情形）"))],
    ),
    "a row moved to the end": (
        printed(
            REQUESTS,
            *(row.label.key for row in REQUESTS.form.rows if row.label.key != "received"),
            "received",
        ),
        [("requests.received", facts("一、本年新收政府信息公开申请数量"))],
    ),
    "a row moved to the front": (
        printed(REQUESTS, "carried_forward", *(row.label.key for row in REQUESTS.form.rows[:-1])),
        [("requests.carried_forward", facts("四、结转下年度继续办理"))],
    ),
    "two columns exchanged": (
        arranged(REQUESTS, 0, 2, 1, 3, 4, 5, 6),
        [("requests.research", facts("科研机构"))],
    ),
    "total before the organisations": (
        arranged(REQUESTS, 0, 6, 1, 2, 3, 4, 5),
        [("requests.total", facts("总计"))],
    ),
    "a row and a column added": (
        REQUESTS._replace(
            extra=(
                ExtraRow("其他主动公开文件", ("0",), Place(9)),
                ExtraRow("备注", (), Place(8), column=True),
            ),
        ),
        [("requests", facts(added="其他主动公开文件；备注"))],
    ),
    "rows exchanged in two blocks": (
        printed(printed(DISCLOSURE, "normative_documents", "regulations"), "coercive_measures", "penalties"),
        [("disclosure", facts("行政规范性文件；行政强制"))],
    ),
    "blocks exchanged": (
        printed(DISCLOSURE, "article_20_6", "article_20_5"),
        [("disclosure", facts("第二十条第（六）项"))],
    ),
}


@pytest.mark.parametrize("table", SILENT.values(), ids=SILENT)
def test_silent(table: Table) -> None:
    assert found(rows_ordered, a_report(table), table=table.key) == []


@pytest.mark.parametrize(("table", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(table: Table, expected: Found) -> None:
    assert found(rows_ordered, a_report(table), table=table.key) == expected


LOCAL = DISCLOSURE._replace(
    extra=(ExtraRow("其他主动公开文件", ("0",), Place(9)), ExtraRow("备注", (), Place(8), column=True))
)


def test_local_rows_may_be_allowed() -> None:
    said = found(rows_ordered, a_report(LOCAL), table="disclosure", allowed=["其他 主动公开文件", "备注"])
    assert said == []
    said = found(rows_ordered, a_report(LOCAL), table="disclosure", allowed=["其他主动公开文件"])
    assert said == [("disclosure", facts(added="备注"))]


def test_mixed_forms_are_not_asked() -> None:
    report = a_report(printed(REQUESTS, "granted_in_part", "granted"), mixed=True)
    assert reason(rows_ordered, report, table="requests") == "the tables mix two forms (see GOI013)"
