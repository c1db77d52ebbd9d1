"""A pack's files → JSON of its rules; all faults of all files are raised at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from goi_lint.errors import PackError, PackFault, Words
from goi_lint.lazy import lazy
from goi_lint.model.form import Form
from goi_lint.model.plugin import Check
from goi_lint.packs.fields import Faults, Fields, described
from goi_lint.packs.rule_file import Known, read_rule
from goi_lint.text.yaml_file import Node, located
from goi_lint.version import VERSION

_PACK_FILE = "pack.yaml"
_PACK_KEYS = ("name", "version", "title", "prefix", "maintainer", "source", "requires")
_NATIONAL, _NATIONAL_PREFIX = "national", "GOI"
_PLACED = lazy(r"[^/]+/[^/]+\.yaml")


def verify_pack(
    files: Mapping[str, bytes], checks: Mapping[str, Check], trusted: bool, forms: Mapping[str, Form]
) -> dict[str, Any]:
    """Return the pack as JSON, its rules by id; raise `PackError` with every fault, by file and line."""
    faults: list[PackFault] = []
    pack = _pack(files[_PACK_FILE], faults)
    known = Known(checks, forms, trusted, str(pack["prefix"]))
    rules = []
    for file, data in files.items():
        if file != _PACK_FILE:
            rules.append(_rule(file, data, known, faults))
    faults.extend(_doubled(rules))
    if faults:
        raise PackError(tuple(sorted(faults, key=lambda fault: fault[:3])))
    return {**pack, "rules": sorted((rule for rule, _ in rules), key=lambda rule: str(rule["id"]))}


def _pack(data: bytes, found: list[PackFault]) -> dict[str, Any]:
    faults = Faults(_PACK_FILE, found)
    pack: dict[str, Any] = {"prefix": ""}
    try:
        fields = Fields(located(data, _PACK_FILE), faults, _PACK_KEYS)
    except PackError as error:
        faults.take(error)
        return pack
    kebab = Words("应为小写字母、数字和连字符", "expected lower-case letters, digits and hyphens")
    capitals = Words(
        "应为 2 至 10 个大写字母或数字，字母开头", "expected 2 to 10 capitals or digits, a letter first"
    )
    pack["name"] = fields.text("name", r"[a-z0-9]+(-[a-z0-9]+)*", kebab)
    pack["version"] = fields.text(
        "version", r"\S+", Words("应为文字，如 '2026.1'", "expected text such as '2026.1'")
    )
    pack["title"] = fields.words("title")
    pack["prefix"] = fields.text("prefix", r"[A-Z][A-Z0-9]{1,9}", capitals)
    for key in ("maintainer", "source"):
        if key in fields:
            fields.text(key)
    if "requires" in fields:
        _require(fields)
    prefix = fields.get("prefix")
    if prefix and pack["prefix"] == _NATIONAL_PREFIX and pack["name"] not in (_NATIONAL, ""):
        expected = Words("GOI 只属于 national，应另取前缀", "expected a prefix of its own: GOI is national's")
        faults.at(prefix, described(prefix), expected)
    return pack


def _require(fields: Fields) -> None:
    """Note a fault where the pack asks for a newer goi-lint than this one."""
    expected = Words("应为版本号，如 0.1.0", "expected a version such as 0.1.0")
    lowest = fields.text("requires", r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}", expected)
    node = fields.get("requires")
    if lowest and node and _numbers(lowest) > _numbers(VERSION):
        found = Words(f"需要 goi-lint {lowest} 或更高", f"goi-lint {lowest} or later is required")
        fields.faults.at(node, found, Words(f"此处为 {VERSION}", f"this is {VERSION}"))


def _numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def _rule(file: str, data: bytes, known: Known, found: list[PackFault]) -> tuple[dict[str, Any], Node]:
    """Return one rule as JSON and the node of its file, both empty where the file cannot be read."""
    faults = Faults(file, found)
    if not _PLACED.fullmatch(file):
        faults.found.append(
            PackFault(
                file,
                1,
                1,
                Words(
                    "规则文件的位置或扩展名不对",
                    "a rule's file in the wrong place or with the wrong extension",
                ),
                Words("应为 <部分>/<编号>.yaml", "expected <part>/<ID>.yaml"),
            )
        )
    try:
        node = located(data, file)
    except PackError as error:
        faults.take(error)
        return {"file": file}, Node(None, 1, 1)
    return read_rule(node, faults, known), node


def _doubled(rules: list[tuple[dict[str, Any], Node]]) -> Iterator[PackFault]:
    """Yield a fault for each id and name that an earlier file has."""
    seen: dict[tuple[str, str], str] = {}
    for key in ("id", "name"):
        for rule, node in rules:
            value = rule.get(key)
            first = seen.setdefault((key, str(value)), rule["file"])
            if not value or first == rule["file"] or not isinstance(node.value, dict):
                continue
            place = node.value[key]
            found = Words(f"{key} {value} 已用于 {first}", f"the {key} {value} is taken by {first}")
            expected = Words(f"应另取 {key}", f"expected another {key}")
            yield PackFault(rule["file"], place.line, place.column, found, expected)
