"""A rule and what a pack changes of it → the changed rule, as nodes.

`params`, `terms` and `applies` are merged key by key, mappings within them likewise; a list or a plain value takes the
place of the one that was there, and null removes an optional key. Everything else is replaced as a whole: a message
in Chinese alone would leave the English one behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from goi_lint.text.yaml_file import Node

DEEP = ("params", "terms", "applies")
WHOLE = ("level", "title", "source", "message", "advice", "exceptions", "examples")
"""What may be changed; id, name, check and gate make the rule what it is."""


def merged(base: Node, change: Node) -> Node:
    """Return the base rule as the change leaves it; its faults can only stand in the change."""
    values = _values(base)
    for key, node in _values(change).items():
        if key in DEEP and key in values:
            values[key] = _deep(values[key], node)
        elif key in DEEP or key in WHOLE:
            values[key] = node
    return change._replace(value=values, keys={**base.keys, **change.keys})


def applying(own: Node | None, pack: Node | None) -> Node | None:
    """Return what a rule says of where it applies, key by key before what its pack says of all its rules."""
    if own is None or pack is None or not isinstance(own.value, dict) or not isinstance(pack.value, dict):
        return own or pack
    return own._replace(value={**pack.value, **own.value}, keys={**pack.keys, **own.keys})


def with_applies(rule: Node, pack: Node) -> Node:
    """Return a rule as its pack, whose `pack.yaml` is given, makes it apply: what others change is changed of that."""
    values = _values(rule)
    applies = applying(values.get("applies"), _values(pack).get("applies"))
    return rule if applies is None else rule._replace(value={**values, "applies": applies})


def _deep(base: Node, change: Node) -> Node:
    """Return two mappings as one; anything else is the change's, null for a key that is not there among it: a fault."""
    if not isinstance(base.value, dict) or not isinstance(change.value, dict):
        return change
    values = dict(base.value)
    for key, node in change.value.items():
        if node.value is None and key in values:
            del values[key]
        else:
            values[key] = _deep(values[key], node) if key in values else node
    return change._replace(value=values, keys={**base.keys, **change.keys})


def changed_values(change: Node) -> dict[str, str]:
    """Return what is changed by dotted path, as JSON: `{"level": '"warning"', "params.fields": '["phone"]'}`."""
    found: dict[str, str] = {}
    for key, node in _values(change).items():
        if key in DEEP:
            found.update(_leaves(key, node))
        elif key in WHOLE and key != "examples":
            found[key] = _text(node)
    return found


def differs(base: Node, change: Node) -> bool:
    """Tell whether a change leaves anything of what it names otherwise than it was."""
    before, after = _values(base), _values(merged(base, change))
    named = [key for key in _values(change) if key in DEEP or key in WHOLE]
    return any(key not in before or after[key].plain() != before[key].plain() for key in named)


def _leaves(path: str, node: Node) -> Iterator[tuple[str, str]]:
    if isinstance(node.value, dict) and node.value:
        for key, value in node.value.items():
            yield from _leaves(f"{path}.{key}", value)
    else:
        yield path, _text(node)


def _text(node: Node) -> str:
    return json.dumps(node.plain(), ensure_ascii=False)


def _values(node: Node) -> dict[str, Node]:
    return dict(node.value) if isinstance(node.value, dict) else {}


def contradicting(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return the paths at which two changes leave different things; a path within another one counts as different."""
    return [
        mine
        for mine, value in one.items()
        for theirs in other
        if (mine == theirs and value != other[theirs])
        or mine.startswith(f"{theirs}.")
        or theirs.startswith(f"{mine}.")
    ]
