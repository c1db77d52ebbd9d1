"""A pack's files → JSON of its rules; all faults of all files are raised at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from goi_lint.errors import PackError, PackFault, Words
from goi_lint.lazy import lazy
from goi_lint.packs.changes import DISABLE, OVERRIDE, Written, changed_rule, disabled_rule, kind_of
from goi_lint.packs.fields import Faults, Fields
from goi_lint.packs.merging import with_applies
from goi_lint.packs.pack_file import read_pack_file
from goi_lint.packs.rule_file import Known, read_rule
from goi_lint.packs.stored import packed, packed_details
from goi_lint.text.yaml_file import Node, located
from goi_lint.typed import Any

PACK_FILE = "pack.yaml"
_PLACED = lazy(r"[^/]+/[^/]+\.yaml")


def verify_pack(
    files: Mapping[str, bytes], known: Known, base: Mapping[str, Written] | None
) -> tuple[dict[str, Any], bytes]:
    """Return the pack as JSON, its rules by id, and their details.

    Raises `PackError` with every fault, by file and line. `base` holds the rules of the packs that it extends, None
    where those are faulty themselves.
    """
    found: list[PackFault] = []
    pack, applies = _pack(files[PACK_FILE], found, known)
    faulty = bool(found)
    known = known._replace(prefix=pack["prefix"], applies=applies, any_prefix=faulty or not pack["prefix"])
    reader = _Rules(known, None if faulty else base, pack["name"], found)
    for file, data in files.items():
        if file != PACK_FILE:
            reader.read(file, data)
    reader.end(pack)
    if found:
        raise PackError(
            tuple(sorted(dict.fromkeys(found), key=lambda fault: (fault.file != PACK_FILE, *fault[:3])))
        )
    rules = sorted((rule for rule, _ in reader.rules), key=lambda rule: str(rule["id"]))
    kept = [packed(rule, pack["name"]) for rule in rules]
    return {**pack, "rules": kept, "disabled": reader.disabled}, packed_details(rules)


def written_rules(files: Mapping[str, bytes], pack: str, base: Mapping[str, Written]) -> dict[str, Written]:
    """Return the rules of a faultless pack as written, those that it inherits from `base` among them."""
    found = dict(base)
    head = located(files[PACK_FILE], PACK_FILE) if PACK_FILE in files else Node({}, 1, 1)
    for file, data in files.items():
        if file == PACK_FILE:
            continue
        node = located(data, file)
        rule, kind = PurePosixPath(file).stem, kind_of(node)
        if kind == OVERRIDE:
            found[rule] = found[rule].changed(node, pack, file)
        elif kind == DISABLE:
            found.pop(rule, None)
        else:
            found[rule] = Written(with_applies(node, head), pack, file)
    return found


def extends_in(data: bytes) -> list[tuple[str, int, int]]:
    """Return the packs that a `pack.yaml` extends, with line and column; none where the file is too faulty."""
    from goi_lint.packs.pack_file import extended

    try:
        node = located(data, PACK_FILE)
    except PackError:
        return []
    keys = tuple(node.value) if isinstance(node.value, dict) else ()
    return [(text, item.line, item.column) for text, item in extended(Fields(node, Faults(PACK_FILE), keys))]


def _pack(data: bytes, found: list[PackFault], known: Known) -> tuple[dict[str, Any], Node | None]:
    """Return `pack.yaml` as JSON, and what it says of all rules where that is faultless."""
    faults = Faults(PACK_FILE, found, known.trusted)
    try:
        node = located(data, PACK_FILE)
    except PackError as error:
        faults.take(error)
        return {"name": "", "prefix": ""}, None
    pack = read_pack_file(node, faults, tuple(known.forms))
    applies = node.value.get("applies") if isinstance(node.value, dict) and not found else None
    return pack, applies


class _Rules:
    """Reads the rule files of one pack and keeps what stands in them."""

    def __init__(
        self, known: Known, base: Mapping[str, Written] | None, pack: str, found: list[PackFault]
    ) -> None:
        self._known, self._base, self._pack, self._found = known, base, pack, found
        self.rules: list[tuple[dict[str, Any], Node]] = []
        self.disabled: list[dict[str, Any]] = []
        self._own = 0

    def read(self, file: str, data: bytes) -> None:
        """Read one file; what cannot be read is a fault."""
        faults = Faults(file, self._found, self._known.trusted)
        if not _PLACED.fullmatch(file):
            faults.found.append(PackFault(file, 1, 1, *_MISPLACED))
        try:
            node = located(data, file)
        except PackError as error:
            faults.take(error)
            return
        kind = kind_of(node)
        if kind == OVERRIDE:
            self._change(node, faults)
        elif kind == DISABLE:
            self._disable(node, faults)
        else:
            self._add(node, faults)

    def _add(self, node: Node, faults: Faults) -> None:
        rule = read_rule(node, faults, self._known)
        self._own += 1
        self.rules.append((rule, node))

    def _change(self, node: Node, faults: Faults) -> None:
        changed = changed_rule(node, faults, self._known, self._base, self._pack)
        if changed is not None:
            self.rules.append((changed | {"by": faults.file}, node))

    def _disable(self, node: Node, faults: Faults) -> None:
        disabled = disabled_rule(node, faults, self._base, self._pack)
        if disabled is not None:
            self.disabled.append(disabled)

    def end(self, pack: Mapping[str, Any]) -> None:
        """Note what only all files together show."""
        self._found.extend(_doubled(self.rules))
        self._found.extend(self._taken())
        if self._own and not pack["prefix"] and not any(fault.file == PACK_FILE for fault in self._found):
            found = Words("缺少键 prefix", "the key prefix is missing")
            expected = Words(
                "自有规则的编号需要前缀", "expected the prefix of the ids of the pack's own rules"
            )
            self._found.append(PackFault(PACK_FILE, 1, 1, found, expected))

    def _taken(self) -> Iterator[PackFault]:
        """Yield a fault for each name that a rule of an extended pack has."""
        names = {
            text: (rule, written)
            for rule, written in (self._base or {}).items()
            if (text := _text(written.node, "name"))
        }
        for rule, node in self.rules:
            if "by" in rule or rule["name"] not in names:
                continue
            other, written = names[rule["name"]]
            place = node.value["name"] if isinstance(node.value, dict) else node
            found = Words(
                f"name {rule['name']} 已用于 {written.pack} 的 {other}",
                f"the name {rule['name']} is taken by {other} of {written.pack}",
            )
            expected = Words("应另取 name", "expected another name")
            yield PackFault(rule["file"], place.line, place.column, found, expected)


_MISPLACED = (
    Words("规则文件的位置或扩展名不对", "a rule's file in the wrong place or with the wrong extension"),
    Words("应为 <部分>/<编号>.yaml", "expected <part>/<ID>.yaml"),
)


def _text(node: Node, key: str) -> str:
    value = node.value[key].value if isinstance(node.value, dict) and key in node.value else ""
    return value if isinstance(value, str) else ""


def _doubled(rules: list[tuple[dict[str, Any], Node]]) -> Iterator[PackFault]:
    """Yield a fault for each id and name that an earlier file has."""
    seen: dict[tuple[str, str], str] = {}
    for key in ("id", "name"):
        for rule, node in rules:
            value, file = rule.get(key), rule.get("by") or rule["file"]
            if key == "name" and "by" in rule:
                continue
            first = seen.setdefault((key, str(value)), file)
            if not value or first == file or not isinstance(node.value, dict):
                continue
            place = node.value.get(key) or node.value.get(OVERRIDE) or node
            found = Words(f"{key} {value} 已用于 {first}", f"the {key} {value} is taken by {first}")
            expected = Words(f"应另取 {key}", f"expected another {key}")
            yield PackFault(file, place.line, place.column, found, expected)
