"""What a digest leaves out is read once more for findings: the text of sentences, and the places of tables' cells."""

from collections.abc import Callable
from functools import lru_cache

from goi_lint.checks.prose import shortened
from goi_lint.digesting import Sentence, sentences
from goi_lint.model.digest import Quoted
from goi_lint.model.document import NOWHERE, Place
from goi_lint.model.finding import Location, Problem
from goi_lint.model.report import Report
from goi_lint.model.table import Table

Read = Callable[[str], Report | None]
"""Returns the report of a path; None where it cannot be read any more (standard input)."""


class Quotes:
    """Reads the reports that findings speak of, the last few of them once only."""

    def __init__(self, read: Read) -> None:
        self._report = lru_cache(maxsize=4)(read)
        self._sentences = lru_cache(maxsize=4)(self._read_sentences)

    def _read_sentences(self, path: str) -> tuple[Sentence, ...]:
        report = self._report(path)
        return tuple(sentences(report)) if report else ()

    def filled(self, problem: Problem) -> Problem:
        """Return the problem with quotations for `Quoted` facts, and with the places of its locations."""
        quoted = [fact for fact in problem.facts.values() if isinstance(fact, Quoted)]
        facts = {
            name: self._texts(fact) if isinstance(fact, Quoted) else fact
            for name, fact in problem.facts.items()
        }
        return Problem(
            self._placed(problem.location, quoted),
            facts,
            tuple(self._placed(location, quoted) for location in problem.related),
        )

    def _quoted(self, quoted: Quoted) -> list[Sentence]:
        found = self._sentences(quoted.path)
        return [found[number] for number in quoted.numbers if number < len(found)]

    def _texts(self, quoted: Quoted) -> tuple[str, ...]:
        return tuple(f"「{shortened(sentence.text)}」" for sentence in self._quoted(quoted))

    def _placed(self, location: Location, quoted: list[Quoted]) -> Location:
        """Return the location with its place: of the first sentence that is quoted of it, or of the table's cell."""
        if location.path is None or location.place != NOWHERE:
            return location
        first = next((fact for fact in quoted if fact.path == location.path), None)
        if first and (found := self._quoted(first)):
            return location._replace(place=found[0].paragraph.place, part=found[0].part)
        if location.table is None or (report := self._report(location.path)) is None:
            return location
        table = report.tables.get(location.table)
        return location._replace(place=_place_in(table, location.address)) if table else location


def _place_in(table: Table, address: str) -> Place:
    """Return the place of the cell, or of the first one of the row or column, that an address names."""
    keys = set(address.split(".")[1:])
    for cell in table.cells.values():
        if keys <= {cell.row, cell.column}:
            return cell.place
    return table.place
