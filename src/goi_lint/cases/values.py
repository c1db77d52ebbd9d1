"""Values of case files: texts, lists and mappings; whatever else stands there is a fault at its place."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.packs.fields import Faults, described
from goi_lint.text.yaml_file import Node
from goi_lint.text.yaml_words import BLOCK

_TEXT = Words("应为文字或数字", "expected text or a number")
_LIST = Words("应为列表，如 [甲, 乙]", "expected a list such as [a, b]")


def entries(node: Node, faults: Faults, expected: Words) -> list[tuple[Node, Node]]:
    """Return keys and values of a mapping; the key's node has the place of the key."""
    if isinstance(node.value, dict):
        return [(Node(key, *node.keys[key], inline=True), value) for key, value in node.value.items()]
    faults.at(node, described(node), expected)
    return []


def items(node: Node, faults: Faults, expected: Words = _LIST) -> list[Node]:
    """Return the items of a list."""
    if isinstance(node.value, list):
        return node.value
    faults.at(node, described(node), expected)
    return []


def text(node: Node, faults: Faults, expected: Words = _TEXT) -> str | None:
    """Return a text, which may be empty, or a number as text; None after a fault."""
    if isinstance(node.value, str) or (isinstance(node.value, int) and not isinstance(node.value, bool)):
        return str(node.value)
    faults.at(node, described(node), BLOCK if isinstance(node.value, dict | list) else expected)
    return None


def texts(node: Node, faults: Faults, expected: Words = _LIST) -> list[str] | None:
    """Return a list of texts; None after a fault."""
    if not isinstance(node.value, list):
        faults.at(node, described(node), expected)
        return None
    found = [text(item, faults) for item in node.value]
    return None if None in found else [each for each in found if each is not None]


def lines(node: Node, faults: Faults) -> tuple[str, ...] | None:
    """Return one line, or a list of them; None after a fault."""
    found = texts(node, faults) if isinstance(node.value, list) else [text(node, faults)]
    if found is None or None in found:
        return None
    return tuple(each for each in found if each is not None)


def counted(number: int, what: str) -> str:
    """Return `1 cell`, `2 cells`."""
    return f"{number} {what}{'s'[: number != 1]}"
