"""The running text of a report, part by part, for checks that read what it tells in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goi_lint.checks.prose import Passage, passages, shortened
from goi_lint.model.finding import Location
from goi_lint.model.report import Report
from goi_lint.narrative.stretches import Stretch, stretches
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal, TypeAlias

PartNumber: TypeAlias = "Literal[1, 2, 3, 4, 5, 6]"
PARTS: tuple[PartNumber, ...] = (1, 2, 3, 4, 5, 6)


class Running(NamedTuple):
    """A stretch of running text with the passages that it is made of."""

    part: int
    stretch: Stretch
    passages: tuple[Passage, ...]

    def location(self, position: int) -> Location:
        """Return where in the report a position of the text is."""
        return self.passages[self.stretch.line_at(position)].location

    def quote(self, start: int, end: int) -> str:
        """Return what is printed from one position of the text to another."""
        line = self.stretch.line_at(start)
        begin = self.stretch.starts[line - self.stretch.first]
        passage = self.passages[line]
        quoted = passage.quote(start - begin, end - begin)
        rest = begin + len(passage.folded)
        return shortened(quoted + self.quote(rest, end)) if rest < end else quoted


class _Text(NamedTuple):
    report: Report
    running: tuple[Running, ...]


_latest: list[_Text] = []
"""The text of the report that was asked of last: several checks in a row read the same one."""


def running_text(report: Report, within: Iterable[int] | None = None) -> Iterator[Running]:
    """Yield the running text of the parts, all of them or those of `within`."""
    if not _latest or _latest[0].report is not report:
        _latest[:] = [_Text(report, tuple(_all(report)))]
    wanted = set(PARTS if within is None else within)
    return (running for running in _latest[0].running if running.part in wanted)


def year_of(report: Report) -> int | None:
    """Return the report year, None where it is not known without doubt."""
    return None if report.identity.year_disputed else report.identity.year


def _all(report: Report) -> Iterator[Running]:
    titles = {section.heading.part: section.heading.title for section in report.outline.sections}
    by_part: dict[int, list[Passage]] = {part: [] for part in PARTS}
    for passage in passages(report):
        if passage.location.part is not None:
            by_part[passage.location.part].append(passage)
    for part, found in by_part.items():
        running = tuple(found)
        yield from (Running(part, each, running) for each in stretches(running, titles.get(part, "")))
