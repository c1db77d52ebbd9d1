"""Plain text: each line is a paragraph; tables are what its tabs, pipes and lines make of them."""

from __future__ import annotations

from itertools import repeat

from goi_lint.model.document import Document, Paragraph, lines
from goi_lint.readers.formats import READ_BY_OTHERS, format_of
from goi_lint.readers.lines import Rulings, has_remarks, lines_of
from goi_lint.tuples import in_bulk

NAME = "txt"
EXTENSIONS = (".txt", ".text")
_IN_UTF_16 = b"-\0-\0-"


def recognises(data: bytes, name: str) -> bool:
    """Take whatever no other reader reads: whether it is text shows when it is read."""
    return format_of(data, name) not in READ_BY_OTHERS


def read(data: bytes, name: str) -> Document:
    """Return the lines as paragraphs; raise `ReadError` where the bytes are no text."""
    numbered = lines_of(data, name)
    remarks: tuple[Paragraph, ...] = ()
    if has_remarks(data):
        from goi_lint.readers.remarks import remarks_of, without_remarks

        remarks, numbered = remarks_of(numbered), without_remarks(numbered)
    if b"---" in data or _IN_UTF_16 in data:
        rulings = Rulings()
        numbered = [(number, line) for number, line in numbered if not rulings.is_ruling(number, line)]
    numbers = [number for number, _ in numbered]
    texts = [line for _, line in numbered]
    fields = (texts, map(lines, numbers, numbers), repeat(None, len(texts)))
    return Document(name, NAME, tuple(in_bulk(Paragraph, fields)), remarks=remarks)
