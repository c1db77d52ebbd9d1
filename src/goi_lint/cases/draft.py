"""A report as its author has it: parts, tables as cell texts, before it is written down in some flavour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from goi_lint import forms
from goi_lint.text.yaml_file import plain
from goi_lint.typed import Any

NUMERALS = "零一二三四五六七八九十"
TABLES = {2: "disclosure", 3: "requests", 4: "review"}


@dataclass(frozen=True, slots=True)
class Column:
    """A value column; `groups` are the keys of the column groups above it, outermost first."""

    key: str
    label: str
    holds: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A data row with its cell texts in column order; an empty text is a blank cell."""

    key: str
    label: str
    cells: tuple[str, ...]
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a table with its own header; `group_labels` are those of row and column groups."""

    key: str
    title: str
    corners: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    group_labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """One of the three tables."""

    key: str
    blocks: tuple[Block, ...]

    def cells(self) -> dict[tuple[str, str], str]:
        """Return the cell texts by (row key, column key)."""
        found = {}
        for block in self.blocks:
            for row in block.rows:
                found.update({(row.key, column.key): text for column, text in _pairs(block, row)})
        return found

    def with_cells(self, texts: Mapping[tuple[str, str], str]) -> Table:
        """Return the table with those cells changed."""
        return replace(self, blocks=tuple(_refilled(block, texts) for block in self.blocks))


@dataclass(frozen=True, slots=True)
class Part:
    """One part: heading line (empty: none), paragraphs, key of its table, paragraphs after that."""

    number: int
    heading: str
    paragraphs: tuple[str, ...] = ()
    table: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole report; `form` is the form that its tables follow."""

    form: str
    title: tuple[str, ...]
    front: tuple[str, ...]
    parts: tuple[Part, ...]
    tables: Mapping[str, Table] = field(default_factory=dict)
    closing: tuple[str, ...] = ()

    def cells(self) -> dict[tuple[str, str, str], str]:
        """Return all cell texts by (table, row, column)."""
        return {
            (key, *address): text
            for key, table in self.tables.items()
            for address, text in table.cells().items()
        }

    def with_table(self, table: Table) -> Draft:
        """Return the draft with one table exchanged."""
        return replace(self, tables={**self.tables, table.key: table})

    def part(self, number: int) -> Part:
        """Return the first part of that number."""
        return next(part for part in self.parts if part.number == number)


def _pairs(block: Block, row: Row) -> Iterator[tuple[Column, str]]:
    return zip(block.columns, row.cells, strict=True)


def _refilled(block: Block, texts: Mapping[tuple[str, str], str]) -> Block:
    rows = tuple(
        replace(
            row,
            cells=tuple(texts.get((row.key, column.key), text) for column, text in _pairs(block, row)),
        )
        for row in block.rows
    )
    return replace(block, rows=rows)


_FORMS = Path(next(iter(forms.__path__)))


def form_names() -> list[str]:
    """Return the names of all forms, the oldest first."""
    return sorted(path.stem for path in _FORMS.glob("*.yaml"))


@lru_cache(maxsize=4)
def form_data(form: str) -> Any:
    """Return the form's YAML."""
    return plain(_FORMS / f"{form}.yaml")


def blank_table(form: str, key: str) -> Table:
    """Return a table of the form with its official labels and every cell blank."""
    return Table(key, tuple(_block(block) for block in form_data(form)["tables"][key]["blocks"]))


def _block(data: Any) -> Block:
    labels: dict[str, str] = {}
    columns = tuple(
        Column(leaf["key"], leaf["label"], leaf["holds"], groups)
        for leaf, groups in _leaves(data["columns"], "columns", (), labels)
    )
    rows = tuple(
        Row(leaf["key"], leaf["label"], ("",) * len(columns), groups)
        for leaf, groups in _leaves(data["rows"], "rows", (), labels)
    )
    return Block(data["key"], data.get("title", ""), tuple(data.get("corners", ())), columns, rows, labels)


def _leaves(
    nodes: list[Any], inner: str, groups: tuple[str, ...], labels: dict[str, str]
) -> Iterator[tuple[Any, tuple[str, ...]]]:
    for node in nodes:
        if inner in node:
            labels[node["key"]] = node["label"]
            yield from _leaves(node[inner], inner, (*groups, node["key"]), labels)
        else:
            yield node, groups
