"""The official form as types; the forms themselves are data (`goi_lint/forms/*.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from goi_lint.errors import Words
from goi_lint.tuples import NamedTuple


class Holds(StrEnum):
    """What a column's cells hold."""

    COUNT = "count"
    """A whole number, not negative."""
    CHANGE = "change"
    """A whole number with a sign (本年增/减)."""
    AMOUNT = "amount"
    """An amount of money in 万元, not negative."""


class PartForm(NamedTuple):
    """One of the six parts: its number, its two equally official titles, the table it carries."""

    number: int
    short: str
    long: str | None
    table: str | None


class FormLabel(NamedTuple):
    """A label of the form: `key` is its name in formulas, `text` the official wording.

    `variants` are wordings that count as official too (a printed unit, for instance); `path` holds the labels of
    the groups above it, outermost first; `short` is what people call it within a sum.
    """

    key: str
    text: str
    variants: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    short: str = ""


class FormColumn(NamedTuple):
    """One value column of a block; `group` is the key of the group of columns right above it."""

    label: FormLabel
    holds: Holds
    group: str | None = None


class FormRow(NamedTuple):
    """One data row of a block; `group` is the key of the group of rows right above it; the row without label is ''."""

    label: FormLabel
    group: str | None = None


class FormBlock(NamedTuple):
    """A part of a table with its own header: title (may be None), corner labels, columns and rows in printed order."""

    key: str
    title: FormLabel | None
    corners: tuple[FormLabel, ...]
    columns: tuple[FormColumn, ...]
    column_groups: tuple[FormLabel, ...]
    rows: tuple[FormRow, ...]
    row_groups: tuple[FormLabel, ...]


class FormTable(NamedTuple):
    """One of the three tables; `sets` names sets of row or column keys for formulas (`sum(leaves)`)."""

    key: str
    part: int
    name: str
    """How people call it: 表二, 表三, 表四."""
    blocks: tuple[FormBlock, ...]
    sets: Mapping[str, tuple[str, ...]]

    @property
    def rows(self) -> tuple[FormRow, ...]:
        """All data rows in printed order."""
        return tuple(row for block in self.blocks for row in block.rows)

    @property
    def columns(self) -> tuple[FormColumn, ...]:
        """All value columns in printed order; blocks with the same columns share their keys, each key once."""
        seen: dict[str, FormColumn] = {}
        for block in self.blocks:
            for column in block.columns:
                seen.setdefault(column.label.key, column)
        return tuple(seen.values())


class Form(NamedTuple):
    """A national form: the report years it governs (bounds included, None is open), its notice, parts and tables."""

    key: str
    name: Words
    first_year: int
    last_year: int | None
    notice: str
    """Number of the national notice: 国办公开办函〔2021〕30号."""
    parts: tuple[PartForm, ...]
    tables: Mapping[str, FormTable]
    telltales: tuple[str, ...]
    """Labels that stand in this form's tables only."""

    def governs(self, year: int) -> bool:
        """Tell whether this form governs reports of that year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


_keys: dict[tuple[str, str], tuple[str, str]] = {}
"""The keys of cells, each by itself."""


def cell_key(row: str, column: str) -> tuple[str, str]:
    """Return the key of a cell of a form, the same object each time: to look these up takes half as long."""
    return _keys.setdefault((row, column), (row, column))


_Places = tuple[tuple[str, str], ...]
_places: dict[int, tuple[FormTable, _Places]] = {}
"""By identity of the form's table, which is kept so that no other one gets its identity."""


def places_of(form: FormTable) -> _Places:
    """Return the (row key, column key) of every cell of a form's table, in printed order."""
    kept = _places.get(id(form))
    if kept is None:
        cells = tuple(
            cell_key(row.label.key, column.label.key)
            for block in form.blocks
            for row in block.rows
            for column in block.columns
        )
        kept = _places[id(form)] = (form, cells)
    return kept[1]
