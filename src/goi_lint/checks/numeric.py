"""A cell holds a number and nothing else; a blank cell is `filled`'s matter.

Full-width digits, thousands separators and a sign count as part of the number (`goi_lint.text.numbers`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.listing import CELL_FACTS, LEADS, cell_facts
from goi_lint.checks.subject import at_cells, the_table
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.typed import TypedDict

NAME = "numeric"
FACTS: Mapping[str, str] = {**CELL_FACTS, "texts": "what stands in the cells, each text once"}
CODES: Mapping[str, tuple[str, ...]] = LEADS


class Params(TypedDict):
    """`table`: key of the table."""

    table: str


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists all cells of the table that hold anything else."""
    table = the_table(report, params["table"])
    if all(table.fields.plains):
        return
    cells = [cell for cell in table.cells.values() if cell.text and not cell.plain]
    if not cells:
        return
    texts = tuple(dict.fromkeys(f"「{cell.text}」" for cell in cells))
    facts = {**cell_facts(table, cells), "texts": texts}
    yield Problem(at_cells(table, cells), facts)
