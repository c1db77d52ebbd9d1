"""Make `tests/data/doc/`: reports of the test generator as .doc files of Word 97, and what is in them.

For every `<name>.doc` there is a `<name>.json`: the blocks in reading order, a paragraph as its text, a table as a
list of `[text, row, column, rows, columns]`. Run by hand: python tests/data/build_doc.py (needs soffice, python-docx).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import docx
from docx.enum.section import WD_ORIENT

from data.listed_docx import listed_document
from data.odd_docx import floating_document, odd_document
from goi_lint.cases.decorations import broken, vertical
from goi_lint.cases.draft import Draft
from goi_lint.cases.grid import GridRow, grids
from writing.base import draft
from writing.html import spanned

FOLDER = Path(__file__).parent / "doc"
Cell = tuple[str, int, int, int, int]
Blocks = list[str | list[Cell]]
REPORTS = {
    "government_2019": ("form_2019", 2, "government", False),
    "department_2021": ("form_2021", 3, "department", False),
    "town_2021_upright": ("form_2021", 4, "town", True),
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as made:
        files = []
        for name, (form, seed, kind, upright) in REPORTS.items():
            blocks = list(_blocks(draft(form, Random(seed), kind), Random(seed) if upright else None))
            (FOLDER / f"{name}.json").write_text(
                json.dumps(blocks, ensure_ascii=False, indent=0) + "\n", "utf-8"
            )
            files.append(Path(made) / f"{name}.docx")
            _document(blocks, wide=upright).save(str(files[-1]))
        for name, document in (
            ("odd", odd_document()),
            ("floating", floating_document()),
            ("listed", listed_document()),
        ):
            files.append(Path(made) / f"{name}.docx")
            document.save(str(files[-1]))
        profile = f"-env:UserInstallation={(Path(made) / 'profile').as_uri()}"
        convert = ["soffice", profile, "--headless", "--norestore", "--convert-to", "doc:MS Word 97"]
        subprocess.run([*convert, "--outdir", str(FOLDER), *map(str, files)], check=True)


def _blocks(report: Draft, upright: Random | None) -> Iterator[str | list[Cell]]:
    """Yield the paragraphs and tables of a report; `upright` breaks labels over lines, some of them vertical."""
    yield from (*report.title, *report.front)
    for part in report.parts:
        yield from (part.heading, *part.paragraphs)
        if part.table:
            found = [
                vertical(broken(g, upright), upright) if upright else g
                for g in grids(report.tables[part.table])
            ]
            yield _cells([row for grid in found for row in grid])
        yield from part.notes
    yield from report.closing


def _cells(rows: Sequence[GridRow]) -> list[Cell]:
    return [
        (slot.text, at, column, down, across)
        for at, (row, spans) in enumerate(zip(rows, spanned(rows), strict=True))
        for column, (slot, down, across) in zip(_begun(row), spans, strict=True)
    ]


def _begun(row: GridRow) -> list[int]:
    return [column for column, slot in enumerate(row) if slot.kind not in ("across", "down")]


def _document(blocks: Blocks, *, wide: bool) -> Any:
    document = docx.Document()
    if wide:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            _table(document, block)
    return document


def _table(document: Any, cells: Sequence[Cell]) -> None:
    height = max(row + rows for _, row, _, rows, _ in cells)
    width = max(column + columns for _, _, column, _, columns in cells)
    table = document.add_table(height, width, "Table Grid")
    for text, row, column, rows, columns in cells:
        cell = table.cell(row, column)
        if rows > 1 or columns > 1:
            cell = cell.merge(table.cell(row + rows - 1, column + columns - 1))
        cell.text = text


if __name__ == "__main__":
    main()
