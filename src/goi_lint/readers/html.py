"""Web pages: paragraphs, pictures and tables of the article, without what the site puts around it."""

from __future__ import annotations

import re

from goi_lint.lazy import lazy
from goi_lint.model.document import Document

NAME = "html"
EXTENSIONS = (".html", ".htm", ".shtml", ".xhtml")

_SNIFFED = 4096
_LEAD = lazy(r"(?>\s+|\ufeff|<!--.*?-->|<\?.*?>|<%.*?%>)*", re.DOTALL)
_PAGE = lazy(
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|base|link|style|script|frameset)(?=[\s/>]))",
    re.IGNORECASE,
)
_FRAGMENT = lazy(
    r"<(table|div|p|h[1-6]|center|section|article|main|font|span|strong|b|ul|ol|form|a|img|br)(?=[\s/>])",
    re.IGNORECASE,
)
_MORE = lazy(
    r"</(?:p|div|table|tr|td|span|h[1-6]|font|center|section|article|main|body|html|li)\s*>|<br\s*/?>",
    re.IGNORECASE,
)


def recognises(data: bytes, name: str) -> bool:
    """Take what begins as a web page does, or as a piece of one; a tag within a text makes no page."""
    head = _head(data[:_SNIFFED])
    if "<" not in head:
        return False
    lead = _LEAD.match(head)
    start = lead.end() if lead else 0
    if _PAGE.match(head, start):
        return True
    return bool(_FRAGMENT.match(head, start) and _MORE.search(head, start))


def _head(data: bytes) -> str:
    """Return the first characters, as far as tags are concerned, in whatever encoding."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"<\0" in data[:64] or b"\0<" in data[:64]:
        data = data.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def read(data: bytes, name: str) -> Document:
    """Return what the page's article shows; raise `ReadError` where that cannot be had."""
    from goi_lint.readers.html_page import document_of

    return document_of(data, name, NAME)
