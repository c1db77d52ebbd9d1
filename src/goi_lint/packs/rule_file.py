"""One rule's YAML → JSON: its keys, its words against its check's facts, its params against its check."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from string import Formatter

from goi_lint.errors import Words
from goi_lint.model.finding import Level
from goi_lint.model.form import Form
from goi_lint.model.plugin import Check
from goi_lint.packs.applying import read_applies
from goi_lint.packs.fields import Faults, Fields, described, nearest, one_of, words_of
from goi_lint.packs.internal import ANOTHER, OWN, for_packs, is_internal
from goi_lint.packs.merging import applying
from goi_lint.packs.pack_file import NATIONAL_PREFIX
from goi_lint.packs.params import ParamReader, required_hints
from goi_lint.text.yaml_file import Node
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

_KEYS = (
    *("id", "name", "level", "title", "source", "check", "params", "message", "advice", "exceptions"),
    *("terms", "applies", "gate", "examples"),
)
_SOURCE_KEYS = ("document", "place", "custom")
_WIDE_BRACES = re.compile("｛(.*?)｝")
_KEBAB = Words("应为小写字母、数字和连字符", "expected lower-case letters, digits and hyphens")


class Known(NamedTuple):
    """What the rules of a pack may refer to.

    `applies` is what the pack says of all its own rules; `changed` the id of the rule that is being changed.
    """

    checks: Mapping[str, Check]
    forms: Mapping[str, Form]
    trusted: bool
    prefix: str
    applies: Node | None = None
    changed: str = ""
    any_prefix: bool = False
    """The pack's own prefix is not known, because its `pack.yaml` is faulty or says none."""


def read_rule(node: Node, faults: Faults, known: Known) -> dict[str, Any]:
    """Return the rule as JSON; after a fault it is incomplete and not to be used."""
    fields = Fields(node, faults, _KEYS)
    applies = read_applies(applying(fields.get("applies"), known.applies), faults, tuple(known.forms))
    check = known.checks.get(_check_name(fields, known))
    rule = {
        "id": known.changed or _id(fields, known),
        "name": fields.text("name", r"[a-z0-9]+(-[a-z0-9]+)*", _KEBAB),
        "level": fields.choice("level", [str(level) for level in Level]),
        "title": fields.words("title"),
        "sources": _sources(fields, known),
        "check": check.NAME if check else "",
        "params": _params(fields, check, known, applies[2]) if check else {},
        "message": fields.words("message"),
        "advice": fields.words("advice"),
        "exceptions": fields.words("exceptions"),
        "terms": _terms(fields, check) if check else {},
        "applies": applies,
        "gate": fields.flag("gate"),
        "file": faults.file,
    }
    for key in ("message", "advice"):
        _verify_facts(fields.get(key), faults, check)
    return rule


def _id(fields: Fields, known: Known) -> str:
    """Return the rule's id: the pack's prefix and three digits, the same as the file's name."""
    prefix = known.prefix
    expected = Words(f"应为 {prefix} 加三位数字", f"expected {prefix} and three digits")
    if known.any_prefix:
        expected = Words("应为规则包的前缀加三位数字", "expected the pack's prefix and three digits")
    begins = "[A-Z][A-Z0-9]{1,9}" if known.any_prefix else re.escape(prefix)
    found = fields.text("id", rf"{begins}[0-9]{{3}}", expected)
    stem = PurePosixPath(fields.faults.file).stem
    node = fields.get("id")
    if found and node and found != stem:
        same = Words(f"应与文件名 {stem} 相同", f"expected the file's name, {stem}")
        fields.faults.at(node, described(node), same)
    return found


def _check_name(fields: Fields, known: Known) -> str:
    """Return the check's name; one that only national rules may use is a fault elsewhere."""
    node = fields.get("check")
    open_to_all = known.trusted or known.prefix == NATIONAL_PREFIX or known.changed
    if node is not None and isinstance(node.value, str) and node.value in known.checks:
        if not open_to_all and is_internal(known.checks[node.value]):
            fields.faults.at(node, OWN, ANOTHER)
            return ""
        return node.value
    return fields.choice("check", sorted(check.NAME for check in for_packs(known.checks.values())))


def _sources(fields: Fields, known: Known) -> dict[str, list[Any]]:
    """Return the sources by form; one that holds for all forms has the key ''."""
    node = fields.need("source", Words("应有 document 和 place", "expected document and place"))
    if node is None:
        return {}
    keys = set(node.value) if isinstance(node.value, dict) else set()
    if not keys or keys & set(_SOURCE_KEYS) or not keys & set(known.forms):
        return {"": _source(node, fields.faults)}
    by_form = Fields(node, fields.faults, tuple(known.forms))
    return {form: _source(each, fields.faults) for form in known.forms if (each := by_form.get(form))}


def _source(node: Node, faults: Faults) -> list[Any]:
    fields = Fields(node, faults, _SOURCE_KEYS)
    return [fields.text("document"), fields.text("place"), fields.flag("custom")]


def _params(fields: Fields, check: Check, known: Known, forms: list[str]) -> dict[str, Any]:
    """Return the params, read by the types of the check and then verified by the check itself."""
    needed = [key for key, (_, required) in required_hints(check.Params).items() if required]
    if "params" not in fields and needed:
        fields.need("params", one_of(needed, Words("应有参数", "expected the parameters")))
        return {}
    node = fields.get("params") or Node({}, fields.node.line, fields.node.column)
    before = len(fields.faults.found)
    raw = isinstance(node.value, dict) and "raw" in node.value and node.value["raw"].value is True
    params: dict[str, Any] = ParamReader(fields.faults, known.trusted, raw).read(node, check.Params)
    verify = getattr(check, "verify", None)
    if verify is None or len(fields.faults.found) > before:
        return params
    applicable = {key: form for key, form in known.forms.items() if not forms or key in forms}
    for fault in verify(node.plain(), applicable):
        fields.faults.at(_inner(node, fault.path), fault.found, fault.expected, (fault.column or 1) - 1)
    return params


def _inner(node: Node, path: tuple[str | int, ...]) -> Node:
    """Return the node to which the path leads, as far as it leads anywhere."""
    for step in path:
        values = node.value
        if isinstance(values, dict) and step in values:
            node = values[str(step)]
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            node = values[step]
    return node


def _terms(fields: Fields, check: Check) -> dict[str, list[str]]:
    """Return the words of the check's codes: each needs a term, which may be empty; nothing else may have one."""
    codes = [code for fact in check.CODES.values() for code in fact]
    node = fields.get("terms")
    if node is None:
        if codes:
            fields.need("terms", one_of(codes, Words("应有词语", "expected words for")))
        return {}
    terms = Fields(node, fields.faults, codes)
    found = {}
    for code in dict.fromkeys(codes):
        term = terms.need(code, Words("应有 zh 和 en", "expected zh and en"))
        found[code] = words_of(term, fields.faults, r"(?s).*") if term else ["", ""]
    return found


def _verify_facts(node: Node | None, faults: Faults, check: Check | None) -> None:
    """Note each placeholder that is no fact of the check."""
    if node is None or check is None or not isinstance(node.value, dict):
        return
    for language in ("zh", "en"):
        text = node.value.get(language)
        if text is not None and isinstance(text.value, str):
            _verify_template(text, text.value, faults, check)


def _verify_template(node: Node, template: str, faults: Faults, check: Check) -> None:
    facts = sorted(check.FACTS)
    try:
        fields = [
            (name, spec, kind) for _, name, spec, kind in Formatter().parse(template) if name is not None
        ]
    except ValueError:
        found = Words("花括号不成对", "a brace without its partner")
        faults.at(node, found, Words("应为 {事实}；花括号本身写两个", "expected {fact}; a brace itself: two"))
        return
    for wide in _WIDE_BRACES.finditer(template):
        if (name := wide[1].strip()) in check.FACTS:
            found = Words(f"全角花括号 {wide[0]}", f"full-width braces, {wide[0]}")
            faults.at(node, found, Words(f"应为 {{{name}}}", f"expected {{{name}}}"), wide.start())
    for name, spec, kind in fields:
        within = max(template.find("{" + name), 0)
        if name not in check.FACTS:
            found = Words(f"检查方式 {check.NAME} 没有事实 {name}", f"{check.NAME} has no fact {name}")
            faults.at(node, found, nearest(name, facts), within)
        elif spec or kind:
            found = Words(f"{name} 后面有格式", f"a format after {name}")
            faults.at(node, found, Words(f"应为 {{{name}}}", f"expected {{{name}}}"), within)
