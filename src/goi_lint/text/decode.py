"""Bytes to text: the encodings in which Chinese reports come."""

from __future__ import annotations

import codecs

from goi_lint.errors import ReadError, Words
from goi_lint.lazy import lazy
from goi_lint.limits import MAX_BYTES
from goi_lint.text.normalise import is_blank

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_STRANGE = lazy(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\ud800-\udfff]")
_MOST_STRANGE = 0.03
_BEGINNING = 64
_CHINESE = lazy(r"[\t\n\r -~\u00a0\u2000-\u206f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_LEAST_CHINESE = 0.9
_SURE = 8
"""So many characters of several bytes are UTF-8 by no accident."""


def decode(data: bytes) -> str:
    """Return the text in the encoding of its byte order mark, else in UTF-16, UTF-8 or GB18030, whichever fits.

    The mark is left out, line ends become `\\n`. Raises `ReadError` where none of these fits, where UTF-8 is damaged,
    where the text holds NUL characters or nothing, and where it is too large.
    """
    if len(data) > MAX_BYTES:
        megabytes = MAX_BYTES // 1_000_000
        raise ReadError(
            Words(f"超过 {megabytes} MB 的上限", f"it is larger than the limit of {megabytes} MB")
        )
    text = _decoded(data)
    if is_blank(text[:_BEGINNING]) and is_blank(text):
        raise ReadError(Words("文件是空的", "the file is empty"))
    if b"\0" in data and "\0" in text:  # no other bytes decode to it
        raise ReadError(Words("含有 NUL 字符，不是文本文件", "it holds NUL characters and is no text file"))
    sample = text[:_SAMPLE]
    if _STRANGE.search(sample) and len(_STRANGE.findall(sample)) > _MOST_STRANGE * len(sample):
        raise ReadError(Words("是二进制文件，不是文本", "it is a binary file and no text"))
    return _with_line_feeds(text)


def _with_line_feeds(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for line_end in ("\u0085", "\u2028", "\u2029"):
        text = text.replace(line_end, "\n")
    return text


def _decoded(data: bytes) -> str:
    data = data.removeprefix(codecs.BOM_UTF8)
    encoding = _marked(data) or _utf_16(data[:_SAMPLE])
    if encoding:
        return _by(encoding, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged(data, error.start):
            line = data.count(b"\n", 0, error.start) + 1
            words = Words(
                f"第 {line} 行有损坏的 UTF-8 字符", f"in line {line} it has a damaged character in UTF-8"
            )
            raise ReadError(words) from error
    return _by("gb18030", data)


def _by(encoding: str, data: bytes) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        words = Words(
            "不是文本文件（UTF-8、UTF-16、GB18030 都无法解码）", "it is no text in UTF-8, UTF-16 or GB18030"
        )
        raise ReadError(words) from error


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _utf_16(sample: bytes) -> str | None:
    """Return the byte order by which a sample with zero bytes is Chinese text, None for none."""
    if b"\0" not in sample:
        return None
    even = sample[: len(sample) // 2 * 2]
    shares = {
        encoding: _share_of_chinese(even.decode(encoding, "replace"))
        for encoding in ("utf-16-le", "utf-16-be")
    }
    likelier = max(shares, key=lambda encoding: shares[encoding])
    return likelier if shares[likelier] >= _LEAST_CHINESE else None


def _share_of_chinese(text: str) -> float:
    return len(_CHINESE.findall(text)) / len(text) if text else 0.0


def _is_damaged(data: bytes, at: int) -> bool:
    """Tell whether bytes that fail as UTF-8 at one place are UTF-8 around it; as GB18030 they would be nonsense."""
    before = data[max(0, at - _SAMPLE) : at].decode("utf-8", "ignore")
    if _foreign(before) >= _SURE:
        return True
    after = data[at : at + _SAMPLE].decode("utf-8", "replace")
    broken = after.count("\ufffd")
    return _foreign(after) - broken > max(_SURE, 4 * broken)


def _foreign(text: str) -> int:
    """Return how many of its characters are not ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))
