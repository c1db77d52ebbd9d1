"""What `typing` has and `goi_lint.typed` stands in for does the same to all who use it."""

from __future__ import annotations

import typing
from collections.abc import Sequence
from pathlib import Path

import pytest

from goi_lint import typed
from goi_lint.typed import Literal, NotRequired, Protocol, TypeAlias, TypedDict, cast, is_typed_dict, keys_of

Pattern = int
"""A name that `typing` has too, and means otherwise."""
Side: TypeAlias = 'Literal["left", "right"]'


class Inner(TypedDict):
    """A dict in a dict."""

    name: str


class Ours(TypedDict):
    """A thing."""

    size: int
    sides: NotRequired[Sequence[Side]]
    pattern: Pattern
    inner: NotRequired[Inner]


class More(Ours, total=False):
    """More of it."""

    kind: typing.Required[Literal["a", 1]]


class Theirs(typing.TypedDict):
    """A thing."""

    size: int
    sides: typing.NotRequired[Sequence[typing.Literal["left", "right"]]]
    pattern: int
    inner: typing.NotRequired[Inner]


class MoreOfTheirs(Theirs, total=False):
    """More of it."""

    kind: typing.Required[typing.Literal["a", 1]]


class Unknown(TypedDict):
    """Names what is not there."""

    size: Elsewhere  # type: ignore[name-defined]  # noqa: F821


class Shape(Protocol):
    """What a thing looks like."""


@pytest.mark.parametrize(("ours", "theirs"), [(Ours, Theirs), (More, MoreOfTheirs)])
def test_the_same_keys(ours: type, theirs: type) -> None:
    assert keys_of(ours) == keys_of(theirs) == typing.get_type_hints(theirs, include_extras=True)


def test_the_same_dicts() -> None:
    kinds = [Ours, More, Theirs, MoreOfTheirs]
    made = [kind(size=1, pattern=2, kind="a") for kind in kinds]
    assert [(type(each), each) for each in made] == [(dict, {"size": 1, "pattern": 2, "kind": "a"})] * 4
    assert [kind.__total__ for kind in kinds] == [True, False, True, False]  # type: ignore[attr-defined]
    assert [kind.__doc__ for kind in kinds] == ["A thing.", "More of it."] * 2


def test_which_types_are_dicts() -> None:
    kinds = (Ours, More, Theirs, Inner, dict, Shape, Sequence[str], typing.Any, typed.Any)
    assert [is_typed_dict(kind) for kind in kinds] == [True] * 4 + [False] * 5


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(NameError, match="Elsewhere"):
        keys_of(Unknown)


def test_names_that_are_used_are_those_of_typing() -> None:
    assert Literal["a", 1] == typing.Literal["a", 1]
    assert typed.TypeVar("T").__name__ == "T"
    assert Shape.__mro__ == (Shape, object)
    assert cast("object", 1) == 1
    assert repr(typed.Any) == "goi_lint.typed.Any"


def test_all_names_are_in_typing() -> None:
    own = {"is_typed_dict", "keys_of"}
    assert [name for name in typed.__all__ if not hasattr(typing, name)] == sorted(own)


def test_nothing_stands_for_what_type_checkers_see() -> None:
    source = Path(typed.__file__).read_text(encoding="utf-8")
    imported = source.partition("from typing import (")[2].partition(")")[0]
    names = {name.strip() for name in imported.split(",")} - {""}
    assert names | {"TYPE_CHECKING", "is_typed_dict", "keys_of"} == set(typed.__all__)
