"""Properties as their bytes say them."""

from __future__ import annotations

import pytest

from goi_lint.readers.doc_properties import (
    GONE,
    UNSEEN,
    ParagraphProperties,
    Row,
    Run,
    changes,
    paragraph_properties,
    shown_otherwise,
)
from goi_lint.readers.doc_streams import Streams

STREAMS = Streams(b"", b"", b"\xff\xff\x03\0\x17\x24\x01\x04\0\x0b\x46\x05\0")
"""In the data stream, from its third byte: the end of a row; from its eighth: list 5."""
CELL = bytes(20)


def code(number: int, operand: bytes) -> bytes:
    return number.to_bytes(2, "little") + operand


def table(*edges: int, cells: bytes) -> bytes:
    data = (
        bytes([len(edges) - 1]) + b"".join(edge.to_bytes(2, "little", signed=True) for edge in edges) + cells
    )
    return code(0xD608, (len(data) + 1).to_bytes(2, "little") + data)


TABS = b"\xff\x01" + bytes(4) + b"\x02" + bytes(6)
LENGTHS = {
    "of one to four bytes": (
        code(0x2416, b"\1") + code(0x4600, b"\2\0") + code(0x6649, b"\3\0\0\0"),
        [1, 2, 4],
    ),
    "of three bytes": (code(0xF614, b"\1\2\3") + code(0x2416, b"\1"), [3, 1]),
    "said by the operand": (code(0xC60D, b"\2ab") + code(0x2416, b"\1"), [3, 1]),
    "said in two bytes": (table(0, 9, cells=b"") + code(0x2416, b"\1"), [7, 1]),
    "of tabs by their number": (code(0xC615, TABS) + code(0x2416, b"\1"), [len(TABS), 1]),
    "longer than there is": (code(0xC60D, b"\xffab"), [3]),
    "cut short": (code(0x2416, b""), []),
}


@pytest.mark.parametrize(("properties", "lengths"), LENGTHS.values(), ids=LENGTHS)
def test_lengths(properties: bytes, lengths: list[int]) -> None:
    assert [len(operand) for _, operand in changes(properties)] == lengths


MERGED = b"\x20\0" + bytes(18) + b"\x60\0" + bytes(18)
PARAGRAPHS = {
    "nothing said": (b"", ParagraphProperties(7)),
    "in a table, as Word 97 says it": (code(0x2416, b"\1"), ParagraphProperties(7, depth=1)),
    "in a table in a table": (
        code(0x6649, b"\2\0\0\0") + code(0x2416, b"\1") + code(0x244B, b"\1"),
        ParagraphProperties(7, depth=2, cell_end=1),
    ),
    "another style, a heading": (
        code(0x4600, b"\3\0") + code(0x2640, b"\1"),
        ParagraphProperties(3, outline=1),
    ),
    "in a list": (
        code(0x460B, b"\4\0") + code(0x260A, b"\2"),
        ParagraphProperties(7, list=4, list_level=2),
    ),
    "row": (
        table(-108, 1000, 2000, cells=MERGED),
        ParagraphProperties(7, row=Row((-108, 1000, 2000), (0x20, 0x60))),
    ),
    "row with fewer cells described than there are": (
        table(0, 1000, 2000, cells=b""),
        ParagraphProperties(7, row=Row((0, 1000, 2000), (0, 0))),
    ),
    "row whose cells were merged afterwards": (
        table(0, 1, 2, 3, cells=CELL) + code(0x5624, b"\0\2") + code(0xD62B, b"\2\2\3"),
        ParagraphProperties(7, row=Row((0, 1, 2, 3), (1, 2, 0x60))),
    ),
    "row without its edges": (code(0xD608, b"\4\0\3\0\0"), ParagraphProperties(7)),
    "the rest elsewhere": (
        code(0x6646, b"\2\0\0\0") + code(0x646B, b"\7\0\0\0"),
        ParagraphProperties(7, row_end=1, list=5),
    ),
    "the rest nowhere": (code(0x6646, b"\xff\xff\xff\x7f"), ParagraphProperties(7)),
}


@pytest.mark.parametrize(("properties", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(properties: bytes, expected: ParagraphProperties) -> None:
    assert paragraph_properties(b"\7\0" + properties, STREAMS) == expected


CHARACTERS = {
    "bold": (code(0x0835, b"\1"), None),
    "hidden": (code(0x0835, b"\1") + code(0x083C, b"\1"), UNSEEN),
    "not hidden": (code(0x083C, b"\0"), None),
    "hidden otherwise than its style": (code(0x083C, b"\x81"), UNSEEN),
    "deleted": (code(0x083C, b"\1") + code(0x0800, b"\1"), GONE),
    "sign": (code(0x6A09, b"\1\0\x14\x26"), "☔"),
    "sign of a font of signs": (code(0x6A09, b"\1\0\xfc\xf0"), UNSEEN),
    "sign cut short": (code(0x6A09, b"\1"), None),
}


@pytest.mark.parametrize(("properties", "expected"), CHARACTERS.values(), ids=CHARACTERS)
def test_characters(properties: bytes, expected: str | None) -> None:
    assert shown_otherwise(Run(0, 1, properties)) == expected
