"""Tables of a Word file: merged cells, changed rows, layout."""

from __future__ import annotations

import pytest

from goi_lint.model.document import Block, Grid, Paragraph
from goi_lint.readers import docx
from writing.docx import package, run

BY = 'w:id="1" w:author="审核"'
DOWN, BEGIN = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'
PICTURE = '<w:r><w:pict><v:shape xmlns:v="v" alt="图"><v:imagedata/></v:shape></w:pict></w:r>'


def tc(text: str = "", properties: str = "") -> str:
    paragraphs = "".join(f"<w:p>{run(line) if line else ''}</w:p>" for line in text.split("|"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def shown(block: Block) -> str | list[str]:
    """Return a paragraph as its text, a picture as `[text]`, a grid as `row,column(+span): text` of each cell."""
    if isinstance(block, Grid):
        return [
            f"{cell.row},{cell.column}{f'+{cell.rows}x{cell.columns}' * (cell.rows * cell.columns > 1)}: {cell.text}"
            for cell in block.cells
        ]
    return block.text if isinstance(block, Paragraph) else f"[{block.text}]"


TWO_BY_TWO = tbl(tr(tc("甲"), tc("乙")), tr(tc("丙"), tc("丁")))
SQUARE = ["0,0: 甲", "0,1: 乙", "1,0: 丙", "1,1: 丁"]
TABLES = {
    "plain": (TWO_BY_TWO, [SQUARE]),
    "cells of several lines and paragraphs": (
        tbl(tr(tc("自\n然|人"), tc("|0||"))),
        [["0,0: 自\n然\n人", "0,1: 0"]],
    ),
    "blank cells": (
        tbl(tr(tc(), tc(" \u00a0\u3000|")), tr("<w:tc/>", tc("0"))),
        [["0,0: ", "0,1: ", "1,0: ", "1,1: 0"]],
    ),
    "cells across": (
        tbl(tr(tc("甲", span(2)), tc("乙")), tr(tc("丙"), tc("丁"), tc("戊"))),
        [["0,0+1x2: 甲", "0,2: 乙", "1,0: 丙", "1,1: 丁", "1,2: 戊"]],
    ),
    "cells down": (
        tbl(tr(tc("甲", BEGIN), tc("乙")), tr(tc("", DOWN), tc("丙")), tr(tc("", DOWN), tc("丁"))),
        [["0,0+3x1: 甲", "0,1: 乙", "1,1: 丙", "2,1: 丁"]],
    ),
    "cells across and down": (
        tbl(tr(tc("甲", span(2) + BEGIN), tc("乙")), tr(tc("", span(2) + DOWN), tc("丙"))),
        [["0,0+2x2: 甲", "0,2: 乙", "1,2: 丙"]],
    ),
    "one merged cell right below another": (
        tbl(
            *(
                tr(tc(text, mark), tc("0"))
                for text, mark in (("甲", BEGIN), ("", DOWN), ("乙", BEGIN), ("", DOWN))
            )
        ),
        [["0,0+2x1: 甲", "0,1: 0", "1,1: 0", "2,0+2x1: 乙", "2,1: 0", "3,1: 0"]],
    ),
    "what a covered cell holds is not shown": (
        tbl(tr(tc("甲", BEGIN), tc("乙")), tr(tc("旧", DOWN), tc("丙"))),
        [["0,0+2x1: 甲", "0,1: 乙", "1,1: 丙"]],
    ),
    "a cell that goes on from nowhere is one": (
        tbl(tr(tc("甲", DOWN), tc("乙")), tr(tc("丙"), tc("丁")), tr(tc("戊", DOWN), tc("己"))),
        [["0,0: 甲", "0,1: 乙", "1,0: 丙", "1,1: 丁", "2,0: 戊", "2,1: 己"]],
    ),
    "merged across in the older way": (
        tbl(
            tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("乙")),
            tr(tc("丙"), tc("丁"), tc("戊")),
        ),
        [["0,0+1x2: 甲", "0,2: 乙", "1,0: 丙", "1,1: 丁", "1,2: 戊"]],
    ),
    "rows that begin late and end early": (
        tbl(
            tr(tc("甲"), tc("乙"), tc("丙")),
            tr(tc("丁"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        ),
        [["0,0: 甲", "0,1: 乙", "0,2: 丙", "1,1: 丁"]],
    ),
    "spans that are no numbers are one": (
        tbl(tr(tc("甲", '<w:gridSpan w:val="x"/>'), tc("乙", '<w:gridSpan w:val="-3"/>'), tc("丙", span(0)))),
        [["0,0: 甲", "0,1: 乙", "0,2: 丙"]],
    ),
    "tables, rows and cells in content controls": (
        control(tbl(control(tr(control(tc("甲")), tc("乙"))), tr(tc("丙"), control(tc("丁"))))),
        [SQUARE],
    ),
    "deleted and hidden rows are none": (
        tbl(
            tr(tc("甲"), tc("乙")),
            tr(tc("旧"), tc("旧"), properties=f"<w:del {BY}/>"),
            tr(tc("旧"), tc("旧"), properties="<w:hidden/>"),
            tr(tc("丙"), tc("丁"), properties=f"<w:ins {BY}/>"),
        ),
        [SQUARE],
    ),
    "a deleted row within a merged cell": (
        tbl(
            tr(tc("甲", BEGIN), tc("乙")),
            tr(tc("", DOWN), tc("旧"), properties=f"<w:del {BY}/>"),
            tr(tc("", DOWN), tc("丙")),
        ),
        [["0,0+2x1: 甲", "0,1: 乙", "1,1: 丙"]],
    ),
    "deleted cells are none": (
        tbl(
            tr(tc("甲"), tc("旧", f"<w:cellDel {BY}/>"), tc("乙", f"<w:cellIns {BY}/>")),
            tr(tc("丙"), tc("丁")),
        ),
        [SQUARE],
    ),
    "cells merged by a tracked change": (
        tbl(
            tr(tc("甲", f'<w:cellMerge {BY} w:vMerge="rest"/>'), tc("乙")),
            tr(tc("旧", f'<w:cellMerge {BY} w:vMerge="cont"/>'), tc("丙")),
        ),
        [["0,0+2x1: 甲", "0,1: 乙", "1,1: 丙"]],
    ),
    "a table of one cell is layout": (tbl(tr(tc("甲|乙"))), ["甲", "乙"]),
    "a table of one column is layout": (tbl(tr(tc("甲")), tr(tc()), tr(tc("乙"))), ["甲", "乙"]),
    "a table around tables is layout": (
        tbl(tr(tc("甲"), f"<w:tc>{TWO_BY_TWO}<w:p/></w:tc>"), tr(tc("乙"), tc("丙"))),
        ["甲", SQUARE, "乙", "丙"],
    ),
    "layout within layout": (tbl(tr(f"<w:tc>{tbl(tr(f'<w:tc>{TWO_BY_TWO}</w:tc>'))}</w:tc>")), [SQUARE]),
    "layout within a cell is its text": (
        tbl(tr(tc("甲"), f"<w:tc>{tbl(tr(tc('乙|丙')))}<w:p/></w:tc>")),
        [["0,0: 甲", "0,1: 乙\n丙"]],
    ),
    "pictures in cells stand before the table": (
        tbl(tr(tc("甲"), f"<w:tc><w:p>{PICTURE}</w:p></w:tc>")),
        ["[图]", ["0,0: 甲", "0,1: "]],
    ),
    "a picture in a frame of one cell": (tbl(tr(f"<w:tc><w:p>{PICTURE}</w:p></w:tc>")), ["[图]"]),
    "tables without cells are nothing": (tbl() + tbl(tr()) + tbl(tr(tc())), []),
}


@pytest.mark.parametrize(("body", "expected"), TABLES.values(), ids=TABLES)
def test_tables(body: str, expected: list[str | list[str]]) -> None:
    assert [shown(block) for block in docx.read(package(body), "a.docx").blocks] == expected


def test_paragraphs_are_counted_through_the_cells() -> None:
    table = tbl(tr(tc("甲|乙", BEGIN), tc("丙")), tr(tc("", DOWN), tc("丁||")))
    blocks = docx.read(package(f"<w:p/>{table}<w:p>{run('戊')}</w:p>"), "a.docx").blocks
    grid = blocks[0]
    assert isinstance(grid, Grid)
    found = [(cell.text, cell.place.paragraph, cell.place.end_paragraph) for cell in grid.cells]
    assert found == [("甲\n乙", 2, 3), ("丙", 4, 4), ("丁", 6, 8)]
    assert [(block.place.paragraph, block.place.end_paragraph) for block in blocks] == [(2, 8), (9, 9)]
    assert grid.width == 2
