"""Rows and columns stand in the form's order, and none is added.

Rows are told by their labels, columns by the cells bound to them: a header of several rows may print 总计 before 自然人
and yet mean the last column. Of rows that stand several times the first counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goi_lint.checks.subject import at_column, at_label, at_table, not_mixed, the_table
from goi_lint.model.finding import Location, Problem
from goi_lint.model.form import FormBlock
from goi_lint.model.report import Report
from goi_lint.model.table import ExtraRow, Label, LabelKind, Table
from goi_lint.text.normalise import without_numbering
from goi_lint.tuples import NamedTuple
from goi_lint.typed import NotRequired, TypedDict

NAME = "rows_ordered"
FACTS: Mapping[str, str] = {
    "moved_lead": "introduces `moved`: moved, or none_moved",
    "moved": "printed labels out of order: the fewest that, put in their places, restore the order",
    "added_lead": "introduces `added`: added, or none_added",
    "added": "printed labels of rows and columns that the form does not have",
}
CODES: Mapping[str, tuple[str, ...]] = {
    "moved_lead": ("moved", "none_moved"),
    "added_lead": ("added", "none_added"),
}


class Moved(NamedTuple):
    """A block, row or column that stands out of order."""

    label: str
    location: Location


class Params(TypedDict):
    """`table`: key of the table; `allowed`: labels of local rows and columns that may stand in it."""

    table: str
    allowed: NotRequired[list[str]]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists what is out of order and what is added; mixed forms are not asked."""
    table = the_table(report, params["table"])
    not_mixed(report)
    moved = list(_moved(table))
    added = _added(table, params.get("allowed", ()))
    if not moved and not added:
        return
    facts = {
        "moved_lead": "moved" if moved else "none_moved",
        "moved": "；".join(one.label for one in moved),
        "added_lead": "added" if added else "none_added",
        "added": "；".join(row.label for row in added),
    }
    if len(moved) == 1 and not added:
        yield Problem(moved[0].location, facts)
    else:
        yield Problem(at_table(table, moved[0].location.place if moved else added[0].place), facts)


def _added(table: Table, allowed: Sequence[str]) -> Sequence[ExtraRow]:
    """Return what is added and not allowed."""
    if not allowed:
        return table.extra
    return [row for row in table.extra if not any(is_local_label(row.label, label) for label in allowed)]


def is_local_label(printed: str, label: str) -> bool:
    """Tell whether a printed label is one that the form does not know but a rule does.

    Blanks, width and numbering do not matter. Of a label broken over lines the end may be all that was told from the
    cells before it, for nobody knows its wording then: 文件 may be 其他主动公开文件.
    """
    found, wanted = without_numbering(printed), without_numbering(label)
    return found == wanted or (len(found) > 1 and wanted.endswith(found))


def _moved(table: Table) -> Iterator[Moved]:
    """Yield what is out of order: blocks, then rows and columns, block by block."""
    if table.regular:
        return
    titles = _first(label for label in table.labels if label.kind is LabelKind.BLOCK)
    for key in out_of_order(titles, [block.key for block in table.form.blocks]):
        yield Moved(titles[key].printed, at_label(table, titles[key]))
    for block in table.form.blocks:
        yield from _moved_in(block, table)


def _moved_in(block: FormBlock, table: Table) -> Iterator[Moved]:
    order = [row.label.key for row in block.rows]
    rows = _first(label for label in table.labels if label.key in order and label.kind is LabelKind.ROW)
    for key in out_of_order(rows, order):
        yield Moved(rows[key].printed, at_label(table, rows[key]))
    bound = next((key for key, _ in table.cells if key in order), None)
    columns = {column: cell.column_label for (row, column), cell in table.cells.items() if row == bound}
    for key in out_of_order(columns, [column.label.key for column in block.columns]):
        yield Moved(columns[key], at_column(table, key))


def _first(labels: Iterable[Label]) -> dict[str, Label]:
    """Return the labels by key in printed order, of several with one key the first."""
    first: dict[str, Label] = {}
    for label in labels:
        first.setdefault(label.key, label)
    return first


def out_of_order(printed: Iterable[str], order: Sequence[str]) -> list[str]:
    """Return the fewest of the printed keys without which the others stand in order."""
    rank = {key: index for index, key in enumerate(order)}
    keys = [key for key in printed if key in rank]
    ranks = [rank[key] for key in keys]
    if ranks == sorted(ranks):
        return []
    kept = _longest_rise(ranks)
    return [key for index, key in enumerate(keys) if index not in kept]


def _longest_rise(ranks: Sequence[int]) -> set[int]:
    """Return the places of the longest rising subsequence."""
    from bisect import bisect_left

    ends: list[int] = []
    before: list[int] = []
    for place, rank in enumerate(ranks):
        at = bisect_left(ends, rank, key=ranks.__getitem__)
        before.append(ends[at - 1] if at else -1)
        ends[at : at + 1] = [place]
    kept: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept
