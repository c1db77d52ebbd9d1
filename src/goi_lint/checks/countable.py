"""Counts are whole and not negative, changes are whole, amounts are not negative.

Only plain numbers are judged: what else stands in a cell is `numeric`'s matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from goi_lint.checks.listing import CELL_FACTS, LEADS, cell_facts
from goi_lint.checks.subject import at_cells, the_table
from goi_lint.model.finding import Problem
from goi_lint.model.form import Holds
from goi_lint.model.report import Report
from goi_lint.model.table import Fields
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
    cells = [
        table.cells[place]
        for place, value, of in _odd(table.fields)
        if _negative(value, of) or _broken(value, of)
    ]
    if not cells:
        return
    negative = any(_negative(cell.value, cell.holds) for cell in cells)
    broken = any(_broken(cell.value, cell.holds) for cell in cells)
    what = "both" if negative and broken else "negative" if negative else "broken"
    yield Problem(at_cells(table, cells), {**cell_facts(table, cells, texts=True), "what": what})


def _odd(fields: Fields) -> Iterator[tuple[tuple[str, str], Decimal | int | None, Holds]]:
    """Yield the plain numbers that are more than digits: their place, value, and what their column holds."""
    texts, plains, holds, values = fields
    for (place, value), text, plain, of in zip(values.items(), texts, plains, holds, strict=True):
        if plain and not text.isdecimal():
            yield place, value, of


def _negative(value: Decimal | int | None, of: Holds) -> bool:
    return value is not None and value < 0 and of is not Holds.CHANGE


def _broken(value: Decimal | int | None, of: Holds) -> bool:
    return value is not None and value % 1 != 0 and of is not Holds.AMOUNT
