"""Holds a rule's `params` against the check's `Params` and returns them as JSON."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NotRequired, Required, Union, get_args, get_origin

from goi_lint.errors import PluginError, Words
from goi_lint.packs.fields import LIST, SOME, Faults, Fields, choice_of, described, text_of
from goi_lint.packs.slips import HALF_WIDTH, QUOTES, commas_expected, full_width_quotes, is_wide
from goi_lint.packs.stored import LITERALS, PATTERN
from goi_lint.text.literals import literals_of
from goi_lint.text.pattern_traps import pattern_advice
from goi_lint.text.patterns import Pattern, pattern_fault
from goi_lint.text.yaml_file import Node
from goi_lint.typed import is_typed_dict, keys_of

_EXPECTED: Mapping[Any, Words] = {
    str: Words("应为文字", "expected text"),
    int: Words("应为整数", "expected a whole number"),
    bool: Words("应为 true 或 false", "expected true or false"),
    type(None): Words("应为空", "expected nothing"),
    Pattern: Words("应为正则表达式", "expected a regular expression"),
    list: LIST,
    tuple: LIST,
    Sequence: LIST,
}


class ParamReader:
    """Reads values of the types that `Params` may use; every fault stands at its value.

    `raw` says that patterns see the text as printed, not folded.
    """

    def __init__(self, faults: Faults, trusted: bool, raw: bool = False) -> None:
        self._faults = faults
        self._trusted = trusted
        self._raw = raw

    def read(self, node: Node, hint: Any) -> Any:
        """Return the value as JSON; None after a fault."""
        if is_typed_dict(hint):
            return self._typed_dict(node, hint)
        read = _READERS.get(get_origin(hint) or hint, ParamReader._scalar)
        return read(self, node, hint)

    def _typed_dict(self, node: Node, hint: Any) -> dict[str, Any]:
        hints = required_hints(hint)
        fields = Fields(node, self._faults, tuple(hints))
        values = {}
        for key, (kind, required) in hints.items():
            value = fields.need(key, _expected(kind)) if required else fields.get(key)
            if value is not None:
                values[key] = self.read(value, kind)
        return values

    def _list(self, node: Node, hint: Any) -> list[Any]:
        if not isinstance(node.value, list):
            self._faults.at(node, described(node), LIST)
            return []
        if not node.value:
            self._faults.at(node, described(node), SOME)
        item = (get_args(hint) or (object,))[0]
        return [self._item(each, item, node.bracketed) for each in node.value]

    def _item(self, node: Node, hint: Any, bracketed: bool) -> Any:
        """Return an item of a list; one that is meant to be several is a fault."""
        pattern = hint is Pattern
        meant = not bracketed or get_origin(hint) is Literal or (pattern and self._raw)
        expected = None if meant else commas_expected(node, pattern)
        if expected is None:
            return self.read(node, hint)
        self._faults.at(node, described(node), expected)
        return None

    def _mapping(self, node: Node, hint: Any) -> dict[str, Any]:
        if not isinstance(node.value, dict):
            self._faults.at(node, described(node), Words("应为映射", "expected a mapping"))
            return {}
        item = (get_args(hint) or (str, object))[1]
        return {key: self.read(value, item) for key, value in node.value.items()}

    def _literal(self, node: Node, hint: Any) -> Any:
        values = get_args(hint)
        if all(isinstance(value, str) for value in values):
            return choice_of(node, values, self._faults)
        if not any(type(value) is type(node.value) and value == node.value for value in values):
            wide = isinstance(node.value, str) and is_wide(node.value)
            self._faults.at(node, described(node), HALF_WIDTH if wide else _one_of_literals(values))
        return node.value

    def _union(self, node: Node, hint: Any) -> Any:
        """Return the value as the first kind that fits; where none fits, only the kinds are named."""
        kinds = get_args(hint)
        for kind in kinds:
            faults = Faults(self._faults.file)
            value = (
                None if kind is type(None) else ParamReader(faults, self._trusted, self._raw).read(node, kind)
            )
            fits = node.value is None if kind is type(None) else not faults.found
            if fits:
                return value
        expected = [_expected(kind) for kind in kinds]
        self._faults.at(
            node,
            described(node),
            Words("，或".join(each.zh for each in expected), ", or ".join(each.en for each in expected)),
        )
        return None

    def _pattern(self, node: Node, hint: Any) -> Any:
        if (found := full_width_quotes(node)) and not self._raw:
            self._faults.at(node, found, QUOTES)
            return None
        text = text_of(node, self._faults, r"(?s).+", _expected(Pattern))
        fault = pattern_fault(text, self._trusted) if text else None
        if fault is not None:
            self._faults.at(node, fault.found, _expected(Pattern), fault.column - 1)
        elif text and (trap := pattern_advice(text, self._raw)):
            self._faults.at(node, trap.found, trap.expected, trap.column - 1)
        literals = literals_of(text) if text and self._trusted and not fault else ()
        return {PATTERN: text, LITERALS: literals} if literals else {PATTERN: text}

    def _scalar(self, node: Node, kind: Any) -> Any:
        if kind in (object, Any):
            return node.plain()
        if kind is str and (found := full_width_quotes(node)):
            self._faults.at(node, found, QUOTES)
            return None
        if kind is str:
            return text_of(node, self._faults, r"(?s).*\S.*", _EXPECTED[str])
        if kind not in (int, bool):
            raise PluginError(
                Words(f"Params 中的类型 {kind} 无法读取", f"Params has a type that cannot be read: {kind}")
            )
        if type(node.value) is not kind:
            self._faults.at(node, described(node), _expected(kind))
            return None
        return node.value


def required_hints(hint: Any) -> dict[str, tuple[Any, bool]]:
    """Return the type of each key and whether it is required.

    Where annotations are texts, a TypedDict does not see its own `NotRequired`; the resolved hints do.
    """
    try:
        hints = keys_of(hint)
    except NameError as error:
        raise PluginError(
            Words(
                f"{hint.__module__} 的 Params 无法解析：{error}",
                f"Params of {hint.__module__} cannot be read: {error}",
            )
        ) from error
    return {key: _requirement(kind, bool(hint.__total__)) for key, kind in hints.items()}


def _requirement(kind: Any, total: bool) -> tuple[Any, bool]:
    if get_origin(kind) is NotRequired:
        return get_args(kind)[0], False
    if get_origin(kind) is Required:
        return get_args(kind)[0], True
    return kind, total


def _expected(kind: Any) -> Words:
    origin = get_origin(kind) or kind
    if origin is Literal:
        return _one_of_literals(get_args(kind))
    return _EXPECTED.get(origin, Words("应为映射", "expected a mapping"))


def _one_of_literals(values: Sequence[Any]) -> Words:
    texts = [str(value) for value in values]
    return Words(f"应为 {'、'.join(texts)}", f"expected {', '.join(texts)}")


_READERS: Mapping[Any, Callable[[ParamReader, Node, Any], Any]] = {
    Pattern: ParamReader._pattern,
    Literal: ParamReader._literal,
    Union: ParamReader._union,
    types.UnionType: ParamReader._union,
    list: ParamReader._list,
    tuple: ParamReader._list,
    Sequence: ParamReader._list,
    dict: ParamReader._mapping,
    Mapping: ParamReader._mapping,
}
