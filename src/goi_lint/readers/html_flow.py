"""What a web page shows from top to bottom: lines of text, pictures and tables."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from goi_lint.lazy import lazy
from goi_lint.model.document import Grid, GridCell, Paragraph, Picture, span
from goi_lint.readers.html_grid import Slot, Table
from goi_lint.readers.html_lines import Lines
from goi_lint.readers.html_text import cell_text, shown
from goi_lint.readers.html_tree import Node
from goi_lint.text.normalise import is_blank
from goi_lint.tuples import NamedTuple

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SMALL = lazy(
    r' (?:width|height)="[ ]*([0-9]|[1-3][0-9]|40)(?:px)?[ ]*"|(?:width|height)\s*:\s*(?:[12]?[0-9]|3[0-2])px',
    re.IGNORECASE,
)


_LONG_LINE = 25
_INDENTS = ("\u3000", "\u00a0", "\u2003")
_ITEM = lazy(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是]")


class Line(NamedTuple):
    """A line of text: its text nodes, the block that they stand in, and how the line before it ended."""

    text: str
    texts: tuple[Node, ...]
    block: Node
    after_break: bool
    """Only a `<br>` parts it from the line before it."""


Piece = Line | Node | Table
"""A line of text, a picture's element, or a table that is a grid."""


def pieces_of(nodes: Sequence[Node], tables: Mapping[int, Table], dropped: Container[int]) -> Iterator[Piece]:
    """Yield what the page shows, without the elements whose indexes are dropped."""
    before: Line | None = None
    for piece in _flow(nodes, tables, dropped, 1, len(nodes)):
        if isinstance(piece, Line) and before and _goes_on(before, piece):
            before = Line(
                f"{before.text}\n{piece.text}", before.texts + piece.texts, before.block, before.after_break
            )
            continue
        if before:
            yield before
        before = piece if isinstance(piece, Line) else None
        if before is None:
            yield piece
    if before:
        yield before


def _goes_on(line: Line, following: Line) -> bool:
    """Tell whether a `<br>` only breaks a heading, or a sentence; elsewhere each line is a paragraph."""
    if not following.after_break or following.block is not line.block:
        return False
    if level_of(line.block):
        return True
    last = line.text.rpartition("\n")[2]
    if following.text[0] in _INDENTS or _ITEM.match(following.text):
        return False
    return last.endswith(("，", "、")) or (len(last) >= _LONG_LINE and last[-1].isalnum())


def _flow(
    nodes: Sequence[Node], tables: Mapping[int, Table], dropped: Container[int], start: int, end: int
) -> Iterator[Piece]:
    texts: list[Node] = []
    broken = False
    at = start
    while at < end:
        node = nodes[at]
        at += 1
        if not node.tag:
            if node.at in dropped:
                continue
            if texts and texts[-1].parent is not node.parent:
                yield from _lines(texts, broken)
                texts, broken = [], False
            texts.append(node)
            continue
        if node.tag == "img":
            if not _SMALL.search(node.value):
                yield node
            continue
        ended = list(_lines(texts, broken)) if texts else []
        yield from ended
        texts = []
        broken = node.tag == "br" and bool(ended)  # a second break is an empty line
        if node.at in dropped:
            at = node.end
        elif node.tag == "table" and not tables[node.at].is_layout:
            yield from _table(nodes, tables, dropped, tables[node.at])
            at = node.end
    if texts:
        yield from _lines(texts, broken)


def _table(
    nodes: Sequence[Node], tables: Mapping[int, Table], dropped: Container[int], table: Table
) -> Iterator[Piece]:
    """Yield a table after its captions and pictures, and then what tables within its cells show."""
    for caption in table.captions:
        yield from _flow(nodes, tables, dropped, caption.at + 1, caption.end)
    for node in nodes[table.node.at : table.node.end]:
        if node.tag == "img" and not _SMALL.search(node.value):
            yield node
    yield table
    for cell in table.inner:
        at = cell.at + 1
        while at < cell.end:
            if nodes[at].tag == "table":
                yield from _flow(nodes, tables, dropped, at, nodes[at].end)
                at = nodes[at].end
            else:
                at += 1


def _lines(texts: list[Node], broken: bool) -> Iterator[Line]:
    block = texts[0].parent
    assert block is not None
    if _is_preformatted(block):
        yield from _preformatted(texts, block)
        return
    whole = "".join([node.value for node in texts]) if len(texts) > 1 else texts[0].value
    text = shown(whole)
    if text:
        yield Line(text, tuple(texts), block, broken)


def _preformatted(texts: Sequence[Node], block: Node) -> Iterator[Line]:
    """Yield lines as the source has them."""
    pieces: list[Node] = []
    for node in texts:
        for at, value in enumerate(node.value.split("\n")):
            if at and pieces:
                yield Line("".join(piece.value for piece in pieces), tuple(pieces), block, False)
                pieces = []
            if value:
                pieces.append(Node("", value, node.number, block, node.at))
    if pieces:
        yield Line("".join(piece.value for piece in pieces), tuple(pieces), block, False)


def _is_preformatted(block: Node | None) -> bool:
    while block is not None and block.tag not in ("td", "th", "body"):
        if block.tag == "pre":
            return True
        block = block.parent
    return False


def level_of(block: Node | None) -> int | None:
    """Return the level of the heading that a block is, or stands in."""
    while block is not None and block.tag not in ("td", "th", "body"):
        if block.tag in _HEADINGS:
            return _HEADINGS[block.tag]
        block = block.parent
    return None


def grid_of(nodes: Sequence[Node], table: Table, places: Lines) -> Grid:
    """Return a table as a grid, every cell with its place."""
    cells = tuple([_cell(nodes, slot, table, places) for slot in table.slots])
    own = places.of_tag(table.node.mark)
    known = [cell.place for cell in cells if cell.place.line is not None]
    first = own if own.line is not None else known[0] if known else own
    last = max(known, key=lambda place: place.end_line or 0, default=first)
    return Grid(cells, table.width, span(first, last) if first.line is not None else first)


def _cell(nodes: Sequence[Node], slot: Slot, table: Table, places: Lines) -> GridCell:
    node = slot.node
    skipped = _tables_in(nodes, node) if node in table.inner else ()
    text, texts = cell_text(nodes, node, skipped)
    place = places.of_texts(texts) if text else places.of_tag(node.mark)
    return GridCell(text, place, slot.row, slot.column, slot.rows, slot.columns)


def _tables_in(nodes: Sequence[Node], cell: Node) -> tuple[Node, ...]:
    return tuple(node for node in nodes[cell.at : cell.end] if node.tag == "table")


def paragraph(line: Line, places: Lines) -> Paragraph:
    """Return a line as a paragraph with its place."""
    return Paragraph(line.text, places.of_texts(line.texts), level_of(line.block))


def picture(node: Node, places: Lines) -> Picture:
    """Return a picture with its alternative text."""
    return Picture(node.attribute("alt").strip(), places.of_tag(node.mark))


def blank(line: Line) -> bool:
    """Tell whether a line shows nothing."""
    return is_blank(line.text)
