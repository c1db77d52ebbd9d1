"""Regions to tables: finds where each of the three tables stands and binds it to the form that it follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goi_lint.assemble.binding import Binder
from goi_lint.assemble.evidence import evidence_of, followed, signs_of
from goi_lint.assemble.forms import load_forms
from goi_lint.assemble.items import Item, items_of
from goi_lint.assemble.outline import Region
from goi_lint.assemble.tokens import tokens_of
from goi_lint.assemble.vocabulary import anchors
from goi_lint.model.form import Form
from goi_lint.model.report import FormEvidence, Sign
from goi_lint.model.table import Table
from goi_lint.text.normalise import canonical

_FEWEST_LABELS = 3

Zone = tuple[Region, str, Sequence[Item]]


def read_tables(regions: Sequence[Region], governing: Form | None) -> tuple[dict[str, Table], FormEvidence]:
    """Return the tables by key, and which form they follow; marks in each region what its table covers."""
    zones = _find(regions)
    signs: dict[str, tuple[Sign, ...]] = {}
    for _, key, items in zones:
        signs[key] = signs.get(key, ()) + signs_of(items)
    evidence = evidence_of(signs.values(), governing)
    default = evidence.used or governing or list(load_forms().values())[-1]
    tables: dict[str, Table] = {}
    for region, key, items in zones:
        form = load_forms()[followed(signs[key]) or default.key]
        table = Binder(form.tables[key], form.key).bind(items)
        region.table_lines.append(range(table.place.line or 0, (table.place.end_line or 0) + 1))
        region.table = region.table or key
        if key not in tables or _better(table, tables[key]):
            tables[key] = table
    return tables, evidence


def _find(regions: Sequence[Region]) -> list[Zone]:
    """Return the tables of the parts that carry them; other parts are searched where one was not found there."""
    carrying = {table.part for form in load_forms().values() for table in form.tables.values()}
    likely = [region for region in regions if region.heading and region.heading.part in carrying]
    zones = [zone for region in likely for zone in _zones(region)]
    if len({key for _, key, _ in zones}) == len(carrying):
        return zones
    others = [region for region in regions if not any(region is one for one in likely)]
    return zones + [zone for region in others for zone in _zones(region)]


def _better(table: Table, other: Table) -> bool:
    return len(table.cells) > len(other.cells)


def _zones(region: Region) -> Iterator[Zone]:
    """Cut the items of a region where the labels of another table begin; a few stray labels make no table."""
    items = items_of(tokens_of(region.paragraphs))
    marks = [(index, key) for index, item in enumerate(items) if item.entries and (key := _table_of(item))]
    start = 0
    while start < len(marks):
        key = marks[start][1]
        stop = start
        while stop < len(marks) and marks[stop][1] == key:
            stop += 1
        end = marks[stop][0] if stop < len(marks) else len(items)
        zone = items[marks[start][0] : end]
        if stop - start >= _FEWEST_LABELS and any(item.value or item.blank for item in zone):
            yield region, key, zone[: _last_cell(zone) + 1]
        start = stop


def _table_of(item: Item) -> str | None:
    """Return the table that the item is an anchor of."""
    return anchors().get(canonical(item.entries[0].label.text)) if item.entries else None


def _last_cell(zone: Sequence[Item]) -> int:
    """Return the index of the last label or cell; what follows is no part of the table."""
    last_label = max(index for index, item in enumerate(zone) if item.entries)
    last = last_label
    for index in range(last_label + 1, len(zone)):
        if zone[index].value or zone[index].blank:
            last = index
    return last
