"""The body of a Word file as blocks in reading order, its paragraphs counted."""

from __future__ import annotations

from goi_lint.errors import ReadError, Words
from goi_lint.limits import DOCX_DEPTH, MAX_CELLS, MAX_LINES
from goi_lint.model.document import Block, Paragraph, Picture, Place
from goi_lint.readers.docx_numbering import Lists
from goi_lint.readers.docx_styles import Styles, properties_of
from goi_lint.readers.docx_table import CellProperties, WordCell, WordRow, cells_of, grid_of
from goi_lint.readers.docx_text import Shown
from goi_lint.readers.docx_xml import TBL, TR, Element, P, opened


class Body:
    """Reads containers of paragraphs and tables, one after the other: paragraphs and lists are counted on."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._paragraphs = 0
        self._cells = 0

    def blocks(self, container: Element, depth: int = 0) -> list[Block]:
        """Return what the body, a cell or a text box holds; raise `ReadError` where a limit is passed."""
        if depth > DOCX_DEPTH:
            raise ReadError(
                Words(
                    f"表格或文本框嵌套过深（上限 {DOCX_DEPTH} 层）",
                    f"its tables are nested over {DOCX_DEPTH} deep",
                )
            )
        blocks: list[Block] = []
        kept = ""
        for child in opened(container):
            tag = child.tag
            if tag == P:
                kept = self._take_paragraph(blocks, child, kept, depth)
            elif tag == TBL:
                blocks += self._table(child, depth + 1)
        if kept:
            blocks.append(Paragraph(kept, self._here()))
        return blocks

    def _take_paragraph(self, blocks: list[Block], element: Element, before: str, depth: int) -> str:
        """Add what a paragraph shows; return the text that goes on in the next one, its own end being deleted."""
        self._count_paragraph()
        place = self._here()
        properties = properties_of(element, self._styles)
        shown = Shown(self._styles, hidden=properties.hidden)
        shown.take(element)
        text = before + shown.text.strip("\n")
        if not properties.merged:
            if text.strip() or not properties.unmarked:
                text = self._lists.number(properties) + text
            if text.strip():
                blocks.append(Paragraph(text, place, properties.level))
        blocks += [Picture(words, place) for words in shown.pictures]
        for box in shown.boxes:
            blocks += self.blocks(box, depth + 1)
        return text if properties.merged else ""

    def _table(self, table: Element, depth: int) -> list[Block]:
        """Return pictures and grid of a table, or what stands in it where it is there for the layout."""
        found = (self._row(child, depth) for child in opened(table) if child.tag == TR)
        rows = [row for row in found if row]
        inner = [block for row in rows for cell in row.cells for block in cell.blocks]
        grid = grid_of(rows)
        if grid is None:
            return inner
        return [*(block for block in inner if isinstance(block, Picture)), grid]

    def _row(self, row: Element, depth: int) -> WordRow | None:
        found = cells_of(row)
        if found is None:
            return None
        before, cells = found
        return WordRow(before, [self._cell(properties, cell, depth) for properties, cell in cells])

    def _cell(self, properties: CellProperties, cell: Element, depth: int) -> WordCell:
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise ReadError(
                Words(
                    f"表格单元格过多（上限 {MAX_CELLS} 个）",
                    f"it has too many table cells (at most {MAX_CELLS})",
                )
            )
        first = self._paragraphs + 1
        blocks = self.blocks(cell, depth)
        return WordCell(properties, blocks, Place(None, None, None, first, max(first, self._paragraphs)))

    def _count_paragraph(self) -> None:
        self._paragraphs += 1
        if self._paragraphs > MAX_LINES:
            raise ReadError(
                Words(f"段落过多（上限 {MAX_LINES} 段）", f"it has too many paragraphs (at most {MAX_LINES})")
            )

    def _here(self) -> Place:
        return Place(None, None, None, self._paragraphs, self._paragraphs)
