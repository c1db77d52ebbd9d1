"""Opening a PDF, and saying truly why one cannot be read."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from time import monotonic

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_ITEMS, MAX_PDF_PAGES, MAX_PDF_SECONDS
from goi_lint.model.document import Block, Grid
from goi_lint.readers.pdf_page import Page, read_page
from goi_lint.typed import Any

_ENCRYPTED = Words("PDF 已加密，需要密码才能打开", "the PDF is encrypted and opens with a password only")
_UNKNOWN_LOCK = Words("PDF 的加密方式无法识别", "the PDF is encrypted in a way that is not known")
_DAMAGED = Words("PDF 文件已损坏或不完整", "the PDF is damaged or incomplete")
_NO_PAGES = Words("PDF 里没有页面", "the PDF has no pages")
_SCAN = Words(
    "这是扫描件，没有文字层，读不到文字；请提供由 Word 等直接导出的 PDF，或先做文字识别（OCR）",
    "it is a scan without a text layer; export the PDF from the text program, or run OCR on it first",
)
_BLANK = Words("PDF 里没有任何文字", "there is no text in the PDF")
_UNMAPPED = Words(
    "PDF 没有说明字形对应哪些文字（缺少字符映射），读不出文字；请重新导出 PDF",
    "the PDF does not say which characters its glyphs are; export it anew",
)


def pages_of(data: bytes) -> list[Page]:
    """Return all pages that can be read; raise `ReadError` where that takes too long, or there are none."""
    end = monotonic() + MAX_PDF_SECONDS
    pages: list[Page] = []
    found = 0
    with _opened(data) as (document, count), closing(_loaded(document, count)) as opening:
        for number, page in enumerate(opening, 1):
            if page is not None:
                pages.append(read_page(page, number))
                found += pages[-1].characters + len(pages[-1].level) + len(pages[-1].upright)
            if monotonic() > end or found > MAX_PDF_ITEMS:
                raise ReadError(
                    Words(
                        f"PDF 内容过多或过于复杂，读到第 {number} 页为止",
                        f"the PDF holds too much or is too complex: reading stopped at page {number}",
                    )
                )
    if not pages:
        raise ReadError(_DAMAGED)
    return pages


def check_text(pages: Sequence[Page]) -> None:
    """Raise `ReadError` where there is no text to be had."""
    mapped = sum(page.characters for page in pages)
    if sum(page.unmapped for page in pages) > mapped:
        raise ReadError(_UNMAPPED)
    if not mapped:
        raise ReadError(_without_text(pages))


def check_blocks(blocks: Sequence[Block], pages: Sequence[Page]) -> None:
    """Raise `ReadError` where all the text was page numbers and the like."""
    if not any(isinstance(block, Grid) or block.text for block in blocks):
        raise ReadError(_without_text(pages))


def _without_text(pages: Sequence[Page]) -> Words:
    return _SCAN if any(page.pictures for page in pages) else _BLANK


@contextmanager
def _opened(data: bytes) -> Iterator[tuple[Any, int]]:
    """Give the open document and its number of pages; raise `ReadError` where it cannot be opened."""
    from pypdfium2 import raw

    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        error = raw.FPDF_GetLastError()
        reasons = {raw.FPDF_ERR_PASSWORD: _ENCRYPTED, raw.FPDF_ERR_SECURITY: _UNKNOWN_LOCK}
        raise ReadError(reasons.get(error, _DAMAGED))
    try:
        pages = raw.FPDF_GetPageCount(document)
        if pages < 1:
            raise ReadError(_NO_PAGES)
        if pages > MAX_PDF_PAGES:
            raise ReadError(
                Words(
                    f"PDF 有 {pages} 页，超过上限 {MAX_PDF_PAGES} 页",
                    f"the PDF has {pages} pages, at most {MAX_PDF_PAGES} are read",
                )
            )
        yield document, pages
    finally:
        raw.FPDF_CloseDocument(document)


def _loaded(document: Any, count: int) -> Generator[Any]:
    """Yield the pages of an open document one after the other, None for one that is damaged."""
    from pypdfium2 import raw

    for index in range(count):
        page = raw.FPDF_LoadPage(document, index)
        try:
            yield page or None
        finally:
            if page:
                raw.FPDF_ClosePage(page)
