"""Styles of a Word 97 file: how deep a heading is, and which list a paragraph is in."""

from __future__ import annotations

from collections.abc import Iterator

from goi_lint.readers.doc_lists import Lists
from goi_lint.readers.doc_properties import ParagraphProperties, paragraph_properties
from goi_lint.readers.doc_streams import Streams
from goi_lint.tuples import NamedTuple

_STYLES = 1
_HEADINGS = range(1, 10)
_BODY_TEXT = 9
_PARAGRAPH_STYLE = 1
_MOST_BASES = 20


class _Style(NamedTuple):
    """What a style says of its own, and which one it is based on."""

    base: int
    own: ParagraphProperties


class Styles:
    """Tells of the paragraphs of one file, which must come in order, for lists are counted."""

    def __init__(self, streams: Streams) -> None:
        self._styles = dict(_styles(streams.part(_STYLES), streams))
        self._lists = Lists(streams)
        self._known: dict[int, ParagraphProperties] = {}

    def level(self, properties: ParagraphProperties) -> int | None:
        """Return the depth of a heading, None for body text."""
        outline = properties.outline
        if outline is None:
            outline = self._style(properties.style).outline
        return outline + 1 if outline is not None and outline < _BODY_TEXT else None

    def number(self, properties: ParagraphProperties) -> str:
        """Return the number that Word puts before the next paragraph; empty where it is in no list."""
        if self._lists.none:
            return ""
        style = self._style(properties.style)
        number = style.list if properties.list is None else properties.list
        depth = style.list_level if properties.list_level is None else properties.list_level
        return self._lists.number(number or 0, depth, properties.style)

    def _style(self, number: int) -> ParagraphProperties:
        """Return what a style says, together with those it is based on."""
        if number not in self._known:
            self._known[number] = self._based(number)
        return self._known[number]

    def _based(self, number: int) -> ParagraphProperties:
        found = ParagraphProperties()
        for _ in range(_MOST_BASES):
            style = self._styles.get(number)
            heading = number - 1 if number in _HEADINGS else None
            own = style.own if style else found
            found = ParagraphProperties(
                outline=_first(found.outline, own.outline, heading),
                list=_first(found.list, own.list),
                list_level=_first(found.list_level, own.list_level),
            )
            if style is None:
                break
            number = style.base
        return found


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


def _styles(part: bytes, streams: Streams) -> Iterator[tuple[int, _Style]]:
    """Yield the paragraph styles by their numbers."""
    header, count, fixed = (int.from_bytes(part[at : at + 2], "little") for at in (0, 2, 4))
    at = 2 + header
    for number in range(count):
        size = int.from_bytes(part[at : at + 2], "little")
        style = part[at + 2 : at + 2 + size]
        at += 2 + size + size % 2
        kind = int.from_bytes(style[2:4], "little")
        if kind & 0xF == _PARAGRAPH_STYLE:
            yield number, _Style(kind >> 4, paragraph_properties(_properties(style, fixed), streams))


def _properties(style: bytes, fixed: int) -> bytes:
    """Return the properties that stand behind the name of a style."""
    name = int.from_bytes(style[fixed : fixed + 2], "little")
    at = fixed + 2 + 2 * name + 2
    size = int.from_bytes(style[at : at + 2], "little")
    return style[at + 2 : at + 2 + size]
