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
    if Holds.AMOUNT not in table.fields.holds:
        return
    amounts = [cell for cell in table.cells.values() if cell.plain and cell.holds is Holds.AMOUNT]
    cells = [cell for cell in amounts if _decimals(cell.text) > params["decimals"]]
    if cells:
        facts = {**cell_facts(table, cells, texts=True), "most": params["decimals"]}
        yield Problem(at_cells(table, cells), facts)


def _decimals(text: str) -> int:
    return len(fold(text).partition(".")[2])
