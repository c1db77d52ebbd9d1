"""Reads the keys of YAML mappings and notes every fault with its place, what was found and what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from goi_lint.errors import PackError, PackFault, Words
from goi_lint.packs.slips import HALF_WIDTH, is_wide
from goi_lint.text.yaml_file import Node
from goi_lint.text.yaml_words import BLOCK

FILLED = r"(?s).*\S.*"
"""What a text must match that may not be blank."""

SOME = Words("应至少有一项", "expected at least one item")
LIST = Words("应为列表", "expected a list")


class Faults:
    """The faults of one file, noted in `found` as they come; `both` says that English is demanded beside Chinese."""

    def __init__(self, file: str, found: list[PackFault] | None = None, both: bool = False) -> None:
        self.file = file
        self.both = both
        self.found: list[PackFault] = [] if found is None else found

    def at(self, node: Node, found: Words, expected: Words, within: int = 0) -> None:
        """Note a fault in a value; `within` counts its characters from 0, where they are known one by one."""
        column = node.column + (within if node.inline else 0)
        self.found.append(PackFault(self.file, node.line, column, found, expected))

    def at_key(self, node: Node, key: str, found: Words, expected: Words) -> None:
        """Note a fault in a key of a mapping."""
        self.found.append(PackFault(self.file, *node.keys[key], found, expected))

    def take(self, error: PackError) -> None:
        """Note what stopped the reading of the file."""
        self.found.extend(error.faults)


class Fields:
    """One mapping of a pack's file; keys that are not known are faults, and so are missing ones when asked for."""

    def __init__(self, node: Node, faults: Faults, known: Sequence[str]) -> None:
        self.node = node
        self.faults = faults
        self._values: Mapping[str, Node] = {}
        self._meant: set[str] = set()
        if not isinstance(node.value, dict):
            faults.at(
                node, described(node), one_of(known, Words("应为映射，键为", "expected a mapping with"))
            )
            return
        self._values = node.value
        for key in node.value:
            if key not in known:
                self._unknown(key, known)

    def _unknown(self, key: str, known: Sequence[str]) -> None:
        """Note a key that is not known; the one that is meant is then not missing as well."""
        from difflib import get_close_matches

        wide = is_wide(key)
        self._meant.update(known if wide else get_close_matches(key, known, 1))
        expected = HALF_WIDTH if wide else nearest(key, known)
        self.faults.at_key(self.node, key, Words(f"未知的键 {key}", f"unknown key {key}"), expected)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def get(self, key: str) -> Node | None:
        """Return the value's node, None where the key is absent."""
        return self._values.get(key)

    def need(self, key: str, expected: Words) -> Node | None:
        """Return the value's node; an absent key is a fault, unless it is misspelt, or nothing is a mapping here."""
        node = self._values.get(key)
        if node is None and isinstance(self.node.value, dict) and key not in self._meant:
            self.faults.at(self.node, Words(f"缺少键 {key}", f"the key {key} is missing"), expected)
        return node

    def text(self, key: str, pattern: str = FILLED, expected: Words | None = None) -> str:
        """Return a text that fully matches the pattern; '' after a fault."""
        wanted = expected or Words("应为文字", "expected text")
        node = self.need(key, wanted)
        return text_of(node, self.faults, pattern, wanted) if node else ""

    def words(self, key: str) -> list[str]:
        """Return a sentence in both languages, `[zh, en]`; texts are '' after a fault."""
        node = self.need(key, Words("应有 zh 和 en", "expected zh and en"))
        return words_of(node, self.faults) if node else ["", ""]

    def choice(self, key: str, values: Sequence[str]) -> str:
        """Return one of the values; '' after a fault."""
        expected = one_of(values)
        node = self.need(key, expected)
        return choice_of(node, values, self.faults) if node else ""

    def flag(self, key: str) -> bool:
        """Return true or false; false where the key is absent."""
        node = self.get(key)
        if node is not None and not isinstance(node.value, bool):
            self.faults.at(node, described(node), Words("应为 true 或 false", "expected true or false"))
        return bool(node and node.value is True)

    def whole(self, key: str) -> int | None:
        """Return a whole number; None where the key is absent."""
        node = self.get(key)
        if node is None:
            return None
        if isinstance(node.value, int) and not isinstance(node.value, bool):
            return node.value
        self.faults.at(node, described(node), Words("应为整数", "expected a whole number"))
        return None

    def choices(self, key: str, values: Sequence[str]) -> list[str]:
        """Return a list of some of the values; empty where the key is absent."""
        node = self.get(key)
        if node is None:
            return []
        if not isinstance(node.value, list) or not node.value:
            self.faults.at(node, described(node), SOME if isinstance(node.value, list) else LIST)
            return []
        return [choice_of(item, values, self.faults) for item in node.value]


def text_of(node: Node, faults: Faults, pattern: str, expected: Words) -> str:
    """Return the node's text; a value of another kind, or one that the pattern does not match, is a fault."""
    if isinstance(node.value, (dict, list)):
        faults.at(node, described(node), BLOCK)
        return ""
    if isinstance(node.value, str) and re.fullmatch(pattern, node.value):
        return node.value
    faults.at(node, described(node), expected)
    return ""


def words_of(node: Node, faults: Faults, pattern: str = FILLED) -> list[str]:
    """Return `[zh, en]` from a mapping of the two; Chinese stands for both where English may be left out and is."""
    if not isinstance(node.value, dict):
        expected = Words("应分别写出 zh（中文）和 en（英文）", "expected both languages, zh and en")
        faults.at(node, described(node), expected)
        return ["", ""]
    fields = Fields(node, faults, ("zh", "en"))
    chinese = fields.text("zh", pattern)
    return [chinese, fields.text("en", pattern) if "en" in fields or faults.both else chinese]


def choice_of(node: Node, values: Sequence[str], faults: Faults) -> str:
    """Return the node's text, one of the values; '' after a fault."""
    if isinstance(node.value, str) and node.value in values:
        return node.value
    if isinstance(node.value, str) and is_wide(node.value):
        expected = HALF_WIDTH
    else:
        expected = nearest(node.value, values) if isinstance(node.value, str) else one_of(values)
    faults.at(node, described(node), expected)
    return ""


def described(node: Node) -> Words:
    """Say what stands there."""
    value = node.value
    if isinstance(value, dict):
        return Words("这里是映射", "a mapping")
    if isinstance(value, list):
        return Words("这里是列表", "a list") if value else Words("这里是空的列表", "an empty list")
    if value is None or value == "":
        return Words("这里是空的", "nothing")
    if isinstance(value, bool):
        return Words(f"这里是 {str(value).lower()}", str(value).lower())
    if isinstance(value, int):
        return Words(f"这里是数字 {value}", f"the number {value}")
    short = value if len(value) <= 40 else f"{value[:40]}…"
    return Words(f"这里是“{short}”", f"“{short}”")


def nearest(name: str, valid: Iterable[str], otherwise: Words | None = None) -> Words:
    """Say which valid name is nearest; where none is near, `otherwise`, or all of them."""
    from difflib import get_close_matches

    names = list(valid)
    near = get_close_matches(name, names, 1)
    if near:
        return Words(f"是否为 {near[0]}？", f"did you mean {near[0]}?")
    return otherwise or one_of(names)


def one_of(values: Sequence[str], before: Words = Words("应为", "expected")) -> Words:  # noqa: B008
    """Say which values are valid; of many the first twelve."""
    if not values:
        return Words(f"{before.zh}空", f"{before.en} none")
    shown = values[:12]
    more = len(values) > len(shown)
    zh = "、".join(shown) + (f" 等 {len(values)} 个" if more else "")
    en = ", ".join(shown) + (f" … ({len(values)} in all)" if more else "")
    return Words(f"{before.zh} {zh}", f"{before.en} {en}")
