"""Numbers of lists as the bytes of the file say them."""

from __future__ import annotations

import struct

import pytest

from goi_lint.readers.doc_lists import Lists
from goi_lint.readers.doc_streams import Streams

DECIMAL, ROMAN, CHINESE, BULLET, NONE = 0, 1, 37, 23, 255
LEGAL, NO_RESTART = 4, 8
START, LEVEL = 16, 32
TAB, NOTHING = 0, 2


def level(start: int, kind: int, text: str, flags: int = 0, follows: int = NOTHING, limit: int = 0) -> bytes:
    head = struct.pack("<iBB9sBii4B", start, kind, flags, bytes(9), follows, 0, 0, 2, 3, limit, 0)
    return head + b"PPPCC" + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def streams(lists: list[list[bytes]], uses: list[tuple[int, list[bytes]]]) -> Streams:
    """Return a file with lists, numbered from 1, and with uses: the number of a list, what is otherwise there."""
    heads = b"".join(
        struct.pack("<ii9HBB", number, 0, *range(100, 109), len(levels) == 1, 0)
        for number, levels in enumerate(lists, 1)
    )
    named = struct.pack("<H", len(lists)) + heads
    levels = b"".join(level for levels in lists for level in levels)
    used = struct.pack("<I", len(uses))
    used += b"".join(struct.pack("<iiiBBBB", number, 0, 0, len(own), 0, 0, 0) for number, own in uses)
    used += b"".join(b"\xff\xff\xff\xff" + b"".join(own) for _, own in uses)
    main = bytearray(154 + 8 * 75)
    struct.pack_into("<IIII", main, 154 + 8 * 73, 0, len(named), len(named + levels), len(used))
    return Streams(bytes(main), named + levels + used, b"")


def otherwise(depth: int, start: int, own: bytes | None = None) -> bytes:
    flags = depth | (START if start else 0) | (LEVEL if own else 0)
    return struct.pack("<II", start, flags) + (own or b"")


def nine(*levels: bytes) -> list[bytes]:
    return [*levels, *[level(1, NONE, "")] * (9 - len(levels))]


FIRST, SECOND = level(1, CHINESE, "\0、"), level(1, DECIMAL, "\0.\1")
COUNTED = {
    "one level": (streams([[FIRST]], [(1, [])]), [(1, 0), (1, 0), (1, 0)], ["一、", "二、", "三、"]),
    "from another number": (streams([[level(4, DECIMAL, "\0.")]], [(1, [])]), [(1, 0), (1, 0)], ["4.", "5."]),
    "lower ones start anew": (
        streams([nine(FIRST, SECOND)], [(1, [])]),
        [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
        ["一、", "一.1", "一.2", "二、", "二.1"],
    ),
    "lower ones that go on": (
        streams([nine(FIRST, level(1, DECIMAL, "\1.", NO_RESTART))], [(1, [])]),
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        ["一、", "1.", "二、", "2."],
    ),
    "plain digits": (
        streams([nine(FIRST, level(1, ROMAN, "\0.\1", LEGAL, TAB))], [(1, [])]),
        [(1, 0), (1, 1)],
        ["一、", "1.1 "],
    ),
    "two uses of a list count on": (
        streams([[FIRST]], [(1, []), (1, [])]),
        [(1, 0), (2, 0), (1, 0)],
        ["一、", "二、", "三、"],
    ),
    "a use that begins anew, once": (
        streams([[FIRST]], [(1, []), (1, [otherwise(0, 5)])]),
        [(1, 0), (2, 0), (2, 0), (1, 0)],
        ["一、", "五、", "六、", "七、"],
    ),
    "a use with a level of its own": (
        streams([[FIRST]], [(1, [otherwise(0, 0, level(3, DECIMAL, "（\0）"))])]),
        [(1, 0), (1, 0)],
        ["（3）", "（4）"],
    ),
    "two lists": (
        streams([[FIRST], [level(1, DECIMAL, "\0.")]], [(2, []), (1, [])]),
        [(1, 0), (2, 0), (1, 0)],
        ["1.", "一、", "2."],
    ),
    "bullets": (streams([[level(1, BULLET, "●")]], [(1, [])]), [(1, 0)], [""]),
    "the level of the style": (streams([nine(FIRST, SECOND)], [(1, [])]), [(1, None)], ["一.1"]),
    "no such list": (streams([[FIRST]], [(7, [])]), [(1, 0), (0, 0), (2, 0), (0xF801, 0)], [""] * 4),
    "no such level": (streams([[FIRST]], [(1, [])]), [(1, 3)], [""]),
}


@pytest.mark.parametrize(("file", "paragraphs", "numbers"), COUNTED.values(), ids=COUNTED)
def test_numbers(file: Streams, paragraphs: list[tuple[int, int | None]], numbers: list[str]) -> None:
    lists = Lists(file)
    assert [lists.number(use, depth, 101) for use, depth in paragraphs] == numbers


def test_a_file_without_lists() -> None:
    assert Lists(Streams(b"", b"", b"")).none
    assert Lists(streams([], [])).none
