"""Documents in force follow from last year's."""

from __future__ import annotations

from typing import Any, cast

import pytest

from checks.several import FORMS, Said, digest, reason, related, rule_params, said, series
from goi_lint.checks.series import rolled_forward
from goi_lint.model.digest import Digest, Series

PARAMS = rule_params("GOI702")
PATH = "临江市水利局/2023.txt"


def _of(
    year: int,
    issued: int | None,
    repealed: int | None,
    in_force: int | None,
    row: str = "normative_documents",
) -> Digest:
    cells = dict(zip(("issued", "repealed", "in_force"), (issued, repealed, in_force), strict=True))
    return digest(year, {f"disclosure.{row}.{name}": value for name, value in cells.items()})


def _facts(differences: str, count: int = 1) -> dict[str, Any]:
    return {
        "earlier_year": 2022,
        "year": 2023,
        "stock": "现行有效件数",
        "added": "本年制发件数",
        "removed": "本年废止件数",
        "count": count,
        "differences": differences,
    }


BEFORE = _of(2022, 0, 0, 10)
BOTH = {
    f"disclosure.{row}.{column}": value
    for row in ("regulations", "normative_documents")
    for column, value in (("issued", 1), ("in_force", 5))
}
SILENT = {
    "rolls forward": series(BEFORE, _of(2023, 3, 1, 12)),
    "a blank": series(BEFORE, _of(2023, 3, None, 20)),
    "wrong in itself, which GOI207 says": series(BEFORE, _of(2023, 9, 1, 2)),
    "the years are not next to each other": series(BEFORE, _of(2023, 3, 1, 12), _of(2025, 0, 0, 1)),
}
REPORTS: dict[str, tuple[Series, Said]] = {
    "too many": (
        series(BEFORE, _of(2023, 3, 1, 13)),
        [(PATH, "disclosure.normative_documents.in_force", _facts("行政规范性文件 13 ≠ 10 + 3 − 1"))],
    ),
    "lapsed": (
        series(BEFORE, _of(2023, 0, 0, 4, "normative_documents")),
        [(PATH, "disclosure.normative_documents.in_force", _facts("行政规范性文件 4 ≠ 10 + 0 − 0"))],
    ),
    "both rows": (
        series(digest(2022), digest(2023, BOTH)),
        [(PATH, "disclosure.in_force", _facts("规章 5 ≠ 0 + 1 − 0；行政规范性文件 5 ≠ 0 + 1 − 0", 2))],
    ),
}
NO_NUMBERS = "相邻两年的报告没有可以比较的数（disclosure）"
ABSENT = {
    "the form of 2019": (series(digest(2020), digest(2021)), NO_NUMBERS),
    "no table": (series(BEFORE, digest(2023, tables=["requests"])), NO_NUMBERS),
    "one report": (series(BEFORE), "没有同一单位相邻两年的报告"),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Series) -> None:
    assert said(rolled_forward, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Series, expected: Said) -> None:
    assert said(rolled_forward, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Series, why: str) -> None:
    assert reason(rolled_forward, given, PARAMS) == why


def test_last_years_stock_is_related() -> None:
    place = ("临江市水利局/2022.txt", "disclosure.normative_documents.in_force")
    assert related(rolled_forward, series(BEFORE, _of(2023, 3, 1, 13)), PARAMS) == [[place]]


def test_unknown_names_are_faults() -> None:
    wrong = rolled_forward.Params(
        table="disclosure",
        rows=["normative_documents", "rules"],
        stock="in_force",
        added="issud",
        removed="repealed",
    )
    assert [fault.path for fault in rolled_forward.verify(wrong, FORMS)] == [("rows", 1), ("added",)]
    assert list(rolled_forward.verify(cast(rolled_forward.Params, PARAMS), FORMS)) == []
