"""What every match of a pattern holds, read from the pattern: where that is not in a text, no search is needed.

`国务院[^。,;]{0,4}492号令?` matches no text without 国务院 and 492号. To look for these takes a tenth of the time of a
search, and a pattern that is never searched need not be compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

from goi_lint.typed import Any

Alternatives = tuple[str, ...]
"""Texts of which at least one must be there."""

_MOST = 8
"""More alternatives take as long as the search that they are to spare."""
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_GLOBAL_FLAGS = re.IGNORECASE | re.VERBOSE


def literals_of(pattern: str) -> tuple[Alternatives, ...]:
    """Return what every match of a pattern for `re` holds: one of the texts of each of the sets, if there are any.

    Raises `re.error` where the pattern cannot be compiled.
    """
    parsed = parser.parse(pattern)
    if parsed.state.flags & _GLOBAL_FLAGS:
        return ()
    found = dict.fromkeys(literals for literals in _of_sequence(parsed) if len(literals) <= _MOST)
    return tuple(sorted(found, key=lambda literals: (len(literals), -_shortest(literals))))


def _of_sequence(elements: Iterable[tuple[Any, Any]]) -> Iterator[Alternatives]:
    """Yield what each stretch of a pattern demands; characters that follow one another are one text."""
    run = ""
    for code, value in elements:
        if code is codes.LITERAL:
            run += chr(value)
            continue
        if run:
            yield (run,)
            run = ""
        yield from _of_element(code, value)
    if run:
        yield (run,)


def _of_element(code: Any, value: Any) -> Iterator[Alternatives]:
    if code is codes.SUBPATTERN:
        _, added, _, inner = value
        if not added & re.IGNORECASE:
            yield from _of_sequence(inner)
    elif code in _REPEATS and value[0]:
        yield from _of_sequence(value[2])
    elif code is codes.ATOMIC_GROUP:
        yield from _of_sequence(value)
    elif code is codes.BRANCH:
        yield from _of_branches(value[1])
    elif code is codes.IN and all(each is codes.LITERAL for each, _ in value):
        yield tuple(chr(mark) for _, mark in value)


def _of_branches(branches: Iterable[Any]) -> Iterator[Alternatives]:
    """Yield the best texts of all branches as one set; a branch that demands nothing leaves nothing to demand."""
    best = [max(_of_sequence(branch), key=_shortest, default=()) for branch in branches]
    if all(best):
        yield tuple(dict.fromkeys(text for literals in best for text in literals))


def _shortest(literals: Alternatives) -> int:
    return min(map(len, literals))
