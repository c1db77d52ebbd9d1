"""The types of `Params` as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypedDict

import pytest

from goi_lint.errors import Words
from goi_lint.schema.params import params_shape
from goi_lint.text.patterns import Pattern


class Inner(TypedDict):
    """A nested parameter."""

    count: int


class Params(TypedDict):
    """Required and optional keys."""

    inner: Inner
    each: NotRequired[list[Inner]]


TEXT = {"type": "string", "pattern": r"\S"}
WHOLE = {
    "type": "object",
    "properties": {"count": {"type": "integer"}},
    "required": ["count"],
    "additionalProperties": False,
}
SHAPES: dict[str, tuple[Any, Any]] = {
    "text": (str, TEXT),
    "whole number": (int, {"type": "integer"}),
    "flag": (bool, {"type": "boolean"}),
    "choice": (Literal[1, "front"], {"enum": [1, "front"]}),
    "list": (list[int], {"type": "array", "items": {"type": "integer"}, "minItems": 1}),
    "sequence": (Sequence[str], {"type": "array", "items": TEXT, "minItems": 1}),
    "mapping": (Mapping[str, int], {"type": "object", "additionalProperties": {"type": "integer"}}),
    "one or the other": (int | None, {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
    "anything": (object, {}),
    "nested": (Inner, WHOLE),
}


@pytest.mark.parametrize(("hint", "shape"), SHAPES.values(), ids=SHAPES)
def test_shapes(hint: Any, shape: Any) -> None:
    assert params_shape(hint, {}) == shape


def test_a_pattern_is_a_text_with_an_explanation() -> None:
    shape = params_shape(Pattern, {})
    assert (shape["type"], shape["minLength"]) == ("string", 1)
    assert "正则表达式" in shape["description"]


def test_keys_are_described_by_dotted_names() -> None:
    words = {"inner": Words("甲", "a"), "inner.count": Words("乙", "b"), "each.count": Words("丙", "c")}
    keys = params_shape(Params, words)["properties"]
    assert keys["inner"]["description"] == "甲\na"
    assert keys["inner"]["properties"]["count"]["description"] == "乙\nb"
    assert keys["each"]["items"]["properties"]["count"]["description"] == "丙\nc"


def test_a_change_needs_no_key_and_may_take_optional_ones_away() -> None:
    count = {"count": {"type": "integer"}}
    assert params_shape(Params, {}, change=True) == {
        "type": "object",
        "properties": {
            "inner": {"type": "object", "properties": count, "additionalProperties": False},
            "each": {"anyOf": [{"type": "array", "items": WHOLE, "minItems": 1}, {"type": "null"}]},
        },
        "additionalProperties": False,
    }
