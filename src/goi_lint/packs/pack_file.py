"""`pack.yaml` → JSON: what a pack is called, what it extends, and for whom it is."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.packs.applying import read_applies
from goi_lint.packs.fields import Faults, Fields, described, text_of
from goi_lint.packs.places import city_of, province_of
from goi_lint.text.yaml_file import Node
from goi_lint.typed import Any
from goi_lint.version import VERSION

KEYS = (
    *("name", "version", "title", "prefix", "extends", "province", "city", "status", "applies"),
    *("maintainer", "source", "requires"),
)
STATUSES = ("draft", "stable")
KEBAB = Words("应为小写字母、数字和连字符", "expected lower-case letters, digits and hyphens")
_NATIONAL, NATIONAL_PREFIX = "national", "GOI"
_A_PACK = Words(
    "应为规则包的名称或路径，或它们的列表", "expected the name or path of a rule pack, or a list of them"
)


def read_pack_file(node: Node, faults: Faults, forms: tuple[str, ...]) -> dict[str, Any]:
    """Return the pack as JSON without its rules; after a fault it is incomplete and not to be used."""
    fields = Fields(node, faults, KEYS)
    pack: dict[str, Any] = {
        "name": fields.text("name", r"[a-z0-9]+(-[a-z0-9]+)*", KEBAB),
        "version": fields.text(
            "version", r"\S+", Words("应为文字，如 '2026.1'", "expected text such as '2026.1'")
        ),
        "title": fields.words("title"),
        "prefix": _prefix(fields),
        "extends": [text for text, _ in extended(fields)],
        "status": fields.choice("status", STATUSES) if "status" in fields else STATUSES[0],
        "maintainer": fields.text("maintainer") if "maintainer" in fields else "",
        "source": fields.text("source") if "source" in fields else "",
    }
    pack["province"], pack["city"] = _home(fields)
    read_applies(fields.get("applies"), faults, forms)
    _require(fields)
    _refuse_national_prefix(fields, pack)
    return pack


def extended(fields: Fields) -> list[tuple[str, Node]]:
    """Return the packs that a pack extends, as written, each with its place."""
    node = fields.get("extends")
    if node is None:
        return []
    items = node.value if isinstance(node.value, list) else [node]
    return [(text, item) for item in items if (text := text_of(item, fields.faults, r"(?s).*\S.*", _A_PACK))]


def _prefix(fields: Fields) -> str:
    """Return the prefix of the pack's own rules; a pack that only changes others' needs none."""
    capitals = Words(
        "应为 2 至 10 个大写字母或数字，字母开头", "expected 2 to 10 capitals or digits, a letter first"
    )
    return fields.text("prefix", r"[A-Z][A-Z0-9]{1,9}", capitals) if "prefix" in fields else ""


def _home(fields: Fields) -> tuple[str | None, str | None]:
    """Return the province and city whose reports `--pack auto` judges by the pack."""
    province, city = fields.get("province"), fields.get("city")
    key = province_of(province, fields.faults) if province else None
    if city is None:
        return key, None
    if province is None:
        expected = Words("应同时写明 province", "expected province beside it")
        fields.faults.at(city, Words("只有 city", "city alone"), expected)
        return None, None
    return key, city_of(city, fields.faults, key) or None


def _require(fields: Fields) -> None:
    """Note a fault where the pack asks for a newer goi-lint than this one."""
    if "requires" not in fields:
        return
    expected = Words("应为版本号，如 0.1.0", "expected a version such as 0.1.0")
    lowest = fields.text("requires", r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}", expected)
    node = fields.get("requires")
    if lowest and node and _numbers(lowest) > _numbers(VERSION):
        found = Words(f"需要 goi-lint {lowest} 或更高", f"goi-lint {lowest} or later is required")
        fields.faults.at(node, found, Words(f"此处为 {VERSION}", f"this is {VERSION}"))


def _numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def _refuse_national_prefix(fields: Fields, pack: dict[str, Any]) -> None:
    prefix = fields.get("prefix")
    if prefix and pack["prefix"] == NATIONAL_PREFIX and pack["name"] not in (_NATIONAL, ""):
        expected = Words("GOI 只属于 national，应另取前缀", "expected a prefix of its own: GOI is national's")
        fields.faults.at(prefix, described(prefix), expected)
