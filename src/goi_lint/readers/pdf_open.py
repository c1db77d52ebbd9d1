"""Opening a PDF, and saying truly why one cannot be read."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_PAGES

ENCRYPTED = Words("PDF 已加密，需要密码才能打开", "the PDF is encrypted and opens with a password only")
UNSUPPORTED = Words("PDF 的加密方式无法识别", "the PDF is encrypted in a way that is not known")
DAMAGED = Words("PDF 文件已损坏或不完整", "the PDF is damaged or incomplete")
NO_PAGES = Words("PDF 里没有页面", "the PDF has no pages")


@contextmanager
def opened(data: bytes) -> Iterator[tuple[Any, int]]:
    """Give the open document and its number of pages; raise `ReadError` where it cannot be opened."""
    from pypdfium2 import raw

    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        error = raw.FPDF_GetLastError()
        reasons = {raw.FPDF_ERR_PASSWORD: ENCRYPTED, raw.FPDF_ERR_SECURITY: UNSUPPORTED}
        raise ReadError(reasons.get(error, DAMAGED))
    try:
        pages = raw.FPDF_GetPageCount(document)
        if pages < 1:
            raise ReadError(NO_PAGES)
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


def loaded(document: Any, count: int) -> Generator[Any]:
    """Yield the pages of an open document one after the other, None for one that is damaged."""
    from pypdfium2 import raw

    for index in range(count):
        page = raw.FPDF_LoadPage(document, index)
        try:
            yield page or None
        finally:
            if page:
                raw.FPDF_ClosePage(page)
