"""Damaged files: what transmission, editors and enemies make of a good report. A number always gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

from lxml import etree  # type: ignore[attr-defined, unused-ignore]

from goi_lint.cases.flavours import write
from writing.base import draft
from writing.docx import write_docx
from writing.flavours import encode
from writing.html import STYLES, write_html

DATA = Path(__file__).parents[1] / "data" / "reports"
Change = Callable[[bytes, Random], bytes]

_HOSTILE_NUMBERS = (
    b"-1",
    b"0",
    b"1",
    b"65535",
    b"65536",
    b"99999999",
    b"4294967295",
    b"1e309",
    b"-2147483648",
)
_SNIPPETS = (
    b"<table>",
    b"</table>",
    b"<tr>",
    b"<td rowspan=0>",
    b"<td rowspan=65534 colspan=1000>",
    b"<div>" * 300,
    b"<b>" * 50,
    b"<!--",
    b"<script>",
    b"<svg><table>",
    b"<template>",
    b"<select>",
    b"<plaintext>",
    b"<p>",
    b"&#0;&#xD800;&nbsp",
    b"\x00",
)


def truncated(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data))]


def flipped(data: bytes, rng: Random) -> bytes:
    found = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 100))):
        found[rng.randrange(len(found))] = rng.randrange(256)
    return bytes(found)


def chunk_removed(data: bytes, rng: Random) -> bytes:
    first, last = _stretch(data, rng)
    return data[:first] + data[last:]


def chunk_doubled(data: bytes, rng: Random) -> bytes:
    first, last = _stretch(data, rng)
    return data[:last] + data[first:last] * rng.choice((1, 1, 5)) + data[last:]


def chunk_moved(data: bytes, rng: Random) -> bytes:
    first, last = _stretch(data, rng)
    rest = data[:first] + data[last:]
    at = rng.randrange(len(rest) + 1)
    return rest[:at] + data[first:last] + rest[at:]


def chunk_blanked(data: bytes, rng: Random) -> bytes:
    first, last = _stretch(data, rng)
    return data[:first] + rng.choice((b"\0", b"\xff", b" ")) * (last - first) + data[last:]


def _stretch(data: bytes, rng: Random) -> tuple[int, int]:
    first = rng.randrange(len(data))
    return first, min(len(data), first + rng.choice((1, 16, 200, 3000)))


def words_overwritten(data: bytes, rng: Random) -> bytes:
    """Overwrite numbers of four bytes, most of them near the beginning of a 512-byte sector, by extreme ones."""
    found = bytearray(data)
    for _ in range(rng.choice((1, 2, 8))):
        at = rng.randrange(0, max(1, len(found) - 4), rng.choice((2, 4)))
        value = rng.choice(
            (0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE, len(data), rng.randrange(2**32), rng.randrange(64))
        )
        found[at : at + 4] = value.to_bytes(4, "little")
    return bytes(found)


def tags_dropped(data: bytes, rng: Random) -> bytes:
    share = rng.choice((0.02, 0.2, 0.5))
    return re.sub(rb"</?\w[^<>]*>", lambda match: b"" if rng.random() < share else match[0], data)


def tags_exchanged(data: bytes, rng: Random) -> bytes:
    tags = re.findall(rb"</?\w[^<>]*>", data) or [b"<p>"]
    return re.sub(rb"</?\w[^<>]*>", lambda match: rng.choice(tags) if rng.random() < 0.03 else match[0], data)


def tags_strewn(data: bytes, rng: Random) -> bytes:
    for _ in range(rng.choice((1, 4, 20))):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice(_SNIPPETS) + data[at:]
    return data


def numbers_exchanged(data: bytes, rng: Random) -> bytes:
    share = rng.choice((0.003, 0.03))
    return re.sub(
        rb"-?\d+(?:\.\d+)?",
        lambda match: rng.choice(_HOSTILE_NUMBERS) if rng.random() < share else match[0],
        data,
    )


def member_changed(data: bytes, rng: Random) -> bytes:
    """Change the XML of one member of a Word file as bytes, and pack it again."""
    change = rng.choice((truncated, flipped, chunk_removed, chunk_doubled, tags_dropped, numbers_exchanged))
    return _repacked(data, rng, lambda content: change(content, rng))


def tree_changed(data: bytes, rng: Random) -> bytes:
    """Take elements out of one member's XML, double them, or put them elsewhere; it stays well-formed."""
    return _repacked(data, rng, lambda content: _other_tree(content, rng))


def _repacked(data: bytes, rng: Random, change: Callable[[bytes], bytes]) -> bytes:
    """Return the package with one member changed; one that is damaged already is damaged further."""
    try:
        return _with_member_changed(data, rng, change)
    except Exception:
        return flipped(data, rng) if data else data


def _with_member_changed(data: bytes, rng: Random, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    chosen = "word/document.xml" if rng.random() < 0.7 else rng.choice(sorted(members))
    members[chosen] = change(members[chosen])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def _other_tree(content: bytes, rng: Random) -> bytes:
    root = etree.fromstring(content)
    for _ in range(rng.choice((1, 5, 30))):
        elements = list(root.iter("*"))[1:]
        if not 2 <= len(elements) < 60_000:
            break
        one, other = rng.sample(elements, 2)
        match rng.randrange(4):
            case 0:
                one.getparent().remove(one)
            case 1:
                one.addnext(etree.fromstring(etree.tostring(one)))
            case 2:
                other.append(etree.fromstring(etree.tostring(one)))
            case _:
                one.attrib.update(dict.fromkeys(one.attrib, rng.choice(_HOSTILE_NUMBERS).decode()))
    changed: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return changed


def stream_changed(data: bytes, rng: Random) -> bytes:
    """Change one of the unpacked streams of a PDF file; its cross-references are wrong then, as in many files."""
    change = rng.choice((truncated, flipped, chunk_removed, chunk_doubled, chunk_moved, numbers_exchanged))
    pieces = re.split(rb"(?<=stream\n)(.*?)(?=\nendstream)", data, flags=re.DOTALL)
    if len(pieces) == 1:
        return change(data, rng)
    at = rng.randrange(1, len(pieces), 2)
    try:
        unpacked = zlib.decompress(pieces[at])
    except zlib.error:
        return change(data, rng)
    pieces[at] = zlib.compress(change(unpacked, rng) if unpacked else b"", 1)
    return b"".join(pieces)


ANY: Sequence[Change] = (truncated, flipped, chunk_removed, chunk_doubled, chunk_moved, chunk_blanked)
CHANGES: Mapping[str, Sequence[Change]] = {
    "txt": (*ANY, numbers_exchanged),
    "md": (*ANY, numbers_exchanged),
    "html": (*ANY, tags_dropped, tags_exchanged, tags_strewn, tags_strewn, numbers_exchanged),
    "docx": (*ANY, words_overwritten, *(member_changed,) * 3, *(tree_changed,) * 10),
    "pdf": (*ANY, numbers_exchanged, *(stream_changed,) * 9),
    "doc": (*ANY, *(words_overwritten,) * 6),
}
FORMATS = tuple(CHANGES)


@cache
def good(kind: str) -> tuple[bytes, ...]:
    """Return the good files of a format that are damaged; of both forms, the smaller the better."""
    seeds = [("form_2019", 1), ("form_2021", 2), ("form_2021", 3)]
    drafts = [draft(form, Random(seed)) for form, seed in seeds]
    match kind:
        case "txt":
            return tuple(
                encode(write(one, how)) for one in drafts for how in ("tabs", "cells", "pipes", "paste")
            )
        case "md":
            return tuple(encode(write(one, "markdown")) for one in drafts)
        case "html":
            return tuple(write_html(drafts[at % 3], style=style) for at, style in enumerate(STYLES))
        case "docx":
            one, two, three = drafts
            return (
                write_docx(one),
                write_docx(two, numbered=True),
                write_docx(three, tracked=True, nested=True),
            )
    return tuple(path.read_bytes() for path in sorted(DATA.glob(f"*.{kind}"))[-4:])


def variant(kind: str, number: int) -> bytes:
    """Return one damaged file; some are damaged twice."""
    rng = Random(f"{kind} {number}")
    data = rng.choice(good(kind))
    for _ in range(rng.choice((1, 1, 2))):
        data = rng.choice(CHANGES[kind])(data, rng) if data else data
    return data
