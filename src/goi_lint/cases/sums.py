"""The report of a body that answers for others: its tables are the sums of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from goi_lint.cases.draft import Draft
from goi_lint.cases.years import title_of


def summed(draft: Draft, others: Iterable[Draft]) -> Draft:
    """Return the draft with each cell the sum of that cell in those of the others that are of its year.

    What is no number counts for nothing.
    """
    year = _year(draft)
    tables = [other.cells() for other in others if _year(other) == year]
    for key, table in draft.tables.items():
        sums = {
            (row, column): str(sum((_number(cells.get((key, row, column))) for cells in tables), Decimal()))
            for row, column in table.cells()
        }
        draft = draft.with_table(table.with_cells(sums))
    return draft


def _year(draft: Draft) -> int | None:
    title = title_of(draft)
    return title.year if title else None


def _number(text: str | None) -> Decimal:
    try:
        return Decimal(text or "0")
    except InvalidOperation:
        return Decimal()
