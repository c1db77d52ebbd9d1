"""What `typing` has, for a program that is started once for every report: `typing` itself is not imported.

To import it takes a tenth of the time in which goi-lint judges a report, to make a `TypedDict` of its kind a quarter of
a thousandth; there are seventy. Type checkers see the names of `typing`. When the program runs, they stand in texts
only, for every module begins with `from __future__ import annotations`; a name that is used otherwise imports `typing`
and does what it does there.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import (
        Any,
        BinaryIO,
        Final,
        Literal,
        NoReturn,
        NotRequired,
        Protocol,
        Self,
        TextIO,
        TypeAlias,
        TypedDict,
        TypeGuard,
        TypeVar,
        cast,
    )
else:

    class _Named:
        """Stands for what `typing` has of that name; as the base of a class it is none."""

        __slots__ = ("_name",)

        def __init__(self, name):
            self._name = name

        def __getitem__(self, arguments):
            import typing

            return getattr(typing, self._name)[arguments]

        def __call__(self, *arguments):
            import typing

            return getattr(typing, self._name)(*arguments)

        def __mro_entries__(self, bases):
            return ()

        def __repr__(self):
            return f"goi_lint.typed.{self._name}"

    class _Kind(type):
        """Makes a class that says which keys a dict has; what it makes is a plain dict, as with `typing`."""

        def __new__(cls, name, bases, body, total=True):
            return type.__new__(cls, name, bases, {**body, "__total__": total})

        def __init__(cls, name, bases, body, total=True):
            type.__init__(cls, name, bases, body)

        __call__ = staticmethod(dict)

    class TypedDict(dict, metaclass=_Kind):
        """The base of all of them."""

    def cast(kind, value):
        """Return the value: only type checkers are told of the kind."""
        return value

    Any, BinaryIO, Final, Literal = map(_Named, ("Any", "BinaryIO", "Final", "Literal"))
    NoReturn, NotRequired, Protocol, Self = map(_Named, ("NoReturn", "NotRequired", "Protocol", "Self"))
    TextIO, TypeAlias, TypeGuard, TypeVar = map(_Named, ("TextIO", "TypeAlias", "TypeGuard", "TypeVar"))


def is_typed_dict(kind: object) -> bool:
    """Tell whether a type says which keys a dict has: one of these, or one of `typing` itself, as plugins have."""
    import typing

    return typing.is_typeddict(kind) or type(kind) is type(TypedDict)


def keys_of(kind: type) -> dict[str, Any]:
    """Return the types of the keys of a `TypedDict`, whatever it is made by; raise `NameError` for an unknown name."""
    import typing

    ours = {name: getattr(typing, name) for name in __all__ if hasattr(typing, name)}
    return typing.get_type_hints(kind, localns=ours, include_extras=True)


__all__ = [
    "TYPE_CHECKING",
    "Any",
    "BinaryIO",
    "Final",
    "Literal",
    "NoReturn",
    "NotRequired",
    "Protocol",
    "Self",
    "TextIO",
    "TypeAlias",
    "TypeGuard",
    "TypeVar",
    "TypedDict",
    "cast",
    "is_typed_dict",
    "keys_of",
]
