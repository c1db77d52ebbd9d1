"""Plain text: each line is a paragraph; tables are what its tabs, pipes and lines make of them."""

from __future__ import annotations

from itertools import compress, repeat

from goi_lint.model.document import Document, Paragraph, each_line, lines
from goi_lint.readers.formats import READ_BY_OTHERS, format_of
from goi_lint.readers.lines import Rulings, all_lines, filled, has_remarks
from goi_lint.tuples import in_bulk

NAME = "txt"
EXTENSIONS = (".txt", ".text")
_IN_UTF_16 = b"-\0-\0-"


def recognises(data: bytes, name: str) -> bool:
    """Take whatever no other reader reads: whether it is text shows when it is read."""
    return format_of(data, name) not in READ_BY_OTHERS


def read(data: bytes, name: str) -> Document:
    """Return the lines as paragraphs; raise `ReadError` where the bytes are no text."""
    every = all_lines(data, name)
    kept = filled(every)
    remarks: tuple[Paragraph, ...] = ()
    if has_remarks(data) or _may_rule(data):
        remarks, numbered = _without_marks(list(compress(enumerate(every, 1), kept)), data)
        texts, places = [line for _, line in numbered], [lines(number, number) for number, _ in numbered]
    else:
        texts, places = list(compress(every, kept)), list(compress(each_line(len(every)), kept))
    fields = (texts, places, repeat(None, len(texts)))
    return Document(name, NAME, tuple(in_bulk(Paragraph, fields)), remarks=remarks)


def _may_rule(data: bytes) -> bool:
    return b"---" in data or (b"\0" in data and _IN_UTF_16 in data)


def _without_marks(
    numbered: list[tuple[int, str]], data: bytes
) -> tuple[tuple[Paragraph, ...], list[tuple[int, str]]]:
    """Return the comments to goi-lint, and the lines without these and without those that rule off a table."""
    remarks: tuple[Paragraph, ...] = ()
    if has_remarks(data):
        from goi_lint.readers.remarks import remarks_of, without_remarks

        remarks, numbered = remarks_of(numbered), without_remarks(numbered)
    if _may_rule(data):
        rulings = Rulings()
        numbered = [(number, line) for number, line in numbered if not rulings.is_ruling(number, line)]
    return remarks, numbered
