"""Regions to tables: finds where each of the three tables stands and binds it to the form that it follows."""

from __future__ import annotations

from collections.abc import Sequence

from goi_lint.assemble.evidence import evidence_of, followed
from goi_lint.assemble.forms import load_forms
from goi_lint.assemble.layouts import Sheet, Zone, zones_of
from goi_lint.assemble.outline import Region
from goi_lint.assemble.pouring import pour
from goi_lint.assemble.tokens import Token, tokens_of
from goi_lint.model.form import Form
from goi_lint.model.report import FormEvidence, Sign
from goi_lint.model.table import Table

Found = tuple[Region, Sequence[Token], Zone]


def read_tables(regions: Sequence[Region], governing: Form | None) -> tuple[dict[str, Table], FormEvidence]:
    """Return the tables by key, and which form they follow; marks in each region what its table covers."""
    found = _find(regions)
    signs: dict[str, tuple[Sign, ...]] = {}
    for _, tokens, zone in found:
        signs[zone.key] = signs.get(zone.key, ()) + tuple(sign.sign_in(tokens) for sign in zone.signs)
    evidence = evidence_of(signs.values(), governing)
    default = evidence.used or governing or list(load_forms().values())[-1]
    tables: dict[str, Table] = {}
    for region, tokens, zone in found:
        form = load_forms()[followed(signs[zone.key]) or default.key]
        table = pour(zone.bound(form), tokens)
        region.covered.append(zone.blocks_in(tokens))
        region.table = region.table or zone.key
        if zone.key not in tables or _better(table, tables[zone.key]):
            tables[zone.key] = table
    return tables, evidence


def _find(regions: Sequence[Region]) -> list[Found]:
    """Return the tables of the parts that carry them; other parts are searched where one was not found there."""
    carrying = {table.part for form in load_forms().values() for table in form.tables.values()}
    likely = [region for region in regions if region.heading and region.heading.part in carrying]
    found = [one for region in likely for one in _zones_in(region)]
    if len({zone.key for _, _, zone in found}) == len(carrying):
        return found
    others = [region for region in regions if not any(region is one for one in likely)]
    return found + [one for region in others for one in _zones_in(region)]


def _zones_in(region: Region) -> list[Found]:
    tokens = tokens_of(region.blocks)
    return [(region, tokens, zone) for zone in zones_of(Sheet(tokens))]


def _better(table: Table, other: Table) -> bool:
    return len(table.cells) > len(other.cells)
