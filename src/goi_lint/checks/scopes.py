"""Where rules look and at what: everywhere or in some parts, at text, subheads, what stands under them, cells, labels.

Most rules look at the text outside tables; what the others need is imported when they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from goi_lint.checks.prose import (
    Passage,
    Scope,
    at_document,
    at_front,
    is_empty,
    passages,
    passages_in,
    shortened,
)
from goi_lint.checks.subject import at_cell, at_label, at_part, at_table
from goi_lint.errors import AbsentError, Words
from goi_lint.model.document import Paragraph, Place
from goi_lint.model.finding import Location
from goi_lint.model.outline import Section
from goi_lint.model.report import Report
from goi_lint.model.table import Table
from goi_lint.text.normalise import fold, tidy
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from goi_lint.checks.subheads import Subsection

_PARTS: tuple[Scope, ...] = (1, 2, 3, 4, 5, 6)
LookAt: TypeAlias = 'Literal["text", "subheads", "cells", "labels", "all"]'
"""What of it: the text outside tables, the subheads in it, cells or labels of the tables, or everything."""


class Scoped(TypedDict):
    """Where a check looks: `within` names parts, `title`, `front`, `closing`; left out, it looks everywhere.

    `look_at` says at what of it: at its text, else at subheads, at cells or labels of tables, at all. `under`: only at
    what stands under subheads that this pattern finds. `raw`: patterns see the text as printed, blanks and width too.
    """

    within: NotRequired[list[Scope]]
    look_at: NotRequired[LookAt]
    under: NotRequired[Pattern]
    raw: NotRequired[bool]


class Searched(NamedTuple):
    """What stands where a check looks: `text` is all of it as patterns see it.

    `location` is where something that is lacking there belongs.
    """

    location: Location
    text: str
    passages: tuple[Passage, ...]

    @property
    def beginning(self) -> str:
        """How it begins, as printed: what stands in its first place."""
        first = self.passages[0].location.address if self.passages else ""
        return shortened(
            "".join([tidy(passage.text) for passage in self.passages if passage.location.address == first])
        )


def is_plain(params: Scoped) -> bool:
    """Tell whether a rule looks at the text outside tables as a whole: most do, and others need more modules."""
    return not (params.get("under") or params.get("raw") or params.get("look_at", "text") != "text")


def looked_at(report: Report, params: Scoped) -> Iterable[Passage]:
    """Return what a rule looks at, piece by piece; nothing where the report has nothing of the kind."""
    if is_plain(params):
        return passages(report, params.get("within"))
    return _scoped_passages(report, params)


def demanded(report: Report, params: Scoped) -> Searched:
    """Return what a rule looks at that demands something there.

    Raises `AbsentError` where the report lacks the place itself: that is for other rules to say.
    """
    if not is_plain(params):
        return _scoped_search(report, params)
    within = params.get("within")
    if within is None:
        return searched(at_document(report), tuple(passages(report)))
    sections = filled_sections(report, within)
    found = tuple(passage for scope in within for passage in _of_scope(report, scope, sections))
    return searched(whereabouts(report, within, sections), found)


def searched(location: Location, found: tuple[Passage, ...]) -> Searched:
    """Return passages as one text; lines follow one another without a gap, for a line may end within a word."""
    return Searched(location, "".join([passage.folded for passage in found]), found)


def filled_sections(report: Report, within: Sequence[Scope]) -> list[Section]:
    """Return the sections that count for the parts among `within`, empty ones left out.

    Raises `AbsentError` where nothing of `within` is there.
    """
    parts = [
        section for scope in within if isinstance(scope, int) and (section := report.outline.part(scope))
    ]
    filled = [section for section in parts if not is_empty(section)]
    elsewhere = [scope for scope in within if isinstance(scope, str) and (scope != "title" or report.title)]
    if not filled and not elsewhere:
        raise AbsentError(Words("相关部分缺失或为空", "the part is missing or empty"))
    return filled


def whereabouts(report: Report, within: Sequence[Scope], sections: Sequence[Section]) -> Location:
    """Return the location of what is lacking in all of `within`: the first of them that is there."""
    if sections:
        return at_part(sections[0].heading.part, sections[0].heading.place)
    if "front" in within or (report.title and "title" in within):
        return at_front(report) if "front" in within else Location("title", place=at_front(report).place)
    closing = report.outline.closing
    return Location(address="closing", place=closing[0].place if closing else report.end)


def _of_scope(report: Report, scope: Scope, sections: Iterable[Section]) -> Iterable[Passage]:
    if isinstance(scope, str):
        return passages(report, (scope,))
    return (
        passage
        for section in sections
        if section.heading.part == scope
        for passage in passages_in(report, section)
    )


def _scoped_passages(report: Report, params: Scoped) -> tuple[Passage, ...]:
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


def _scoped_search(report: Report, params: Scoped) -> Searched:
    """Return what a rule looks at that demands something there; raise `AbsentError` where the place is lacking."""
    within = params.get("within")
    look_at = params.get("look_at", "text")
    if look_at in ("cells", "labels"):
        tables = list(_tables(report, params))
        if not tables:
            raise AbsentError(Words("没有可读的表格", "there is no readable table"))
        return searched(at_table(tables[0]), _scoped_passages(report, params))
    if within is None and look_at != "subheads" and "under" not in params:
        return searched(at_document(report), _scoped_passages(report, params))
    places = within or _PARTS
    location = whereabouts(report, places, filled_sections(report, places))
    if "under" in params:
        under = next(_under(report, places, params), None)
        if under is None:
            raise AbsentError(Words("没有规则所指的小标题", "there is no such subhead"))
        part, subsection = under
        location = at_part(part, subsection.head.place)
    return searched(location, _scoped_passages(report, params))


def _texts(report: Report, params: Scoped) -> Iterator[Passage]:
    """Yield text or subheads, everywhere or under some subheads alone."""
    within = params.get("within")
    subheads = params.get("look_at") == "subheads"
    if "under" in params:
        for part, subsection in _under(report, within or _PARTS, params):
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


def _under(report: Report, within: Iterable[Scope], params: Scoped) -> Iterator[tuple[int, Subsection]]:
    """Yield what stands under the subheads that `under` finds; of subheads within one another the outermost."""
    from goi_lint.checks.subheads import subsections

    for part, paragraphs in _parts(report, within):
        seen: set[Place] = set()
        for subsection in subsections(paragraphs):
            text = subsection.head.text
            found = params["under"].search(text if params.get("raw") else fold(text))
            if found and subsection.head.place not in seen:
                seen.update(paragraph.place for paragraph in subsection.body)
                yield part, subsection


def _heads(part: int, paragraphs: tuple[Paragraph, ...]) -> Iterator[Passage]:
    from goi_lint.checks.subheads import subsections

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
