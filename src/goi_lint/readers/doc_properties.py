"""Properties of paragraphs and characters in a Word 97 file: what concerns tables, lists, headings, hidden text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise

from goi_lint.errors import ReadError, Words
from goi_lint.limits import DOC_PAGES
from goi_lint.readers.doc_streams import Streams
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

CHARACTERS, PARAGRAPHS = 12, 13
"""Indices of the parts that say which pages of the file hold properties."""
_PAGE = 512
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of an operand by the highest three bits of its code; 0: it says so itself."""
_DEFINE_TABLE, _DEFINE_OLD_TABLE, _CHANGE_TABS = 0xD608, 0xD606, 0xC615
_ELSEWHERE = (0x6645, 0x6646, 0x646B)
"""Where the rest of a paragraph's properties stands, or those of its table's row."""
_MOST_PLACES = 4

_HIDDEN, _DELETED, _SYMBOL = 0x083C, 0x0800, 0x6A09
GONE, UNSEEN = "\0", "\2"
"""Stand for characters that are not shown; a paragraph whose end is gone goes on in the next one."""
_SHOWN_OTHERWISE = tuple(code.to_bytes(2, "little") for code in (_HIDDEN, _DELETED, _SYMBOL))
_IN_TABLE = 0x2416
_FIELDS = {
    0x6649: "depth",
    0x2417: "row_end",
    0x244C: "row_end",
    0x244B: "cell_end",
    0x4600: "style",
    0x2640: "outline",
    0x460B: "list",
    0x260A: "list_level",
}
"""What the properties of one number are about."""
_MERGE, _MERGE_DOWN = 0x5624, 0xD62B
_CELL_BYTES = 20


class Run(NamedTuple):
    """Bytes of the file, and the properties of what they hold."""

    first: int
    last: int
    properties: bytes


class Row(NamedTuple):
    """Where the cells of a row begin and end (twips), and how each is merged: bits of `ACROSS`, `DOWN`, `BEGINS`."""

    edges: tuple[int, ...]
    merged: tuple[int, ...]


ACROSS, DOWN, BEGINS = 0x3, 0x20, 0x40


class ParagraphProperties(NamedTuple):
    """What a paragraph's properties say; None where they leave it to the style."""

    style: int = 0
    depth: int = 0
    """In how many tables it stands."""
    cell_end: int = 0
    """Not 0: it is the last one of a cell in an inner table."""
    row_end: int = 0
    row: Row | None = None
    outline: int | None = None
    list: int | None = None
    list_level: int | None = None


def changes(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield code and operand of each property; a length that lies ends them."""
    at = 0
    while at + 2 < len(properties):
        code = int.from_bytes(properties[at : at + 2], "little")
        at += 2
        size = _SIZES[code >> 13] or _length(code, properties, at)
        yield code, properties[at : at + size]
        at += size


def _length(code: int, properties: bytes, at: int) -> int:
    if code in (_DEFINE_TABLE, _DEFINE_OLD_TABLE):
        return 1 + int.from_bytes(properties[at : at + 2], "little")
    if code == _CHANGE_TABS and properties[at] == 255:
        added = at + 2 + 4 * properties[at + 1] if at + 1 < len(properties) else len(properties)
        return added - at + 1 + 3 * (properties[added] if added < len(properties) else 0)
    return 1 + properties[at]


class Pages:
    """The pages of the file that hold properties of one kind; each is read when it is asked for."""

    def __init__(self, streams: Streams, index: int) -> None:
        part = streams.part(index)
        count = max(0, (len(part) - 4) // 8)
        if count > DOC_PAGES:
            raise ReadError(Words("文件的格式信息过多", "it has too many properties of text"))
        numbers = [int.from_bytes(part[at : at + 4], "little") for at in range(0, 4 * (2 * count + 1), 4)]
        self._streams = streams
        self._paragraphs = index == PARAGRAPHS
        self._bounds = numbers[:count]
        self._pages = numbers[count + 1 :]
        self._read: dict[int, list[Run]] = {}

    def at(self, offset: int) -> bytes:
        """Return the properties of what stands at a byte of the file."""
        found = bisect_right(self._bounds, offset) - 1
        runs = self._runs(self._pages[found]) if found >= 0 else []
        index = bisect_right(runs, offset, key=_first) - 1
        return runs[index].properties if index >= 0 and offset < runs[index].last else b""

    def all(self) -> Iterator[Run]:
        """Yield everything, each page once."""
        for page in dict.fromkeys(self._pages):
            yield from self._parsed(self._page(page))

    def _runs(self, page: int) -> list[Run]:
        if page not in self._read:
            self._read[page] = list(self._parsed(self._page(page)))
        return self._read[page]

    def _page(self, page: int) -> bytes:
        at = (page & 0x3FFFFF) * _PAGE
        data = self._streams.main[at : at + _PAGE]
        return data if len(data) == _PAGE else bytes(_PAGE)

    def _parsed(self, data: bytes) -> Iterator[Run]:
        count, width = data[-1], 13 if self._paragraphs else 1
        after = 4 * (count + 1)
        if after + count * width > _PAGE:
            return
        bounds = [int.from_bytes(data[at : at + 4], "little") for at in range(0, after, 4)]
        for index, (first, last) in enumerate(pairwise(bounds)):
            at = 2 * data[after + index * width]
            yield Run(first, last, self._properties(data, at) if at else b"")

    def _properties(self, data: bytes, at: int) -> bytes:
        if not self._paragraphs:
            return data[at + 1 : at + 1 + data[at]]
        if data[at]:
            return data[at + 1 : at + 2 * data[at]]
        return data[at + 2 : at + 2 + 2 * data[at + 1]] if at + 1 < _PAGE else b""


def _first(run: Run) -> int:
    return run.first


def shown_otherwise(run: Run) -> str | None:
    """Return what is shown for each character of a run: `GONE`, `UNSEEN`, a sign, or None for itself."""
    properties = run.properties
    if not any(code in properties for code in _SHOWN_OTHERWISE):
        return None
    found: Mapping[int, bytes] = dict(changes(properties))
    if found.get(_DELETED) == b"\1":
        return GONE
    if found.get(_HIDDEN) in (b"\1", b"\x81"):
        return UNSEEN
    symbol = found.get(_SYMBOL, b"")[2:4]
    return _symbol(int.from_bytes(symbol, "little")) if len(symbol) == 2 else None


def _symbol(code: int) -> str:
    """Return a sign of a font; those of fonts with signs only are no characters."""
    return UNSEEN if code < 32 or 0xD800 <= code < 0xF900 else chr(code)


def paragraph_properties(data: bytes, streams: Streams, extra: bytes = b"") -> ParagraphProperties:
    """Return what the properties of a paragraph say; the first two bytes are its style."""
    found: dict[str, Any] = {"style": int.from_bytes(data[:2], "little")}
    for code, operand in changes(_whole(data[2:], streams.data) + extra):
        if field := _FIELDS.get(code):
            found[field] = int.from_bytes(operand, "little")
        elif code == _IN_TABLE:
            found["depth"] = max(found.get("depth", 0), 1) if operand != b"\0" else 0
        elif code in (_DEFINE_TABLE, _MERGE, _MERGE_DOWN):
            found["row"] = _row(found.get("row"), code, operand)
    return ParagraphProperties(**found)


def _whole(properties: bytes, data: bytes) -> bytes:
    """Return properties together with those that did not fit into a page and stand in the data stream."""
    places = [
        int.from_bytes(operand, "little") for code, operand in changes(properties) if code in _ELSEWHERE
    ]
    more = (
        data[at + 2 : at + 2 + int.from_bytes(data[at : at + 2], "little")] for at in places[:_MOST_PLACES]
    )
    return b"".join((properties, *more))


def _row(row: Row | None, code: int, operand: bytes) -> Row | None:
    if code == _DEFINE_TABLE:
        return _defined(operand)
    if row is None or len(operand) < 2:
        return row
    merged = list(row.merged)
    if code == _MERGE_DOWN and len(operand) > 2 and operand[1] < len(merged):
        flags = {0: 0, 1: DOWN}.get(operand[2], DOWN | BEGINS)
        merged[operand[1]] = merged[operand[1]] & ~(DOWN | BEGINS) | flags
    elif code == _MERGE:
        for index in range(operand[0], min(operand[1], len(merged))):
            merged[index] |= 1 if index == operand[0] else 2
    return Row(row.edges, tuple(merged))


def _defined(operand: bytes) -> Row | None:
    count = operand[2] if len(operand) > 2 else 0
    after = 3 + 2 * (count + 1)
    if not count or len(operand) < after:
        return None
    edges = tuple(int.from_bytes(operand[at : at + 2], "little", signed=True) for at in range(3, after, 2))
    starts = range(after, after + count * _CELL_BYTES, _CELL_BYTES)
    return Row(edges, tuple(int.from_bytes(operand[at : at + 2], "little") for at in starts))
