"""The pieces that JSON Schemas are put together from: plain data, keys in the order in which people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from goi_lint.errors import Words
from goi_lint.typed import Any

Shape = dict[str, Any]
"""A JSON Schema, or a part of one."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILLED = r"\S"
"""Any text but a blank one."""


def document(kind: str, title: Words, about: Words, shape: Shape, parts: Mapping[str, Shape]) -> Shape:
    """Return a whole schema; `parts` are what `ref` leads to."""
    head = {
        "$schema": DRAFT,
        "$id": f"urn:goi-lint:schema:{kind}:1",
        "title": f"{title.zh} {title.en}",
        "description": both(about),
    }
    return {**head, **shape, **({"$defs": dict(parts)} if parts else {})}


def both(words: Words) -> str:
    """Return what an editor shows: the Chinese sentence, the English one below."""
    return f"{words.zh}\n{words.en}"


def said(words: Words, shape: Shape) -> Shape:
    """Return the shape with this description, whatever it had before."""
    return {"description": both(words)} | {key: value for key, value in shape.items() if key != "description"}


def ref(name: str) -> Shape:
    """Return the shape that has this name among the schema's parts."""
    return {"$ref": f"#/$defs/{name}"}


def text(pattern: str = FILLED) -> Shape:
    """Return a text in which the pattern is found; by default one that is not blank."""
    return {"type": "string", "pattern": pattern}


def one_of(values: Iterable[object]) -> Shape:
    """Return one of these values."""
    return {"enum": list(values)}


def items(shape: Shape, fewest: int = 0) -> Shape:
    """Return a list of such values."""
    return {"type": "array", "items": shape, **({"minItems": fewest} if fewest else {})}


def mapping(keys: Mapping[str, Shape], required: Sequence[str] = ()) -> Shape:
    """Return a mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": dict(keys),
        **({"required": list(required)} if required else {}),
        "additionalProperties": False,
    }


def mapping_of(shape: Shape, names: Shape | None = None) -> Shape:
    """Return a mapping whose values are such; `names` is what its keys must be."""
    return {
        "type": "object",
        **({"propertyNames": names} if names else {}),
        "additionalProperties": shape,
    }


def any_of(*shapes: Shape) -> Shape:
    """Return what fits at least one of the shapes."""
    return shapes[0] if len(shapes) == 1 else {"anyOf": list(shapes)}


def or_nothing(shape: Shape) -> Shape:
    """Return the shape, or null, which takes a key away."""
    return any_of(shape, {"type": "null"})


def where(key: str, value: object, then: Shape) -> Shape:
    """Return what holds where a key has that value."""
    return {"if": {"properties": {key: {"const": value}}, "required": [key]}, "then": then}
