"""The numbers that Word itself puts before paragraphs of a Word 97 file; they are nowhere in its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.readers.doc_streams import Streams
from goi_lint.readers.docx_numerals import numeral
from goi_lint.tuples import NamedTuple

_LISTS, _USES = 73, 74
_LIST_BYTES, _LEVEL_BYTES, _USE_BYTES = 28, 28, 16
_LEVELS = 9
_LONGEST = 50
_MOST = 5_000
"""Lists of one file; the others have no numbers."""
_PLAIN = "decimal"
_NO_RESTART, _LEGAL = 8, 4
_OWN_START, _OWN_LEVEL = 16, 32
_NOTHING_FOLLOWS = 2

_STYLES = {
    **{0: _PLAIN, 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero"},
    **{10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle"},
    **{
        23: "bullet",
        26: "decimalEnclosedFullstop",
        27: "decimalEnclosedParen",
        28: "decimalEnclosedCircleChinese",
    },
    **{
        29: "ideographEnclosedCircle",
        30: "ideographTraditional",
        31: "ideographZodiac",
        33: "taiwaneseCounting",
    },
    **{35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting"},
    **{38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none"},
}
"""Names of the kinds of numbers, as the newer format has them."""


class _Level(NamedTuple):
    """One level of a list; characters of `text` below 9 stand for the numbers of the levels."""

    start: int
    style: str
    text: str
    blank: bool
    legal: bool
    restarts_after: int
    """The level, from 0, below which it starts anew wherever one above is counted."""


class _List(NamedTuple):
    """A list; `styles` are the paragraph styles of its levels."""

    levels: Mapping[int, _Level]
    styles: tuple[int, ...]


class _Use(NamedTuple):
    """A list as paragraphs name it; `starts` are the levels that begin anew with it."""

    list: int
    starts: Mapping[int, int]
    levels: Mapping[int, _Level]


class Lists:
    """Counts the paragraphs of the lists of one file, which must come in order."""

    def __init__(self, streams: Streams) -> None:
        self._uses = list(_uses(streams.part(_USES)))
        self._lists = _lists(streams) if self._uses else {}
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    @property
    def none(self) -> bool:
        """Whether the file has no lists at all."""
        return not self._lists

    def number(self, use: int, depth: int | None, style: int) -> str:
        """Return the number before the next paragraph in a list (from 1; 0: in none), empty where there is none."""
        if not 0 < use <= len(self._uses):
            return ""
        used = self._uses[use - 1]
        found = self._lists.get(used.list)
        if found is None:
            return ""
        if depth is None:
            depth = found.styles.index(style) if style in found.styles else 0
        levels = {**found.levels, **used.levels}
        return _printed(levels, self._count(use, used, levels, depth), depth) if depth in levels else ""

    def _count(self, use: int, used: _Use, levels: Mapping[int, _Level], depth: int) -> dict[int, int]:
        counts = self._counts.setdefault(used.list, {})
        if depth in used.starts and (use, depth) not in self._begun:
            self._begun.add((use, depth))
            counts[depth] = used.starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for below in [below for below in counts if below > depth]:
            if below not in levels or depth < levels[below].restarts_after:
                del counts[below]
        return counts


def _printed(levels: Mapping[int, _Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels[depth]
    if level.style == "bullet":
        return ""

    def part(sign: str) -> str:
        at = ord(sign)
        if at >= _LEVELS:
            return sign
        shown = levels.get(at, level)
        style = _PLAIN if level.legal and shown.style != "none" else shown.style
        return numeral(counts.get(at, shown.start), style)

    text = "".join(map(part, level.text))
    return f"{text} " if level.blank and text[-1:].isalnum() else text


def _uses(part: bytes) -> Iterator[_Use]:
    count = int.from_bytes(part[:4], "little")
    at = 4 + _USE_BYTES * count
    if count > _MOST or at > len(part):
        return
    for index in range(count):
        head = part[4 + _USE_BYTES * index :][:_USE_BYTES]
        at += 4
        starts: dict[int, int] = {}
        own: dict[int, _Level] = {}
        for _ in range(min(head[12], _LEVELS)):
            start, flags = (int.from_bytes(part[i : i + 4], "little") for i in (at, at + 4))
            at += 8
            if flags & _OWN_LEVEL:
                own[flags & 0xF], at = _level(part, at)
            if flags & _OWN_START:
                starts[flags & 0xF] = own[flags & 0xF].start if flags & _OWN_LEVEL else start
        yield _Use(int.from_bytes(head[:4], "little"), starts, own)


def _lists(streams: Streams) -> dict[int, _List]:
    """Return the lists by their numbers; their levels stand behind the part that names them."""
    part = streams.part(_LISTS)
    count = int.from_bytes(part[:2], "little")
    if count > _MOST or 2 + _LIST_BYTES * count > len(part):
        return {}
    at = sum(streams.place(_LISTS))
    found = {}
    for index in range(count):
        head = part[2 + _LIST_BYTES * index :][:_LIST_BYTES]
        levels = {}
        for depth in range(1 if head[26] & 1 else _LEVELS):
            levels[depth], at = _level(streams.table, at)
        styles = tuple(int.from_bytes(head[i : i + 2], "little") for i in range(8, 26, 2))
        found[int.from_bytes(head[:4], "little")] = _List(levels, styles)
    return found


def _level(data: bytes, at: int) -> tuple[_Level, int]:
    """Return the level that stands at a place, and where it ends."""
    head = data[at : at + _LEVEL_BYTES].ljust(_LEVEL_BYTES, b"\0")
    at += _LEVEL_BYTES + head[24] + head[25]
    length = int.from_bytes(data[at : at + 2], "little")
    text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace") if length <= _LONGEST else ""
    level = _Level(
        start=int.from_bytes(head[:4], "little"),
        style=_STYLES.get(head[4], _PLAIN),
        text=text,
        blank=head[15] != _NOTHING_FOLLOWS,
        legal=bool(head[5] & _LEGAL),
        restarts_after=head[26] if head[5] & _NO_RESTART else _LEVELS,
    )
    return level, at + 2 + 2 * length
