"""What floats above the text of a Word 97 file: pictures, lines, and boxes with text of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from goi_lint.lazy import lazy
from goi_lint.readers.doc_streams import Streams

_ANCHORS, _DRAWINGS, _BOXES = 40, 50, 56
_ANCHOR_BYTES, _BOX_BYTES, _BOX_SHAPE = 26, 22, 14
_COUNTS = range(76, 100, 4)
"""Where the numbers of characters stand: main text, footnotes, headers, macros, comments, endnotes; then the boxes."""
_PICTURE_FRAME = 75
_SHAPE = lazy(r"(..)\x0a\xf0\x08\x00\x00\x00(....)", re.DOTALL)


class Shapes:
    """The shapes of one file by the places in the text where they are anchored."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams

    def is_picture(self, at: int) -> bool:
        """Tell whether a picture is anchored at a place of the text; one of no known kind may be."""
        return self._kinds.get(self._anchors.get(at, -1), _PICTURE_FRAME) == _PICTURE_FRAME

    def box(self, at: int) -> tuple[int, int]:
        """Return from where to where the text stands of the box that is anchored at a place; empty for none.

        One more end of a paragraph comes after it, which belongs to none.
        """
        return self._boxes.get(self._anchors.get(at, -1), (0, 0))

    @cached_property
    def _anchors(self) -> dict[int, int]:
        """Numbers of the shapes by their places."""
        return {
            first: int.from_bytes(data[:4], "little")
            for first, _, data in _entries(self._streams.part(_ANCHORS), _ANCHOR_BYTES)
        }

    @cached_property
    def _boxes(self) -> dict[int, tuple[int, int]]:
        """Where the text of each box stands, by the numbers of the shapes; the boxes come after all other texts."""
        before = sum(map(self._streams.number, _COUNTS))
        return {
            int.from_bytes(data[_BOX_SHAPE : _BOX_SHAPE + 4], "little"): (before + first, before + last - 1)
            for first, last, data in _entries(self._streams.part(_BOXES), _BOX_BYTES)
        }

    @cached_property
    def _kinds(self) -> dict[int, int]:
        """The kinds of the shapes by their numbers: each stands in a record of its own."""
        found = _SHAPE.finditer(self._streams.part(_DRAWINGS).decode("latin-1"))
        return {_number(match[2]): _number(match[1]) >> 4 for match in found}


def _number(text: str) -> int:
    return int.from_bytes(text.encode("latin-1"), "little")


def _entries(part: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield the entries of a table, each with its beginning and end in the text."""
    count = max(0, (len(part) - 4) // (size + 4))
    data = 4 * (count + 1)
    bounds = [int.from_bytes(part[at : at + 4], "little") for at in range(0, data, 4)]
    for index in range(count):
        yield bounds[index], bounds[index + 1], part[data + size * index : data + size * (index + 1)]
