"""Files of Word 97 that LibreOffice wrote (`tests/data/build_doc.py`), read cell by cell."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from data.listed_docx import LISTED
from data.odd_docx import floating_document, odd_document
from goi_lint.model.document import Block, Document, Grid, GridCell, Paragraph, Picture, Place
from goi_lint.readers import doc, docx

FOLDER = Path(__file__).parents[1] / "data" / "doc"
REPORTS = ("department_2021", "government_2019", "town_2021_upright")


def read(name: str) -> Document:
    return doc.read((FOLDER / f"{name}.doc").read_bytes(), f"{name}.doc")


def written(block: Block) -> Any:
    """Return a block as `build_doc.py` wrote it down."""
    if isinstance(block, Grid):
        return [[cell.text, cell.row, cell.column, cell.rows, cell.columns] for cell in block.cells]
    return block.text


@pytest.mark.parametrize("name", REPORTS)
def test_every_paragraph_and_cell_is_that_of_the_source(name: str) -> None:
    document = read(name)
    expected = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    assert [written(block) for block in document.blocks] == expected
    assert document._replace(blocks=()) == Document(f"{name}.doc", "doc", (), whole=True)


def at(paragraph: int, end: int = 0) -> Place:
    return Place(paragraph=paragraph, end_paragraph=end or paragraph)


def grid(width: int, *cells: tuple[str, int, int, int, int, int]) -> Grid:
    """Return a grid; each cell has its text, paragraph, row, column, rows, columns."""
    made = tuple(GridCell(text, at(place), *rest) for text, place, *rest in cells)
    return Grid(made, width, at(cells[0][1], max(cell[1] for cell in cells)))


ODD = (
    Paragraph("一、标题一", at(1), 1),
    Paragraph("标题二", at(2), 2),
    Paragraph("上一行\n下一行\t制表", at(3)),
    Paragraph("Latin only", at(4)),
    Paragraph("1.编号一", at(5)),
    Paragraph("2.编号二", at(6)),
    Paragraph("网址", at(7)),
    Paragraph("收到申请13件。", at(8)),
    Paragraph("图", at(9)),
    Picture("", at(9)),
    Picture("", at(15)),
    grid(
        4,
        ("并\n行", 11, 0, 0, 3, 1),
        ("并列", 12, 0, 1, 1, 2),
        ("", 13, 0, 3, 1, 1),
        ("5", 15, 1, 1, 1, 1),
        ("", 16, 1, 2, 1, 1),
        ("7", 17, 1, 3, 1, 1),
        ("", 19, 2, 1, 1, 1),
        ("10", 20, 2, 2, 1, 1),
        ("11", 21, 2, 3, 1, 1),
    ),
    Paragraph("表间", at(22)),
    Paragraph("框内段落", at(23)),
    grid(
        2, ("内0", 24, 0, 0, 1, 1), ("内1", 25, 0, 1, 1, 1), ("内2", 26, 1, 0, 1, 1), ("内3", 27, 1, 1, 1, 1)
    ),
    Paragraph("框内之后", at(29)),
    Paragraph("单列", at(30)),
    Paragraph("甲", at(31)),
    Paragraph("乙", at(32)),
    Paragraph("结束", at(33)),
)


def test_headings_lists_fields_changes_pictures_and_tables_in_tables() -> None:
    assert read("odd").blocks == ODD


FLOATING = (
    Paragraph("前", at(1)),
    Paragraph("锚后", at(2)),
    Paragraph("框一", at(3)),
    Paragraph("框二", at(4)),
    Paragraph("锚后", at(5)),
    Paragraph("锚后", at(6)),
    Picture("", at(6)),
    Paragraph("锚后", at(7)),
    Paragraph("框三", at(8)),
    Paragraph("末", at(9)),
)


def test_boxes_of_text_stand_where_they_are_anchored_and_lines_are_no_pictures() -> None:
    assert read("floating").blocks == FLOATING


@pytest.mark.parametrize(("document", "blocks"), [(odd_document(), ODD), (floating_document(), FLOATING)])
def test_the_docx_that_it_was_made_from_says_the_same(document: Any, blocks: tuple[Block, ...]) -> None:
    file = io.BytesIO()
    document.save(file)
    assert docx.read(file.getvalue(), "a.docx").blocks == blocks


def test_numbers_that_word_counts() -> None:
    texts = [block.text for block in read("listed").blocks if isinstance(block, Paragraph)]
    assert texts == [text for _, _, text in LISTED]


def test_content_not_the_extension_tells_the_format() -> None:
    data = (FOLDER / "odd.doc").read_bytes()
    assert doc.read(data, "报告.wps") == Document("报告.wps", "doc", ODD, whole=True)
    assert [doc.recognises(data, name) for name in ("报告.wps", "a.txt", "-")] == [True] * 3
    assert not doc.recognises(b"{\\rtf1 }", "a.doc")
