"""Web pages: paragraphs, pictures and tables of the article, without what the site puts around it."""

from __future__ import annotations

from goi_lint.model.document import Document
from goi_lint.readers.formats import is_html

NAME = "html"
EXTENSIONS = (".html", ".htm", ".shtml", ".xhtml")


def recognises(data: bytes, name: str) -> bool:
    """Take what begins as a web page does, or as a piece of one; a tag within a text makes no page."""
    return is_html(data, name)


def read(data: bytes, name: str) -> Document:
    """Return what the page's article shows; raise `ReadError` where that cannot be had."""
    from goi_lint.readers.html_page import document_of

    return document_of(data, name, NAME)
