"""Only bodies that may make a kind of document count any of it (规章 in table 二)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goi_lint.checks.listing import CELL_FACTS, LEADS, cell_facts
from goi_lint.checks.subject import at_cells, the_table
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Identity, Report
from goi_lint.typed import NotRequired, TypedDict

NAME = "entitled"
FACTS: Mapping[str, str] = {**CELL_FACTS, "body": "the body, as the report names it"}
CODES: Mapping[str, tuple[str, ...]] = LEADS


class Params(TypedDict):
    """`row`: key of the row in `table`; `levels`, `ranks`: a body of one of both may make what it counts.

    `never`: levels that may not, whatever their rank.
    """

    table: str
    row: str
    levels: Sequence[str]
    ranks: Sequence[str]
    never: NotRequired[Sequence[str]]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem where the row of a body that may not make such documents counts any."""
    table = the_table(report, params["table"])
    if _may(report.identity, params):
        return
    values = table.fields.values.items()
    places = [at for at, value in values if at[0] == params["row"] and value is not None and value > 0]
    if places:
        cells = [table.cells[at] for at in places]
        facts = {**cell_facts(table, cells, texts=True), "body": report.identity.body or ""}
        yield Problem(at_cells(table, cells), facts)


def _may(identity: Identity, params: Params) -> bool:
    """Tell whether the body is one of those that may; raise `AbsentError` where the report leaves it open."""
    level, rank = identity.level, identity.rank
    if level in params.get("never", ()) or (rank is not None and rank not in params["ranks"]):
        return False
    if rank is None or level is None:
        raise AbsentError(Words("公开主体的层级不明", "the rank of the body is not known"))
    return level in params["levels"]
