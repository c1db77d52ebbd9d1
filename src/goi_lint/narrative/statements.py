"""What the numbers of a text are said of: a clause without whose and when, its subject as `@`, its number as `#`.

`2023年,我局共收到政府信息公开申请26件` states `收到@#`. Who reads it says what the subject is called, and what other
things are called that a bare `办结27件` may be of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from goi_lint.lazy import lazy
from goi_lint.narrative.clauses import Told, told_in
from goi_lint.narrative.scopes import Scope, is_lower, scope_of, without_scope
from goi_lint.narrative.stretches import Stretch
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Protocol

SUBJECT, NUMBER = "@", "#"
_BREAKS_DOWN = lazy(r"其中|包括|包含|[,(]含|分别")
_BRACKETS = lazy(r"\([^()]*\)")
_STRONG_END = ";。!?"


class Finder(Protocol):
    """What finds words in a folded text: a compiled pattern, or a rule's."""

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield all matches."""

    def sub(self, replacement: str, text: str) -> str:
        """Return the text with all matches replaced."""


class Reading(NamedTuple):
    """How a text is read: whose report of which year it is, what the subject is called, what other things are.

    `around` finds the words about a subject that say no more of it: `公民提出的@`.
    """

    body: str
    year: int | None
    subject: Finder
    around: Finder
    others: Finder


class Core(NamedTuple):
    """A clause without whose and when: `text` holds `@` for the subject, where it is `named`, and `#`.

    `of_area`: it says that it is of the whole area; `of_lower`: of a town or sub-district, without its name.
    """

    text: str
    named: bool
    of_area: bool
    of_lower: bool


class Standing(NamedTuple):
    """How a number stands in its text.

    `meant`: the subject is named in the clause, or was spoken of last before it. `part`: it stands in brackets or
    behind 其中, 包括, 含.
    """

    scope: Scope
    meant: bool
    part: bool


def core_of(clause: str, reading: Reading) -> Core:
    """Return what a clause says besides whose and when; it is in words for years, with `@` and `#`."""
    named = SUBJECT in clause
    if named:
        clause = reading.around.sub(SUBJECT, clause)
    head, _, tail = clause.partition(NUMBER)
    said = without_scope(head, reading.body)
    return Core(f"{said.text}{NUMBER}{tail}", named, said.of_area, said.of_lower)


def standing_of(stretch: Stretch, told: Told, core: Core, reading: Reading) -> Standing:
    """Return how a number stands in its text."""
    scope = scope_of(stretch.text, told.start, told.at, reading.year, reading.body)
    if core.of_lower and not is_lower(reading.body):
        scope = Scope.OTHER
    return Standing(
        scope=Scope.AREA if core.of_area and scope is Scope.BODY else scope,
        meant=core.named or _is_meant(stretch, told.start, reading),
        part=is_part(stretch.text, told),
    )


def numbers_of(stretch: Stretch) -> tuple[Told, ...]:
    """Return what a stretch tells in numbers, in order."""
    return told_in(stretch.text, stretch.doubtful)


def is_part(text: str, told: Told) -> bool:
    """Tell whether a number stands in brackets, or 其中 or the like before it, since the last strong mark."""
    if told.depth > 0:
        return True
    start = max(text.rfind(mark, 0, told.at) for mark in _STRONG_END) + 1
    before = text[start : told.at]
    if not _BREAKS_DOWN.search(before):
        return False
    return bool(_BREAKS_DOWN.search(_BRACKETS.sub("", before)))


def _is_meant(stretch: Stretch, position: int, reading: Reading) -> bool:
    """Tell whether the subject was spoken of last before a position, and nothing else that the number might be of."""
    ends, kinds = _mentions(stretch.text, reading)
    if last := bisect_right(ends, position):
        return kinds[last - 1]
    for text in reversed(stretch.topic.split("\n")):
        _, kinds = _mentions(text, reading)
        if kinds:
            return kinds[-1]
    return False


@lru_cache(maxsize=64)
def _mentions(text: str, reading: Reading) -> tuple[list[int], list[bool]]:
    """Return where the subject (True) and other things (False) are named, by their ends, in order.

    What names another thing within the subject's own name does not count: 政府信息公开办件.
    """
    subjects = [match.span() for match in reading.subject.finditer(text)]
    found = [(end, True) for _, end in subjects]
    for match in reading.others.finditer(text):
        if not any(start <= match.start() < end for start, end in subjects):
            found.append((match.end(), False))
    found.sort()
    return [end for end, _ in found], [kind for _, kind in found]
