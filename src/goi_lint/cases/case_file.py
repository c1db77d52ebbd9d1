"""A case as written → `Case`: the report's text and what must be found in it."""

from collections.abc import Collection
from pathlib import Path

from goi_lint.cases.bases import Bases
from goi_lint.cases.changes import REPLACE, changed, replaced
from goi_lint.cases.draft import Draft
from goi_lint.cases.flavours import Flavour, write
from goi_lint.cases.values import items, text
from goi_lint.errors import CaseError, Words
from goi_lint.lazy import lazy
from goi_lint.packs.fields import Faults, Fields, described, nearest
from goi_lint.text.yaml_file import Node
from goi_lint.tuples import NamedTuple

BAD, OK = "bad", "ok"
BASE = "base"
"""What stands for the rule in the name of a base report."""
DEFAULT_BASE = "form_2021"
DEFAULT_FLAVOUR = "tabs"
KEYS = ("base", "flavour", "change", "expect")
_EXPECTED = lazy(r"([A-Z][A-Z0-9]*) at (\S.*)")
_ITEM = Words(
    "应为“编号 at 位置”，如 GOI310 at requests.granted.total", "expected ID at ADDRESS: GOI310 at title"
)
_ITEMS = Words("应为列表，如 [GOI310 at requests.granted.total]", "expected a list such as [GOI310 at title]")


class Expected(NamedTuple):
    """A finding that must be made, and the line that says so."""

    rule: str
    address: str
    line: int

    def __str__(self) -> str:
        return f"{self.rule} at {self.address}"


class Base(NamedTuple):
    """The faultless report that a case begins with, and its file."""

    path: Path
    draft: Draft

    @property
    def case(self) -> "Case":
        """The report as it is, as a case in which nothing may be found."""
        flavour = Flavour.parse(DEFAULT_FLAVOUR)
        return Case(BASE, self.path.stem, self.path, 1, flavour, write(self.draft, flavour))


class Case(NamedTuple):
    """One case, ready to be tried: a case that expects nothing is an `ok` one, any other a `bad` one."""

    rule: str
    """The rule whose case it is; `base` for a base report."""
    name: str
    path: Path
    line: int
    """The line to look at: that of `expect`, else that on which the case begins."""
    flavour: Flavour
    text: str
    """The whole report."""
    expect: tuple[Expected, ...] = ()
    """Every finding of the whole report, in the order of the file."""
    base: Base | None = None
    """None for a base report."""

    @property
    def id(self) -> str:
        """Name the case for people: `GOI311/bad-carried-forward-lost`."""
        return f"{self.rule}/{self.name}"

    @property
    def file_name(self) -> str:
        """What the report would be called."""
        return f"{self.name}{self.flavour.extension}"


class Origin(NamedTuple):
    """Where a case stands; `kind` is `bad` or `ok` where its name says so, else ''."""

    rule: str
    name: str
    path: Path
    kind: str = ""


def read_case(fields: Fields, origin: Origin, bases: Bases, rules: Collection[str]) -> Case | None:
    """Return the case; None after a fault. `rules` are the ids that may be expected."""
    faults = fields.faults
    before = len(faults.found)
    expect = _expect(fields, origin, rules)
    flavour = _flavour(fields)
    base = fields.get("base") or Node(DEFAULT_BASE, fields.node.line, fields.node.column)
    draft = bases.draft(base, faults)
    written = _written(draft, fields.get("change"), flavour, faults) if draft and flavour else ""
    if draft is None or flavour is None or len(faults.found) > before:
        return None
    line = fields.node.keys.get("expect", (fields.node.line, 1))[0]
    begun = Base(bases.path(str(base.value)), draft)
    return Case(origin.rule, origin.name, origin.path, line, flavour, written, expect, begun)


def _written(draft: Draft, change: Node | None, flavour: Flavour, faults: Faults) -> str:
    """Return the text of the report with all changes made."""
    if change is None or change.value is None:
        return write(draft, flavour)
    written = write(changed(draft, change, faults), flavour)
    texts = change.value.get(REPLACE) if isinstance(change.value, dict) else None
    return replaced(written, texts, faults) if texts else written


def _flavour(fields: Fields) -> Flavour | None:
    node = fields.get("flavour")
    name = text(node, fields.faults) if node else DEFAULT_FLAVOUR
    if name is None:
        return None
    try:
        return Flavour.parse(name)
    except CaseError as error:
        if node:
            fields.faults.at(node, error.found, error.expected)
        return None


def _expect(fields: Fields, origin: Origin, rules: Collection[str]) -> tuple[Expected, ...]:
    node = fields.get("expect")
    listed = items(node, fields.faults, _ITEMS) if node and node.value is not None else []
    found = [_expected(item, fields.faults, rules) for item in listed]
    if not (node and node.value) or listed:
        _hold_against_name(fields, origin, len(listed))
    known = tuple(each for each in found if each)
    if node and known and origin.kind != OK and origin.rule not in {each.rule for each in known}:
        wanted = Words(f"至少应有一项属于 {origin.rule}", f"expected at least one of {origin.rule}")
        fields.faults.at(node, Words(f"没有 {origin.rule} 的问题", f"no finding of {origin.rule}"), wanted)
    return known


def _expected(node: Node, faults: Faults, rules: Collection[str]) -> Expected | None:
    """Return what one item of `expect` says; None after a fault."""
    match = _EXPECTED.fullmatch(node.value) if isinstance(node.value, str) else None
    if match is None:
        faults.at(node, described(node), _ITEM)
        return None
    rule, address = match[1], match[2]
    if rule not in rules:
        found = Words(f"没有规则 {rule}", f"there is no rule {rule}")
        faults.at(node, found, nearest(rule, sorted(rules)))
        return None
    return Expected(rule, address, node.line)


def _hold_against_name(fields: Fields, origin: Origin, number: int) -> None:
    """Note a fault where a case expects findings and is called `ok-`, or none and is called `bad-`."""
    if origin.kind == BAD and not number:
        found = Words("bad- 案例没有列出问题", "a bad- case that expects no findings")
        fields.faults.at(
            fields.node, found, Words("应在 expect 中列出全部问题", "expected them all in expect")
        )
    elif origin.kind == OK and number:
        found = Words(f"ok- 案例列出了 {number} 个问题", f"an ok- case that expects findings: {number}")
        wanted = Words("应不写 expect，或改名为 bad-…", "expected no expect, or a name that begins with bad-")
        fields.faults.at_key(fields.node, "expect", found, wanted)
