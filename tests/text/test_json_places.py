"""Places of values in JSON text, whatever it is, and however it is laid out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.text.json_places import place_of

KEYS = st.sampled_from(["a", "b", 'c"]', "{,:"])
VALUES: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "x", '"}], {[:', "\\", "\n文"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
)


def inner(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in pairs:
        yield from inner(each, (*path, key))


@given(
    value=VALUES, indent=st.sampled_from([None, 0, 1, "\t"]), before=st.sampled_from(["", "\n", " \r\n\t"])
)
def test_each_value_is_found(value: Any, indent: str | int | None, before: str) -> None:
    text = before + json.dumps(value, ensure_ascii=False, indent=indent)
    lines = text.split("\n")
    for path, expected in inner(value):
        line, column = place_of(text, path)
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert json.JSONDecoder().raw_decode(rest)[0] == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ('{"a": [1, 2]}', ("a", 5), (1, 7)),
        ('{"a": [1, 2]}', ("b", "c"), (1, 1)),
        ('{"a": 1,\n"a": 2}', ("a",), (2, 6)),
        ("{}", ("a",), (1, 1)),
        ("[]", (0,), (1, 1)),
        ("1", ("a",), (1, 1)),
    ],
    ids=["no such number", "no such key", "twice: the last counts", "empty object", "empty list", "a number"],
)
def test_where_there_is_none_the_innermost_is(
    text: str, path: tuple[str | int, ...], expected: object
) -> None:
    assert place_of(text, path) == expected
