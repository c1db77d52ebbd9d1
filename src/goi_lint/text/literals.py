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
_ZERO_WIDTH = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_NOTHING: Alternatives = ("",)
_GLOBAL_FLAGS = re.IGNORECASE | re.VERBOSE


def literals_of(pattern: str) -> tuple[Alternatives, ...]:
    """Return what every match of a pattern for `re` holds: one of the texts of each of the sets, if there are any.

    Raises `re.error` where the pattern cannot be compiled.
    """
    parsed = parser.parse(pattern)
    if parsed.state.flags & _GLOBAL_FLAGS:
        return ()
    found = {
        tuple(sorted(literals)): literals
        for literals in (*_of_sequence(parsed), *_joined(parsed))
        if len(literals) <= _MOST and all(literals)
    }
    needed = [literals for key, literals in found.items() if not any(_says_more(each, key) for each in found)]
    return tuple(sorted(needed, key=lambda literals: (len(literals), -_shortest(literals))))


def _says_more(some: Alternatives, others: Alternatives) -> bool:
    """Tell whether the others need not be looked for where some are: each of these, which are no more, holds one."""
    if some == others or len(some) > len(others):
        return False
    return all(any(other in each for other in others) for each in some)


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


def _joined(elements: Iterable[tuple[Any, Any]]) -> Iterator[Alternatives]:
    """Yield what stands side by side in a pattern as one: 公开条, 发布条 for `(?:公开|发布)条`."""
    run = _NOTHING
    for code, value in elements:
        if code in _ZERO_WIDTH:
            continue
        repeated = code in _REPEATS and value[0]
        texts = _all_of(value[2]) if repeated else _of_one(code, value)
        longer = _products(run, texts)
        if longer and not repeated:
            run = longer
            continue
        yield longer or run
        run = texts or _NOTHING
        if not texts and repeated:
            yield from _joined(value[2])
        elif not texts and code is codes.SUBPATTERN and not value[1] & re.IGNORECASE:
            yield from _joined(value[3])
    yield run


def _of_one(code: Any, value: Any) -> Alternatives | None:
    """Return all texts that an element may match; None where they are too many, or any."""
    if code is codes.LITERAL:
        return (chr(value),)
    if code is codes.IN and len(value) <= _MOST and all(each is codes.LITERAL for each, _ in value):
        return tuple(chr(mark) for _, mark in value)
    if code is codes.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _all_of(value[3])
    if code is codes.BRANCH:
        branches = [_all_of(branch) for branch in value[1]]
        texts = tuple(text for texts in branches if texts for text in texts)
        return texts if all(branches) and len(texts) <= _MOST else None
    return None


def _all_of(elements: Iterable[tuple[Any, Any]]) -> Alternatives | None:
    """Return all texts that a sequence may match, likewise."""
    run: Alternatives | None = _NOTHING
    for code, value in elements:
        if code not in _ZERO_WIDTH:
            run = _products(run, _of_one(code, value))
    return run


def _products(some: Alternatives | None, others: Alternatives | None) -> Alternatives | None:
    if some is None or others is None or len(some) * len(others) > _MOST:
        return None
    return tuple(one + other for one in some for other in others)


def _shortest(literals: Alternatives) -> int:
    return min(map(len, literals))
