"""The lines of a region to its tables, by their stencil: what is left of them without the plain numbers in their cells.

Reports that were made from one page or file differ in their numbers, and where a cell begins and ends does not depend
on the number in it. So the lines of one stencil are taken apart once, and of the others only the numbers are read: that
is the better half of what a report's tables take. It is the second report of a stencil that makes it, for in a folder
of unlike reports each has one of its own.

Two things do ask how long a number is: whether a line is a page number, and whether it is so long that it is running
text. So a stencil is made with the shortest and with the longest numbers, and serves where both are taken apart alike:
then so is all that lies between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter, itemgetter, sub

from goi_lint.assemble.layouts import Sheet, Zone, zones_of
from goi_lint.assemble.pouring import Given
from goi_lint.assemble.tokens import Token, tokens_of
from goi_lint.lazy import lazy
from goi_lint.model.document import Grid, Paragraph, Place, span
from goi_lint.text.normalise import DASHES
from goi_lint.typed import Any

_TEXT = attrgetter("text")
_MOST_STENCILS = 128
_LONGEST = 20_000
_SHORT = "0"
_WIDE = 10**24
"""A number with as many digits as the longest that `_NUMBER` finds has characters."""
_GROUPS = "(?:,[0-9]{3}){1,4}"
# It begins with one class of characters, for which `re` looks fast. Numbers of pages (「- 3 -」, and 「-3 -」 looks
# like one) and torn ones (「3 .其他」) belong to the stencil.
# Plain digits come first, for nearly all numbers are that.
_NUMBER = lazy(
    rf"([-+−0-9](?<![^\s|｜][-+−0-9])(?<![{DASHES}第][ \u3000][-+−0-9])"
    r"(?:(?<=[0-9])[0-9]{0,8}(?![^\s|｜])"
    rf"|(?:(?<=[0-9])(?:[0-9]{{0,2}}{_GROUPS}|[0-9]{{0,8}})"
    rf"|(?<=[-+−])(?:[0-9]{{1,3}}{_GROUPS}|[0-9]{{1,9}})(?!\.?[0-9]*\s*[{DASHES}]))"
    r"(?:\.[0-9]{1,4})?(?![^\s|｜])))(?!\s*[.．、])"
)

Zones = Sequence[tuple[Zone, range]]
"""The tables of a region, each with the indexes of the blocks that it covers."""


def zones_in(blocks: Sequence[Paragraph | Grid]) -> tuple[Given, Zones]:
    """Return the tokens of a region, and the tables that these make."""
    if known := _known(blocks):
        return known
    tokens = tokens_of(blocks)
    given = Given([token.text for token in tokens], [token.place for token in tokens])
    return given, _zones(tokens)


def _zones(tokens: Sequence[Token]) -> Zones:
    return [(zone, zone.blocks_in(tokens)) for zone in zones_of(Sheet(tokens))]


def _known(blocks: Sequence[Paragraph | Grid]) -> tuple[Given, Zones] | None:
    """Return the same by a stencil that was met before."""
    if not blocks or Grid in set(map(type, blocks)):
        return None
    text = "\n".join(map(_TEXT, blocks))
    places = [block.place for block in blocks]
    steps = _steps(places)
    if steps is None or len(text) > _LONGEST:
        return None
    pieces = _NUMBER.split(text)
    stencil = case_of(_SHORT.join(pieces[::2]), steps).stencil()
    return (stencil.given(pieces[1::2], places), stencil.zones) if stencil else None


def _steps(places: Sequence[Place]) -> tuple[int, ...] | None:
    """Return how many lines each block begins below the end of the one before; None where lines are not known."""
    firsts: list[Any] = [place.line for place in places]
    lasts: list[Any] = [place.end_line for place in places]
    try:
        return tuple(map(sub, firsts, [0, *lasts[:-1]]))[1:]
    except TypeError:
        return None


class Stencil:
    """How lines are taken apart whatever the numbers in their cells are."""

    __slots__ = ("_fixed", "_places", "_texts", "_wide", "zones")

    def __init__(self, tokens: Sequence[Token], texts: Sequence[int], fixed: Sequence[str]) -> None:
        self.zones = _zones(tokens)
        self._fixed = list(fixed)
        self._texts: Callable[[Any], tuple[str, ...]] = itemgetter(*texts)
        self._places: Callable[[Any], tuple[Place, ...]] = itemgetter(*(token.block for token in tokens))
        self._wide = [(token.index, token.block, token.until) for token in tokens if token.until >= 0]

    def given(self, numbers: list[str], places: Sequence[Place]) -> Given:
        """Return the tokens of lines with these numbers, which stand at these places."""
        found: Sequence[Place] = self._places(places)
        if self._wide:
            found = list(found)
            for index, first, last in self._wide:
                found[index] = span(places[first], places[last])
        return Given(self._texts(numbers + self._fixed), found)


class _Case:
    """Lines that have a stencil in common, which is made when they are met for the second time."""

    __slots__ = ("_lines", "_made", "_met", "_steps")

    def __init__(self, lines: Sequence[str], steps: Sequence[int]) -> None:
        self._lines, self._steps = lines, steps
        self._met = 0
        self._made: Stencil | None = None

    def stencil(self) -> Stencil | None:
        """Return the stencil; None at first, and where there can be none."""
        self._met += 1
        if self._met == 2 and len(self._lines) == len(self._steps) + 1:
            self._made = _made(self._lines, list(accumulate(self._steps, initial=1)))
        return self._made


@lru_cache(maxsize=_MOST_STENCILS)
def case_of(text: str, steps: tuple[int, ...]) -> _Case:
    """Return what is known of lines that are left with this text; `steps` as in `_steps`."""
    return _Case(text.split("\n"), steps)


def _made(lines: Sequence[str], numbers: Sequence[int]) -> Stencil | None:
    """Return the stencil of lines whose numbers are the shortest; `numbers` are those of the lines."""
    places = [Place(number, number) for number in numbers]
    short = tokens_of(map(Paragraph, lines, places))
    pieces = _NUMBER.split("\n".join(lines))
    wides = [str(_WIDE + at) for at in range(len(pieces) // 2)]
    pieces[1::2] = wides
    wide = tokens_of(map(Paragraph, "".join(pieces).split("\n"), places))
    if len(short) != len(wide) or len(short) < 2:
        return None
    known = {text: at for at, text in enumerate(wides)}
    fixed: list[str] = []
    texts: list[int] = []
    for token, other in zip(short, wide, strict=True):
        at = known.get(other.text)
        if at is None:
            at = len(wides) + len(fixed)
            fixed.append(token.text)
        if not _alike(token, other, _SHORT if at < len(wides) else other.text):
            return None
        texts.append(at)
    return Stencil(short, texts, fixed)


def _alike(token: Token, other: Token, text: str) -> bool:
    marks = ("row", "hard", "marked", "block", "until")
    return token.text == text and all(getattr(token, mark) == getattr(other, mark) for mark in marks)
