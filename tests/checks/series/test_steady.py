"""Figures do not change by multiples."""

from __future__ import annotations

from typing import Any, cast

import pytest

from checks.several import FORMS, Said, digest, reason, related, rule_params, said, series
from goi_lint.checks.series import steady
from goi_lint.model.digest import Series

PARAMS = rule_params("GOI704")
PATH = "临江市水利局/2023.txt"
FEES, LICENCES, RECEIVED = (
    "disclosure.fees.charged",
    "disclosure.licences.decisions",
    "requests.received.total",
)
CHANGE = "disclosure.licences.change"


def _two(cell: str, before: int | str | None, after: int | str | None) -> Series:
    return series(digest(2022, {cell: before}), digest(2023, {cell: after}))


def _facts(changes: str, count: int = 1) -> dict[str, Any]:
    return {"earlier_year": 2022, "year": 2023, "count": count, "changes": changes}


SILENT = {
    "the same": _two(FEES, "96.1716", "96.1716"),
    "twice as much": _two(LICENCES, 2000, 4000),
    "from nothing": _two(FEES, 0, 251000),
    "to nothing": _two(FEES, 251000, 0),
    "blank": _two(FEES, None, 251000),
    "many times, but little": _two(LICENCES, 2, 900),
    "much, but not many times": _two(RECEIVED, 100, 4000),
    "a change below nothing": series(digest(2019, {CHANGE: -900}), digest(2020, {CHANGE: 900})),
    "a column that the form of 2019 lacks": series(digest(2020), digest(2021, {FEES: 251000})),
}
REPORTS: dict[str, tuple[Series, Said]] = {
    "元 for 万元": (
        _two(FEES, "25.1", 251000),
        [(PATH, FEES, _facts("行政事业性收费／本年收费金额（单位：万元） 25.1 → 251000"))],
    ),
    "万元 again": (
        _two(FEES, 251000, "25.1"),
        [(PATH, FEES, _facts("行政事业性收费／本年收费金额（单位：万元） 251000 → 25.1"))],
    ),
    "just so much": (
        _two(LICENCES, 12, 1200),
        [(PATH, LICENCES, _facts("行政许可／本年处理决定数量 12 → 1200"))],
    ),
    "two figures": (
        series(digest(2022, {LICENCES: 1, RECEIVED: 2}), digest(2023, {LICENCES: 9000, RECEIVED: 900})),
        [
            (
                PATH,
                LICENCES,
                _facts(
                    "行政许可／本年处理决定数量 1 → 9000；一、本年新收政府信息公开申请数量／总计 2 → 900", 2
                ),
            )
        ],
    ),
    "a figure that both forms have": (
        series(digest(2020, {LICENCES: 1}), digest(2021, {LICENCES: 9000})),
        [
            (
                "临江市水利局/2021.txt",
                LICENCES,
                {**_facts("行政许可／本年处理决定数量 1 → 9000"), "earlier_year": 2020, "year": 2021},
            )
        ],
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Series) -> None:
    change = {"cell": CHANGE, "times": 2, "least": 100}
    assert said(steady, given, {"figures": [*PARAMS["figures"], change]}) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Series, expected: Said) -> None:
    assert said(steady, given, PARAMS) == expected


def test_not_applicable() -> None:
    params = {"figures": [{"cell": FEES, "times": 1000, "least": 100}]}
    assert reason(steady, series(digest(2023)), params) == "没有同一单位相邻两年的报告"
    without = series(digest(2022), digest(2023, tables=["requests"]))
    assert reason(steady, without, params) == "相邻两年的报告没有可以比较的数（disclosure.fees.charged）"
    assert reason(steady, without, PARAMS) == ""


def test_every_figure_is_related() -> None:
    given = REPORTS["two figures"][0]
    earlier = [("临江市水利局/2022.txt", cell) for cell in (LICENCES, RECEIVED)]
    assert related(steady, given, PARAMS) == [[(PATH, RECEIVED), *earlier]]


def test_unknown_cells_and_multiples_are_faults() -> None:
    wrong = steady.Params(
        figures=[
            {"cell": "disclosure.fees.charge", "times": 100, "least": 1},
            {"cell": FEES, "times": 1, "least": 1},
            {"cell": "fees", "times": 2, "least": 1},
        ]
    )
    paths = [fault.path for fault in steady.verify(wrong, FORMS)]
    assert paths == [("figures", 0, "cell"), ("figures", 1, "times"), ("figures", 2, "cell")]
    assert list(steady.verify(cast(steady.Params, PARAMS), FORMS)) == []
