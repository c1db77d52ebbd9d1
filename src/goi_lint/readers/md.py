"""Markdown: headings, emphasis and pictures are recognised; pipe tables stay lines with pipes."""

from __future__ import annotations

import re

from goi_lint.model.document import Block, Document, Paragraph, Picture, Place
from goi_lint.readers.lines import lines_of

NAME = "md"
EXTENSIONS = (".md", ".markdown")

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)|<img\b[^>]*>")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\([^)\s]*\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3}|~~|`)(?=\S)(.+?)(?<=\S)\1")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LEAD = re.compile(r"[ ]{0,3}(?:>[ ]?)*(?:[-*+][ ]+(?=[^\s|]))?")
_DELIMITER_ROW = re.compile(r"[\s|:]*(?:-+[\s|:]*)+")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,})")
_SYNTAX = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+\S|^\s*\|?\s*:?-{3,}:?\s*\|", re.MULTILINE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>])")
_ENTITIES = {"&nbsp;": "\u00a0", "&ensp;": " ", "&emsp;": "\u3000", "&lt;": "<", "&gt;": ">", "&amp;": "&"}


def recognises(data: bytes, name: str) -> bool:
    """Take a file by its extension; without a name, text with Markdown headings or delimiter rows."""
    if name.lower().endswith(EXTENSIONS):
        return True
    return "." not in name and bool(_SYNTAX.search(data[:65536].decode("utf-8", "ignore")))


def read(data: bytes, name: str) -> Document:
    """Return headings, paragraphs and pictures; raise `ReadError` where the bytes are no text."""
    blocks: list[Block] = []
    table_lines = 0
    for number, line in lines_of(data):
        table_lines = table_lines + 1 if "|" in line else 0
        if _RULE.fullmatch(line) or _is_delimiter(line, table_lines):
            continue
        place = Place(number, number)
        blocks.extend(Picture(match[1] or "", place) for match in _PICTURE.finditer(line))
        blocks.extend(_paragraphs(_PICTURE.sub("", line), place))
    return Document(name, NAME, tuple(blocks))


def _is_delimiter(line: str, table_lines: int) -> bool:
    """Tell whether this is the row of dashes below a table's head; a row of `-` elsewhere holds placeholders."""
    return bool(table_lines and _DELIMITER_ROW.fullmatch(line)) and (table_lines == 2 or "---" in line)


def _paragraphs(line: str, place: Place) -> list[Paragraph]:
    level = None
    if match := _HEADING.match(line):
        level, line = len(match[1]), match[2]
    elif "\t" not in line[:1]:
        line = _LEAD.sub("", line, count=1)
    text = _plain(line)
    return [Paragraph(text, place, level)] if text.strip(" ") else []


def _plain(line: str) -> str:
    text = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", line))
    text = _BREAK.sub("", text)
    for entity, mark in _ENTITIES.items():
        text = text.replace(entity, mark)
    return _ESCAPE.sub(r"\1", text)
