"""The parameters of a check: from the types of its `Params` to JSON Schema, as `goi_lint.packs.params` reads them."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Union, get_args, get_origin

from goi_lint.errors import Words
from goi_lint.packs.params import required_hints
from goi_lint.schema.shapes import Shape, any_of, items, mapping, mapping_of, one_of, or_nothing, said, text
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import is_typed_dict


class _Way(NamedTuple):
    """How a type becomes a shape: `words` describe keys by dotted name, `path` is where we are.

    In a change no key is required, and null takes one away that is optional.
    """

    words: Mapping[str, Words]
    change: bool = False
    path: str = ""


def params_shape(hint: Any, words: Mapping[str, Words], change: bool = False) -> Shape:
    """Return the shape of a check's `Params`, or of what a change may say of them; `words` describe its keys."""
    return _shape(hint, _Way(words, change))


def _shape(hint: Any, way: _Way) -> Shape:
    if is_typed_dict(hint):
        return _typed_dict(hint, way)
    build = _SHAPES.get(get_origin(hint) or hint)
    return build(hint, way) if build else {}


def _typed_dict(hint: Any, way: _Way) -> Shape:
    hints = required_hints(hint)
    keys = {key: _key(key, kind, required, way) for key, (kind, required) in hints.items()}
    return mapping(keys, () if way.change else [key for key, (_, required) in hints.items() if required])


def _key(key: str, kind: Any, required: bool, way: _Way) -> Shape:
    name = f"{way.path}{key}"
    shape = _shape(kind, way._replace(path=f"{name}."))
    shape = or_nothing(shape) if way.change and not required else shape
    return said(way.words[name], shape) if name in way.words else shape


def _list(hint: Any, way: _Way) -> Shape:
    """Return a list that is not empty; its items are whole even in a change, for a list is replaced as a whole."""
    return items(_shape((get_args(hint) or (object,))[0], way._replace(change=False)), 1)


def _mapping(hint: Any, way: _Way) -> Shape:
    item = _shape((get_args(hint) or (str, object))[1], way)
    return mapping_of(or_nothing(item) if way.change else item)


def _union(hint: Any, way: _Way) -> Shape:
    return any_of(*(_shape(kind, way) for kind in get_args(hint)))


_PATTERN = said(
    Words(
        "正则表达式；匹配前文字已统一全角半角、去掉空白",
        "a regular expression; it sees the text folded: width unified, no blanks",
    ),
    {"type": "string", "minLength": 1},
)
_SHAPES: Mapping[Any, Callable[[Any, _Way], Shape]] = {
    str: lambda hint, way: text(),
    int: lambda hint, way: {"type": "integer"},
    bool: lambda hint, way: {"type": "boolean"},
    type(None): lambda hint, way: {"type": "null"},
    Pattern: lambda hint, way: dict(_PATTERN),
    Literal: lambda hint, way: one_of(get_args(hint)),
    Union: _union,
    types.UnionType: _union,
    list: _list,
    tuple: _list,
    Sequence: _list,
    dict: _mapping,
    Mapping: _mapping,
}
