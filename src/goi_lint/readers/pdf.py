"""PDF: text by page in reading order, tables from their rulings; page numbers and running heads are left out."""

from __future__ import annotations

from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.model.document import Document

NAME = "pdf"
EXTENSIONS = (".pdf",)

_MARK = b"%PDF-"
_HEAD, _TAIL = 1024, 2048


def recognises(data: bytes, name: str) -> bool:
    """Take what begins as a PDF does; some bytes before that are common."""
    head = data[:_HEAD]
    if _MARK not in head:
        return False
    return head.lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(_MARK) or b"startxref" in data[-_TAIL:]


def read(data: bytes, name: str) -> Document:
    """Return paragraphs, pictures and tables; raise `ReadError` where the file cannot be read or has no text."""
    from goi_lint.model.document import Document
    from goi_lint.readers.pdf_blocks import blocks_of
    from goi_lint.readers.pdf_open import check_blocks, check_text, pages_of
    from goi_lint.readers.pdf_streams import check_streams

    check_streams(data)
    pages = pages_of(data)
    check_text(pages)
    blocks = blocks_of(pages)
    check_blocks(blocks, pages)
    return Document(name, NAME, blocks, whole=True, sure=False)
