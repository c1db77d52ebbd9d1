"""What a reader gives: the blocks of one document in reading order, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from goi_lint.tuples import NamedTuple


class Place(NamedTuple):
    """Where something stands in the input; a field is None where the format does not know it.

    Lines, pages and paragraphs count from 1; `end_line` is the last line, the same as `line` for one line, and so is
    `end_paragraph`.
    """

    line: int | None = None
    end_line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    end_paragraph: int | None = None


NOWHERE = Place()
_MOST_KEPT = 8192
"""Places that are kept, for every document has the same ones."""


@lru_cache(maxsize=_MOST_KEPT)
def lines(first: int, last: int) -> Place:
    """Return the place of some lines."""
    return Place(first, last)


def each_line(count: int) -> Iterable[Place]:
    """Return the places of the first lines, one each: so many, or more."""
    if count > _MOST_KEPT:
        return map(lines, range(1, count + 1), range(1, count + 1))
    return _first_lines(count.bit_length())


@lru_cache(maxsize=_MOST_KEPT.bit_length())
def _first_lines(bits: int) -> Sequence[Place]:
    return [lines(number, number) for number in range(1, 1 << bits)]


def span(first: Place, last: Place) -> Place:
    """Return the place from the beginning of one to the end of another that is not before it."""
    if first is last:
        return first
    if first.page is None and first.paragraph is None and first.line and last.end_line:
        return lines(first.line, last.end_line)
    return Place(first.line, last.end_line, first.page, first.paragraph, last.end_paragraph)


class Paragraph(NamedTuple):
    """A line or paragraph of text as written, tabs and pipes kept, the line end left out.

    Empty lines and lines of plain spaces are no paragraphs; a line that holds a tab or a no-break space is one, for it
    may be an empty cell or a part of one.
    """

    text: str
    place: Place
    level: int | None = None
    """Depth of a heading that the format itself declares (`##` in Markdown is 2), None for body text."""


class Picture(NamedTuple):
    """An image that stands between the paragraphs; `text` is its alternative text."""

    text: str
    place: Place


class GridCell(NamedTuple):
    """One cell of a printed table: `row` and `column` count from 0, `rows` and `columns` say how far it reaches.

    `text` keeps the line breaks of the cell; it is empty for a blank cell.
    """

    text: str
    place: Place
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Grid(NamedTuple):
    """A printed table of which every cell is known, by row and then column; a merged cell is one, where it begins.

    What covers a whole page for its layout alone is no grid: a reader gives what stands in it.
    """

    cells: tuple[GridCell, ...]
    width: int
    """Number of columns."""
    place: Place
    sure: bool = True
    """False where rows and columns were told from the places of the text alone, without rulings or marks."""


Block = Paragraph | Picture | Grid


class Document(NamedTuple):
    """The blocks of one input in reading order; blank lines are left out, the places show the gaps."""

    name: str
    """The path as the user gave it, with `/`."""
    format: str
    """Name of the reader: `txt`, `md`, …"""
    blocks: tuple[Block, ...]
    whole: bool = False
    """Paragraphs are whole as they are: no line end is there for lack of room."""
    sure: bool = True
    """False where the tabs in paragraphs were told from the places of the texts on a page."""
    published: Paragraph | None = None
    """The date on which the page says it was published, as printed; it is no part of the report."""
    remarks: tuple[Paragraph, ...] = ()
    """Comments to goi-lint in the source, `<!-- goi-lint: … -->`, as written; they are no part of the report."""
