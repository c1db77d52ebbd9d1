"""`NamedTuple` of goi-lint is that of `typing`, to all who use what it makes."""

from __future__ import annotations

import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from goi_lint.model.document import Place
from goi_lint.model.finding import Location
from goi_lint.tuples import NamedTuple, in_bulk


class Ours(NamedTuple):
    """A thing."""

    name: str
    size: int = 1
    parts: tuple[int, ...] = ()

    @property
    def double(self) -> int:
        """Twice the size."""
        return self.size * 2

    def larger(self) -> Ours:
        """Return a larger one."""
        return self._replace(size=self.size + 1)


class Theirs(typing.NamedTuple):
    """A thing."""

    name: str
    size: int = 1
    parts: tuple[int, ...] = ()

    @property
    def double(self) -> int:
        """Twice the size."""
        return self.size * 2

    def larger(self) -> Theirs:
        """Return a larger one."""
        return self._replace(size=self.size + 1)


USES: dict[str, Callable[[Any], object]] = {
    "all by place": lambda made: tuple(made("a", 2, (3,))),
    "by name, with defaults": lambda made: tuple(made(name="a")),
    "fields": lambda made: (made("a", 2).name, made("a", 2).size, made("a").parts),
    "a property": lambda made: made("a", 4).double,
    "a method": lambda made: tuple(made("a", 4).larger()),
    "replaced": lambda made: tuple(made("a")._replace(parts=(1,), name="b")),
    "made of a list": lambda made: tuple(made._make(["a", 1, ()])),
    "as a mapping": lambda made: made("a")._asdict(),
    "fields and defaults": lambda made: (made._fields, made._field_defaults, made.__match_args__),
    "shown": lambda made: repr(made("a")).removeprefix(made.__name__),
    "equal to a tuple": lambda made: made("a") == ("a", 1, ()),
    "hashed as a tuple": lambda made: hash(made("a")) == hash(("a", 1, ())),
    "unpacked": lambda made: [*made("a")],
    "doc": lambda made: made.__doc__,
    "annotations": typing.get_type_hints,
    "no other attributes": lambda made: hasattr(made("a"), "__dict__"),
    "pickled": lambda made: tuple(pickle.loads(pickle.dumps(made("a", 2)))),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_the_same_as_typing(use: Callable[[Any], object]) -> None:
    assert use(Ours) == use(Theirs)


WRONG: dict[str, Callable[[Any], object]] = {
    "a field is missing": lambda made: made(),
    "too many": lambda made: made("a", 1, (), 4),
    "an unknown field": lambda made: made("a", weight=1),
    "replaces an unknown field": lambda made: made("a")._replace(weight=1),
    "made of too few": lambda made: made._make(["a"]),
    "assigned to": lambda made: setattr(made("a"), "name", "b"),
}


@pytest.mark.parametrize("use", WRONG.values(), ids=WRONG)
def test_the_same_mistakes(use: Callable[[Any], object]) -> None:
    kinds = []
    for made in (Ours, Theirs):
        with pytest.raises((TypeError, ValueError, AttributeError)) as caught:
            use(made)
        kind = (
            TypeError if caught.type is ValueError else caught.type
        )  # what `_replace` raises since Python 3.13
        kinds.append((kind, str(caught.value).replace("Theirs", "Ours")))
    assert kinds[0] == kinds[1]


def test_matched() -> None:
    match Location("title", 1, place=Place(line=3)):
        case Location("title", part, place=Place(line=line)):
            assert (part, line) == (1, 3)
        case _:
            raise AssertionError


def test_many_are_made_at_once_of_their_fields() -> None:
    made = in_bulk(Place, ([1, 2], [3, 4], [None] * 2, [None] * 2, [None] * 2))
    assert made == [Place(1, 3), Place(2, 4)]
    assert [type(place) for place in made] == [Place, Place]


@pytest.mark.parametrize("fields", [([1], [2]), ([1], [2], [3], [4], [5], [6]), ([1, 2], [3], [4], [5], [6])])
def test_fields_that_are_too_few_too_many_or_too_short_are_an_error(fields: tuple[list[int], ...]) -> None:
    with pytest.raises((TypeError, ValueError)):
        in_bulk(Place, fields)
