"""Regions to tables: finds where each of the three tables stands and binds it to the form that it follows."""

from __future__ import annotations

from collections.abc import Sequence

from goi_lint.assemble.binding import short_names
from goi_lint.assemble.evidence import evidence_of, followed
from goi_lint.assemble.forms import load_forms
from goi_lint.assemble.layouts import Zone
from goi_lint.assemble.outline import Region
from goi_lint.assemble.pouring import Given, pour
from goi_lint.assemble.stencils import zones_in
from goi_lint.model.document import Grid, Paragraph
from goi_lint.model.form import Form
from goi_lint.model.report import FormEvidence, Sign
from goi_lint.model.table import Table, Unbound, UnboundRow
from goi_lint.tuples import NamedTuple


class Found(NamedTuple):
    """A table that was found in a region, and the indexes of the blocks that it covers there."""

    region: Region
    given: Given
    zone: Zone
    covered: range


def read_tables(
    regions: Sequence[Region], governing: Form | None, sure: bool = True
) -> tuple[dict[str, Table], FormEvidence]:
    """Return the tables by key, and which form they follow; marks in each region what its table covers.

    `sure` says that tabs in the text part cells for certain.
    """
    found = _find(regions)
    signs: dict[str, tuple[Sign, ...]] = {}
    for _, given, zone, _ in found:
        signs[zone.key] = (*signs.get(zone.key, ()), *zone.signs.signs_in(given))
    evidence = evidence_of(signs.values(), governing)
    default = evidence.used or governing or list(load_forms().values())[-1]
    tables: dict[str, Table] = {}
    for region, given, zone, covered in found:
        form = load_forms()[followed(signs[zone.key]) or default.key]
        table = pour(zone.bound(form), given)
        if not (_is_sure(region.blocks[covered.start : covered.stop], sure) or _is_certain(table)):
            table = _blurred(table, form)
        region.covered.append(covered)
        region.table = region.table or zone.key
        if zone.key not in tables or _better(table, tables[zone.key]):
            tables[zone.key] = table
    return tables, evidence


def _find(regions: Sequence[Region]) -> list[Found]:
    """Return the tables of the parts that carry them; other parts are searched where one was not found there."""
    carrying = {table.part for form in load_forms().values() for table in form.tables.values()}
    likely = [region for region in regions if region.heading and region.heading.part in carrying]
    found = [one for region in likely for one in _found_in(region)]
    if len({one.zone.key for one in found}) == len(carrying):
        return found
    others = [region for region in regions if not any(region is one for one in likely)]
    return found + [one for region in others for one in _found_in(region)]


def _found_in(region: Region) -> list[Found]:
    given, zones = zones_in(region.blocks)
    return [Found(region, given, zone, covered) for zone, covered in zones]


def _is_sure(blocks: Sequence[Paragraph | Grid], sure: bool) -> bool:
    if sure and Grid not in set(map(type, blocks)):
        return True
    return all(block.sure if isinstance(block, Grid) else sure or "\t" not in block.text for block in blocks)


def _is_certain(table: Table) -> bool:
    """Tell whether a table fits the form so well that its rows and columns must have been told apart rightly."""
    return table.complete and not table.extra and table.exact


def _blurred(table: Table, form: Form) -> Table:
    """Return the table with nothing bound: what was taken for a label may be pieces of two."""
    names = short_names(form.key, table.key)
    rows = (row.label.key for block in table.form.blocks for row in block.rows)
    unbound = tuple(UnboundRow(key, names[key], Unbound.LAYOUT, (), 0, table.place) for key in rows)
    return table._replace(cells={}, labels=(), extra=(), unbound=unbound, missing_rows=(), missing_columns=())


def _better(table: Table, other: Table) -> bool:
    return len(table.cells) > len(other.cells)
