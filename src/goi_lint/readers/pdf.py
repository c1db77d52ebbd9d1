"""PDF: text by page in reading order, tables from their rulings; page numbers and running heads are left out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from time import monotonic
from typing import Any

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_ITEMS, MAX_PDF_SECONDS
from goi_lint.model.document import Document, Grid
from goi_lint.readers.pdf_blocks import blocks_of
from goi_lint.readers.pdf_open import DAMAGED, loaded, opened
from goi_lint.readers.pdf_page import Page, read_page
from goi_lint.readers.pdf_streams import check_streams

NAME = "pdf"
EXTENSIONS = (".pdf",)

_MARK = b"%PDF-"
_HEAD, _TAIL = 1024, 2048
_SCAN = Words(
    "这是扫描件，没有文字层，读不到文字；请提供由 Word 等直接导出的 PDF，或先做文字识别（OCR）",
    "it is a scan without a text layer; export the PDF from the text program, or run OCR on it first",
)
_BLANK = Words("PDF 里没有任何文字", "there is no text in the PDF")
_UNMAPPED = Words(
    "PDF 没有说明字形对应哪些文字（缺少字符映射），读不出文字；请重新导出 PDF",
    "the PDF does not say which characters its glyphs are; export it anew",
)


def recognises(data: bytes, name: str) -> bool:
    """Take what begins as a PDF does; some bytes before that are common."""
    head = data[:_HEAD]
    if _MARK not in head:
        return False
    return head.lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(_MARK) or b"startxref" in data[-_TAIL:]


def read(data: bytes, name: str) -> Document:
    """Return paragraphs, pictures and tables; raise `ReadError` where the file cannot be read or has no text."""
    check_streams(data)
    with opened(data) as (document, count):
        pages = _pages(document, count)
    _check_text(pages)
    blocks = blocks_of(pages)
    if not any(isinstance(block, Grid) or block.text for block in blocks):
        raise ReadError(_SCAN if any(page.pictures for page in pages) else _BLANK)
    return Document(name, NAME, blocks, whole=True)


def _pages(document: Any, count: int) -> list[Page]:
    """Return all pages that can be read; raise `ReadError` where that takes too long."""
    end = monotonic() + MAX_PDF_SECONDS
    pages: list[Page] = []
    found = 0
    with closing(loaded(document, count)) as opening:
        for number, page in enumerate(opening, 1):
            if page is not None:
                pages.append(read_page(page, number))
                found += len(pages[-1].glyphs) + len(pages[-1].lines)
            if monotonic() > end or found > MAX_PDF_ITEMS:
                raise ReadError(
                    Words(
                        f"PDF 内容过多或过于复杂，读到第 {number} 页为止",
                        f"the PDF holds too much or is too complex: reading stopped at page {number}",
                    )
                )
    return pages


def _check_text(pages: Sequence[Page]) -> None:
    """Raise `ReadError` where there is no text to be had."""
    if not pages:
        raise ReadError(DAMAGED)
    mapped = sum(len(page.glyphs) for page in pages)
    unmapped = sum(page.unmapped for page in pages)
    if unmapped > mapped:
        raise ReadError(_UNMAPPED)
    if not mapped:
        raise ReadError(_SCAN if any(page.pictures for page in pages) else _BLANK)
