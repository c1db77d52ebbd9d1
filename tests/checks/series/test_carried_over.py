"""What is brought forward is what was carried forward."""

from __future__ import annotations

from typing import Any, cast

import pytest

from checks.several import FORMS, Said, digest, reason, related, rule_params, said, series, together
from goi_lint.checks.series import carried_over
from goi_lint.model.digest import Series

PARAMS = rule_params("GOI701")
OUT, IN = "requests.carried_forward", "requests.brought_forward"


def _facts(differences: str, count: int = 1, year: int = 2023) -> dict[str, Any]:
    return {
        "earlier_year": year - 1,
        "year": year,
        "opening": "上年结转",
        "closing": "结转下年度",
        "count": count,
        "differences": differences,
    }


CARRIED = digest(2022, {f"{OUT}.natural_person": 3, f"{OUT}.total": 3})
BROUGHT = digest(2023, {f"{IN}.natural_person": 3, f"{IN}.total": 3})
WRONG = digest(2023, {f"{IN}.natural_person": 4, f"{IN}.total": 4})
SILENT = {
    "nothing at all": series(digest(2022), digest(2023)),
    "carried over": series(CARRIED, BROUGHT),
    "blank this year": series(CARRIED, digest(2023, dict.fromkeys((f"{IN}.natural_person", f"{IN}.total")))),
    "blank last year": series(digest(2022, {f"{OUT}.total": None}), digest(2023, {f"{IN}.total": 5})),
    "from the form of 2019": series(
        digest(2020, {f"{OUT}.total": 2, f"{OUT}.research": 2}),
        digest(2021, {f"{IN}.total": 2, f"{IN}.research": 2}),
    ),
    "wrong in a report that is not judged": series(
        CARRIED._replace(earlier=True), WRONG._replace(earlier=True), digest(2024)
    ),
    "in two formats": series(CARRIED, CARRIED._replace(path="a.pdf", format="pdf"), BROUGHT),
}
ROW = ("临江市水利局/2023.txt", IN)
REPORTS: dict[str, tuple[Series, Said]] = {
    "one column": (
        series(digest(2022, {f"{OUT}.natural_person": 108}), digest(2023, {f"{IN}.natural_person": 118})),
        [(ROW[0], f"{IN}.natural_person", _facts("自然人 118 ≠ 108"))],
    ),
    "two columns": (series(CARRIED, WRONG), [(*ROW, _facts("自然人 4 ≠ 3；总计 4 ≠ 3", 2))]),
    "forgotten": (
        series(CARRIED, digest(2023)),
        [(*ROW, _facts("自然人 0 ≠ 3；总计 0 ≠ 3", 2))],
    ),
    "from nowhere": (series(digest(2022), BROUGHT), [(*ROW, _facts("自然人 3 ≠ 0；总计 3 ≠ 0", 2))]),
    "from a report that is not judged": (
        series(CARRIED._replace(earlier=True), WRONG),
        [(*ROW, _facts("自然人 4 ≠ 3；总计 4 ≠ 3", 2))],
    ),
    "the other column is blank": (
        series(CARRIED, digest(2023, {f"{IN}.natural_person": None, f"{IN}.total": 1})),
        [(ROW[0], f"{IN}.total", _facts("总计 1 ≠ 3"))],
    ),
    "each year": (
        series(digest(2021), BROUGHT._replace(identity=CARRIED.identity), digest(2023, {f"{IN}.total": 9})),
        [
            (*ROW, _facts("自然人 3 ≠ 0；总计 3 ≠ 0", 2, 2022)),
            (ROW[0], f"{IN}.total", _facts("总计 9 ≠ 0")),
        ],
    ),
}
NO_NEIGHBOURS = "没有同一单位相邻两年的报告"
NO_NUMBERS = "相邻两年的报告没有可以比较的数（requests）"
ABSENT = {
    "one report": (series(CARRIED), NO_NEIGHBOURS),
    "a gap": (series(digest(2021, {f"{OUT}.total": 3}), digest(2023)), NO_NEIGHBOURS),
    "no table": (series(CARRIED, digest(2023, tables=["review"])), NO_NUMBERS),
    "all blank": (
        series(
            CARRIED,
            digest(
                2023,
                {f"{IN}.{each.label.key}": None for each in FORMS["form_2021"].tables["requests"].columns},
            ),
        ),
        NO_NUMBERS,
    ),
    "two different reports of last year": (
        series(CARRIED, digest(2022, {f"{OUT}.total": 4}, path="另一份.txt"), WRONG),
        NO_NUMBERS,
    ),
    "not judged": (series(CARRIED, WRONG._replace(earlier=True)), NO_NEIGHBOURS),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Series) -> None:
    assert said(carried_over, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Series, expected: Said) -> None:
    assert said(carried_over, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Series, why: str) -> None:
    assert reason(carried_over, given, PARAMS) == why


def test_the_earlier_row_is_related() -> None:
    assert related(carried_over, series(CARRIED, WRONG), PARAMS) == [[("临江市水利局/2022.txt", OUT)]]


def test_other_bodies_carry_over_their_own() -> None:
    other = WRONG._replace(home="jilin/白山市/临江市/教育局", path="教育局/2023.txt")
    found = together([CARRIED, BROUGHT, other]).series
    assert [said(carried_over, one, PARAMS) for one in found if len(one.reports) > 1] == [[]]


def test_unknown_rows_are_faults() -> None:
    wrong = carried_over.Params(table="requests", closing="caried_forward", opening="total")
    found = [(fault.path, fault.expected.en) for fault in carried_over.verify(wrong, FORMS)]
    assert [path for path, _ in found] == [("closing",), ("opening",)]
    assert found[0][1] == "did you mean carried_forward?"
    assert list(carried_over.verify(cast(carried_over.Params, PARAMS), FORMS)) == []
