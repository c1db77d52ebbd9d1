"""What rules look at besides plain text: subheads, text under them, cells and labels of tables, text as printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goi_lint.checks.prose import (
    Passage,
    Scope,
    Scoped,
    Searched,
    at_document,
    filled_sections,
    passages,
    searched,
    whereabouts,
)
from goi_lint.checks.subheads import Subsection, subsections
from goi_lint.checks.subject import at_cell, at_label, at_part, at_table
from goi_lint.errors import AbsentError, Words
from goi_lint.model.document import Paragraph, Place
from goi_lint.model.report import Report
from goi_lint.model.table import Table
from goi_lint.text.normalise import fold
from goi_lint.text.patterns import Pattern

_PARTS: tuple[Scope, ...] = (1, 2, 3, 4, 5, 6)


def scoped_passages(report: Report, params: Scoped) -> tuple[Passage, ...]:
    """Return what a rule looks at; nothing where the report has nothing of the kind."""
    look_at = params.get("look_at", "text")
    found: list[Passage] = []
    if look_at in ("text", "subheads", "all"):
        found += _texts(report, params)
    if look_at in ("cells", "all"):
        found += (passage for table in _tables(report, params) for passage in _cells(table))
    if look_at in ("labels", "all"):
        found += (passage for table in _tables(report, params) for passage in _labels(table))
    if params.get("raw"):
        return tuple(passage._replace(folded=passage.text) for passage in found)
    return tuple(found)


def scoped_search(report: Report, params: Scoped) -> Searched:
    """Return what a rule looks at that demands something there; raise `AbsentError` where the place is lacking."""
    within = params.get("within")
    look_at = params.get("look_at", "text")
    if look_at in ("cells", "labels"):
        tables = list(_tables(report, params))
        if not tables:
            raise AbsentError(Words("没有可读的表格", "there is no readable table"))
        return searched(at_table(tables[0]), scoped_passages(report, params))
    if within is None and look_at != "subheads" and "under" not in params:
        return searched(at_document(report), scoped_passages(report, params))
    places = within or _PARTS
    location = whereabouts(report, places, filled_sections(report, places))
    if "under" in params:
        under = next(_under(report, places, params["under"]), None)
        if under is None:
            raise AbsentError(Words("没有规则所指的小标题", "there is no such subhead"))
        part, subsection = under
        location = at_part(part, subsection.head.place)
    return searched(location, scoped_passages(report, params))


def _texts(report: Report, params: Scoped) -> Iterator[Passage]:
    """Yield text or subheads, everywhere or under some subheads alone."""
    within = params.get("within")
    subheads = params.get("look_at") == "subheads"
    if "under" in params:
        for part, subsection in _under(report, within or _PARTS, params["under"]):
            yield from _heads(part, subsection.body) if subheads else _lines(part, subsection.body)
    elif subheads:
        for part, paragraphs in _parts(report, within or _PARTS):
            yield from _heads(part, paragraphs)
    else:
        yield from passages(report, within)


def _parts(report: Report, within: Iterable[Scope]) -> Iterator[tuple[int, tuple[Paragraph, ...]]]:
    """Yield number and paragraphs of the parts among `within`."""
    for scope in within:
        if isinstance(scope, int) and (section := report.outline.part(scope)):
            yield scope, section.paragraphs


def _under(report: Report, within: Iterable[Scope], pattern: Pattern) -> Iterator[tuple[int, Subsection]]:
    """Yield what stands under the subheads that the pattern finds; of subheads within one another the outermost."""
    for part, paragraphs in _parts(report, within):
        seen: set[Place] = set()
        for subsection in subsections(paragraphs):
            if subsection.head.place not in seen and pattern.search(fold(subsection.head.text)):
                seen.update(paragraph.place for paragraph in subsection.body)
                yield part, subsection


def _heads(part: int, paragraphs: tuple[Paragraph, ...]) -> Iterator[Passage]:
    for subsection in subsections(paragraphs):
        head = subsection.head
        yield Passage(at_part(part, head.place), head.text, fold(head.text))


def _lines(part: int, paragraphs: Iterable[Paragraph]) -> Iterator[Passage]:
    for paragraph in paragraphs:
        yield Passage(at_part(part, paragraph.place), paragraph.text, fold(paragraph.text))


def _tables(report: Report, params: Scoped) -> Iterator[Table]:
    """Yield the tables of the parts in question whose rows and columns are known."""
    within = params.get("within")
    for table in report.tables.values():
        if not table.blurred and (within is None or table.part in within):
            yield table


def _cells(table: Table) -> Iterator[Passage]:
    """Yield what stands in the cells for values, those of rows that the form does not have included."""
    for cell in table.cells.values():
        yield Passage(at_cell(table, cell), cell.raw or cell.text, fold(cell.text))
    others = [(row.place, row.texts) for row in table.extra]
    others += [(row.place, row.texts) for row in table.unbound]
    for place, texts in others:
        yield from (Passage(at_table(table, place), text, fold(text)) for text in texts)


def _labels(table: Table) -> Iterator[Passage]:
    """Yield the labels as printed, those that the form does not have included."""
    for label in table.labels:
        yield Passage(at_label(table, label), label.printed, fold(label.printed))
    for row in table.extra:
        yield Passage(at_table(table, row.place), row.label, fold(row.label))
