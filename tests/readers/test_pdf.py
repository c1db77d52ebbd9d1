"""PDFs of LibreOffice and Chromium (`tests/data/build_pdf.py`): what was printed is read, cell by cell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pdfplumber
import pytest

from goi_lint.model.document import Block, Document, Grid
from goi_lint.readers import pdf

FILES = sorted((Path(__file__).parents[1] / "data" / "pdf").glob("*.pdf"))
PLAIN = [path for path in FILES if not path.stem.endswith(("heads", "cut"))]
"""Files in which pdfplumber, that reads page by page, finds every number once and whole."""


def solid(text: str) -> str:
    """Return the text without blanks and line breaks: those are the printer's."""
    return "".join(text.split())


def content(block: Block) -> object:
    if isinstance(block, Grid):
        return [[solid(cell.text), cell.row, cell.column, cell.rows, cell.columns] for cell in block.cells]
    return solid(block.text)


def read(path: Path) -> Document:
    return pdf.read(path.read_bytes(), path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_printed_is_read(path: Path) -> None:
    expected = [
        solid(part) if isinstance(part, str) else [[solid(text), *at] for text, *at in part]
        for part in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    ]
    assert [content(block) for block in read(path).blocks] == expected


def numbers(texts: Iterable[str | None]) -> list[str]:
    """Return the texts that are numbers: no page cuts them."""
    found = (solid(text or "") for text in texts)
    return [text for text in found if text and not text.strip("-.0123456789")]


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_numbers_are_those_that_pdfplumber_finds(path: Path) -> None:
    with pdfplumber.open(path) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
    expected = numbers(cell for table in tables for row in table for cell in row)
    grids = [block for block in read(path).blocks if isinstance(block, Grid)]
    assert numbers(cell.text for grid in grids for cell in grid.cells) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_place_is_known(path: Path) -> None:
    document = read(path)
    cells = [
        item for block in document.blocks for item in (block.cells if isinstance(block, Grid) else (block,))
    ]
    assert [cell.place.paragraph for cell in cells] == list(range(1, len(cells) + 1))
    assert all(cell.place.page for cell in cells)
    assert document.whole
