"""What bytes are shows in the bytes; the name decides only what they leave open."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from goi_lint.errors import ReadError, Words
from goi_lint.readers import md, txt
from goi_lint.readers.formats import (
    DOCX,
    HTML,
    OLE,
    PDF,
    TEXT,
    XML,
    format_of,
    is_docx,
    is_html,
    is_ole,
    is_pdf,
)


def package(*members: str, method: int = zipfile.ZIP_DEFLATED, first: str = "a.txt") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for member in members:
            archive.writestr(member, first * 100)
    return file.getvalue()


WORD = package("[Content_Types].xml", "word/document.xml")
NESTED = io.BytesIO()
with zipfile.ZipFile(NESTED, "w", zipfile.ZIP_STORED) as archive:
    archive.writestr("年报.docx", WORD)
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PAGE = "<html><body><p>总体情况</p></body></html>"
FRAGMENT = "<p>一、总体情况</p><table><tr><td>规章</td></tr></table>"

NAMED = {
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a.txt", PDF),
    "PDF behind blank lines": (b"\r\n\r\n%PDF-1.4\n", "-", PDF),
    "PDF behind other bytes, named so": (b"\x01\x02HTTP\n%PDF-1.4\n", "a.PDF", PDF),
    "PDF behind other bytes": (b"\x01\x02HTTP\n%PDF-1.4\nstartxref\n9\n%%EOF\n", "-", PDF),
    "text that speaks of PDF": ("报告可下载（%PDF-1.7 格式，<html> 页面）".encode(), "a.txt", TEXT),
    "Word": (WORD, "a.doc", DOCX),
    "Word, its end lost": (WORD[:200], "a.docx", DOCX),
    "archive with a Word file": (NESTED.getvalue(), "a.docx", "zip"),
    "Excel": (package("xl/workbook.xml"), "a.docx", "xlsx"),
    "PowerPoint": (package("ppt/presentation.xml"), "a.docx", "pptx"),
    "OFD": (package("OFD.xml", "Doc_0/Document.xml"), "a.ofd", "ofd"),
    "OpenDocument": (
        package("mimetype", method=zipfile.ZIP_STORED, first="application/vnd.oasis.opendocument.text"),
        "a.odt",
        "odf",
    ),
    "ZIP": (package("a.txt"), "a.zip", "zip"),
    "empty ZIP": (package(), "a.zip", "zip"),
    "compound file": (OLE_START, "a.wps", OLE),
    "RTF": (b"{\\rtf1\\ansi }", "a.doc", "rtf"),
    "RTF behind a blank line": (b"\r\n{\\rtf1\\ansi }", "a.doc", "rtf"),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a.doc", "jpeg"),
    "BMP": (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0", "a", "bmp"),
    "text that begins with BM": (b"BM 2023", "a", TEXT),
    "WebP": (b"RIFF\x24\0\0\0WEBPVP8 ", "a", "webp"),
    "page": (b"\xef\xbb\xbf\r\n<!DOCTYPE html>\n<title>", "a.txt", HTML),
    "page of an older kind": (b'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">', "a.doc", HTML),
    "page without a type": (PAGE.encode("gb18030"), "-", HTML),
    "page saved by Word": (b'<html xmlns:v="urn:schemas-microsoft-com:vml">', "a.doc", HTML),
    "page in XML": (b'<?xml version="1.0"?>\n<html xmlns="">', "a.xml", HTML),
    "page in UTF-16": (PAGE.encode("utf-16"), "a.html", HTML),
    "page in UTF-16 without a mark": (PAGE.encode("utf-16-be"), "a.html", HTML),
    "page in UTF-32": (PAGE.encode("utf-32"), "a.html", HTML),
    "page with two marks": (("\ufeff\ufeff" + PAGE).encode(), "a.txt", HTML),
    "page behind comments": (
        f"<!-- 信息公开 -->\n<!--[if IE]><p><![endif]-->\n{PAGE}".encode("gb18030"),
        "a.txt",
        HTML,
    ),
    "page behind a long comment": (f"<!--{'年报' * 4000}-->{PAGE}".encode(), "a.txt", HTML),
    "page of a server": (f'<%@ page contentType="text/html" %>{PAGE}'.encode(), "-", HTML),
    "fragment": (FRAGMENT.encode(), "-", HTML),
    "fragment behind blanks": (("\u3000\u00a0\n" + FRAGMENT).encode(), "a.txt", HTML),
    "fragment of cells": ("</td><td>规章</td>".encode("gb18030"), "a.txt", HTML),
    "fragment in the editor's own tag": (f"<ucapcontent>{FRAGMENT}</ucapcontent>".encode(), "-", HTML),
    "text first, named as a page": ("总体情况<br>规章".encode("gb18030"), "a.htm", HTML),
    "text first": ("总体情况<br>规章<table>".encode(), "a.txt", TEXT),
    "text alone, named as a page": ("总体情况".encode(), "a.html", TEXT),
    "brackets of no tag": ("<附件1>\n<p".encode(), "a.txt", TEXT),
    "year in brackets": ("<pre-2019> 年报\n</p>".encode(), "a.txt", TEXT),
    "one tag": ("<b>总体情况".encode(), "a.txt", TEXT),
    "tag that nobody knows": ("<report>总体情况".encode(), "a.txt", TEXT),
    "comment that does not end": ("<!-- 总体情况\n<p>".encode(), "a.txt", TEXT),
    "Markdown behind a comment": ("<!-- 草稿 -->\n# 总体情况\n".encode(), "-", TEXT),
    "Markdown with tags": ('<!-- 草稿 -->\n<div align="center">\n\n# 总体情况\n'.encode(), "a.md", TEXT),
    "page named as Markdown": (PAGE.encode(), "a.md", HTML),
    "XML": (b'<?xml version="1.0"?>\n<report/>', "a.xml", XML),
    "Word in XML": (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:x/>',
        "a",
        "word xml",
    ),
    "UOF": ('<?xml version="1.0"?><uof:UOF xmlns:uof="">'.encode("utf-16"), "a.uof", "uof"),
    "web archive": (
        b"From: <Saved by WPS>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=x\n\n",
        "a.doc",
        "mht",
    ),
    "letter": ("From: 市水利局\n总体情况".encode(), "a.txt", TEXT),
    "nothing": (b"", "a.doc", TEXT),
    "text": ("一、总体情况\n".encode("gb18030"), "a.doc", TEXT),
}


@pytest.mark.parametrize(("data", "name", "found"), NAMED.values(), ids=NAMED)
def test_names(data: bytes, name: str, found: str) -> None:
    told = (is_pdf(data, name), is_docx(data), is_ole(data), is_html(data, name))
    assert format_of(data, name) == found
    assert told == (found == PDF, found == DOCX, found == OLE, found == HTML)
    assert txt.recognises(data, name) is (found not in (PDF, DOCX, OLE, HTML))
    assert md.recognises(data, name) is ((name.endswith(".md") and found == TEXT) or data.find(b"\n# ") > 0)


REFUSED = {
    "RTF": (
        b"{\\rtf1\\ansi }",
        "这是 RTF 文件，不能直接检查；请在 WPS 或 Word 中另存为 .docx 后再检查",
        "this is an RTF file, which cannot be checked as it is; save it as .docx in WPS or Word and check that file",
    ),
    "picture": (
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        "这是图片（JPEG），不能直接检查；图片里的文字读不出来，请检查原来的 Word 文件",
        "this is a picture (JPEG), which cannot be checked as it is; "
        "the text in a picture cannot be read; check the Word file it was made of",
    ),
    "archive": (
        package("a.txt"),
        "这是 ZIP 压缩包，不能直接检查；请解压后检查里面的文件",
        "this is a ZIP archive, which cannot be checked as it is; unpack it and check the files in it",
    ),
    "OFD": (
        package("OFD.xml"),
        "这是 OFD 文件，不能直接检查；请导出为 PDF 或另存为 .docx 后再检查",
        "this is an OFD file, which cannot be checked as it is; "
        "export it as PDF or save it as .docx and check that file",
    ),
}


@pytest.mark.parametrize(("data", "zh", "en"), REFUSED.values(), ids=REFUSED)
def test_what_nobody_reads_is_named_with_advice(data: bytes, zh: str, en: str) -> None:
    for reader in (txt, md):
        with pytest.raises(ReadError) as error:
            reader.read(data, "report.txt")
        assert error.value.cause == Words(zh, en)


LONG = (
    b"<!-- -->",
    b"<!--",
    b"<?",
    b"<?a?>",
    b"<a ",
    b"<",
    b" ",
    b"\0",
    b"BM",
    b"%PDF",
    b"PK\x03\x04",
    b"<!DOCTYPE ",
)


@pytest.mark.parametrize("piece", LONG)
def test_a_glance_is_enough(piece: bytes) -> None:
    data = piece * (5_000_000 // len(piece))
    start = time.process_time()
    format_of(data, "a.txt")
    assert time.process_time() - start < 0.1
