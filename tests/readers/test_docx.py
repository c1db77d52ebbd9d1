"""Reports written as Word files: every cell, heading and paragraph is read as it was written."""

from __future__ import annotations

import io
from itertools import product
from random import Random

import docx as python_docx
import pytest

from goi_lint.cases.draft import Draft
from goi_lint.model.document import Document, Grid, Paragraph
from goi_lint.readers import docx
from writing.base import draft
from writing.docx import Merged, merged, printed_grids, write_docx

WAYS: dict[str, dict[str, bool]] = {
    "as usual": {},
    "Word counts the headings": {"numbered": True},
    "with tracked changes": {"tracked": True},
    "headings in plain paragraphs": {"styled": False},
    "tables within a table of one cell": {"nested": True},
    "all at once": {"numbered": True, "tracked": True, "nested": True},
}
REPORTS = list(product(("form_2019", "form_2021"), range(6)))


def cells_read(document: Document) -> list[list[Merged]]:
    return [
        [Merged(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in block.cells]
        for block in document.blocks
        if isinstance(block, Grid)
    ]


def lines_written(report: Draft) -> list[str]:
    parts = [line for part in report.parts for line in (part.heading, *part.paragraphs, *part.notes)]
    return [line for line in (*report.title, *report.front, *parts, *report.closing) if line]


@pytest.mark.parametrize(("form", "seed"), REPORTS)
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_reports_are_read_as_written(form: str, seed: int, way: dict[str, bool]) -> None:
    report = draft(form, Random(seed))
    document = docx.read(write_docx(report, seed=seed, **way), "a.docx")
    assert cells_read(document) == [merged(grid) for grid in printed_grids(report, seed)]
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert [paragraph.text for paragraph in paragraphs] == lines_written(report)
    headings = {part.heading for part in report.parts} if way.get("styled", True) else set()
    assert {paragraph.text for paragraph in paragraphs if paragraph.level == 1} == headings
    assert (document.name, document.format, document.whole) == ("a.docx", "docx", True)


@pytest.mark.parametrize(("form", "seed"), REPORTS)
def test_cells_are_those_that_python_docx_reads(form: str, seed: int) -> None:
    data = write_docx(draft(form, Random(seed)), seed=seed)
    oracle = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in python_docx.Document(io.BytesIO(data)).tables
    ]
    grids = [block for block in docx.read(data, "a.docx").blocks if isinstance(block, Grid)]
    assert [slots(grid) for grid in grids] == oracle


@pytest.mark.parametrize("seed", range(12))
def test_cells_that_python_docx_merged_are_read(seed: int) -> None:
    rng = Random(seed)
    rows, columns = rng.randint(2, 7), rng.randint(2, 7)
    written = python_docx.Document()
    table = written.add_table(rows, columns)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"{number}" if rng.random() < 0.8 else ""
    cut = rng.randrange(1, rows)
    for first, last in ((0, cut - 1), (cut, rows - 1)):
        top, left = rng.randint(first, last), rng.randrange(columns)
        table.cell(top, left).merge(table.cell(rng.randint(top, last), rng.randrange(left, columns)))
    file = io.BytesIO()
    written.save(file)
    (grid,) = docx.read(file.getvalue(), "a.docx").blocks
    assert isinstance(grid, Grid)
    assert slots(grid) == [[without_blank_lines(cell.text) for cell in row.cells] for row in table.rows]


def without_blank_lines(text: str) -> str:
    return "\n".join(filter(None, text.split("\n")))


def slots(grid: Grid) -> list[list[str]]:
    """Return the text of every slot, merged cells repeated."""
    found = [[""] * grid.width for _ in range(max(cell.row + cell.rows for cell in grid.cells))]
    for cell in grid.cells:
        for row in found[cell.row : cell.row + cell.rows]:
            row[cell.column : cell.column + cell.columns] = [cell.text] * cell.columns
    return found
