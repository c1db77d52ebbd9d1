"""`NamedTuple` as `typing` has it, for those who define a hundred of them at every start.

`typing` checks each annotation and asks `collections` to make the class: a tenth of a millisecond each, a tenth of the
time in which goi-lint judges one report. Here the fields are taken from the annotations as they stand. What is made is
the same to those who use it: fields by name, defaults, `_replace`, `_asdict`, `_make`, patterns of `match`, pickles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from types import FunctionType

from goi_lint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple, TypeVar

    Made = TypeVar("Made", bound=tuple[Any, ...])
else:
    from _collections import _tuplegetter

    class _Named(tuple):
        """What all of them can do."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}  # noqa: RUF012 - as typing has it

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

    class _Maker(type):
        """Makes a class of the body of one that names `NamedTuple` as its base."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            body.update((field, _tuplegetter(index, None)) for index, field in enumerate(fields))
            own = {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Named,), {**body, **own, "__new__": _first})

    @cache
    def _code(number):
        """Return the code that makes one with so many fields: it is the same for all but for their names."""
        arguments = "".join(f"a{at}, " for at in range(number))
        return eval(f"lambda _cls, {arguments}: _new(_cls, ({arguments}))").__code__

    def _first(_cls, *values, **named):
        """Make the first one of a class, and what makes the others: most classes are not used in a run."""
        kind = next(each for each in _cls.__mro__ if each.__dict__.get("__new__") is not None)
        fields = kind._fields
        names = {"co_name": "__new__", "co_qualname": f"{kind.__qualname__}.__new__"}
        code = _code(len(fields)).replace(co_varnames=("_cls", *fields), **names)
        new = FunctionType(code, {"_new": tuple.__new__}, "__new__", tuple(kind._field_defaults.values()))
        kind.__new__ = staticmethod(new)
        return new(_cls, *values, **named)

    class _NamedTuple:
        """Stands where a class names its base."""

        def __mro_entries__(self, bases):
            return (_BASE,)

    _BASE = type.__new__(_Maker, "NamedTuple", (), {})
    NamedTuple = _NamedTuple()


def in_bulk(kind: type[Made], fields: Sequence[Iterable[Any]]) -> list[Made]:
    """Return many named tuples of a kind, given each of its fields, in order, for all of them.

    That takes half the time of calling the kind for each, which matters where a report has hundreds.
    """
    if len(fields) != len(kind._fields):  # type: ignore[attr-defined]
        raise TypeError(f"expected {len(kind._fields)} fields, got {len(fields)}")  # type: ignore[attr-defined]
    return list(map(tuple.__new__, repeat(kind), zip(*fields, strict=True)))


__all__ = ["NamedTuple", "in_bulk"]
