"""Where a value stands in JSON text: the parser of the standard library does not tell, and messages are to say it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from goi_lint.lazy import lazy

_BLANKS = lazy(r"[ \t\n\r]*+")


def place_of(text: str, path: Sequence[str | int]) -> tuple[int, int]:
    """Return line and column, from 1, of a value in text that could be parsed.

    `path` leads to it by keys and by numbers from 0; where it breaks off, the place is that of the innermost value.
    """
    at = _after_blanks(text, 0)
    for step in path:
        inner = dict(_inner(text, at)).get(step)
        if inner is None:
            break
        at = inner
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _inner(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    """Yield where the values begin in the object or list that begins at `at`, each with its key or number."""
    if text[at] not in "{[":
        return
    named = text[at] == "{"
    decode = json.JSONDecoder().raw_decode
    at = _after_blanks(text, at + 1)
    number = 0
    while text[at] not in "}]":
        key: str | int = number
        if named:
            key, at = decode(text, at)
            at = _after_blanks(text, _after_blanks(text, at) + 1)
        yield key, at
        _, at = decode(text, at)
        at = _after_blanks(text, at)
        at = _after_blanks(text, at + 1) if text[at] == "," else at
        number += 1


def _after_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    assert found
    return found.end()
