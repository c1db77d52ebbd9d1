from __future__ import annotations

from decimal import Decimal

import pytest

from checks.tables import a_report, a_table, found, reason
from goi_lint.assemble.forms import load_forms
from goi_lint.checks import formula
from goi_lint.errors import ParamFault, Words
from goi_lint.model.table import Table

ROWS = {
    "table": "requests",
    "each": "row",
    "holds": "total == natural_person + enterprise + research + public_interest + legal_service + other_organisation",
}
BALANCE = {
    "table": "requests",
    "each": "column",
    "holds": "received + brought_forward == disposed_total + carried_forward",
}
LEAVES = {"table": "requests", "each": "column", "holds": "disposed_total == sum(leaves)"}
REVIEW = {
    "table": "review",
    "each": "row",
    "holds": "review_total == review_upheld + review_corrected + review_other + review_pending",
}
IN_FORCE = {"table": "disclosure", "each": "row", "holds": "in_force >= issued - repealed"}


def same(text: str) -> Words:
    return Words(text, text)


SILENT = {
    "row adds up": (ROWS, a_table("requests", granted__enterprise="2", granted__total="2")),
    "blank is the rest": (BALANCE, a_table("requests", received__total="1", disposed_total__total="")),
    "balance": (BALANCE, a_table("requests", received__total="1", carried_forward__total="1")),
    "form of 2019": (
        LEAVES,
        a_table("requests", "form_2019", otherwise_disposed__total="1", disposed_total__total="1"),
    ),
    "more in force than issued": (IN_FORCE, a_table("disclosure", regulations__in_force="9")),
}

REPORTS = {
    "row total too high": (
        ROWS,
        a_table("requests", granted__natural_person="3", granted__enterprise="1", granted__total="5"),
        "requests.granted.total",
        {
            "row": "（一）予以公开",
            "column": "",
            "left": Decimal(5),
            "right": Decimal(4),
            "left_sum": same("5"),
            "right_sum": Words("自然人 3 ＋ 商业企业 1，其余为 0", "自然人 3 ＋ 商业企业 1, the rest 0"),
            "difference": Decimal(1),
            "actual": Decimal(5),
            "expected": Decimal(4),
        },
    ),
    "balance off, a blank cannot help": (
        BALANCE,
        a_table("requests", received__natural_person="", carried_forward__natural_person="-1"),
        "requests.natural_person",
        {
            "row": "",
            "column": "自然人",
            "left": Decimal(0),
            "right": Decimal(-1),
            "left_sum": Words(
                "新收 空白 ＋ 上年结转 0",
                "新收 blank ＋ 上年结转 0",
            ),
            "right_sum": Words("（七）总计 0 ＋ 结转下年度 -1", "（七）总计 0 ＋ 结转下年度 -1"),
            "difference": Decimal(1),
            "actual": Decimal(0),
            "expected": Decimal(-1),
        },
    ),
    "results without total": (
        LEAVES,
        a_table("requests", granted__research="1", refused_state_secret__research="2"),
        "requests.disposed_total.research",
        {
            "row": "",
            "column": "科研机构",
            "left": Decimal(0),
            "right": Decimal(3),
            "left_sum": same("0"),
            "right_sum": Words(
                "（一）予以公开 1 ＋ 1.属于国家秘密 2，其余为 0",
                "（一）予以公开 1 ＋ 1.属于国家秘密 2, the rest 0",
            ),
            "difference": Decimal(3),
            "actual": Decimal(0),
            "expected": Decimal(3),
        },
    ),
    "total without results": (
        LEAVES,
        a_table("requests", disposed_total__research="3"),
        "requests.disposed_total.research",
        {
            "row": "",
            "column": "科研机构",
            "left": Decimal(3),
            "right": Decimal(0),
            "left_sum": same("3"),
            "right_sum": Words("各项均为 0", "all of them 0"),
            "difference": Decimal(3),
            "actual": Decimal(3),
            "expected": Decimal(0),
        },
    ),
    "reviews": (
        REVIEW,
        a_table("review", cases__review_total="1"),
        "review.cases.review_total",
        {
            "row": "",
            "column": "",
            "left": Decimal(1),
            "right": Decimal(0),
            "left_sum": same("1"),
            "right_sum": Words(
                "结果维持 0 ＋ 结果纠正 0 ＋ 其他结果 0 ＋ 尚未审结 0",
                "结果维持 0 ＋ 结果纠正 0 ＋ 其他结果 0 ＋ 尚未审结 0",
            ),
            "difference": Decimal(1),
            "actual": Decimal(1),
            "expected": Decimal(0),
        },
    ),
    "fewer in force than issued": (
        IN_FORCE,
        a_table("disclosure", regulations__issued="5", regulations__repealed="1", regulations__in_force="2"),
        "disclosure.regulations.in_force",
        {
            "row": "规章",
            "column": "",
            "left": Decimal(2),
            "right": Decimal(4),
            "left_sum": same("2"),
            "right_sum": same("本年制发件数 5 － 本年废止件数 1"),
            "difference": Decimal(2),
            "actual": Decimal(2),
            "expected": Decimal(4),
        },
    ),
}


@pytest.mark.parametrize(("params", "table"), SILENT.values(), ids=SILENT)
def test_silent(params: dict[str, str], table: Table) -> None:
    assert found(formula, a_report(table, form=_form(table)), **params) == []


@pytest.mark.parametrize(("params", "table", "address", "facts"), REPORTS.values(), ids=REPORTS)
def test_reports(params: dict[str, str], table: Table, address: str, facts: dict[str, object]) -> None:
    assert found(formula, a_report(table), **params) == [(address, facts)]


def _form(table: Table) -> str:
    return next(key for key, form in load_forms().items() if form.tables[table.key] == table.form)


def test_columns_are_judged_one_by_one() -> None:
    table = a_table("requests", received__research="1", received__total="2", carried_forward__total="2")
    assert [address for address, _ in found(formula, a_report(table), **BALANCE)] == ["requests.research"]


def test_cell_of_a_finding_is_its_place() -> None:
    table = a_table("requests", granted__total="1")
    (problem,) = formula.check(a_report(table), formula.Params(**ROWS))  # type: ignore[typeddict-item]
    assert problem.location.place == table.cells["granted", "total"].place


def test_open_everywhere() -> None:
    table = a_table("requests", granted__total="1")
    blank = {
        at: cell._replace(text="", value=None)
        for at, cell in table.cells.items()
        if at[0] == "disposed_total"
    }
    only = {at: cell._replace(text="2") for at, cell in table.cells.items() if at[1] == "total"}
    table = table._replace(cells={**only, ("disposed_total", "total"): blank["disposed_total", "total"]})
    assert reason(formula, a_report(table), **LEAVES) == (
        "column 总计 has blank or unreadable cells; read as 0, it is off by 1"
    )


def test_rows_without_a_cell_are_left_out() -> None:
    table = a_table("requests", granted__total="1")
    cells = {at: cell for at, cell in table.cells.items() if at != ("granted", "research")}
    assert found(formula, a_report(table._replace(cells=cells)), **ROWS) == []


def test_nothing_left_to_judge() -> None:
    table = a_table("requests")
    cells = {at: cell for at, cell in table.cells.items() if at[0] != "received"}
    assert reason(formula, a_report(table._replace(cells=cells)), **BALANCE) == (
        "nothing in table requests can be added up"
    )


def test_form_without_the_columns() -> None:
    table = a_table("disclosure", "form_2019")
    assert reason(formula, a_report(table, form="form_2019"), **IN_FORCE) == (
        "this form's table disclosure lacks rows or columns"
    )


FAULTS = {
    "right": (BALANCE, None),
    "in one form only": (IN_FORCE, None),
    "misspelt name": (
        {**BALANCE, "holds": "received == disposed_totl"},
        (("holds",), 13, "unknown name disposed_totl", "did you mean disposed_total?"),
    ),
    "misspelt set": (
        {**LEAVES, "holds": "disposed_total == sum(leafs)"},
        (("holds",), 23, "unknown name leafs", "did you mean leaves?"),
    ),
    "column where rows are meant": (
        {**BALANCE, "holds": "received == total"},
        (("holds",), 13, "total is a column", "each: column expects rows"),
    ),
    "row where columns are meant": (
        {**ROWS, "holds": "total == granted"},
        (("holds",), 10, "granted is a row", "each: row expects columns"),
    ),
    "unknown table": (
        {**ROWS, "table": "request"},
        (("table",), None, "unknown name request", "did you mean requests?"),
    ),
}


@pytest.mark.parametrize(("params", "expected"), FAULTS.values(), ids=FAULTS)
def test_verify(params: formula.Params, expected: tuple[object, ...] | None) -> None:
    faults = [
        (fault.path, fault.column, fault.found.en, fault.expected.en)
        for fault in formula.verify(params, load_forms())
    ]
    assert faults == ([expected] if expected else [])


def test_verify_without_forms_asks_for_the_formula_alone() -> None:
    broken = formula.Params(table="any", each="row", holds="a = b")
    assert list(formula.verify({**broken, "holds": "a == b"}, {})) == []
    assert [type(fault) for fault in formula.verify(broken, {})] == [ParamFault]
