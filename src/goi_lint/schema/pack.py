"""The schema of `pack.yaml`."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.schema.known import Known
from goi_lint.schema.shapes import FILLED, Shape, any_of, document, items, mapping, one_of, ref, said, text
from goi_lint.schema.values import KEBAB, PREFIX, applies, city, in_both, province

_TITLE = Words("规则包", "Rule pack")
_ABOUT = Words(
    "规则包的 pack.yaml：名称、所继承的规则包、适用范围。",
    "The pack.yaml of a rule pack: its name, what it extends, for whom it is.",
)
_WORDS = {
    "name": Words("名称：小写字母、数字和连字符", "its name: lower-case letters, digits and hyphens"),
    "version": Words("版本，如 2026.1", "its version, such as 2026.1"),
    "title": Words("标题", "its title"),
    "prefix": Words(
        "自有规则编号的前缀：2 至 10 个大写字母或数字",
        "prefix of its own rules' ids: 2 to 10 capitals or digits",
    ),
    "extends": Words(
        "所继承的规则包：名称或路径，可写列表", "the packs it extends: a name or path, or a list of them"
    ),
    "province": Words(
        "省份：--pack auto 对该省的报告使用本包", "--pack auto uses it for reports of this province"
    ),
    "city": Words("地级市（州、盟、地区）的全称：只用于该市", "for this prefecture only; its full name"),
    "status": Words(
        "stable：每条规则都有正反例，由 goi-lint test 核实", "stable: each rule has a good and a bad example"
    ),
    "applies": Words(
        "本包自有规则适用于哪些报告；规则自己写的优先",
        "to which reports its own rules apply; a rule's own keys win",
    ),
    "maintainer": Words("维护者", "who maintains it"),
    "source": Words("所依据的文件", "the documents that it rests on"),
    "requires": Words("goi-lint 的最低版本，如 0.1.0", "the lowest goi-lint that it works with"),
}


def pack_schema(known: Known) -> Shape:
    """Return the schema of `pack.yaml`."""
    keys = {
        "name": text(KEBAB),
        "version": _version(r"^\S+$"),
        "title": in_both(),
        "prefix": text(PREFIX),
        "extends": any_of(_pack(known), items(_pack(known))),
        "province": ref("province"),
        "city": ref("city"),
        "status": one_of(("draft", "stable")),
        "applies": applies(tuple(known.forms)),
        "maintainer": text(),
        "source": text(),
        "requires": _version(r"^[0-9]{1,6}(\.[0-9]{1,6}){0,3}$"),
    }
    shape = {
        **mapping({key: said(_WORDS[key], keys[key]) for key in _WORDS}, ("name", "version", "title")),
        "dependentRequired": {"city": ["province"]},
        "if": {"properties": {"prefix": {"const": "GOI"}}, "required": ["prefix"]},
        "then": {"properties": {"name": {"const": "national"}}},
    }
    return document("pack", _TITLE, _ABOUT, shape, {"province": province(), "city": city()})


def _pack(known: Known) -> Shape:
    """Return the name of a known pack, or a path."""
    return any_of(one_of(known.packs), text(FILLED)) if known.packs else text(FILLED)


def _version(pattern: str) -> Shape:
    """Return a version; editors take 2026.1 for a number, which goi-lint does not, but refuses 3."""
    return any_of(text(pattern), {"type": "number", "not": {"type": "integer"}})
