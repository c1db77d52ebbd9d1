"""Files that nobody can judge, of all kinds that really come in, each with the rule and the words that must say so."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from goi_lint.cases.flavours import write
from writing.base import draft
from writing.docx import write_docx
from writing.html import write_html

DATA = Path(__file__).parents[1] / "data" / "reports"
_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_DOCUMENT = "word/document.xml"
_NOTICE = "".join(
    f"<p>{line}</p>"
    for line in ("关于召开座谈会的通知", "各科室：", "定于周五上午召开座谈会，请准时参加。", "办公室")
)


@dataclass(frozen=True, slots=True)
class Broken:
    """One file; `says` stands in the Chinese message of its finding of that rule."""

    name: str
    data: bytes
    rule: str
    says: str


def broken_files() -> Iterator[Broken]:
    """Yield twenty of them."""
    yield from _word_files()
    yield from _pdf_files()
    yield from _pages()
    yield from _others()


def _word_files() -> Iterator[Broken]:
    word = write_docx(draft("form_2021", Random(5)))
    yield Broken("传到一半.docx", word[: len(word) // 2], "GOI001", "不完整")
    yield Broken("压缩包改名.docx", _zipped({"年报.txt": b"2023"}), "GOI001", "ZIP")
    yield Broken("工作簿改名.docx", _zipped({"xl/workbook.xml": b"<workbook/>"}), "GOI001", "Excel")
    yield Broken("压缩炸弹.docx", _with_document(word, b" " * 300_000_000), "GOI001", "上限")
    yield Broken("实体炸弹.docx", _with_document(word, _XML_BOMB), "GOI001", "DOCTYPE")
    locked = compound({"EncryptionInfo": b"\x04\0\x04\0" * 1024, "EncryptedPackage": b"\0" * 5000})
    yield Broken("加密.docx", locked, "GOI001", "密码")
    old = (DATA / "faultless-2021.doc").read_bytes()
    yield Broken("传到一半.doc", old[: len(old) // 2], "GOI001", "不完整")
    yield Broken("幻灯片.doc", compound({"PowerPoint Document": b"\0" * 5000}), "GOI001", "PowerPoint")
    yield Broken("其实是RTF.doc", rb"{\rtf1\ansi\ansicpg936 2023}", "GOI001", "RTF")


def _pdf_files() -> Iterator[Broken]:
    printed = (DATA / "faultless-2019.pdf").read_bytes()
    yield Broken("传到一半.pdf", b"%PDF-1.7\n" + printed[2000:4000], "GOI001", "损坏")
    yield Broken("没有页.pdf", pdf([_CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"]), "GOI001", "没有页")
    locked = b"/Encrypt 3 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
    yield Broken("加密.pdf", pdf([*_ONE_PAGE[:2], _LOCK, *_ONE_PAGE[2:]], locked), "GOI001", "密码")
    yield Broken("扫描件.pdf", pdf(_SCAN), "GOI001", "扫描")


def _pages() -> Iterator[Broken]:
    report = write_html(draft("form_2021", Random(6)), style="site").decode()
    first, last = report.index('<div class="TRS_Editor">'), report.index('<div class="share">')
    notice = report[:first].replace("政府信息公开工作年度报告", "通知") + "<div>" + _NOTICE + report[last:]
    yield Broken("别的文章.html", notice.encode(), "GOI002", "看不出")
    yield Broken(
        "层层嵌套.html", b"<html><body>" + b"<div>" * 100_000 + "总体情况".encode(), "GOI001", "嵌套"
    )
    yield Broken("空.htm", b"", "GOI001", "空")


def _others() -> Iterator[Broken]:
    rng = Random(7)
    yield Broken("乱码.txt", rng.randbytes(5000), "GOI001", "")
    yield Broken("照片.docx", b"\x89PNG\r\n\x1a\n" + rng.randbytes(500), "GOI001", "图片")
    text = write(draft("form_2021", Random(8)), "tabs")
    short = re.sub(r"(（一）予以公开\t+\d+\t)\d+\t", r"\1", text, count=1)
    yield Broken("少一格.txt", short.encode(), "GOI003", "予以公开")
    yield Broken("不是报告.md", "# 通知\n\n定于周五召开座谈会。\n".encode(), "GOI002", "看不出")


_XML_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'">'
    b'<!ENTITY c "' + b"&b;" * 1000 + b'"><!ENTITY d "' + b"&c;" * 1000 + b'">]><a>&d;</a>'
)
_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>>>"
_ONE_PAGE = (_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", _PAGE)
_LOCK = b"<</Filter/Standard/V 1/R 2/Length 40/P -44/O<" + b"5A" * 32 + b">/U<" + b"A5" * 32 + b">>>"
_SCAN = (
    *_ONE_PAGE,
    b"<</Type/XObject/Subtype/Image/Width 60/Height 84/ColorSpace/DeviceGray/BitsPerComponent 8/Length 5040>>"
    b"stream\n" + b"\xf0" * 5040 + b"\nendstream",
    b"<</Length 31>>stream\nq 595 0 0 842 0 0 cm /I Do Q   \nendstream",
)


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF file of those objects, the first of them its catalogue."""
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(data), len(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        data + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    )


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file, the container of old Office files, with those streams (each of 4 kB or more)."""
    table = [_FAT, _END]
    entries = [_entry("Root Entry", 5, 1, _END, 0)]
    body = b""
    for number, (name, content) in enumerate(streams.items(), 1):
        sectors = -(-len(content) // _SECTOR)
        following = _FREE if number == len(streams) else number + 1
        entries.append(_entry(name, 2, _FREE, len(table), len(content), following))
        table += [*range(len(table) + 1, len(table) + sectors), _END]
        body += content.ljust(sectors * _SECTOR, b"\0")
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        62,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        4096,
        _END,
        0,
        _END,
        0,
    )
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    fat = struct.pack(f"<{_SECTOR // 4}I", *table, *[_FREE] * (_SECTOR // 4 - len(table)))
    return head + fat + b"".join(entries).ljust(_SECTOR, b"\0") + body


def _entry(name: str, kind: int, child: int, start: int, size: int, following: int = _FREE) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    head = struct.pack("<64sHBBIII", text, len(text), kind, 1, _FREE, following, child)
    return head + struct.pack("<36xIQ", start, size)


def _zipped(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _with_document(word: bytes, content: bytes) -> bytes:
    """Return a Word file with other content, which is not made larger in memory than it must be."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    return _zipped({**members, _DOCUMENT: content})
