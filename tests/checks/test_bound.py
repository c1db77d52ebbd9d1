"""Rows that could not be bound are named once for each cause."""

from __future__ import annotations

import pytest

from checks.building import Said, reason, report, rule_params, said, table
from goi_lint.checks import bound
from goi_lint.model.document import NOWHERE
from goi_lint.model.report import Report
from goi_lint.model.table import Unbound, UnboundRow

PARAMS = rule_params("GOI003")


def _with(*rows: UnboundRow) -> Report:
    return report(tables={"requests": table("requests", {})._replace(unbound=rows)})


def _row(key: str, why: Unbound, *texts: str) -> UnboundRow:
    return UnboundRow(key, f"「{key}」", why, texts, 7, NOWHERE)


SILENT = {"all bound": _with(), "labels deviate only": report(tables={"review": table("review", {"a.b": 1})})}
REPORTS = {
    "two rows one cell short, one row twice": (
        _with(
            _row("a", Unbound.COUNT, "1", "2"),
            _row("b", Unbound.TWICE, *"1234567"),
            _row("c", Unbound.COUNT, "1"),
        ),
        [
            (
                "requests",
                {
                    "table": "表requests",
                    "rows_lead": "named",
                    "rows": ("「a」", "「c」"),
                    "rows_end": "named_end",
                    "cells_lead": "counted",
                    "cells": (2, 1),
                    "expected_lead": "should_be",
                    "expected": 7,
                    "why": "count",
                },
            ),
            (
                "requests",
                {
                    "table": "表requests",
                    "rows_lead": "named",
                    "rows": ("「b」",),
                    "rows_end": "named_end",
                    "cells_lead": "not_counted",
                    "cells": (),
                    "expected_lead": "not_known",
                    "expected": "",
                    "why": "twice",
                },
            ),
        ],
    ),
    "a table without rulings, as a whole": (
        _with(_row("a", Unbound.LAYOUT), _row("b", Unbound.LAYOUT)),
        [
            (
                "requests",
                {
                    "table": "表requests",
                    "rows_lead": "unnamed",
                    "rows": (),
                    "rows_end": "unnamed_end",
                    "cells_lead": "not_counted",
                    "cells": (),
                    "expected_lead": "not_known",
                    "expected": "",
                    "why": "layout",
                },
            ),
        ],
    ),
    "the one row of a table, which has no label": (
        _with(_row("a", Unbound.COUNT, "1", "2")._replace(label="")),
        [
            (
                "requests",
                {
                    "table": "表requests",
                    "rows_lead": "unnamed",
                    "rows": (),
                    "rows_end": "unnamed_end",
                    "cells_lead": "counted",
                    "cells": (2,),
                    "expected_lead": "should_be",
                    "expected": 7,
                    "why": "count",
                },
            ),
        ],
    ),
}
ABSENT = {"no table": (report(), "没有可读的表格")}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(bound, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(bound, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(bound, given, PARAMS) == why
