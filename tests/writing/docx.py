"""Writing a draft down as a Word file, with real merged cells; nothing but `zipfile` and text is used."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from xml.sax.saxutils import escape

from goi_lint.cases.draft import NUMERALS, Draft, Part
from goi_lint.cases.grid import GridRow, grids

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BY = 'w:id="1" w:author="审核" w:date="2024-01-05T09:00:00Z"'
_NUMERAL = re.compile(rf"([{NUMERALS[1:]}]+)、")

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell of a grid with the slots that it covers."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def merged(grid: Sequence[GridRow]) -> list[Merged]:
    """Return the cells of a grid, by row and then column; merged cells once."""
    return [
        Merged(slot.text, at, column, _reach_down(grid, at, column), _reach_across(row, column))
        for at, row in enumerate(grid)
        for column, slot in enumerate(row)
        if slot.kind not in ("across", "down")
    ]


def _reach_across(row: GridRow, column: int) -> int:
    return next(
        (n for n, slot in enumerate(row[column + 1 :], 1) if slot.kind != "across"), len(row) - column
    )


def _reach_down(grid: Sequence[GridRow], at: int, column: int) -> int:
    below = [row[column].kind for row in grid[at + 1 :]]
    return next((n for n, kind in enumerate(below, 1) if kind != "down"), len(grid) - at)


def printed_grids(draft: Draft, seed: int = 0) -> list[list[GridRow]]:
    """Return the tables that `write_docx` makes with that seed: one for each block, or one for each table."""
    return [grid for part in draft.parts for grid in _grids_of(draft, part, seed)]


def _grids_of(draft: Draft, part: Part, seed: int) -> list[list[GridRow]]:
    table = draft.tables.get(part.table or "")
    found = grids(table) if table else []
    return found if Random(f"{part.table} {seed}").random() < 0.5 else _as_one(found)


def _as_one(found: list[list[GridRow]]) -> list[list[GridRow]]:
    return [[row for grid in found for row in grid]] if found else []


def write_docx(
    draft: Draft,
    *,
    numbered: bool = False,
    tracked: bool = False,
    styled: bool = True,
    nested: bool = False,
    seed: int = 0,
) -> bytes:
    """Return the draft as a Word file.

    `numbered`: Word counts the headings' 「一、」; `tracked`: what stands there now stands there by tracked changes;
    `styled`: headings have a heading's style; `nested`: tables stand in a table of one cell.
    """
    writer = _Writer(Random(f"docx {seed}"), numbered, tracked, styled)
    body = [writer.paragraph(line) for line in (*draft.title, *draft.front)]
    for part in draft.parts:
        body += writer.part(part)
        for grid in _grids_of(draft, part, seed):
            table = writer.table(grid)
            body += (_in_one_cell(table) if nested else table, "<w:p/>")
        body += [writer.paragraph(line) for line in part.notes]
    body += [writer.paragraph(line) for line in draft.closing]
    return package("".join(body))


class _Writer:
    """Writes paragraphs and tables; counts the headings as Word will."""

    def __init__(self, rng: Random, numbered: bool, tracked: bool, styled: bool) -> None:
        self._rng = rng
        self._numbered = numbered
        self._tracked = tracked
        self._styled = styled
        self._counted = 0

    def part(self, part: Part) -> Iterator[str]:
        if part.heading:
            yield self._heading(part.heading)
        yield from map(self.paragraph, part.paragraphs)
        if self._tracked:
            gone = f"<w:del {_BY}>{_deleted('已删去的一段')}</w:del>"
            yield f"<w:p><w:pPr><w:rPr><w:del {_BY}/></w:rPr></w:pPr>{gone}</w:p>"

    def _heading(self, text: str) -> str:
        properties = f'<w:pStyle w:val="{self._rng.choice("12")}"/>' if self._styled else ""
        match = _NUMERAL.match(text)
        if self._numbered and match and match[1] == NUMERALS[self._counted + 1 : self._counted + 2]:
            self._counted += 1
            properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            text = text[match.end() :]
        return self.paragraph(text, properties)

    def paragraph(self, text: str, properties: str = "") -> str:
        content = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{content}{''.join(self._runs(text))}</w:p>" if text or content else "<w:p/>"

    def _runs(self, text: str) -> Iterator[str]:
        """Yield the text in one run or several, as Word splits it wherever somebody stopped typing."""
        if not text:
            return
        at = self._rng.randrange(len(text) + 1)
        yield from map(run, filter(None, (text[:at], text[at:])) if self._rng.random() < 0.5 else (text,))
        if self._tracked and self._rng.random() < 0.3:
            yield f"<w:del {_BY}>{_deleted('9')}</w:del>"

    def table(self, grid: Sequence[GridRow]) -> str:
        width = len(grid[0])
        cells = merged(grid)
        rows = [self._row(cells, at) for at in range(len(grid))]
        if self._tracked:
            gone = f"<w:tr><w:trPr><w:del {_BY}/></w:trPr>{_cell('', run('7') * 2, width)}</w:tr>"
            rows.insert(self._rng.randrange(1, len(rows)), gone)
        columns = '<w:gridCol w:w="900"/>' * width
        return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def _row(self, cells: Iterable[Merged], at: int) -> str:
        """Write the cells that begin in the row or reach into it."""
        here = sorted((c for c in cells if c.row <= at < c.row + c.rows), key=lambda cell: cell.column)
        return f"<w:tr>{''.join(self._cell(cell, at) for cell in here)}</w:tr>"

    def _cell(self, cell: Merged, at: int) -> str:
        if at > cell.row:
            return _cell("<w:vMerge/>", "", cell.columns)
        content = "".join(self._runs(cell.text))
        if self._tracked and content and self._rng.random() < 0.3:
            content = (
                f"<w:ins {_BY}>{''.join(map(run, [cell.text]))}</w:ins><w:del {_BY}>{_deleted('8')}</w:del>"
            )
        return _cell('<w:vMerge w:val="restart"/>' if cell.rows > 1 else "", content, cell.columns)


def run(text: str) -> str:
    """Return a run; line breaks and tabs are elements in Word."""
    content = escape(text)
    for character, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        content = content.replace(character, f'</w:t>{element}<w:t xml:space="preserve">')
    return f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'


def _deleted(text: str) -> str:
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


def _cell(properties: str, content: str, columns: int) -> str:
    across = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{across}{properties}</w:tcPr><w:p>{content}</w:p></w:tc>'


def _in_one_cell(table: str) -> str:
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{table}<w:p/></w:tc></w:tr></w:tbl>"
    )


def package(body: str, styles: str = STYLES, numbering: str = NUMBERING, **more: str) -> bytes:
    """Return a Word file with that body, styles and lists; `more` are other members, by name."""
    document = f"<w:body>{body}<w:sectPr/></w:body>"
    return zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
            "word/document.xml": root("document", document),
            "word/_rels/document.xml.rels": relationships(
                {"styles": "styles.xml", "numbering": "numbering.xml"}
            ),
            "word/styles.xml": root("styles", styles),
            "word/numbering.xml": root("numbering", numbering),
            **more,
        }
    )


def root(name: str, content: str) -> str:
    """Return a part of a Word file."""
    return f'{_HEAD}<w:{name} xmlns:w="{W}" xmlns:r="{_OFFICE}">{content}</w:{name}>'


def relationships(targets: dict[str, str]) -> str:
    """Return the part that says by which name other parts are found."""
    content = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>'


def _content_types() -> str:
    parts = {"document": "document.main", "styles": "styles", "numbering": "numbering"}
    content = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{content}</Types>'


def zipped(members: dict[str, str] | Sequence[tuple[str, str | bytes]]) -> bytes:
    """Return a ZIP file, the same one for the same members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items() if isinstance(members, dict) else members:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 5, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
