"""The text of a report: its six parts with their headings, what stands before and after them."""

from __future__ import annotations

from collections.abc import Iterator

from goi_lint.model.document import Paragraph, Picture, Place
from goi_lint.tuples import NamedTuple


class Heading(NamedTuple):
    """A heading of one of the six parts as printed.

    `numeral` is the number that is printed (三 is 3), None where none is; `title` is the text without numeral and
    punctuation at its ends; `text` the whole line.
    """

    part: int
    numeral: int | None
    title: str
    official: bool
    text: str
    place: Place


class Section(NamedTuple):
    """A heading with what follows it up to the next one; `paragraphs` leave tables out."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    pictures: tuple[Picture, ...]
    table: str | None
    """Key of the table that stands in this section."""
    counts: bool
    """False for the copies of a part that stands several times."""


class Outline(NamedTuple):
    """The report's text: `front` before the first part, `sections` in printed order, `closing` after the last.

    `closing` holds what follows part 六 and belongs to the whole report: signature and date lines.
    """

    front: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    closing: tuple[Paragraph, ...]

    def part(self, number: int) -> Section | None:
        """Return the section that counts for part `number` (1 to 6)."""
        for section in self.sections:
            if section.heading.part == number and section.counts:
                return section
        return None

    def paragraphs(self) -> Iterator[tuple[int | None, Paragraph]]:
        """Yield every paragraph outside tables with the number of its part, in reading order."""
        for paragraph in self.front:
            yield None, paragraph
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield section.heading.part, paragraph
        for paragraph in self.closing:
            yield None, paragraph
