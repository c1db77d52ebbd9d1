"""What a PDF unpacks to, measured before pdfium unpacks it: a small file can hold hours of work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import prod

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_DRAWN_BYTES, MAX_PDF_STREAM_BYTES

_BEGINS, _ENDS = b"stream", b"endstream"
_DRAWS = re.compile(rb"(?<![A-Za-z0-9_.-])Do(?![A-Za-z0-9_.-])")
_TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b")
_ENTRIES = 2_000
_MOST = 1_100
"""No byte of a packed stream unpacks to more."""
_FLATE = re.compile(rb"/Fl(?:ateDecode)?\b")
_NO_CONTENT = re.compile(rb"/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType)\b|/Length1\b|/Type\s*/XRef\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")


def check_streams(data: bytes) -> None:
    """Raise `ReadError` where a stream unpacks to more than the limit, or forms that draw forms multiply.

    How often forms are drawn is estimated from above: as if each of them drew all others that draw any.
    """
    everything = bool(_FORM.search(data) or _TWICE.search(data))
    drawn, nested, largest = 1, [1], 0
    for start, end in _streams(data):
        if not everything and end - start < MAX_PDF_STREAM_BYTES // _MOST:
            continue
        entries = data[max(0, start - _ENTRIES) : start]
        entries = entries[entries.rfind(b" obj") + 1 :]
        if _NO_CONTENT.search(entries):
            continue
        content = data[start:end].lstrip(b"\r\n")
        for _ in _FLATE.findall(entries):
            content = _unpacked(content)
        count = len(_DRAWS.findall(content)) if b"Do" in content else 0
        if _FORM.search(entries):
            nested.append(max(1, count))
            largest = max(largest, len(content))
        else:
            drawn = max(drawn, count)
    if drawn * prod(nested) * largest > MAX_PDF_DRAWN_BYTES:
        raise ReadError(
            Words("PDF 的图形层层嵌套，展开后过大", "the PDF's nested drawings unfold to too much")
        )


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the contents of each stream begin and end."""
    mark = data.find(_BEGINS)
    while mark >= 0:
        start = mark + len(_BEGINS)
        end = data.find(_ENDS, start)
        end = end if end >= 0 else len(data)
        yield start, end
        mark = data.find(_BEGINS, end + len(_ENDS))


def _unpacked(data: bytes) -> bytes:
    from zlib import decompressobj, error

    try:
        content = decompressobj().decompress(data, MAX_PDF_STREAM_BYTES + 1)
    except error:
        return b""
    if len(content) > MAX_PDF_STREAM_BYTES:
        limit = MAX_PDF_STREAM_BYTES // 1_000_000
        raise ReadError(
            Words(
                f"PDF 里有内容解压后超过 {limit} MB，不予读取",
                f"a part of the PDF unpacks to more than {limit} MB and is not read",
            )
        )
    return content
