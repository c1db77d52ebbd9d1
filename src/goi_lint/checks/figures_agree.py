"""What the running text tells in numbers agrees with the cells of a table.

A number is compared only where its whole clause is understood (`goi_lint.narrative.statements`): whose it is, of which
year, of what. Of several cells that it may be, one that agrees is enough; where they are blank, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goi_lint.checks.cell_sums import Amount, amount, cells_of, fault_in, sum_name, unknown_key
from goi_lint.checks.narrated import PartNumber, Running, running_text, year_of
from goi_lint.checks.subject import at_cell, the_table
from goi_lint.checks.tellings import Reader, Telling, Understood, understood
from goi_lint.errors import AbsentError, ParamFault, Words
from goi_lint.facts import plain_text
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form, FormTable
from goi_lint.model.report import BodyLevel, Report
from goi_lint.model.table import Table
from goi_lint.narrative.clauses import Told
from goi_lint.narrative.scopes import Scope
from goi_lint.narrative.statements import Reading
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import NotRequired, TypedDict

NAME = "figures_agree"
FACTS: Mapping[str, str] = {
    "text": "the clause with its number, as printed",
    "number": "the number in the text",
    "table": "what people call the table: 表三, table 3",
    "tabled": "which cells it was compared with, and what they come to: 「新收」总计为 12",
}
CODES: Mapping[str, tuple[str, ...]] = {}
_TAKEN = ("受理", "收到")


class Params(TypedDict):
    """`table`: its key; `subject`: what the numbers are of, `others`: what else they might be of.

    `around`: the words about a subject that say no more of it. `mentions`: only text that holds one of these words, or
    stands below it, is read. `units`: what things are counted by; `within`: in which parts.
    """

    table: str
    subject: Pattern
    around: Pattern
    others: Pattern
    mentions: list[str]
    units: list[str]
    statements: list[Telling]
    within: NotRequired[list[PartNumber]]


class _Told(NamedTuple):
    """A number that tells something, with all numbers of its paragraph as they were read."""

    running: Running
    understood: Understood
    telling: Telling
    numbers: Sequence[Understood]
    reader: Reader

    @property
    def told(self) -> Told:
        """The number with its clause."""
        return self.understood.told


class _Compared(NamedTuple):
    """A number with what the table has for it; where it is one of these, it agrees, and nobody asks for them."""

    number: _Told
    amounts: tuple[Amount, ...]
    agrees: bool


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each number that is none of those that it may be."""
    table = the_table(report, params["table"])
    name = table.form.name
    told = list(_told(report, params))
    if not told:
        raise AbsentError(
            Words(
                f"正文没有可与{name}核对的数", f"the text tells nothing to be held against table {table.key}"
            )
        )
    compared = [each for number in told if (each := _compared(number, table))]
    if not compared:
        raise AbsentError(
            Words(
                f"{name}中相应的数空白或无法识别", f"the cells of table {table.key} are blank or unreadable"
            )
        )
    yield from (_problem(table, each) for each in compared if not _agrees(each, compared))


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield a table that no form has, sums that name what it has not, and statements that are not told."""
    tables = [form.tables[params["table"]] for form in forms.values() if params["table"] in form.tables]
    if forms and not tables:
        names = sorted({name for form in forms.values() for name in form.tables})
        expected = Words(f"应为 {'、'.join(names)}", f"expected {', '.join(names)}")
        yield ParamFault(("table",), Words(f"这里是“{params['table']}”", f"“{params['table']}”"), expected)
        return
    told = {telling["told"] for telling in params["statements"]}
    for index, telling in enumerate(params["statements"]):
        yield from (_at(index, fault) for fault in _sums_verified(telling, tables))
        yield from (_at(index, fault) for fault in _names_verified(telling, told))


def _at(index: int, fault: ParamFault) -> ParamFault:
    return fault._replace(path=("statements", index, *fault.path))


def _sums_verified(telling: Telling, tables: Sequence[FormTable]) -> Iterator[ParamFault]:
    sums = {"equals": telling["equals"], "also": telling.get("also", []), "zero": telling.get("zero", [])}
    for key, texts in sums.items():
        for index, text in enumerate(texts):
            if fault := fault_in(text, tables):
                yield ParamFault((key, index), fault.found, fault.expected)


def _names_verified(telling: Telling, told: set[str]) -> Iterator[ParamFault]:
    expected = Words("应为 statements 中某一项的 told", "expected the `told` of one of the statements")
    for key, names in {"of": telling.get("of", []), "after": telling.get("after", [])}.items():
        for index, name in enumerate(names):
            if name not in told:
                yield ParamFault((key, index), Words(f"这里是“{name}”", f"“{name}”"), expected)


def _told(report: Report, params: Params) -> Iterator[_Told]:
    """Yield the numbers of this body and year that tell something."""
    body = report.identity.body or ""
    reading = Reading(body, year_of(report), params["subject"], params["around"], params["others"])
    reader = Reader(reading, params["statements"], params["units"], params["mentions"])
    wide = report.identity.level is BodyLevel.GOVERNMENT
    scopes = (Scope.BODY, Scope.AREA) if wide else (Scope.BODY,)
    for running in running_text(report, params.get("within")):
        text, topic = running.stretch.text, running.stretch.topic
        if any(word in text or word in topic for word in params["mentions"]):
            numbers = understood(running.stretch, reader)
            for each in numbers:
                if each.telling and each.told.exact and each.scope in scopes:
                    yield _Told(running, each, each.telling, numbers, reader)


def _others(number: _Told) -> frozenset[int]:
    """Return the numbers of its paragraph that tell nothing: any of a whole area's, else what mentions the subject."""
    anything = number.understood.scope is Scope.AREA
    untold = (each.told for each in number.numbers if not each.telling)
    return frozenset(told.value for told in untold if anything or _mentions(told.head, number.reader))


def _mentions(head: str, reader: Reader) -> bool:
    if not any(word in head for word in (*reader.mentions, *_TAKEN)):
        return False
    return next(reader.reading.others.finditer(head), None) is None


def _compared(number: _Told, table: Table) -> _Compared | None:
    """Return a number with what the table has for it; None where the table leaves that open."""
    telling, value = number.telling, number.told.value
    if not all(_is_zero(table, text) for text in telling.get("zero", ())):
        return None
    sums = [*telling["equals"], *telling.get("also", ())]
    amounts: list[Amount] = []
    for text in sums:
        found = amount(table, text)
        if found and found.value == value:
            return _Compared(number, (), True)
        amounts += [found] if found else []
    if not amounts or not _all_known(table, sums, len(amounts)):
        return None
    return _Compared(number, tuple(amounts[: len(telling["equals"])]), False)


def _all_known(table: Table, sums: Sequence[str], found: int) -> bool:
    """Tell whether every sum that the form has could be told: a blank might be the number that fits."""
    return found == len([text for text in sums if not unknown_key(text, table.form)])


def _is_zero(table: Table, text: str) -> bool:
    found = amount(table, text)
    return found is not None and found.value == 0


def _agrees(each: _Compared, compared: Sequence[_Compared]) -> bool:
    """Tell whether a number agrees, or its paragraph also tells the table's number of the same thing.

    收到申请28件,其中有效申请26件: the table may be of the latter. A government's paragraph may tell of the whole area
    and of its own office, of which the table may be: any number that tells nothing else will do there.
    """
    number = each.number
    same = (
        other
        for other in compared
        if other.number.running is number.running and other.number.telling["told"] == number.telling["told"]
    )
    if each.agrees or any(other.agrees for other in same):
        return True
    return not {found.value for found in each.amounts}.isdisjoint(_others(number))


def _problem(table: Table, each: _Compared) -> Problem:
    running, told = each.number.running, each.number.told
    facts = {
        "text": running.quote(told.start, told.end),
        "number": told.value,
        "table": Words(table.form.name, f"table {table.part}"),
        "tabled": _tabled(table, each.amounts),
    }
    related = tuple(at_cell(table, cell) for cell in cells_of(table, each.amounts[0].text))
    return Problem(running.location(told.at), facts, related)


def _tabled(table: Table, amounts: Sequence[Amount]) -> Words:
    """Return what the table has, each number once: 「新收」总计为 12，「新收 ＋ 上年结转」总计为 15."""
    distinct = list({found.value: found for found in reversed(amounts)}.values())[::-1]
    names = [sum_name(table.form, found.text) for found in distinct]
    values = [plain_text(found.value) for found in distinct]
    zh = "，".join(f"{name.zh}为 {value}" for name, value in zip(names, values, strict=True))
    en = "; ".join(f"{name.en} is {value}" for name, value in zip(names, values, strict=True))
    return Words(zh, en)
