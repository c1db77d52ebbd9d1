from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.errors import ReadError, Words
from goi_lint.text.decode import decode

TEXT = "临江市水利局2023年政府信息公开工作年度报告\n\n一、总体情况\n无。\n"
NO_TEXT = Words(
    "不是文本文件（UTF-8、UTF-16、GB18030 都无法解码）", "it is no text in UTF-8, UTF-16 or GB18030"
)
EMPTY = Words("文件是空的", "the file is empty")
NUL = Words("含有 NUL 字符，不是文本文件", "it holds NUL characters and is no text file")
BINARY = Words("是二进制文件，不是文本", "it is a binary file and no text")
LARGE = Words("超过 20 MB 的上限", "it is larger than the limit of 20 MB")


def damaged(line: int) -> Words:
    return Words(f"第 {line} 行有损坏的 UTF-8 字符", f"in line {line} it has a damaged character in UTF-8")


ENCODED = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with mark": codecs.BOM_UTF8 + TEXT.encode(),
    "GB18030": TEXT.encode("gb18030"),
    "GB18030 behind a mark of UTF-8": codecs.BOM_UTF8 + TEXT.encode("gb18030"),
    "UTF-16 LE with mark": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "UTF-16 BE with mark": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "UTF-16 LE": TEXT.encode("utf-16-le"),
    "UTF-16 BE": TEXT.encode("utf-16-be"),
    "UTF-32 with mark": codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    "CRLF": TEXT.replace("\n", "\r\n").encode(),
    "CR": TEXT.replace("\n", "\r").encode(),
    "CRLF in UTF-16": TEXT.replace("\n", "\r\n").encode("utf-16"),
    "line separators of Unicode": TEXT.replace("\n\n", "\u2028\u2029").replace("\n", "\u0085").encode(),
}

REFUSED = {
    "nothing": (b"", EMPTY),
    "blanks": (b" \r\n\t", EMPTY),
    "ideographic blanks": ("\u3000\n".encode(), EMPTY),
    "a mark alone": (codecs.BOM_UTF8, EMPTY),
    "a mark of UTF-16 alone": (codecs.BOM_UTF16_LE, EMPTY),
    "NUL in UTF-8": (TEXT.encode() + b"\0" + TEXT.encode(), NUL),
    "NUL far down": (TEXT.encode() * 200 + b"\0", NUL),
    "NUL in GB18030": (TEXT.encode("gb18030") + b"\0", NUL),
    "zeros": (bytes(100), NUL),
    "half a character of UTF-16": (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1], NO_TEXT),
    "neither encoding": (b"\xff\xff\xff" + TEXT.encode("gb18030"), NO_TEXT),
    "a byte that does not belong": (TEXT.encode() + b"\xff\n", damaged(5)),
    "a character cut off at the end": (TEXT.encode()[:-2], damaged(4)),
    "a byte lost at the very beginning": (TEXT.encode()[1:], damaged(1)),
    "GB18030 pasted into UTF-8": (TEXT.encode() + TEXT.encode("gb18030"), damaged(5)),
    "control characters": (bytes(range(1, 9)) * 100, BINARY),
    "more than the limit": (b"a" * 20_000_001, LARGE),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_text_in_every_encoding(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize(("data", "cause"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_refused_with_its_cause(data: bytes, cause: Words) -> None:
    with pytest.raises(ReadError) as refusal:
        decode(data)
    assert refusal.value.cause == cause


def test_signs_for_private_use_among_text_are_kept() -> None:
    text = "\uf06c" + TEXT * 10
    assert decode(text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except ReadError:
        return
    assert text.strip()
    assert not {"\0", "\r", "\u2028"} & set(text)
