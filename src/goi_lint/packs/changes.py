"""Rule files that change or remove a rule of a pack that is extended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from goi_lint.errors import Words
from goi_lint.packs.fields import Faults, Fields, described, nearest
from goi_lint.packs.merging import DEEP, WHOLE, changed_values, differs, merged
from goi_lint.packs.rule_file import Known, read_rule
from goi_lint.text.yaml_file import Node
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any, Self

OVERRIDE, DISABLE = "override", "disable"
_FIXED = ("id", "name", "check", "gate")
"""Keys that make a rule what it is."""
_ANOTHER_RULE = Words("应停用（disable）该规则，另写一条", "expected disable, and another rule of your own")


class Written(NamedTuple):
    """A rule as written, all changes of extended packs made: what a further pack may change.

    `pack` and `file` are where it was first written; `changes` is what packs changed of it since.
    """

    node: Node
    pack: str
    file: str
    changes: tuple[Mapping[str, Any], ...] = ()

    def changed(self, node: Node, pack: str, file: str) -> Self:
        """Return the rule as a pack's file leaves it."""
        place = {"pack": pack, "file": file, "line": node.keys[OVERRIDE][0]}
        change = {**place, "values": changed_values(node)}
        return self._replace(node=merged(self.node, node), changes=(*self.changes, change))


def kind_of(node: Node) -> str:
    """Return `override`, `disable`, or '' for a file that holds a rule of its own."""
    keys = node.value if isinstance(node.value, dict) else {}
    return next((kind for kind in (OVERRIDE, DISABLE) if kind in keys), "")


def changed_rule(
    node: Node, faults: Faults, known: Known, base: Mapping[str, Written] | None, pack: str
) -> dict[str, Any] | None:
    """Return the rule as this file leaves it; None where there is nothing to change.

    `base` holds the rules of the packs that are extended, None where these cannot be read.
    """
    if DISABLE in node.keys:
        found = Words("override 与 disable 写在同一个文件里", "override and disable in one file")
        faults.at_key(node, DISABLE, found, Words("应只写其一", "expected one of them"))
        return None
    for key in (key for key in _FIXED if key in node.keys):
        found = Words(f"override 不能改动 {key}", f"an override cannot change {key}")
        faults.at_key(node, key, found, _ANOTHER_RULE)
    fields = Fields(_without_fixed(node), faults, (OVERRIDE, *DEEP, *WHOLE))
    rule = _named(fields, OVERRIDE, base)
    if rule is None or base is None:
        return None
    if not changed_values(node) and "examples" not in fields:
        found = Words("没有改动任何内容", "nothing is changed")
        faults.at(node, found, Words("应写明改动的键，如 level", "expected what differs, such as level"))
    elif "examples" not in fields and not differs(base[rule].node, node):
        found = Words("与所继承的规则没有不同", "nothing differs from what is inherited")
        faults.at(node, found, Words("应只写不同之处，如 level", "expected only what differs, such as level"))
    after = base[rule].changed(node, pack, faults.file)
    data = read_rule(after.node, faults, known._replace(changed=rule, applies=None))
    return data | {"pack": after.pack, "file": after.file, "changes": list(after.changes)}


def _without_fixed(node: Node) -> Node:
    values = node.value if isinstance(node.value, dict) else {}
    return node._replace(value={key: value for key, value in values.items() if key not in _FIXED})


def disabled_rule(
    node: Node, faults: Faults, base: Mapping[str, Written] | None, pack: str
) -> dict[str, Any] | None:
    """Return which rule is left out and why; None after a fault."""
    fields = Fields(node, faults, (DISABLE, "reason"))
    rule = _named(fields, DISABLE, base)
    reason = fields.words("reason")
    if rule is None:
        return None
    place = {"pack": pack, "file": faults.file, "line": node.keys[DISABLE][0]}
    return {"id": rule, "reason": reason, **place}


def _named(fields: Fields, key: str, base: Mapping[str, Written] | None) -> str | None:
    """Return the id of the rule that is meant, the same as the file's name; None where there is no such rule."""
    rule = fields.text(key, r"[A-Z][A-Z0-9]{1,9}[0-9]{3}", Words("应为规则编号", "expected the id of a rule"))
    node = fields.get(key)
    if not rule or node is None:
        return None
    stem = PurePosixPath(fields.faults.file).stem
    if rule != stem:
        same = Words(f"应与文件名 {stem} 相同", f"expected the file's name, {stem}")
        fields.faults.at(node, described(node), same)
    if base is not None and rule not in base:
        fields.faults.at(node, _unknown(rule), _known(rule, sorted(base)))
        return None
    return rule


def _unknown(rule: str) -> Words:
    return Words(f"所继承的规则包没有规则 {rule}", f"the packs that are extended have no rule {rule}")


def _known(rule: str, known: Sequence[str]) -> Words:
    if not known:
        return Words("应先用 extends 继承规则包", "expected extends in pack.yaml")
    some = Words("应为其中的规则编号", "expected the id of one of their rules")
    part = [other for other in known if other[:-2] == rule[:-2]]
    return nearest(rule, part, some) if part else some
