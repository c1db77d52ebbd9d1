"""No cell of a table is blank.

Nobody reads a blank as 0: a sum that its blanks leave open is named, with what it would come to with 0 in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goi_lint.checks import formula
from goi_lint.checks.listing import CELL_FACTS, LEADS, cell_facts, cell_name
from goi_lint.checks.subject import at_cells, the_table
from goi_lint.errors import ParamFault
from goi_lint.facts import plain_text
from goi_lint.formula import Judgement, Verdict, parse
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.model.table import Cell, Table
from goi_lint.typed import Literal, NotRequired, TypedDict

NAME = "filled"
FACTS: Mapping[str, str] = {
    **CELL_FACTS,
    "open_lead": "introduces `open`: open, or none_open where there are none",
    "open": "sums that blanks leave open: row or column, both sides with blanks as 0, difference in brackets",
}
CODES: Mapping[str, tuple[str, ...]] = {**LEADS, "open_lead": ("open", "none_open")}


class Sum(TypedDict):
    """A sum of the table, as the check `formula` takes it."""

    each: Literal["row", "column"]
    holds: str


class Params(TypedDict):
    """`table`: key of the table; `sums`: what is added up in it."""

    table: str
    sums: NotRequired[Sequence[Sum]]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists all blank cells of the table."""
    table = the_table(report, params["table"])
    if all(table.fields.texts):
        return
    cells = [cell for cell in table.cells.values() if not cell.text]
    left_open = [line for each in params.get("sums", ()) for line in _left_open(table, each)]
    facts = {
        **cell_facts(table, cells),
        "open_lead": "open" if left_open else "none_open",
        "open": "；".join(left_open),
    }
    yield Problem(at_cells(table, cells), facts)


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield what is wrong with the sums."""
    for index, each in enumerate(params.get("sums", ())):
        for fault in formula.verify({"table": params["table"], **each}, forms):
            yield fault._replace(path=("sums", index, *fault.path))


def _left_open(table: Table, each: Sum) -> Iterator[str]:
    """Yield each row or column whose sum is open because of a blank: `自然人 12 ≠ 2（10）`."""
    by_row = each["each"] == "row"
    bound = parse(each["holds"]).bind(table.form.sets)
    for key in dict.fromkeys(cell.row if by_row else cell.column for cell in table.cells.values()):
        places = [(key, name) if by_row else (name, key) for name in bound.names]
        cells = [table.cells[place] for place in places if place in table.cells]
        if len(cells) < len(places) or not any(cell.blank for cell in cells):
            continue
        verdict = bound.evaluate({name: cell.value for name, cell in zip(bound.names, cells, strict=True)})
        if verdict.judgement is Judgement.OPEN:
            yield _written(cells[0], verdict, by_row)


def _written(first: Cell, verdict: Verdict, by_row: bool) -> str:
    label = (first.row_label if by_row else first.column_label) or cell_name(first)
    left, right, difference = map(plain_text, (verdict.left, verdict.right, verdict.difference))
    return f"{label} {left} ≠ {right}（{difference}）"
