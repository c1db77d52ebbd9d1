"""The report's text as checks search it: passages and sentences, folded for patterns, quoted as printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain

from goi_lint.checks.subject import at_part
from goi_lint.lazy import lazy
from goi_lint.model.document import NOWHERE, Paragraph, Place
from goi_lint.model.finding import Location
from goi_lint.model.outline import Section
from goi_lint.model.report import Report
from goi_lint.text.normalise import fold, is_blank, tidy
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal, TypeAlias

_LONGEST_QUOTE = 48
_SENTENCE_END = lazy(r"[^。;!?]+[。;!?]*")


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a check's own pattern, compiled when it is first used."""
    return lazy(pattern)


def found(patterns: Iterable[Pattern], text: str) -> re.Match[str] | None:
    """Return the match of the first of a rule's patterns that is found in the folded text."""
    for pattern in patterns:
        if match := pattern.search(text):
            return match
    return None


Scope: TypeAlias = 'Literal[1, 2, 3, 4, 5, 6, "title", "front", "closing"]'
"""Where a text stands: a part by its number, the title, what stands before part 一, the signature."""


class Passage(NamedTuple):
    """A stretch of the report's text: `folded` is what patterns see, `text` what stands in the report."""

    location: Location
    text: str
    folded: str

    def quote(self, start: int, end: int) -> str:
        """Return what is printed where `folded[start:end]` was found; a long quotation ends in `…`."""
        end = min(end, len(self.folded))
        printed: Sequence[int] = range(len(self.text))
        if " " in self.text or not self.text.isprintable():
            printed = [index for index, char in enumerate(self.text) if not is_blank(char)]
        if len(printed) == len(self.folded) and start < end:
            words = tidy(self.text[printed[start] : printed[end - 1] + 1])
        else:
            words = self.folded[start:end]
        return shortened(words)


def shortened(text: str) -> str:
    """Return a text as it is quoted; a long one ends in `…`."""
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def at_place(report: Report, part: int | None, place: Place) -> Location:
    """Return the location of something in the text: `part 5`, `title`, `closing` or `front`."""
    if part is not None:
        return at_part(part, place)
    if report.title and _stands_in(place, report.title.place):
        return Location(address="title", place=place)
    closing = any(paragraph.place == place for paragraph in report.outline.closing)
    return Location(address="closing" if closing else "front", place=place)


def _stands_in(place: Place, outer: Place) -> bool:
    """Tell whether a place lies in another one; a title over two lines spans both."""
    if place.line is not None and outer.line is not None:
        return outer.line <= place.line <= (outer.end_line or outer.line)
    if place.paragraph is not None and outer.paragraph is not None:
        return outer.paragraph <= place.paragraph <= (outer.end_paragraph or outer.paragraph)
    return place == outer


def at_document(report: Report) -> Location:
    """Return the location of what may stand anywhere: the report as a whole."""
    return Location(address="document", place=report.title.place if report.title else NOWHERE)


def at_front(report: Report) -> Location:
    """Return the location of what the introduction should say: below the title."""
    return Location(address="front", place=report.title.place if report.title else NOWHERE)


def passages(report: Report, within: Collection[int | str] | None = None) -> Iterator[Passage]:
    """Yield the paragraphs outside tables, title first; `within` names parts, `title`, `front`, `closing`."""
    text = _text(report)
    if within is None:
        return iter(text.every)
    return chain.from_iterable([found for scope, found in text.groups if scope in within])


def possible(pattern: Pattern, report: Report) -> bool:
    """Tell whether a pattern can be found in any passage; most rules look for what hardly any report holds."""
    return pattern.may_match(_text(report).whole)


def holding(pattern: Pattern, report: Report) -> list[Passage]:
    """Return the passages that hold what every match of a pattern must hold, in order; mostly there are none.

    That is looked for in the whole text first: to ask each passage for itself takes ten times as long.
    """
    text = _text(report)
    if not pattern.literals:
        return [*text.every]
    if not pattern.may_match(text.whole):
        return []
    found = sorted({index for literal in pattern.telling for index in text.where(literal)})
    if len(pattern.literals) == 1:
        return [text.every[index] for index in found]
    return [passage for index in found if pattern.may_match((passage := text.every[index]).folded)]


def holding_in(pattern: Pattern, report: Report, within: Iterable[int | str]) -> list[Passage]:
    """Return those of them whose locations are in these parts, `title`, `front` or `closing`."""
    text = _text(report)
    if not pattern.may_match(text.whole):
        return []
    located = (text.by_location.get(scope, ()) for scope in within)
    return [passage for found in located for passage in found if pattern.may_match(passage.folded)]


def whole_text(report: Report) -> str:
    """Return all passages folded, one a line: what is not in it need not be looked for in each of them."""
    return _text(report).whole


def passages_in(report: Report, section: Section) -> list[Passage]:
    """Return the passages of one section of the report."""
    number = next(number for number, each in enumerate(report.outline.sections) if each is section)
    return _text(report).sections[number]


def lines_above_title(report: Report) -> int:
    """Return how many passages stand above the title: they belong to the page."""
    return _text(report).above


class _Text(NamedTuple):
    """A report's passages, those of one scope together, and all they hold as one text."""

    report: Report
    groups: tuple[tuple[int | str, list[Passage]], ...]
    sections: list[list[Passage]]
    every: list[Passage]
    by_location: dict[int | str, list[Passage]]
    """By the part, else by the address, of their locations."""
    whole: str
    starts: list[int]
    """Where each passage begins in `whole`, and where the next one would."""
    above: int
    """How many passages stand above the title."""

    def where(self, text: str) -> list[int]:
        """Return the indexes of the passages that hold a text."""
        find, starts = self.whole.find, self.starts
        found = []
        at = find(text)
        while at >= 0:
            index = bisect_right(starts, at)
            found.append(index - 1)
            at = find(text, starts[index])
        return found


_latest: list[_Text] = []
"""The text of the report that was asked of last: a dozen checks in a row read the same one."""


def _text(report: Report) -> _Text:
    if not _latest or _latest[0].report is not report:
        front = _without_part(report, report.outline.front)
        sections = [_in_section(section) for section in report.outline.sections]
        groups = tuple(_groups(report, front, sections))
        every = [passage for _, found in groups for passage in found]
        texts = [passage.folded for passage in every]
        starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
        addresses = [passage.location.address for passage in front]
        above = addresses.index("title") if report.title and "title" in addresses else 0
        whole = "\n".join(texts)
        _latest[:] = [_Text(report, groups, sections, every, _located(groups), whole, starts, above)]
    return _latest[0]


def _located(groups: Iterable[tuple[int | str, list[Passage]]]) -> dict[int | str, list[Passage]]:
    located: dict[int | str, list[Passage]] = {}
    for scope, found in groups:
        if isinstance(scope, int):
            located.setdefault(scope, []).extend(found)
            continue
        for passage in found:
            located.setdefault(passage.location.address, []).append(passage)
    return located


def _groups(
    report: Report, front: Iterable[Passage], sections: Iterable[list[Passage]]
) -> Iterator[tuple[int | str, list[Passage]]]:
    if report.title:
        text = report.title.text
        yield "title", [Passage(Location(address="title", place=report.title.place), text, fold(text))]
    yield "front", _below_title(front)
    yield from zip([section.heading.part for section in report.outline.sections], sections, strict=True)
    yield "closing", _below_title(_without_part(report, report.outline.closing))


def _in_section(section: Section) -> list[Passage]:
    part = section.heading.part
    address = at_part(part, section.heading.place).address
    return [
        Passage(Location(address, part, None, None, None, place), text, fold(text))
        for text, place, _ in section.paragraphs
    ]


def _without_part(report: Report, paragraphs: Iterable[Paragraph]) -> list[Passage]:
    """Return the passages that belong to no part."""
    return [
        Passage(at_place(report, None, paragraph.place), paragraph.text, fold(paragraph.text))
        for paragraph in paragraphs
    ]


def _below_title(found: Iterable[Passage]) -> list[Passage]:
    """Return passages without the lines of the title."""
    return [passage for passage in found if passage.location.address != "title"]


def sentences(text: str) -> Iterator[re.Match[str]]:
    """Yield the sentences of a folded text with their punctuation; a semicolon ends one too."""
    return _SENTENCE_END.finditer(text)


def text_of(section: Section) -> str:
    """Return the folded text of a section, its tables left out."""
    return "".join(fold(paragraph.text) for paragraph in section.paragraphs)


def beginning_of(section: Section) -> str:
    """Return how a section's text begins, as printed; a long text ends in `…`."""
    text = "".join(tidy(paragraph.text) for paragraph in section.paragraphs)
    return shortened(text)


def is_empty(section: Section) -> bool:
    """Tell whether nothing stands in a section: no word, no table, no picture."""
    has_words = (any(map(str.isalnum, fold(paragraph.text))) for paragraph in section.paragraphs)
    return not (section.table or section.pictures or any(has_words))
