"""The parameters of a check: from the types of its `Params` to JSON Schema, as `goi_lint.packs.params` reads them."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Union, get_args, get_origin, is_typeddict

from goi_lint.errors import Words
from goi_lint.packs.params import required_hints
from goi_lint.schema.shapes import Shape, any_of, items, mapping, mapping_of, one_of, or_nothing, said, text
from goi_lint.text.patterns import Pattern

_NO_WORDS: Mapping[str, Words] = {}


def params_shape(hint: Any, words: Mapping[str, Words] = _NO_WORDS, change: bool = False) -> Shape:
    """Return the shape of a value of this type; `words` describe the keys of a mapping.

    In a change no key is required, and null takes one away that is optional.
    """
    if is_typeddict(hint):
        return _typed_dict(hint, words, change)
    build = _SHAPES.get(get_origin(hint) or hint)
    return build(hint, change) if build else {}


def _typed_dict(hint: Any, words: Mapping[str, Words], change: bool) -> Shape:
    hints = required_hints(hint)
    keys = {}
    for key, (kind, required) in hints.items():
        shape = params_shape(kind, change=change)
        shape = or_nothing(shape) if change and not required else shape
        keys[key] = said(words[key], shape) if key in words else shape
    return mapping(keys, () if change else [key for key, (_, required) in hints.items() if required])


def _list(hint: Any, change: bool) -> Shape:
    """Return a list; what stands in it is whole even in a change, for a list is replaced as a whole."""
    return items(params_shape((get_args(hint) or (object,))[0]))


def _mapping(hint: Any, change: bool) -> Shape:
    item = params_shape((get_args(hint) or (str, object))[1], change=change)
    return mapping_of(or_nothing(item) if change else item)


def _union(hint: Any, change: bool) -> Shape:
    return any_of(*(params_shape(kind, change=change) for kind in get_args(hint)))


_PATTERN = said(
    Words(
        "正则表达式；匹配前文字已统一全角半角、去掉空白",
        "a regular expression; it sees the text folded: width unified, no blanks",
    ),
    {"type": "string", "minLength": 1},
)
_SHAPES: Mapping[Any, Callable[[Any, bool], Shape]] = {
    str: lambda hint, change: text(),
    int: lambda hint, change: {"type": "integer"},
    bool: lambda hint, change: {"type": "boolean"},
    type(None): lambda hint, change: {"type": "null"},
    Pattern: lambda hint, change: dict(_PATTERN),
    Literal: lambda hint, change: one_of(get_args(hint)),
    Union: _union,
    types.UnionType: _union,
    list: _list,
    tuple: _list,
    Sequence: _list,
    dict: _mapping,
    Mapping: _mapping,
}
