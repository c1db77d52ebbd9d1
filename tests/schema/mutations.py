"""Good files with something wrong in them."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import strategies as st

GONE = object()
"""Stands for no value: the key is taken out."""
VALUES: st.SearchStrategy[Any] = st.sampled_from(
    (
        None,
        True,
        0,
        2021,
        "",
        " ",
        "甲",
        "error",
        "{text}",
        "{",
        "GOI",
        [],
        ["甲"],
        [1],
        {},
        {"zh": "甲", "en": "a"},
        [[]],
    )
)
KEYS = st.sampled_from(
    ("zh", "en", "levels", "custom", "pattern", "甲", "id", "override", "disable", "first")
)


def paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to each value of a file."""
    yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from paths(value, (*path, step))


@st.composite
def mutated(draw: st.DrawFn, files: Sequence[tuple[str, Any]]) -> tuple[str, Any]:
    """Draw a good file, with its kind, and make one or two changes."""
    kind, data = copy.deepcopy(draw(st.sampled_from(files)))
    for _ in range(draw(st.integers(1, 2))):
        data = _mutated(draw, data)
    return kind, data


def _mutated(draw: st.DrawFn, data: Any) -> Any:
    *way, last = draw(st.sampled_from([path for path in paths(data) if path] or [("",)]))
    if last == "":
        return copy.deepcopy(draw(VALUES))
    inner = data
    for step in way:
        inner = inner[int(step) if isinstance(inner, list) else step]
    match draw(st.sampled_from(("drop", "change", "add"))):
        case "drop":
            del inner[last]
        case "change":
            inner[last] = copy.deepcopy(draw(VALUES))
        case "add" if isinstance(inner, dict):
            inner[draw(KEYS)] = copy.deepcopy(draw(VALUES))
        case _:
            inner.append(copy.deepcopy(draw(VALUES)))
    return data


def changed(data: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """Return the data with another value at a dotted path, or without the key."""
    made = copy.deepcopy(data)
    inner: Any = made
    *steps, key = path.split(".")
    for step in steps:
        inner = inner[int(step) if isinstance(inner, list) else step]
    if value is GONE:
        del inner[key]
    else:
        inner[key] = value
    return made
