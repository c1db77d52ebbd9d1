"""Amounts of money have no more decimals than the form takes, counted as printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.listing import CELL_FACTS, LEADS, cell_facts
from goi_lint.checks.subject import at_cells, the_table
from goi_lint.model.finding import Problem
from goi_lint.model.form import Holds
from goi_lint.model.report import Report
from goi_lint.text.normalise import fold
from goi_lint.typed import TypedDict

NAME = "precise"
FACTS: Mapping[str, str] = {**CELL_FACTS, "most": "how many decimals there may be"}
CODES: Mapping[str, tuple[str, ...]] = LEADS


class Params(TypedDict):
    """`table`: key of the table; `decimals`: how many decimals an amount may have."""

    table: str
    decimals: int


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists the amounts with more decimals."""
    table = the_table(report, params["table"])
    most = params["decimals"]
    texts, plains, holds, values = table.fields
    found = [
        at
        for at, text, plain, of in zip(values, texts, plains, holds, strict=True)
        if of is Holds.AMOUNT and plain and _decimals(text) > most
    ]
    if found:
        cells = [table.cells[at] for at in found]
        facts = {**cell_facts(table, cells, texts=True), "most": most}
        yield Problem(at_cells(table, cells), facts)


def _decimals(text: str) -> int:
    return len(fold(text).partition(".")[2])
