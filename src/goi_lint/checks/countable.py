"""Counts are whole and not negative, changes are whole, amounts are not negative.

Only plain numbers are judged: what else stands in a cell is `numeric`'s matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.listing import CELL_FACTS, LEADS, cell_facts
from goi_lint.checks.subject import at_cells, the_table
from goi_lint.model.finding import Problem
from goi_lint.model.form import Holds
from goi_lint.model.report import Report
from goi_lint.model.table import Cell
from goi_lint.typed import TypedDict

NAME = "countable"
FACTS: Mapping[str, str] = {**CELL_FACTS, "what": "what the numbers are: negative, broken or both"}
CODES: Mapping[str, tuple[str, ...]] = {**LEADS, "what": ("negative", "broken", "both")}


class Params(TypedDict):
    """`table`: key of the table."""

    table: str


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists all cells of the table whose number cannot be what its column counts."""
    table = the_table(report, params["table"])
    if all(map(str.isdecimal, table.fields.texts)):
        return
    odd = [cell for cell in table.cells.values() if cell.plain and not cell.text.isdecimal()]
    cells = [cell for cell in odd if _negative(cell) or _broken(cell)]
    if not cells:
        return
    negative, broken = any(map(_negative, cells)), any(map(_broken, cells))
    what = "both" if negative and broken else "negative" if negative else "broken"
    yield Problem(at_cells(table, cells), {**cell_facts(table, cells, texts=True), "what": what})


def _negative(cell: Cell) -> bool:
    return cell.value is not None and cell.value < 0 and cell.holds is not Holds.CHANGE


def _broken(cell: Cell) -> bool:
    return cell.value is not None and cell.value % 1 != 0 and cell.holds is not Holds.AMOUNT
