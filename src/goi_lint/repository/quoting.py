"""What a digest leaves out is read once more for findings: the text of sentences, and the places of tables' cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from goi_lint.checks.prose import shortened
from goi_lint.digesting import sentences
from goi_lint.model.digest import Quoted
from goi_lint.model.document import NOWHERE, Place
from goi_lint.model.finding import Location, Problem
from goi_lint.model.report import Report
from goi_lint.model.table import Table
from goi_lint.tuples import NamedTuple

Read = Callable[[str], Report | None]
"""Returns the report of a path; None where it cannot be read any more (standard input)."""


class _Wanted(NamedTuple):
    """What findings want of one report: the places of addresses in tables, by table, and sentences by number."""

    addresses: set[tuple[str, str]]
    numbers: set[int]


class _Sentence(NamedTuple):
    """A sentence as it is quoted, and where it stands."""

    text: str
    part: int
    place: Place


class _Seen(NamedTuple):
    """What was read of it."""

    places: Mapping[tuple[str, str], Place]
    sentences: Mapping[int, _Sentence]


class Quotes:
    """Reads the reports that problems speak of, each once, and keeps no more of them than is said."""

    def __init__(self, problems: Iterable[Problem], read: Read) -> None:
        wanted: dict[str, _Wanted] = {}
        for problem in problems:
            _want(problem, wanted)
        self._seen = {path: _read(read(path), wanted[path]) for path in sorted(wanted)}

    def filled(self, problem: Problem) -> Problem:
        """Return the problem with quotations for `Quoted` facts, and with the places of its locations."""
        quoted = _quoted(problem)
        facts = {
            name: self._texts(fact) if isinstance(fact, Quoted) else fact
            for name, fact in problem.facts.items()
        }
        return Problem(
            self._placed(problem.location, quoted),
            facts,
            tuple([self._placed(location, quoted) for location in problem.related]),
        )

    def _sentences(self, quoted: Quoted) -> list[_Sentence]:
        found = self._seen[quoted.path].sentences
        return [found[number] for number in quoted.numbers if number in found]

    def _texts(self, quoted: Quoted) -> tuple[str, ...]:
        return tuple(f"「{sentence.text}」" for sentence in self._sentences(quoted))

    def _placed(self, location: Location, quoted: Sequence[Quoted]) -> Location:
        """Return the location with its place: of the first sentence that is quoted of it, or of the table's cell."""
        if location.path is None or location.place != NOWHERE:
            return location
        first = next((fact for fact in quoted if fact.path == location.path), None)
        if first and (found := self._sentences(first)):
            return location._replace(place=found[0].place, part=found[0].part)
        if location.table is None:
            return location
        place = self._seen[location.path].places.get((location.table, location.address))
        return location._replace(place=place) if place else location


def _quoted(problem: Problem) -> list[Quoted]:
    return [fact for fact in problem.facts.values() if isinstance(fact, Quoted)]


def _want(problem: Problem, wanted: dict[str, _Wanted]) -> None:
    """Note what a problem wants of which report."""
    for quoted in _quoted(problem):
        wanted.setdefault(quoted.path, _Wanted(set(), set())).numbers.update(quoted.numbers)
    for location in (problem.location, *problem.related):
        if location.path is not None and location.table is not None and location.place == NOWHERE:
            asked = wanted.setdefault(location.path, _Wanted(set(), set()))
            asked.addresses.add((location.table, location.address))


def _read(report: Report | None, wanted: _Wanted) -> _Seen:
    if report is None:
        return _Seen({}, {})
    every = enumerate(sentences(report)) if wanted.numbers else ()
    return _Seen(
        {
            (key, address): _place_in(table, address)
            for key, address in wanted.addresses
            if (table := report.tables.get(key))
        },
        {
            number: _Sentence(shortened(each.text), each.part, each.paragraph.place)
            for number, each in every
            if number in wanted.numbers
        },
    )


def _place_in(table: Table, address: str) -> Place:
    """Return the place of the cell, or of the first one of the row or column, that an address names."""
    keys = set(address.split(".")[1:])
    for place in table.cells:
        if keys.issubset(place):
            return table.cells[place].place
    return table.place
