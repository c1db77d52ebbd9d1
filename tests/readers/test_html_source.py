"""What is a web page, in which encoding, and what is too much of one."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goi_lint.errors import ReadError
from goi_lint.model.document import Document, Paragraph
from goi_lint.readers import html

KNOWN: dict[str, tuple[bytes, bool]] = {
    "a page": (b"<!DOCTYPE html>\n<html>", True),
    "a page without doctype": (b"\n<HTML lang=zh>", True),
    "a mark and a comment before it": (b"\xef\xbb\xbf \n<!-- a -->\n<head>", True),
    "XHTML": (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN">', True),
    "directives of a server": (b"<%@ page language='java' %>\n<html>", True),
    "a piece of a page": ("<p>一、总体情况</p>".encode(), True),
    "a table": ("<table border=1>\n<tr><td>规章</td></tr>".encode(), True),
    "lines with breaks": ("<div class='a'>一、总体情况<br/>无。".encode(), True),
    "GB18030": ("<div>一、总体情况</div>".encode("gb18030"), True),
    "UTF-16": ("<html><body>甲".encode("utf-16"), True),
    "UTF-16 without a mark": ("<html><body>甲".encode("utf-16-be"), True),
    "text": ("一、总体情况".encode(), False),
    "text that mentions a tag": ("年度报告\n<table>没有填写</table>".encode(), False),
    "text that begins with a tag alone": ("<p> 是段落标签".encode(), False),
    "text that begins with a word in brackets": ("<pre-2019> 年报\n</p>".encode(), False),
    "other XML": (b"<?xml version='1.0'?><w:document>", False),
    "an archive of a page": (b"MIME-Version: 1.0\n\n<html>", False),
    "Word": (b"PK\x03\x04<html>", False),
    "nothing": (b"", False),
    "a long lead": (b" " * 5000 + b"<html>", True),
}

ENCODED: dict[str, bytes] = {
    "UTF-8": "<p>甲乙丙</p>".encode(),
    "UTF-8 with a mark": "<p>甲乙丙</p>".encode("utf-8-sig"),
    "UTF-16": "<p>甲乙丙</p>".encode("utf-16"),
    "UTF-16 without a mark": "<p>甲乙丙</p>".encode("utf-16-le"),
    "GB18030 undeclared": "<p>甲乙丙</p>".encode("gb18030"),
    "GB2312 declared": "<meta http-equiv=Content-Type content='text/html; charset=gb2312'><p>甲乙丙</p>".encode(
        "gbk"
    ),
    "UTF-8 declared, GB18030 in truth": "<meta charset=utf-8><p>甲乙丙</p>".encode("gb18030"),
    "GB2312 declared, UTF-8 in truth": '<meta charset="gb2312"><p>甲乙丙</p>'.encode(),
    "Big5": "<meta charset=big5><p>甲乙丙</p>".encode("big5"),
    "a summary that ends within a character": b"<meta charset=utf-8><meta name=description content='"
    + "青岭县教育局二〇二三年".encode()[:-1]
    + "…'><p>甲乙丙</p>".encode(),
}

TOO_MUCH: dict[str, str] = {
    "tags": "<p>甲" * 200_000,
    "cells": "<table><tr>" + "<td>1" * 100_001,
    "depth": "<div>" * 100_000 + "甲",
    "formatting left open": "".join(f"<font x={n}><p>甲" for n in range(5_000)),
    "links left open": "".join(f"<a href={n}><p>甲" for n in range(50)) + "<i x=1><b x=2><p>" * 40_000,
    "a table of wide cells": "<table>" + "<tr><td colspan=1000>1<td>2" * 2_000,
    "a table of tall and wide cells": "<table>" + "<tr><td rowspan=65534 colspan=1000>1<td>2" * 900,
    "tables within tables": "<table><tr><td>" * 20_000,
    "text between cells": "<table>" + "甲<tr>" * 50_000,
    "attributes": "<p" + "".join(f" a{n}=1" for n in range(100_000)) + ">甲",
    "nothing": "<html><script>document.write('甲')</script><body>&nbsp;</body></html>",
    "no text": "<html>\0</html>",
}
MUCH: dict[str, str] = {
    "cells": "<table>" + ("<tr>" + "<td>1" * 10) * 5_000,
    "paragraphs": "<p>甲" * 50_000,
    "lines": "甲<br>" * 50_000,
    "depth": "<div>" * 10_000 + "甲",
    "layout tables": "<table><tr><td>甲<td>" * 1_000,
    "one text": "<p>" + "甲" * 3_000_000,
    "huge spans": "<table><tr><td colspan=99999999999999 rowspan=99999999999999>1<td>2<tr><td>3",
    "a comment that does not end": "<p>甲<!--" + "<p>" * 100_000,
    "quotes that do not end": "<p>甲</p>" + '<p a="' * 4_000,
    "entities in formatting": "<p>" + "&#x4e00;<b></b>" * 40_000,
    "comments": "<p>甲<!-- 甲 --> 乙\n" * 20_000,
    "comments in one paragraph": "<p>" + "甲\n<!-- 甲 --><b>乙</b>" * 15_000,
    "signs": "<p>甲" + "&" * 1_000_000 + "= /" * 100_000,
    "named heads": "<div class=top>" * 3_000 + "<h1>甲</h1>" + "甲，乙。" * 9,
}


@pytest.mark.parametrize(("data", "expected"), KNOWN.values(), ids=KNOWN)
def test_pages_are_known_by_their_content(data: bytes, expected: bool) -> None:
    assert html.recognises(data, "a.txt") is expected


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_encodings(data: bytes) -> None:
    assert [block[0] for block in html.read(data, "a").blocks] == ["甲乙丙"]


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_too_much_is_said(text: str) -> None:
    start = time.process_time()
    with pytest.raises(ReadError):
        html.read(text.encode(), "a")
    assert time.process_time() - start < 3


@pytest.mark.parametrize("text", MUCH.values(), ids=MUCH)
def test_much_is_read_in_seconds(text: str) -> None:
    start = time.process_time()
    assert html.read(text.encode(), "a").blocks
    assert time.process_time() - start < 8


PIECES = [
    "<",
    ">",
    "</",
    "p",
    "td",
    "tr",
    "table",
    "div",
    "br",
    " ",
    "=",
    '"',
    "'",
    "&",
    "#",
    ";",
    "!--",
    "-->",
    "甲",
    "1",
]
PIECES += [
    "<table>",
    "<td rowspan=2>",
    "<tr>",
    "</td>",
    "<p class=nav>",
    "<!DOCTYPE",
    "<svg>",
    "<title>",
    "<a>",
    "<h1>",
    "\n",
]
PIECES += [
    "发布日期：2024-01-02",
    "，。",
    "<script>",
    "</script>",
    "<plaintext>",
    "\u3000",
    "\x00",
    "<frameset>",
    " _=7",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    try:
        found = html.read(text.encode(), "a")
    except ReadError:
        return
    assert isinstance(found, Document)
    lines = text.count("\n") + 1
    assert all(1 <= (block.place.line or 1) <= (block.place.end_line or 1) <= lines for block in found.blocks)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_whatever_bytes_are_read_or_refused(data: bytes) -> None:
    html.recognises(data, "a.html")
    try:
        html.read(data, "a")
    except ReadError:
        return


def test_a_page_cut_off_anywhere_is_read_or_refused() -> None:
    rng = Random(1)
    page = ("<html><body>" + "<table><tr><td class='a'>甲</td></tr></table><p>乙，丙。</p>" * 30).encode()
    for end in range(1, len(page), 7):
        data = bytearray(page[:end])
        data[rng.randrange(end)] ^= 1 << rng.randrange(8)
        try:
            html.read(bytes(data), "a")
        except ReadError:
            continue


def test_the_head_of_a_page_is_no_paragraph() -> None:
    found = html.read("<!DOCTYPE html><title>网</title><body>甲".encode(), "a")
    assert [block for block in found.blocks if isinstance(block, Paragraph)] == list(found.blocks)
    assert [block[0] for block in found.blocks] == ["甲"]
