"""What bytes are by their beginning, whatever the name says."""

from __future__ import annotations

import codecs
import re

from goi_lint.lazy import lazy
from goi_lint.readers.refusals import refusal

TEXT, HTML, XML, PDF, DOCX, OLE = "text", "html", "xml", "pdf", "docx", "ole"
READ_BY_OTHERS = frozenset((HTML, PDF, DOCX, OLE))
"""Formats that have a reader of their own: those of plain text leave them to it."""


_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"{\\rtf", "rtf"),
    (b"\xdb\xa5\x2d\0", "word 2"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
)
# What kind of package a ZIP file is shows in the names of its members.
_MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"word/document", DOCX),
    (b"xl/workbook", "xlsx"),
    (b"ppt/presentation", "pptx"),
    (b"OFD.xml", "ofd"),
)
_ODF = b"application/vnd.oasis.opendocument"
_DIRECTORY = b"PK\x05\x06"
_DIRECTORY_WITHIN = 22 + 65535

_PDF_WITHIN = 1024
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLANKS = b"\xef\xbb\xbf \t\r\n\f\0"
_BLANK_CHARACTERS = "\ufeff\u200b\u00a0\u3000 \t\r\n\f\v\0"
_WORDS = frozenset(bytes([byte]) for byte in (*range(0x30, 0x3A), *range(0xE4, 0xEA)))
"""Text that begins with a digit or a Chinese character has no tag before it, in whatever encoding it is."""
_PROLOGUE = (("<!--", "-->"), ("<?", "?>"), ("<%", "%>"))
_HEAD = 65536
"""So far the first tag of a page is looked for; the comments before it are read over."""
_SAMPLE = 4096
_MHT = ("mime-version:", "from:", "content-type:", "subject:", "date:")
_TAG = lazy(r"</?([a-z][\w:.-]*)(?=[\s/>])", re.IGNORECASE)
_ANY_TAG = lazy(r"<[a-zA-Z!/]")
_DOCTYPE = lazy(r"<!doctype\s+([\w:.-]+)", re.IGNORECASE)
_WHOLE_PAGE = frozenset(("html", "head", "body", "meta", "title"))
_TAGS = lazy(
    "a|abbr|article|aside|b|base|big|blockquote|br|button|caption|center|code|col|colgroup|dd|div|dl|dt|em|fieldset|"
    "figure|font|footer|form|frameset|h[1-6]|header|hr|i|iframe|img|input|label|li|link|main|map|nav|"
    "noscript|ol|p|pre|s|script|section|select|small|span|strong|style|sub|sup|table|tbody|td|template|textarea|"
    "tfoot|th|thead|tr|u|ul"
)
_MORE = lazy(r"</[a-z][a-z0-9]*\s*>|<br\s*/?>", re.IGNORECASE)
_BLOCK = lazy(r"</(?:p|td|div)\s*>|<table|<br\s*/?>", re.IGNORECASE)
_PAGE_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_MARKDOWN_NAMES = (".md", ".markdown")


def format_of(data: bytes, name: str = "") -> str:
    """Name what the bytes are: `TEXT`, `HTML`, `PDF`, `DOCX`, `OLE`, or what no reader reads.

    `name` decides only where the content leaves it open. Whether `TEXT` can be decoded shows when it is read.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    if is_pdf(data, name):
        return PDF
    return _by_start(data) or _markup(data, name.lower()) or TEXT


def is_pdf(data: bytes, name: str = "") -> bool:
    """Tell whether the bytes are a PDF file; other bytes may stand before it where its end or the name says so."""
    head = data[:_PDF_WITHIN]
    if b"%PDF-" not in head:
        return False
    if head.lstrip(_BLANKS).startswith(b"%PDF-") or name.lower().endswith(".pdf"):
        return True
    return b"startxref" in data[-_PDF_WITHIN:]


def is_docx(data: bytes) -> bool:
    """Tell whether the bytes are a ZIP file with a Word document in it, even where its end is lost."""
    return data.startswith(b"PK\x03\x04") and _package(data) == DOCX


def is_ole(data: bytes) -> bool:
    """Tell whether the bytes are a compound file, as .doc, .wps, .xls, .ppt and encrypted .docx are."""
    return data.startswith(_STARTS[0][0])


def is_html(data: bytes, name: str = "") -> bool:
    """Tell whether the bytes are a web page or a fragment of one: its first tag comes before any text.

    Where the name says so, any tag will do; a file named as Markdown must begin as a whole page.
    """
    return _by_start(data) is None and _markup(data, name.lower()) == HTML


def refuse_other_formats(data: bytes, name: str = "") -> None:
    """Raise `ReadError` that names the format where the bytes are those of a document that is no text."""
    found = format_of(data, name)
    if found != TEXT:
        raise refusal(found)


def _by_start(data: bytes) -> str | None:
    if data[:1] in (b" ", b"\r", b"\n") and data[:_SAMPLE].lstrip(_BLANKS).startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return "bmp"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return next((found for start, found in _STARTS if data.startswith(start)), None)


def _package(data: bytes) -> str:
    """Return what a ZIP file holds by the names in its directory, or anywhere where the directory is lost."""
    names = data
    end = data.rfind(_DIRECTORY, max(0, len(data) - _DIRECTORY_WITHIN))
    if end >= 0:
        size = int.from_bytes(data[end + 12 : end + 16], "little")
        names = data[max(0, end - size) : end]
    if _ODF in data[:_SAMPLE]:
        return "odf"
    return next((found for member, found in _MEMBERS if member in names), "zip")


def _markup(data: bytes, name: str) -> str | None:
    """Return what text with tags is, None for plain text or Markdown."""
    if data[:1] in _WORDS and not name.endswith(_PAGE_NAMES):
        return None
    head = _head(data)
    if head.startswith("<") and (found := _by_first_tag(head, markdown=name.endswith(_MARKDOWN_NAMES))):
        return found
    if head[:16].lower().startswith(_MHT) and "multipart/related" in head[:_SAMPLE].lower():
        return "mht"
    return HTML if name.endswith(_PAGE_NAMES) and _ANY_TAG.search(data.decode("latin-1")) else None


def _by_first_tag(head: str, *, markdown: bool) -> str | None:
    body = _after_prologue(head)
    doctype, tag = _DOCTYPE.match(body), _TAG.match(body)
    first = doctype or tag
    if first and first[1].lower() in _WHOLE_PAGE:
        return HTML
    if doctype or head.startswith("<?xml"):
        return HTML if tag and _TAGS.fullmatch(tag[1].lower()) else _xml(head[:_SAMPLE])
    return HTML if tag and not markdown and _is_page_tag(tag[1].lower(), body) else None


def _is_page_tag(tag: str, body: str) -> bool:
    """Tell whether a tag is HTML's, or an editor's own around HTML's; other tags must come after it."""
    sample = body[:_SAMPLE]
    if _TAGS.fullmatch(tag):
        return bool(_MORE.search(sample))
    return tag.replace("-", "").isalpha() and bool(_BLOCK.search(sample))


def _xml(head: str) -> str:
    if any(mark in head for mark in ("Word.Document", "<w:wordDocument", "<pkg:package")):
        return "word xml"
    return "uof" if "uof:UOF" in head else XML


def _head(data: bytes) -> str:
    """Return the beginning, without blanks, as far as its ASCII characters go."""
    head = data[:_HEAD]
    encoding = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    if encoding is None and b"\0" in head[:16]:
        encoding = "utf-16-be" if head[:1] == b"\0" else "utf-16-le"
    return head.decode(encoding or "utf-8", "replace").lstrip(_BLANK_CHARACTERS)


def _after_prologue(head: str) -> str:
    """Return what follows the declarations and comments at the top."""
    at = 0
    while True:
        end = next((end for begin, end in _PROLOGUE if head.startswith(begin, at)), "")
        found = head.find(end, at + 2) if end else -1
        if found < 0:
            return head[at:]
        at = found + len(end)
        while head[at : at + 1] and head[at] in _BLANK_CHARACTERS:
            at += 1
