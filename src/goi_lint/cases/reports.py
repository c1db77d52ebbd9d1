"""The reports of a case as they are written in it → their texts: a base, its year and body, and what is changed.

Besides the report itself a case may hold others, each made of a base likewise. What such a one does not say of base,
year, body and flavour is as the case says it of the report itself; its narrative is told in other sentences, for
several reports of one base would look copied from each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from goi_lint.cases.bases import Bases
from goi_lint.cases.changes import REPLACE, changed, replaced
from goi_lint.cases.draft import Draft
from goi_lint.cases.flavours import Flavour, write
from goi_lint.cases.retelling import retold
from goi_lint.cases.sums import summed
from goi_lint.cases.values import text
from goi_lint.cases.whose import of_body
from goi_lint.cases.years import in_year
from goi_lint.errors import CaseError, Words
from goi_lint.lazy import lazy
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR
from goi_lint.packs.fields import Faults, Fields, described
from goi_lint.text.yaml_file import Node
from goi_lint.tuples import NamedTuple

DEFAULT_BASE = "form_2021"
DEFAULT_FLAVOUR = "tabs"
OWN_KEYS = ("base", "year", "body", "sums_up", "flavour", "file", "change", "expect")
OTHER_KEYS = (*OWN_KEYS[:5], "copied", "earlier", *OWN_KEYS[5:])
FILE = r"(?![/\\])[^\\\x00-\x1f]*[^/\\\x00-\x1f]\.(?:txt|md)"
"""What a report's file may be called, folders included."""
_FILE = lazy(FILE)
_NAME = Words("应为 .txt 或 .md 文件名，如 水利局/2023.txt", "expected the name of a .txt or .md file")
_YEAR = Words(
    f"应为 {FIRST_YEAR} 至 {LAST_YEAR} 之间的年份", f"expected a year from {FIRST_YEAR} to {LAST_YEAR}"
)
_Shift = Callable[[Draft], Draft]
_ONCE = Words("应另取一个名称", "expected another name")


class Begun(NamedTuple):
    """One report of a case before its own changes are made; None stands for what is faulty."""

    fields: Fields
    base: str
    draft: Draft | None
    flavour: Flavour | None
    """None also where year or body are faulty: the report's text cannot be told then, but its cells can."""
    file: str
    """Its name, '' after a fault."""
    sums_up: bool


class Written(NamedTuple):
    """One report of a case, written down."""

    file: str
    text: str


def begun(fields: Fields, bases: Bases, case: Fields | None = None, number: int = 0) -> Begun:
    """Return what a report begins with; `case` and `number` (from 1) are given for those besides the report itself."""

    def asked(key: str) -> Node | None:
        node = fields.get(key)
        return case.get(key) if node is None and case else node

    faults = fields.faults
    named = asked("base") or Node(DEFAULT_BASE, fields.node.line, fields.node.column)
    flavour = _flavour(asked("flavour"), faults)
    draft = bases.draft(named, faults)
    if draft and case and not fields.flag("copied"):
        draft = retold(draft, number)
    before = len(faults.found)
    for node, shift_of in ((asked("year"), _year), (asked("body"), _body)):
        shift = shift_of(node, faults) if node else None
        draft = _shifted(draft, shift, node, faults) if draft and shift and node else draft
    shifted = len(faults.found) == before
    file = _file(fields, flavour, number)
    return Begun(fields, str(named.value), draft, flavour if shifted else None, file, fields.flag("sums_up"))


def _flavour(node: Node | None, faults: Faults) -> Flavour | None:
    name = text(node, faults) if node else DEFAULT_FLAVOUR
    if name is None:
        return None
    try:
        return Flavour.parse(name)
    except CaseError as error:
        if node:
            faults.at(node, error.found, error.expected)
        return None


def _year(node: Node, faults: Faults) -> _Shift | None:
    """Return what makes a report one of the year; None after a fault."""
    year = node.value
    if isinstance(year, int) and not isinstance(year, bool) and FIRST_YEAR <= year <= LAST_YEAR:
        return lambda draft: in_year(draft, year)
    faults.at(node, described(node), _YEAR)
    return None


def _body(node: Node, faults: Faults) -> _Shift | None:
    """Return what makes a report one of the body; None after a fault."""
    body = node.value
    if isinstance(body, str) and body.strip():
        return lambda draft: of_body(draft, body.strip())
    faults.at(node, described(node), Words("应为单位名称", "expected the name of a body"))
    return None


def _shifted(draft: Draft, shift: _Shift, node: Node, faults: Faults) -> Draft:
    try:
        return shift(draft)
    except CaseError as error:
        faults.at(node, error.found, error.expected)
        return draft


def _file(fields: Fields, flavour: Flavour | None, number: int) -> str:
    """Return the report's name; the report itself stands before the others, and these in their order."""
    node = fields.get("file")
    if node is None:
        extension = flavour.extension if flavour else ""
        return f"reports[{number}]{extension}" if number else f"report{extension}"
    if isinstance(node.value, str) and _FILE.fullmatch(node.value):
        return node.value
    fields.faults.at(node, described(node), _NAME)
    return ""


def written(reports: Sequence[Begun]) -> list[Written]:
    """Return the reports with their changes made; those that sum others up are made last. Faults are noted."""
    drafts: dict[int, Draft] = {}
    for at, one in sorted(enumerate(reports), key=lambda pair: pair[1].sums_up):
        draft = one.draft
        if draft and one.sums_up:
            draft = summed(draft, [drafts[each] for each in drafts if not reports[each].sums_up])
        change = one.fields.get("change")
        if draft and change and change.value is not None:
            draft = changed(draft, change, one.fields.faults)
        if draft:
            drafts[at] = draft
    _note_taken(reports)
    return [
        Written(one.file, _text(drafts[at], one.flavour, one.fields) if at in drafts and one.flavour else "")
        for at, one in enumerate(reports)
    ]


def _text(draft: Draft, flavour: Flavour, fields: Fields) -> str:
    """Return the text of the report, and what `replace` makes of it."""
    plain = write(draft, flavour)
    change = fields.get("change")
    texts = change.value.get(REPLACE) if change and isinstance(change.value, dict) else None
    return replaced(plain, texts, fields.faults) if texts else plain


def _note_taken(reports: Sequence[Begun]) -> None:
    """Note a fault where two reports are called alike."""
    taken: set[str] = set()
    for one in reports:
        if one.file and one.file in taken:
            node = one.fields.get("file") or one.fields.node
            found = Words(f"另一份报告也叫 {one.file}", f"another report is called {one.file} too")
            one.fields.faults.at(node, found, _ONCE)
        taken.add(one.file)
