"""Rows and columns stand in the form's order, and none is added.

Of the columns only siblings are compared: flat text prints a header of two rows with 总计 before
商业企业, and that is its order. Of labels that stand several times (a repeated header) the first counts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypedDict

from goi_lint.checks.subject import at_label, at_table, not_mixed, the_table
from goi_lint.model.finding import Problem
from goi_lint.model.form import FormBlock
from goi_lint.model.report import Label, LabelKind, Report, Table

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
_HEADER = (LabelKind.COLUMN, LabelKind.COLUMN_GROUP)


class Params(TypedDict):
    """`table`: key of the table."""

    table: str


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that lists what is out of order and what is added; mixed forms are not asked."""
    table = the_table(report, params["table"])
    not_mixed(report)
    moved = list(_moved(table))
    if not moved and not table.extra:
        return
    facts = {
        "moved_lead": "moved" if moved else "none_moved",
        "moved": "；".join(label.printed for label in moved),
        "added_lead": "added" if table.extra else "none_added",
        "added": "；".join(row.label for row in table.extra),
    }
    if len(moved) == 1 and not table.extra:
        yield Problem(at_label(table, moved[0]), facts)
    else:
        yield Problem(at_table(table, moved[0].place if moved else table.extra[0].place), facts)


def _moved(table: Table) -> Iterator[Label]:
    """Yield the labels out of order: blocks, then rows and siblings of the header, block by block."""
    titles = _first(label for label in table.labels if label.kind is LabelKind.BLOCK)
    yield from _out_of_order(titles, [block.title.key for block in table.form.blocks if block.title])
    for block in table.form.blocks:
        inside = [label for label in table.labels if label.block == block.key]
        rows = _first(label for label in inside if label.kind is LabelKind.ROW)
        yield from _out_of_order(rows, [row.label.key for row in block.rows])
        header = _first(label for label in inside if label.kind in _HEADER)
        for siblings in _siblings(block):
            yield from _out_of_order(header, siblings)


def _first(labels: Iterable[Label]) -> dict[str, Label]:
    """Return the labels by key in printed order, of several with one key the first."""
    first: dict[str, Label] = {}
    for label in labels:
        first.setdefault(label.key, label)
    return first


def _siblings(block: FormBlock) -> Iterable[list[str]]:
    """Return the keys of columns and groups right under each group (and under none), in order."""
    by_path: dict[tuple[str, ...], list[str]] = {}
    groups = {(*group.path, group.text): group.key for group in block.column_groups}
    for column in block.columns:
        path = column.label.path
        for depth in range(len(path)):
            outer = by_path.setdefault(path[:depth], [])
            key = groups[path[: depth + 1]]
            if key not in outer:
                outer.append(key)
        by_path.setdefault(path, []).append(column.label.key)
    return by_path.values()


def _out_of_order(labels: Mapping[str, Label], order: Sequence[str]) -> list[Label]:
    """Return the fewest labels without which the others, given in printed order, are in order."""
    rank = {key: index for index, key in enumerate(order)}
    printed = [label for key, label in labels.items() if key in rank]
    kept = _longest_rise([rank[label.key] for label in printed])
    return [label for index, label in enumerate(printed) if index not in kept]


def _longest_rise(ranks: Sequence[int]) -> set[int]:
    """Return the places of the longest rising subsequence."""
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
