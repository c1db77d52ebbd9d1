from __future__ import annotations

import json
from pathlib import Path

import pytest

from goi_lint.model.document import Block, Document, Grid
from goi_lint.readers import pdf

FILES = sorted((Path(__file__).parents[1] / "data" / "pdf").glob("*.pdf"))


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
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    expected = [
        solid(part) if isinstance(part, str) else [[solid(text), *at] for text, *at in part]
        for part in expected
    ]
    assert [content(block) for block in read(path).blocks] == expected
