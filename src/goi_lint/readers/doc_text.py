"""The text of a Word 97 file, put together from its pieces; every character keeps its place in the file."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from goi_lint.readers.doc_streams import DAMAGED, ForeignError, Streams
from goi_lint.tuples import NamedTuple

_CLX = 33
_CHARACTERS = 76
_OTHER_CHARACTERS = range(80, 108, 4)
_COMPRESSED = 0x40000000


class Piece(NamedTuple):
    """A stretch of text: characters `first` to `last` stand in the file from `offset`, each in `width` bytes."""

    first: int
    last: int
    offset: int
    width: int
    changes: bytes
    """Properties that this piece has beside those of its paragraphs, from a file saved fast."""


class Text(NamedTuple):
    """The main text with all its marks, behind it the other texts, and where they come from."""

    text: str
    main: int
    """How long the main text is."""
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def piece(self, at: int) -> Piece:
        """Return the piece that a character stands in."""
        return self.pieces[max(0, bisect_right(self.starts, at) - 1)]


def text_of(streams: Streams) -> Text:
    """Return the texts: the main one, then footnotes, headers, comments, boxes; raise `ForeignError` if damaged."""
    main = streams.number(_CHARACTERS)
    pieces = _pieces(streams.part(_CLX), main, main + sum(map(streams.number, _OTHER_CHARACTERS)))
    size = len(streams.main)
    # Pieces never share their bytes: a file where they do would grow without end.
    if not pieces or sum((piece.last - piece.first) * piece.width for piece in pieces) > size:
        raise ForeignError(DAMAGED)
    if any(piece.offset + (piece.last - piece.first) * piece.width > size for piece in pieces):
        raise ForeignError(DAMAGED)
    text = "".join([_decoded(streams.main, piece) for piece in pieces])
    return Text(text, main, pieces, tuple(piece.first for piece in pieces))


def _pieces(clx: bytes, main: int, characters: int) -> tuple[Piece, ...]:
    changes: list[bytes] = []
    at = 0
    while clx[at : at + 1] == b"\1":
        size = int.from_bytes(clx[at + 1 : at + 3], "little")
        changes.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    size = int.from_bytes(clx[at + 1 : at + 5], "little")
    table = clx[at + 5 : at + 5 + size]
    if clx[at : at + 1] != b"\2" or len(table) < size or size < 16:
        raise ForeignError(DAMAGED)
    count = (size - 4) // 12
    bounds = [int.from_bytes(table[i : i + 4], "little") for i in range(0, 4 * count + 4, 4)]
    if bounds[0] or any(a >= b for a, b in pairwise(bounds)) or bounds[-1] < main:
        raise ForeignError(DAMAGED)
    places = table[4 * count + 4 :]
    return tuple(
        _piece(first, min(last, characters), places[8 * i : 8 * i + 8], changes)
        for i, (first, last) in enumerate(pairwise(bounds))
        if first < characters
    )


def _piece(first: int, last: int, place: bytes, changes: Sequence[bytes]) -> Piece:
    offset, change = int.from_bytes(place[2:6], "little"), int.from_bytes(place[6:8], "little")
    index = change >> 1
    own = changes[index] if change & 1 and index < len(changes) else b""
    if offset & _COMPRESSED:
        return Piece(first, last, (offset & _COMPRESSED - 1) // 2, 1, own)
    return Piece(first, last, offset & _COMPRESSED - 1, 2, own)


def _decoded(main: bytes, piece: Piece) -> str:
    """Return the text of a piece with one character for each of its units, halves of rare characters apart."""
    length = piece.last - piece.first
    raw = main[piece.offset : piece.offset + length * piece.width]
    if piece.width == 1:
        return codecs.charmap_decode(raw, "strict", _WESTERN)[0]
    text = raw.decode("utf-16-le", "surrogatepass")
    if len(text) == length:
        return text
    units = (int.from_bytes(raw[i : i + 2], "little") for i in range(0, len(raw), 2))
    return "".join(map(chr, units))


_WESTERN = "".join(bytes([code]).decode("cp1252", "replace").replace("\ufffd", " ") for code in range(256))
