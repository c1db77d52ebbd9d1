"""The numbers that Word itself puts before paragraphs: 「三、」 is nowhere in the text of such a heading."""

from __future__ import annotations

import re

from goi_lint.lazy import lazy
from goi_lint.readers.docx_numerals import numeral
from goi_lint.readers.docx_styles import Properties, Styles
from goi_lint.readers.docx_xml import RPR, VAL, Element, W, is_on, number_of
from goi_lint.tuples import NamedTuple

_ABSTRACT, _ABSTRACT_ID, _ID = f"{W}abstractNum", f"{W}abstractNumId", f"{W}numId"
_LEVEL, _DEPTH, _OVERRIDE = f"{W}lvl", f"{W}ilvl", f"{W}lvlOverride"
_LEVELS = 9
_LONGEST = 50
_PART = lazy(r"%([1-9])")


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    """With `%1` for the number of the first level."""
    blank: bool = True
    """A tab or a blank follows."""
    restarts_after: int | None = None
    """The level (from 1) from which on up it restarts; 0: never; None: any level above."""
    legal: bool = False
    """The numbers of all levels are written in plain digits."""
    paragraph_style: str | None = None


class _List(NamedTuple):
    """A list as a paragraph names it; those with one `counted` count on together."""

    counted: str
    levels: dict[int, Level]
    starts: dict[int, int]
    """Where a level begins anew when this list first comes to it."""


class Lists:
    """Counts the paragraphs of a file's lists, which must come in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        found = () if root is None else root.iterchildren(_ABSTRACT, f"{W}num")
        elements = list(found)
        self._abstract = {each.get(_ABSTRACT_ID): each for each in elements if each.tag == _ABSTRACT}
        self._numbers = {each.get(_ID): each for each in elements if each.tag != _ABSTRACT}
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, paragraph: Properties) -> str:
        """Return the number that stands before the next paragraph; empty where it is in no list."""
        if not self._numbers or not paragraph.list_id or paragraph.list_id == "0":
            return ""
        if paragraph.list_id not in self._lists:
            self._lists[paragraph.list_id] = self._list(paragraph.list_id)
        found = self._lists[paragraph.list_id]
        if found is None:
            return ""
        depth = min(_depth_in(found, paragraph), _LEVELS - 1)
        counts = self._count(found, paragraph.list_id, depth)
        return _printed(found.levels, counts, depth)

    def _count(self, found: _List, list_id: str, depth: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.counted, {})
        level = found.levels.get(depth, Level())
        if depth in found.starts and (list_id, depth) not in self._begun:
            self._begun.add((list_id, depth))
            counts[depth] = found.starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for below in [below for below in counts if below > depth]:
            after = found.levels.get(below, Level()).restarts_after
            if after is None or depth < after:
                del counts[below]
        return counts

    def _list(self, list_id: str) -> _List | None:
        number = self._numbers.get(list_id)
        if number is None:
            return None
        counted, abstract = self._abstract_of(number)
        if abstract is None:
            return None
        if counted not in self._levels:
            self._levels[counted] = _levels(abstract)
        levels, starts = self._levels[counted].copy(), {}
        for override in number.iterchildren(_OVERRIDE):
            depth = number_of_level(override)
            if (changed := override.find(_LEVEL)) is not None:
                levels[depth] = _level(changed)
            if (start := override.find(f"{W}startOverride")) is not None:
                starts[depth] = number_of(start)
        return _List(counted, levels, starts)

    def _abstract_of(self, number: Element) -> tuple[str, Element | None]:
        """Return name and definition of the list that counts; it may stand elsewhere under the name of a style."""
        name = _value(number, _ABSTRACT_ID)
        abstract = self._abstract.get(name)
        link = _value(abstract, f"{W}numStyleLink") if abstract is not None else None
        if link and (linked := self._styles.named(link)) and linked.list_id in self._numbers:
            name = _value(self._numbers[linked.list_id], _ABSTRACT_ID)
            abstract = self._abstract.get(name)
        return name or "", abstract


def _levels(abstract: Element) -> dict[int, Level]:
    return {number_of_level(each): _level(each) for each in abstract.iterchildren(_LEVEL)}


def number_of_level(element: Element) -> int:
    """Return which level of the list, from 0, is defined."""
    text = element.get(_DEPTH, "0")
    return int(text) if text in "012345678" and len(text) == 1 else _LEVELS


def _value(element: Element, name: str) -> str | None:
    child = element.find(name)
    return None if child is None else child.get(VAL)


def _level(element: Element) -> Level:
    picture = element.find(f"{W}lvlPicBulletId") is not None
    hidden = is_on(element.find(f"{RPR}/{W}vanish"))
    text = _value(element, f"{W}lvlText") or ""
    restart = element.find(f"{W}lvlRestart")
    return Level(
        start=number_of(element.find(f"{W}start")),
        style=_value(element, f"{W}numFmt") or "decimal",
        text="" if picture or hidden or len(text) > _LONGEST else text,
        blank=_value(element, f"{W}suff") != "nothing",
        restarts_after=number_of(restart) if restart is not None else None,
        legal=is_on(element.find(f"{W}isLgl")),
        paragraph_style=_value(element, f"{W}pStyle"),
    )


def _depth_in(found: _List, paragraph: Properties) -> int:
    """Return the level of a paragraph: its own, or that which the list has for its style."""
    if paragraph.list_style:
        for depth, level in found.levels.items():
            if level.paragraph_style == paragraph.list_style:
                return depth
    return paragraph.list_level or 0


def _printed(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    if level is None or level.style == "bullet":
        return ""

    def part(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        shown = levels.get(at, Level())
        return numeral(
            counts.get(at, shown.start), "decimal" if level.legal and shown.style != "none" else shown.style
        )

    text = _PART.sub(part, level.text)
    return f"{text} " if level.blank and text[-1:].isalnum() else text
