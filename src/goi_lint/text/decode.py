"""Bytes to text: the encodings in which Chinese reports come."""

from __future__ import annotations

import codecs
import re

from goi_lint.errors import ReadError, Words

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_STRANGE = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\ud800-\udfff]"
)


def decode(data: bytes) -> str:
    """Return the text: by its byte order mark, else UTF-16 where its zero bytes show it, else UTF-8, else GB18030.

    Line ends become `\\n`. Raises `ReadError` where none of these fits, or where the text holds NUL characters.
    """
    if not data.strip():
        raise ReadError(Words("文件是空的", "the file is empty"))
    text = _decoded(data)
    if "\0" in text:
        raise ReadError(Words("含有 NUL 字符，不是文本文件", "it holds NUL characters and is no text file"))
    if len(_STRANGE.findall(text[:_SAMPLE])) > 0.03 * len(text[:_SAMPLE]):
        raise ReadError(Words("是二进制文件，不是文本", "it is a binary file and no text"))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u0085", "\n")


def _decoded(data: bytes) -> str:
    for encoding in _candidates(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError(
        Words(
            "不是文本文件（UTF-8、UTF-16、GB18030 都无法解码）", "it is no text in UTF-8, UTF-16 or GB18030"
        )
    )


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    return ("utf-8", "gb18030")
