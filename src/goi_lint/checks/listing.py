"""Lists of cells for people: whole columns, whole rows and the rest, each cell named by its printed labels.

Checks that report many cells of one table as one problem share these facts: labels and figures, no words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from goi_lint.model.table import Cell, Table

CELL_FACTS: Mapping[str, str] = {
    "count": "how many cells",
    "columns_lead": "introduces `columns`: whole_columns, or no_columns where there are none",
    "columns": "columns all of whose cells are concerned",
    "rows_lead": "introduces `rows`: whole_rows, or no_rows where there are none",
    "rows": "other rows all of whose cells are concerned",
    "cells_lead": "introduces `cells`: other_cells, or no_cells where whole rows and columns say it all",
    "cells": "the other cells: row／column, cells of one row together",
}
LEADS: Mapping[str, tuple[str, ...]] = {
    "columns_lead": ("whole_columns", "no_columns"),
    "rows_lead": ("whole_rows", "no_rows"),
    "cells_lead": ("other_cells", "no_cells"),
}
_FEWEST = 3
"""Fewer cells than this are named one by one, not as a whole row or column."""


def cell_facts(table: Table, cells: Sequence[Cell], texts: bool = False) -> dict[str, object]:
    """Return the facts of `CELL_FACTS` for some cells; `texts` adds to each what stands in it."""
    columns = _whole(table, cells, "column")
    rest = [cell for cell in cells if cell.column not in columns]
    rows = _whole(table, rest, "row")
    rest = [cell for cell in rest if cell.row not in rows]
    return {
        "count": len(cells),
        "columns_lead": "whole_columns" if columns else "no_columns",
        "columns": "、".join(columns.values()),
        "rows_lead": "whole_rows" if rows else "no_rows",
        "rows": "、".join(rows.values()),
        "cells_lead": "other_cells" if rest else "no_cells",
        "cells": "；".join(_named(rest, texts)),
    }


def cell_name(cell: Cell) -> str:
    """Return a cell's printed labels: `（一）予以公开／总计`."""
    return "／".join(label for label in (cell.row_label, cell.column_label) if label)


def _whole(table: Table, cells: Sequence[Cell], line: str) -> dict[str, str]:
    """Return key and printed label of the rows (or columns) of which every cell is among the cells."""
    sizes: dict[str, int] = {}
    for cell in table.cells.values():
        key = getattr(cell, line)
        sizes[key] = sizes.get(key, 0) + 1
    counts: dict[str, int] = {}
    labels: dict[str, str] = {}
    for cell in cells:
        key = getattr(cell, line)
        counts[key] = counts.get(key, 0) + 1
        labels.setdefault(key, getattr(cell, f"{line}_label"))
    return {
        key: labels[key]
        for key, count in counts.items()
        if count == sizes[key] and count >= _FEWEST and labels[key]
    }


def _named(cells: Sequence[Cell], texts: bool) -> list[str]:
    """Name cells row by row; rows with the same columns (and texts) stand together."""
    by_row: dict[str, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    rows_by_columns: dict[str, list[str]] = {}
    for row in by_row.values():
        columns = "；".join(_named_columns(row, texts))
        rows_by_columns.setdefault(columns, []).append(row[0].row_label)
    return [
        "／".join(part for part in ("、".join(rows), columns) if part)
        for columns, rows in rows_by_columns.items()
    ]


def _named_columns(row: Sequence[Cell], texts: bool) -> list[str]:
    """Name the columns of one row's cells; those of one group stand behind its name: `行政复议／结果维持、结果纠正`."""
    groups: dict[str, list[str]] = {}
    for cell in row:
        group, slash, column = cell.column_label.rpartition("／")
        groups.setdefault(group + slash, []).append(f"{column}「{cell.text}」" if texts else column)
    return [group + "、".join(columns) for group, columns in groups.items()]
