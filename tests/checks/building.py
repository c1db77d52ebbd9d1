"""Small reports built by hand, and what a check says of them as plain pairs."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

from ruamel.yaml import YAML

from goi_lint.errors import AbsentError, Words
from goi_lint.model.document import NOWHERE, Paragraph, Place
from goi_lint.model.form import Form, FormTable, Holds, PartForm
from goi_lint.model.outline import Heading, Outline, Section
from goi_lint.model.report import (
    Contact,
    ContactKind,
    Dates,
    Day,
    FormEvidence,
    Identity,
    Period,
    Report,
    Sign,
    Title,
    YearSource,
)
from goi_lint.model.table import Cell, Table
from goi_lint.text.patterns import compile_pattern

TITLES = {
    1: "总体情况",
    2: "主动公开政府信息情况",
    3: "收到和处理政府信息公开申请情况",
    4: "政府信息公开行政复议、行政诉讼情况",
    5: "存在的主要问题及改进情况",
    6: "其他需要报告的事项",
}
TABLES = {2: "disclosure", 3: "requests", 4: "review"}
TEXTS = {
    1: ("2023年，我局做好政府信息公开工作。",),
    5: ("公开内容还不够丰富，将继续改进。",),
    6: ("没有收取信息处理费。",),
}
PARTS = tuple(PartForm(number, title, None, TABLES.get(number)) for number, title in TITLES.items())
OLD = Form(
    "form_2019",
    Words("2019 年格式（试行）", "the trial form of 2019"),
    2019,
    2020,
    "国办公开办函〔2019〕60号",
    PARTS,
    {},
    (),
)
NEW = Form(
    "form_2021",
    Words("2021 年格式", "the form of 2021"),
    2021,
    None,
    "国办公开办函〔2021〕30号",
    PARTS,
    {},
    (),
)
JANUARY_18 = datetime.date(2024, 1, 18)


def report(
    title: str | Title | None = "临江市水利局2023年政府信息公开工作年度报告",
    identity: Mapping[str, Any] | None = None,
    front: Sequence[str] = (),
    parts: Mapping[int, Sequence[str]] | None = None,
    sections: Sequence[Section] | None = None,
    closing: Sequence[str] = (),
    periods: Sequence[Period] = (),
    days: Sequence[Day] = (),
    signature: Day | None = None,
    publication: Day | None = None,
    contacts: Sequence[Contact] = (),
    tables: Mapping[str, Table] | None = None,
    evidence: FormEvidence | None = None,
) -> Report:
    """Return a report of 2023, faultless where nothing else is given; every paragraph has its own line."""
    lines = count(2)
    if sections is None:
        texts = {**TEXTS, **(parts or {})}
        sections = [section(number, texts.get(number, ()), lines=lines) for number in TITLES]
    return Report(
        name="report.txt",
        format="txt",
        title=a_title(title) if isinstance(title, str) else title,
        identity=Identity(year=2023, year_source=YearSource.TITLE)._replace(**(identity or {})),
        evidence=evidence or FormEvidence(NEW, NEW, (), False),
        outline=Outline(paragraphs(front, lines), tuple(sections), paragraphs(closing, lines)),
        tables=tables or {},
        dates=Dates(tuple(periods), signature, publication, tuple(days)),
        contacts=tuple(contacts),
    )


def paragraphs(texts: Iterable[str], lines: Iterable[int]) -> tuple[Paragraph, ...]:
    """Return paragraphs on the next lines."""
    return tuple(Paragraph(text, Place(line, line)) for text, line in zip(texts, lines, strict=False))


def section(
    number: int,
    texts: Sequence[str] = (),
    title: str | None = None,
    numeral: int | None = 0,
    counts: bool = True,
    lines: Iterable[int] = (),
    table: str | None = "",
) -> Section:
    """Return a section; `numeral` 0 stands for the right one, `table` '' for the form's."""
    printed = number if numeral == 0 else numeral
    words = title or TITLES[number]
    text = words if printed is None else f"{'零一二三四五六七'[printed]}、{words}"
    heading = Heading(number, printed, words, words == TITLES[number], text, NOWHERE)
    found = TABLES.get(number) if table == "" else table
    return Section(heading, paragraphs(texts, lines or count(100 * number)), (), found, counts)


def a_title(text: str, body: str | None = "临江市水利局", year: int | None = 2023) -> Title:
    """Return a title on the first line."""
    return Title(text, body, year, Place(1, 1))


def day(text: str, part: int | None = None) -> Day:
    """Return the day that is written as `2024-01-18`; one that does not exist has no date."""
    year, month, number = map(int, text.split("-"))
    try:
        date = datetime.date(year, month, number)
    except ValueError:
        date = None
    return Day(text, year, month, number, date, part, NOWHERE)


def period(start: str | None, end: str | None) -> Period:
    """Return a period from its two days."""
    return Period(f"{start}至{end}", day(start) if start else None, day(end) if end else None, None, NOWHERE)


def contact(kind: str, text: str) -> Contact:
    """Return a contact datum."""
    return Contact(ContactKind(kind), text, None, NOWHERE)


def evidence(used: Form | None, governing: Form | None, *labels: str, mixed: bool = False) -> FormEvidence:
    """Return evidence for forms; each label is a sign of `used`, or of the form before its colon."""
    signs = []
    for label in labels:
        form, _, words = label.rpartition(":")
        signs.append(Sign(form or (used.key if used else ""), words, NOWHERE))
    return FormEvidence(used, governing, tuple(signs), mixed)


def table(key: str, cells: Mapping[str, int | None]) -> Table:
    """Return a table with cells named `row.column`; None is a blank cell."""
    bound = {}
    for address, value in cells.items():
        row, column = address.split(".")
        number = None if value is None else Decimal(value)
        text = "" if value is None else str(value)
        bound[row, column] = Cell(row, column, row, column, Holds.COUNT, text, number, True, NOWHERE)
    form = FormTable(key, 3, f"表{key}", (), {})
    return Table(key, form.part, form, bound, (), (), (), (), (), NOWHERE)


Said = list[tuple[str, dict[str, Any]]]


def said(check: ModuleType, of: Report, params: Mapping[str, Any] | None = None) -> Said:
    """Return what the check yields, addresses and facts; no fact is missing, none undeclared."""
    problems = list(check.check(of, dict(params or {})))
    assert all(set(problem.facts) == set(check.FACTS) for problem in problems)
    return [(problem.location.address, dict(problem.facts)) for problem in problems]


def reason(check: ModuleType, of: Report, params: Mapping[str, Any] | None = None) -> str:
    """Return why the check cannot be asked of the report, empty where it can."""
    try:
        list(check.check(of, dict(params or {})))
    except AbsentError as absent:
        return absent.reason.zh
    return ""


_PATTERNS = ("pattern", "patterns", "unless", "ignore", "under", "where", "names")


def rule_params(rule: str) -> dict[str, Any]:
    """Return the parameters that a national rule gives its check, its patterns compiled."""
    path = next((Path(__file__).parents[2] / "rules" / "national").glob(f"*/{rule}.yaml"))
    params: dict[str, Any] = compiled(YAML(typ="safe", pure=True).load(path)["params"])
    return params


def compiled(value: Any, key: str = "") -> Any:
    """Return parameters with their patterns compiled."""
    if isinstance(value, dict):
        return {name: compiled(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [compiled(item, key) for item in value]
    return compile_pattern(value, builtin=True) if key in _PATTERNS else value
