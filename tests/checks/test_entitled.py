from __future__ import annotations

import pytest

from checks.tables import a_report, a_table, found, reason
from goi_lint.checks import entitled
from goi_lint.model.report import BodyLevel, Identity, Rank
from goi_lint.model.table import Table

PARAMS = {
    "table": "disclosure",
    "row": "regulations",
    "levels": ["government"],
    "ranks": ["province", "city"],
    "never": ["town", "subdistrict"],
}
SOME = a_table("disclosure", regulations__issued="2")

SILENT = {
    "county without regulations": (
        a_table("disclosure"),
        Identity("甲县", BodyLevel.GOVERNMENT, Rank.COUNTY),
    ),
    "city government": (SOME, Identity("甲市人民政府", BodyLevel.GOVERNMENT, Rank.CITY)),
    "province": (SOME, Identity("甲省人民政府", BodyLevel.GOVERNMENT, Rank.PROVINCE)),
    "county with blank cell": (
        a_table("disclosure", regulations__issued=""),
        Identity("甲县", BodyLevel.GOVERNMENT, Rank.COUNTY),
    ),
}

REPORTS = {
    "county government": Identity("甲县人民政府", BodyLevel.GOVERNMENT, Rank.COUNTY),
    "department of a city": Identity("甲市水务局", BodyLevel.DEPARTMENT, Rank.CITY),
    "town, rank not known": Identity("甲镇", BodyLevel.TOWN),
    "county, level not known": Identity("甲县", rank=Rank.COUNTY),
}

UNDECIDED = {
    "nothing known": Identity(),
    "government of unknown rank": Identity("甲人民政府", BodyLevel.GOVERNMENT),
    "city, level not known": Identity("甲市", rank=Rank.CITY),
    "department that may be a ministry": Identity("水利部", BodyLevel.DEPARTMENT),
}


@pytest.mark.parametrize(("table", "identity"), SILENT.values(), ids=SILENT)
def test_silent(table: Table, identity: Identity) -> None:
    assert found(entitled, a_report(table, identity=identity), **PARAMS) == []


@pytest.mark.parametrize("identity", REPORTS.values(), ids=REPORTS)
def test_reports(identity: Identity) -> None:
    [(address, facts)] = found(entitled, a_report(SOME, identity=identity), **PARAMS)
    assert (address, facts["body"], facts["cells"]) == (
        "disclosure.regulations.issued",
        identity.body,
        "规章／本年制发件数「2」",
    )


@pytest.mark.parametrize("identity", UNDECIDED.values(), ids=UNDECIDED)
def test_not_asked(identity: Identity) -> None:
    assert (
        reason(entitled, a_report(SOME, identity=identity), **PARAMS) == "the rank of the body is not known"
    )
