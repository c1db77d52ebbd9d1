"""The paragraphs of a Word 97 file in order: what they show, and the tables that they make up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from goi_lint.errors import ReadError, Words
from goi_lint.lazy import lazy
from goi_lint.limits import DOC_DEPTH, MAX_CELLS, MAX_LINES
from goi_lint.model.document import NOWHERE, Block, Paragraph, Picture, Place, span
from goi_lint.readers.doc_properties import (
    CHARACTERS,
    GONE,
    PARAGRAPHS,
    UNSEEN,
    Pages,
    ParagraphProperties,
    paragraph_properties,
    shown_otherwise,
)
from goi_lint.readers.doc_shapes import Shapes
from goi_lint.readers.doc_streams import Streams
from goi_lint.readers.doc_styles import Styles
from goi_lint.readers.doc_tables import WordCell, WordRow, blocks_of
from goi_lint.readers.doc_text import Piece, Text, text_of
from goi_lint.tuples import NamedTuple

Changed = tuple[int, int, str]
"""From where to where something else is shown, and what."""

_SECTIONS = 6
_FIELD = lazy(r"[\x13-\x15]")
_NO_MARK = lazy(r"[^\r\x07\x0c]")
_NEVER_GONE = lazy(r"[^\x07\x0c]")
_BREAK = lazy(r"\x0c")
_PARAGRAPH = lazy(r"[^\r\x07\x0c]*[\r\x07\x0c]|[^\r\x07\x0c]+")
_MARKS = "\r\x07\x0c"
_SIGNS: dict[int, str | None] = dict.fromkeys(range(32)) | {9: "\t", 0x0B: "\n", 0x1E: "-"}
"""Control characters: tab, line break, hyphen; the others have no place in a text."""
_SURROGATES = lazy(r"[\ud800-\udfff]")


class _Marked(NamedTuple):
    """A paragraph as the file has it; its mark is the last character."""

    text: str
    place: Place
    properties: ParagraphProperties
    pictures: int


class _Table:
    """A table that is being read: its rows, the cells of the row, the blocks of the cell."""

    def __init__(self) -> None:
        self.rows: list[WordRow] = []
        self.cells: list[WordCell] = []
        self.blocks: list[Block] = []
        self.first: Place | None = None

    def end_cell(self, place: Place) -> None:
        self.cells.append(WordCell(self.blocks, span(self.first or place, place)))
        self.blocks, self.first = [], None

    def end_row(self, properties: ParagraphProperties) -> None:
        if self.cells:
            self.rows.append(WordRow(self.cells, properties.row))
        self.cells, self.blocks, self.first = [], [], None

    def ended(self, place: Place) -> list[Block]:
        """Return the whole table; what a lost mark leaves open ends here."""
        if self.blocks:
            self.end_cell(place)
        self.end_row(ParagraphProperties())
        return blocks_of(self.rows) if self.rows else []


def body_of(streams: Streams) -> tuple[Block, ...]:
    """Return the blocks of the main text; raise `ReadError` where the file is damaged or passes a limit."""
    text = text_of(streams)
    shown = _with_sections(_without_fields(_without_hidden(text, streams)), streams)
    if shown.count("\x07") > MAX_CELLS:
        raise ReadError(
            Words(
                f"表格单元格过多（上限 {MAX_CELLS} 个）", f"it has too many table cells (at most {MAX_CELLS})"
            )
        )
    if sum(map(shown.count, "\r\x0c\x01\x08")) > MAX_LINES:
        raise ReadError(
            Words(
                f"段落和图片过多（上限 {MAX_LINES} 个）",
                f"it has too many paragraphs and pictures (at most {MAX_LINES})",
            )
        )
    return tuple(_blocks(_Paragraphs(shown, text, streams).all(), Styles(streams)))


def _without_hidden(text: Text, streams: Streams) -> str:
    """Return the text as it is shown, of the same length: marks stay, save those of deleted line ends."""
    found = ((run, other) for run in Pages(streams, CHARACTERS).all() if (other := shown_otherwise(run)))
    changed = _apart(sorted((run.first, run.last, other) for run, other in found))
    kept: list[str] = []
    at = 0
    for first, last, other in _in_text(changed, text.pieces) if changed else ():
        kept += (text.text[at:first], _shown(text.text[first:last], other))
        at = last
    return "".join([*kept, text.text[at:]])


def _shown(text: str, other: str) -> str:
    if other == GONE:
        return _NEVER_GONE.sub(other, text)
    return _NO_MARK.sub(other, text) if other == UNSEEN else other * len(text)


def _apart(changed: Iterable[Changed]) -> list[Changed]:
    """Return stretches of the file in order; they do not overlap, unless the file lies."""
    apart: list[Changed] = []
    end = 0
    for first, last, other in changed:
        if last > max(first, end):
            apart.append((max(first, end), last, other))
            end = last
    return apart


def _in_text(changed: Sequence[Changed], pieces: Iterable[Piece]) -> Iterator[Changed]:
    """Yield the same stretches as places in the text."""
    for piece in pieces:
        size = (piece.last - piece.first) * piece.width
        start = bisect_right(changed, piece.offset, key=lambda one: one[1])
        for first, last, other in islice(changed, start, None):
            if first >= piece.offset + size:
                break
            begin = max(first - piece.offset, 0) // piece.width
            yield piece.first + begin, piece.first + min(last - piece.offset, size) // piece.width, other


def _without_fields(text: str) -> str:
    """Return the text without the codes of fields; their results stay. A field that does not end is none."""
    if "\x13" not in text:
        return text
    codes: list[tuple[int, int]] = []
    begun: list[int] = []
    for match in _FIELD.finditer(text):
        if match[0] == "\x13":
            begun.append(match.start())
        elif begun and begun[-1] >= 0:
            codes.append((begun[-1], match.end()))
            begun[-1] = -1
        if match[0] == "\x15" and begun:
            begun.pop()
    kept: list[str] = []
    at = 0
    for first, last in sorted(codes):
        if first >= at:
            kept += (text[at:first], _NO_MARK.sub(UNSEEN, text[first:last]))
            at = last
    return "".join([*kept, text[at:]])


def _with_sections(text: str, streams: Streams) -> str:
    """Return the text in which page breaks are no ends of paragraphs; the ends of sections are."""
    if "\x0c" not in text:
        return text
    part = streams.part(_SECTIONS)
    ends = {int.from_bytes(part[at : at + 4], "little") for at in range(0, (len(part) - 4) // 16 * 4 + 4, 4)}
    return _BREAK.sub(lambda match: "\x0c" if match.end() in ends else UNSEEN, text)


class _Paragraphs:
    """Yields the paragraphs, each with its number; the marks at the ends of rows are not counted as such."""

    def __init__(self, shown: str, text: Text, streams: Streams) -> None:
        self._shown = shown
        self._text = text
        self._streams = streams
        self._shapes = Shapes(streams)
        self._pages = Pages(streams, PARAGRAPHS)
        self._known: dict[tuple[bytes, bytes], ParagraphProperties] = {}
        self._number = 0
        self._left = len(shown) - text.main
        """Characters of boxes still to come: boxes never share their text, unless the file lies."""

    def all(self) -> Iterator[_Marked]:
        """Yield those of the main text, with those of boxes where these are anchored."""
        return self._between(0, self._text.main, 0)

    def _between(self, first: int, last: int, depth: int) -> Iterator[_Marked]:
        """Yield the paragraphs of a stretch of text that stands in so many tables."""
        for match in _PARAGRAPH.finditer(self._shown, first, last):
            properties = self._properties(match.end() - 1)
            if depth:
                properties = properties._replace(depth=properties.depth + depth)
            if not properties.row_end:
                self._number += 1
            text, place = match[0], _place(self._number)
            boxes = list(self._boxes(match.start(), text, properties.depth)) if "\x08" in text else []
            if boxes and properties.depth:  # lest the end of the cell comes before them
                yield from boxes
            yield _Marked(text, place, properties, self._pictures(match.start(), text))
            if not properties.depth:
                yield from boxes

    def _properties(self, mark: int) -> ParagraphProperties:
        piece = self._text.piece(mark)
        key = self._pages.at(piece.offset + (mark - piece.first) * piece.width), piece.changes
        properties = self._known.get(key)
        if properties is None:
            self._known[key] = properties = paragraph_properties(key[0], self._streams, key[1])
            _check_depth(properties.depth)
        return properties

    def _pictures(self, first: int, text: str) -> int:
        if "\x01" not in text and "\x08" not in text:
            return 0
        floating = (first + at for at, sign in enumerate(text) if sign == "\x08")
        return text.count("\x01") + sum(map(self._shapes.is_picture, floating))

    def _boxes(self, first: int, text: str, depth: int) -> Iterator[_Marked]:
        """Yield the paragraphs of the boxes that are anchored in a paragraph; a box in a box is left out."""
        if first >= self._text.main:
            return
        for at in (first + at for at, sign in enumerate(text) if sign == "\x08"):
            begin, end = self._shapes.box(at)
            self._left -= max(0, end - begin)
            if begin >= self._text.main and self._left >= 0:
                yield from self._between(begin, min(end, len(self._shown)), depth)


@lru_cache(maxsize=8192)
def _place(paragraph: int) -> Place:
    """Return the place of a paragraph; every document has the same ones."""
    return Place(None, None, None, paragraph, paragraph)


def _check_depth(depth: int) -> None:
    if depth > DOC_DEPTH:
        raise ReadError(
            Words(f"表格嵌套过深（上限 {DOC_DEPTH} 层）", f"its tables are nested over {DOC_DEPTH} deep")
        )


def _blocks(paragraphs: Iterable[_Marked], styles: Styles) -> list[Block]:
    """Return the blocks; tables within tables are put together from the innermost outwards."""
    body: list[Block] = []
    tables: list[_Table] = []
    for paragraph in paragraphs:
        text, place, properties, _ = paragraph
        depth = properties.depth
        if depth != len(tables):
            _close(tables, body, depth, place)
            tables += [_Table() for _ in range(depth - len(tables))]
        if not tables:
            body += _shown_blocks(paragraph, styles)
        elif properties.row_end:
            tables[-1].end_row(properties)
        else:
            table = tables[-1]
            table.first = table.first or place
            table.blocks += _shown_blocks(paragraph, styles)
            if properties.cell_end or (depth == 1 and text[-1] == "\x07"):
                table.end_cell(place)
    _close(tables, body, 0, NOWHERE)
    return body


def _close(tables: list[_Table], body: list[Block], depth: int, place: Place) -> None:
    """Put the tables deeper than that into the cells that they stand in, the outermost into the body."""
    while len(tables) > depth:
        ended = tables.pop().ended(place)
        (tables[-1].blocks if tables else body).extend(ended)


def _shown_blocks(paragraph: _Marked, styles: Styles) -> list[Block]:
    text = paragraph.text[:-1] if paragraph.text[-1] in _MARKS else paragraph.text
    pictures: list[Block] = []
    if text and not text.isprintable():
        pictures = [Picture("", paragraph.place)] * paragraph.pictures
        text = text.translate(_SIGNS).strip("\n")
        if _SURROGATES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = styles.number(paragraph.properties) + text
    if not text or text.isspace():
        return pictures
    return [Paragraph(text, paragraph.place, styles.level(paragraph.properties)), *pictures]
