"""Print reports of the test generator as PDF, with Chromium and with LibreOffice, and write down what is in them.

For every file `<name>.pdf` there is a `<name>.json`: the blocks in reading order, a paragraph as its text, a table as
a list of `[text, row, column, rows, columns]`.

    python tests/data/build_pdf.py [name ...]          # needs soffice, chromium and fonttools
"""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from data import box_font
from goi_lint.cases.draft import Draft
from goi_lint.cases.grid import ACROSS, DOWN, GridRow, grids
from writing import base

HERE = Path(__file__).parent / "pdf"
Cell = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Print:
    """One file: what is in it and how it is printed; `css` for Chromium, `size` (points of the text) for both."""

    name: str
    form: str
    seed: int
    tool: str
    size: float = 12
    css: str = ""
    upright: bool = False
    """Column labels run from top to bottom, one character a line."""
    heads: int = 0
    """Rows of a table that every page repeats."""
    apart: bool = False
    """Every block of a table is a table."""


CUT = "tr{break-inside:auto!important}"
"""Pages may cut rows in two."""

PRINTS = (
    Print("chromium_2021", "form_2021", 1, "chromium"),
    Print("chromium_2019_small", "form_2019", 2, "chromium", 9, "@page{size:A4;margin:12mm}"),
    Print("chromium_2021_upright", "form_2021", 3, "chromium", 10.5, upright=True),
    Print("chromium_2021_heads", "form_2021", 4, "chromium", 14, "@page{size:A5;margin:15mm}", heads=3),
    Print("chromium_2019_landscape", "form_2019", 5, "chromium", 12, "@page{size:A4 landscape}", apart=True),
    Print("chromium_2019_cut", "form_2019", 21, "chromium", 15, f"@page{{size:A5;margin:12mm}} {CUT}"),
    Print("writer_2021", "form_2021", 6, "soffice"),
    Print("writer_2021_small", "form_2021", 23, "soffice", 8),
    Print("writer_2019", "form_2019", 7, "soffice", 10.5, apart=True),
    Print("writer_2021_heads", "form_2021", 8, "soffice", 15, heads=3),
    Print("writer_2019_upright", "form_2019", 9, "soffice", 12, upright=True),
)


def cells_of(rows: Sequence[GridRow]) -> Iterator[Cell]:
    """Yield the merged cells of a grid."""
    for row, slots in enumerate(rows):
        for column, slot in enumerate(slots):
            if slot in (ACROSS, DOWN):
                continue
            wide = _run([slots[at] for at in range(column + 1, len(slots))], ACROSS)
            high = _run([rows[at][column] for at in range(row + 1, len(rows))], DOWN)
            yield slot.text, row, column, high + 1, wide + 1


def _run(slots: Sequence[object], of: object) -> int:
    return next((at for at, slot in enumerate(slots) if slot != of), len(slots))


Content = str | list[Cell]


def contents(draft: Draft, apart: bool) -> Iterator[Content]:
    """Yield paragraphs and tables in reading order."""
    yield from (*draft.title, *draft.front)
    for part in draft.parts:
        yield from (part.heading, *part.paragraphs)
        if part.table:
            tables = grids(draft.tables[part.table])
            together = map(_narrowed, tables) if apart else [[row for block in tables for row in block]]
            yield from (list(cells_of(table)) for table in together)
        yield from part.notes
    yield from draft.closing


def _narrowed(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return a grid without the columns that no row sets apart: a table of its own does not show them."""
    kept = [at for at in range(len(rows[0])) if any(row[at] != ACROSS for row in rows)]
    return [tuple(row[at] for at in kept) for row in rows]


def _by_row(cells: Sequence[Cell]) -> list[list[Cell]]:
    return [[cell for cell in cells if cell[1] == row] for row in range(max(cell[1] for cell in cells) + 1)]


def _upright(cell: Cell, prints: Print) -> bool:
    return prints.upright and cell[3] + cell[4] > 1 and cell[1] in (1, 2) and 1 < len(cell[0]) < 7


def as_html(parts: Sequence[Content], prints: Print) -> str:
    """Return a page for Chromium."""
    body = [_html_table(part, prints) if isinstance(part, list) else _html_line(part) for part in parts]
    style = (
        f"body{{font:{prints.size}pt 'Goi Box'}} p{{text-indent:2em;margin:0;line-height:1.6}}"
        "table{border-collapse:collapse;width:100%;margin:6pt 0} "
        "td{border:1px solid #000;text-align:center;padding:2px}"
        f"tr{{break-inside:avoid}} .c{{text-align:center;text-indent:0;font-size:1.5em}} {prints.css}"
    )
    return f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style>" + "\n".join(body)


def _html_line(text: str) -> str:
    title = " class=c" if text.endswith("年度报告") else ""
    return f"<p{title}>{html.escape(text)}</p>"


def _html_table(cells: Sequence[Cell], prints: Print) -> str:
    rows = ["<tr>" + "".join(_html_cell(cell, prints) for cell in row) for row in _by_row(cells)]
    head = f"<thead>{''.join(rows[: prints.heads])}</thead>" if prints.heads else ""
    return f"<table>{head}<tbody>{''.join(rows[prints.heads if head else 0 :])}</tbody></table>"


def _html_cell(cell: Cell, prints: Print) -> str:
    text = "<br>".join(cell[0]) if _upright(cell, prints) else html.escape(cell[0])
    return f"<td rowspan={cell[3]} colspan={cell[4]}>{text}</td>"


def as_docx(parts: Sequence[Content], prints: Print, path: Path) -> None:
    """Write a file for LibreOffice, with running head and page numbers."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = box_font.FAMILY, Pt(prints.size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), box_font.FAMILY)
    document.sections[0].header.paragraphs[0].text = "政府信息公开工作年度报告（公开稿）"
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = 1
    foot.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)
    foot.add_run(" —")
    for part in parts:
        if isinstance(part, str):
            _docx_line(document.add_paragraph(part), prints)
        else:
            _docx_table(document, part, prints)
    document.save(str(path))


def _docx_line(paragraph: object, prints: Print) -> None:
    from docx.shared import Pt

    title = paragraph.text.endswith("年度报告")  # type: ignore[attr-defined]
    layout = paragraph.paragraph_format  # type: ignore[attr-defined]
    layout.space_after = Pt(0)
    if title:
        layout.alignment = 1
        paragraph.runs[0].font.size = Pt(prints.size * 1.6)  # type: ignore[attr-defined]
    else:
        layout.first_line_indent = Pt(2 * prints.size)


def _docx_table(document: object, cells: Sequence[Cell], prints: Print) -> None:
    from docx.oxml import OxmlElement

    rows, width = cells[-1][1] + 1, max(cell[2] + cell[4] for cell in cells)
    table = document.add_table(rows, width)  # type: ignore[attr-defined]
    document.add_paragraph()  # type: ignore[attr-defined]
    table.style = "Table Grid"
    for cell in cells:
        text, row, column, high, wide = cell
        merged = table.cell(row, column).merge(table.cell(row + high - 1, column + wide - 1))
        merged.text = "\n".join(text) if _upright(cell, prints) else text
        merged.vertical_alignment = 1
    for row in table.rows[: prints.heads]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def build(prints: Print, folder: Path) -> None:
    """Write one PDF and what is in it; the font that both tools find stands in the folder."""
    parts = list(contents(base.draft(prints.form, Random(prints.seed)), prints.apart))
    box_font.write(
        json.dumps(parts, ensure_ascii=False) + "政府信息公开工作年度报告（公开稿）—", folder / "box.ttf"
    )
    target = HERE / f"{prints.name}.pdf"
    if prints.tool == "chromium":
        page = folder / f"{prints.name}.html"
        page.write_text(as_html(parts, prints), encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--no-pdf-header-footer",
            "--disable-pdf-tagging",
            f"--print-to-pdf={target}",
        ]
        subprocess.run(
            ["chromium", *flags, str(page)], check=True, capture_output=True, env=_environment(folder)
        )
    else:
        source = folder / f"{prints.name}.docx"
        as_docx(parts, prints, source)
        command = [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'office').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(HERE),
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, env=_environment(folder))
    target.with_suffix(".json").write_text(
        "[\n" + ",\n".join(json.dumps(part, ensure_ascii=False) for part in parts) + "\n]\n", encoding="utf-8"
    )


def _environment(folder: Path) -> dict[str, str]:
    settings = folder / "fonts.conf"
    settings.write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}


def main() -> None:
    """Build the files named on the command line, or all."""
    HERE.mkdir(exist_ok=True)
    wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for prints in PRINTS:
            if not wanted or prints.name in wanted:
                build(prints, Path(folder))


if __name__ == "__main__":
    main()
