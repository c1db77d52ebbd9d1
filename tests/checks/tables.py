"""Tables for the tests of checks: the form's own table full of zeros, and a report that carries it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from types import ModuleType
from typing import Any

from goi_lint.assemble.forms import load_forms
from goi_lint.errors import AbsentError
from goi_lint.model.document import Place
from goi_lint.model.form import Form, FormBlock, FormLabel, Holds
from goi_lint.model.outline import Heading, Outline, Section
from goi_lint.model.report import Dates, FormEvidence, Identity, Report
from goi_lint.model.table import Cell, Label, LabelKind, Table
from goi_lint.text.numbers import read_cell

Found = list[tuple[str, dict[str, object]]]


def a_table(key: str, form: str = "form_2021", **changes: str) -> Table:
    """Return a faultless table of zeros; `changes` gives cells by row and column, `granted__total="5"`."""
    official = load_forms()[form].tables[key]
    texts = {tuple(name.split("__")): text for name, text in changes.items()}
    line = count(101)
    labels: list[Label] = []
    cells: dict[tuple[str, str], Cell] = {}
    for block in official.blocks:
        labels += [_label(kind, block, label, Place(next(line))) for kind, label in _header(block)]
        for row in block.rows:
            place = Place(next(line))
            labels.append(_label(LabelKind.ROW, block, row.label, place))
            for column in block.columns:
                at = (row.label.key, column.label.key)
                name = (
                    "／".join((*column.label.path, column.label.text))
                    if key == "review"
                    else column.label.text
                )
                cells[at] = _cell(at, (row.label.text, name), column.holds, texts.pop(at, "0"), place)
    assert not texts, f"no such cells: {texts}"
    return Table(key, official.part, official, cells, tuple(labels), (), (), (), (), Place(100, next(line)))


def a_report(*tables: Table, form: str = "form_2021", mixed: bool = False, **fields: Any) -> Report:
    """Return a report with six parts that carries the tables."""
    used = load_forms()[form]
    found = {table.key: table for table in tables}
    report = Report(
        name="report.txt",
        format="txt",
        title=None,
        identity=Identity(),
        evidence=FormEvidence(used=used, governing=used, signs=(), mixed=mixed),
        outline=Outline((), tuple(_sections(used, found)), ()),
        tables=found,
        dates=Dates((), None, None, ()),
        contacts=(),
    )
    return report._replace(**fields)


def found(check: ModuleType, report: Report, **params: object) -> Found:
    """Return address and facts of each problem; every declared fact is there and every code is declared."""
    problems = list(check.check(report, params))
    for problem in problems:
        assert problem.facts.keys() == check.FACTS.keys()
        assert all(problem.facts[name] in codes for name, codes in check.CODES.items())
    return [(problem.location.address, dict(problem.facts)) for problem in problems]


def reason(check: ModuleType, report: Report, **params: object) -> str:
    """Return why the check cannot be asked of the report; empty where it can."""
    try:
        list(check.check(report, params))
    except AbsentError as absent:
        return absent.reason.en
    return ""


def _sections(form: Form, tables: Mapping[str, Table]) -> Iterator[Section]:
    for part in form.parts:
        place = Place(10 * part.number)
        heading = Heading(part.number, part.number, part.short, True, part.short, place)
        table = part.table if part.table in tables else None
        yield Section(heading, (), (), table, counts=True)


def _header(block: FormBlock) -> Iterator[tuple[LabelKind, FormLabel]]:
    """Yield the labels above and beside the rows; those of the columns header row by header row."""
    if block.title:
        yield LabelKind.BLOCK, block.title
    yield from ((LabelKind.CORNER, label) for label in block.corners)
    groups = {(*group.path, group.text): group for group in block.column_groups}
    heads = {(*column.label.path, column.label.text): column.label for column in block.columns}
    for depth in range(1, max(map(len, heads)) + 1):
        for path in dict.fromkeys(head[:depth] for head in heads if len(head) >= depth):
            kind = LabelKind.COLUMN if path in heads else LabelKind.COLUMN_GROUP
            yield kind, heads.get(path) or groups[path]
    yield from ((LabelKind.ROW_GROUP, label) for label in block.row_groups)


def _label(kind: LabelKind, block: FormBlock, label: FormLabel, place: Place) -> Label:
    return Label(kind, block.key, label.key, label.text, label.text, True, place)


def _cell(at: tuple[str, str], names: tuple[str, str], holds: Holds, text: str, place: Place) -> Cell:
    number = read_cell(text, holds is Holds.AMOUNT)
    return Cell(*at, *names, holds, text, number.value, number.plain, place)
