"""Rows with cell edges of their own become a grid."""

from __future__ import annotations

import pytest

from goi_lint.errors import ReadError, Words
from goi_lint.model.document import Grid, Paragraph, Picture, Place
from goi_lint.readers.doc_properties import Row
from goi_lint.readers.doc_tables import WordCell, WordRow, blocks_of

PLACE = Place(paragraph=1, end_paragraph=1)
DOWN, RESTART = 0x20, 0x60


def row(texts: str, edges: tuple[int, ...] | None, merged: tuple[int, ...] = ()) -> WordRow:
    """Return a row of cells with one character each, `_` for a blank one."""
    cells = [WordCell([] if text == "_" else [Paragraph(text, PLACE)], PLACE) for text in texts]
    return WordRow(cells, Row(edges, merged or (0,) * len(texts)) if edges else None)


TABLES = {
    "columns follow from all rows": (
        [row("ab", (0, 1000, 3000)), row("cd", (0, 2000, 3000))],
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 2), ("c", 1, 0, 1, 2), ("d", 1, 2, 1, 1)],
    ),
    "edges dragged a little apart are one": (
        [row("ab", (0, 1000, 2000)), row("cd", (-40, 1060, 2010)), row("ef", (5, 1020, 1980))],
        [(text, number // 2, number % 2, 1, 1) for number, text in enumerate("abcdef")],
    ),
    "a narrow column of one row is one": (
        [row("abc", (0, 1000, 1060, 2000)), row("de", (0, 1000, 2000))],
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 0, 2, 1, 1), ("d", 1, 0, 1, 1), ("e", 1, 1, 1, 2)],
    ),
    "a row that begins further right": (
        [row("abc", (0, 1000, 2000, 3000)), row("d", (1000, 3000))],
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 0, 2, 1, 1), ("d", 1, 1, 1, 2)],
    ),
    "merged down": (
        [
            row("ab", (0, 1000, 2000), (RESTART, 0)),
            row("_c", (0, 1000, 2000), (DOWN, 0)),
            row("_d", (0, 1000, 2000), (DOWN, 0)),
            row("ef", (0, 1000, 2000), (RESTART, 0)),
        ],
        [
            ("a", 0, 0, 3, 1),
            ("b", 0, 1, 1, 1),
            ("c", 1, 1, 1, 1),
            ("d", 2, 1, 1, 1),
            ("e", 3, 0, 1, 1),
            ("f", 3, 1, 1, 1),
        ],
    ),
    "merged down below nothing": (
        [row("ab", (0, 1000, 2000)), row("_c", (0, 1000, 2000), (DOWN, 0))],
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("", 1, 0, 1, 1), ("c", 1, 1, 1, 1)],
    ),
    "merged down below a wider cell": (
        [row("ab", (0, 2000, 3000), (RESTART, 0)), row("_cd", (0, 1000, 2000, 3000), (DOWN, 0, 0))],
        [("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1), ("", 1, 0, 1, 1), ("c", 1, 1, 1, 1), ("d", 1, 2, 1, 1)],
    ),
    "merged across by its flags": (
        [
            row("a__b", (0, 1, 1000, 2000, 3000), (1, 2, 2, 0)),
            row("c_d_", (0, 1, 1000, 2000, 3000), (2, 1, 2, 1)),
        ],
        [("a", 0, 0, 1, 3), ("b", 0, 3, 1, 1), ("c", 1, 0, 1, 2), ("d", 1, 2, 1, 2)],
    ),
    "a row without edges is as the others": (
        [row("ab", (0, 1000, 3000)), row("cd", None), row("ef", (0, 2000, 3000))],
        [
            ("a", 0, 0, 1, 1),
            ("b", 0, 1, 1, 2),
            ("c", 1, 0, 1, 2),
            ("d", 1, 2, 1, 1),
            ("e", 2, 0, 1, 2),
            ("f", 2, 2, 1, 1),
        ],
    ),
    "no row has edges": (
        [row("abc", None), row("de", None)],
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 0, 2, 1, 1), ("d", 1, 0, 1, 1), ("e", 1, 1, 1, 1)],
    ),
    "edges that go back are none": (
        [row("ab", (0, 2000, 1000)), row("cd", (0, 1000, 2000))],
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)],
    ),
}


@pytest.mark.parametrize(("rows", "cells"), TABLES.values(), ids=TABLES)
def test_grids(rows: list[WordRow], cells: list[tuple[str, int, int, int, int]]) -> None:
    (grid,) = blocks_of(rows)
    assert isinstance(grid, Grid)
    assert [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in grid.cells] == cells
    assert grid.width == max(column + columns for _, _, column, _, columns in cells)


PICTURE = Picture("", PLACE)
A, B = Paragraph("a", PLACE), Paragraph("b", PLACE)
INNER = Grid((), 2, PLACE)
LAYOUT = {
    "one cell": ([WordRow([WordCell([A, PICTURE, B], PLACE)], None)], [A, PICTURE, B]),
    "one column": ([row("a", (0, 9)), row("_", (0, 9)), row("b", (0, 9))], [A, B]),
    "a table inside": ([WordRow([WordCell([A], PLACE), WordCell([INNER, B], PLACE)], None)], [A, INNER, B]),
    "nothing": ([row("__", (0, 9, 99))], None),
}


@pytest.mark.parametrize(("rows", "blocks"), LAYOUT.values(), ids=LAYOUT)
def test_what_serves_the_layout_is_no_grid(rows: list[WordRow], blocks: list[object] | None) -> None:
    found = blocks_of(rows)
    assert (found if blocks else len(found)) == (blocks or 1)


def test_pictures_stand_before_the_grid() -> None:
    cells = [WordCell([A], PLACE), WordCell([PICTURE], PLACE)]
    assert blocks_of([WordRow(cells, None)])[0] == PICTURE


def test_a_table_may_not_be_boundless() -> None:
    wide = WordRow([WordCell([], PLACE)] * 60, Row(tuple(range(61)), (0,) * 60))
    rows = [wide._replace(shape=Row(tuple(range(n, 61 + n)), (0,) * 60)) for n in range(0, 100_000, 61)]
    with pytest.raises(ReadError) as error:
        blocks_of(rows)
    assert error.value.cause == Words(
        "表格过大（上限 500000 格）", "a table is too large (at most 500000 cells)"
    )
