"""A case as written → `Case`: the texts of its reports and what must be found in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from goi_lint.cases.bases import Bases
from goi_lint.cases.draft import Draft
from goi_lint.cases.flavours import Flavour, write
from goi_lint.cases.reports import (
    DEFAULT_FLAVOUR,
    OTHER_KEYS,
    OWN_KEYS,
    Begun,
    begun,
    written,
)
from goi_lint.cases.values import items
from goi_lint.config.roster_entries import YAML, roster_in
from goi_lint.errors import Words
from goi_lint.lazy import lazy
from goi_lint.model.roster import Roster
from goi_lint.packs.fields import Faults, Fields, described, nearest
from goi_lint.text.yaml_file import Node
from goi_lint.tuples import NamedTuple

BAD, OK = "bad", "ok"
BASE = "base"
"""What stands for the rule in the name of a base report."""
KEYS = (*OWN_KEYS[:-1], "reports", "roster", OWN_KEYS[-1])
_EXPECTED = lazy(r"([A-Z][A-Z0-9]*) at (\S.*)")
_ITEM = Words(
    "应为“编号 at 位置”，如 GOI310 at requests.granted.total", "expected ID at ADDRESS: GOI310 at title"
)
_ITEMS = Words("应为列表，如 [GOI310 at requests.granted.total]", "expected a list such as [GOI310 at title]")
_REPORTS = Words("应为列表，如 [{year: 2022}]", "expected a list such as [{year: 2022}]")
_NOT_JUDGED = Words(
    "earlier 的报告不检查，不写 expect", "expected none of an earlier report, which is not judged"
)


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
    def case(self) -> Case:
        """The report as it is, as a case in which nothing may be found."""
        flavour = Flavour.parse(DEFAULT_FLAVOUR)
        return Case(BASE, self.path.stem, self.path, 1, flavour, write(self.draft, flavour))


class Other(NamedTuple):
    """A report of the case besides the report itself."""

    file: str
    text: str
    expect: tuple[Expected, ...] = ()
    earlier: bool = False
    """It is given for comparison, and not judged itself."""


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
    """Every finding that is said of the report, or of no report at all, in the order of the file."""
    base: Base | None = None
    """None for a base report."""
    others: tuple[Other, ...] = ()
    roster: Roster | None = None
    file: str = ""
    """What the report is called where the case says it, or where there are several."""

    @property
    def id(self) -> str:
        """Name the case for people: `GOI311/bad-carried-forward-lost`."""
        return f"{self.rule}/{self.name}"

    @property
    def file_name(self) -> str:
        """What the report would be called."""
        return self.file or f"{self.name}{self.flavour.extension}"

    @property
    def together(self) -> bool:
        """Tell whether rules over several reports are asked."""
        return bool(self.others or self.roster)

    @property
    def every_expected(self) -> tuple[Expected, ...]:
        """Return what must be found in any of the reports."""
        return (*self.expect, *(expected for other in self.others for expected in other.expect))


class _Expect(NamedTuple):
    """What is expected of one report: how many findings are listed, those of them that are told rightly."""

    fields: Fields
    number: int
    known: tuple[Expected, ...]
    sound: bool
    """It is a list, or there is none."""


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
    listed = fields.get("reports")
    inner = [Fields(item, faults, OTHER_KEYS) for item in (items(listed, faults, _REPORTS) if listed else ())]
    reports = [begun(fields, bases), *(begun(one, bases, fields, at) for at, one in enumerate(inner, 1))]
    texts = written(reports)
    expect = [_expect(report.fields, rules) for report in reports]
    _hold_against_origin(expect, origin)
    others = [
        Other(text.file, text.text, expected.known, _earlier(report))
        for report, text, expected in list(zip(reports, texts, expect, strict=True))[1:]
    ]
    roster = _roster(fields)
    own = reports[0]
    if own.draft is None or own.flavour is None or len(faults.found) > before:
        return None
    line = fields.node.keys.get("expect", (fields.node.line, 1))[0]
    case = Case(origin.rule, origin.name, origin.path, line, own.flavour, texts[0].text, expect[0].known)
    base = _base(own.base, bases)
    file = own.file if "file" in fields or others or roster else ""
    return case._replace(base=base, others=tuple(others), roster=roster, file=file)


def _earlier(report: Begun) -> bool:
    """Tell whether a report is given for comparison only; then nothing can be expected of it."""
    earlier = report.fields.flag("earlier")
    if earlier and (node := report.fields.get("expect")) and node.value:
        report.fields.faults.at(node, described(node), _NOT_JUDGED)
    return earlier


def _roster(fields: Fields) -> Roster | None:
    """Return the roster, whose paths are those of the case's reports."""
    node = fields.get("roster")
    return roster_in(node, str(Path.cwd()), fields.faults, YAML) if node else None


def _base(name: str, bases: Bases) -> Base | None:
    draft = bases.read(bases.path(name))
    return Base(bases.path(name), draft) if draft else None


def _expect(fields: Fields, rules: Collection[str]) -> _Expect:
    node = fields.get("expect")
    listed = items(node, fields.faults, _ITEMS) if node and node.value is not None else []
    found = [_expected(item, fields.faults, rules) for item in listed]
    sound = bool(listed) or not (node and node.value)
    return _Expect(fields, len(listed), tuple(each for each in found if each), sound)


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


def _hold_against_origin(expect: Sequence[_Expect], origin: Origin) -> None:
    """Note a fault where a case does not expect what its name says, or nothing of its own rule."""
    fields, faults = expect[0].fields, expect[0].fields.faults
    listed = [each for each in expect if each.number]
    if origin.kind == BAD and not listed and all(each.sound for each in expect):
        found = Words("bad- 案例没有列出问题", "a bad- case that expects no findings")
        wanted = Words("应在 expect 中列出全部问题", "expected them all in expect")
        faults.at(fields.node, found, wanted)
    for each in listed if origin.kind == OK else ():
        found = Words(
            f"ok- 案例列出了 {each.number} 个问题", f"an ok- case that expects findings: {each.number}"
        )
        wanted = Words("应不写 expect，或改名为 bad-…", "expected no expect, or a name that begins with bad-")
        faults.at_key(each.fields.node, "expect", found, wanted)
    known = {expected.rule for each in expect for expected in each.known}
    if known and origin.kind != OK and origin.rule not in known:
        node = next(each.fields.get("expect") for each in expect if each.known) or fields.node
        wanted = Words(f"至少应有一项属于 {origin.rule}", f"expected at least one of {origin.rule}")
        faults.at(node, Words(f"没有 {origin.rule} 的问题", f"no finding of {origin.rule}"), wanted)
