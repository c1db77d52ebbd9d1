"""What rules see: one report with its outline, tables, dates, contacts and identity."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from goi_lint.model.document import NOWHERE, Paragraph, Picture, Place
from goi_lint.model.form import Form, FormTable, Holds


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, bound to the keys of its row and column.

    Blank, zero and unreadable are three things: `text` is empty for a blank cell; `value` is None for a blank and for
    an unreadable one. `plain` is False where the cell holds anything but a number (`减4` has the value -4 and is not
    plain; `—` has no value).
    """

    row: str
    column: str
    row_label: str
    column_label: str
    holds: Holds
    text: str
    value: Decimal | None
    plain: bool
    place: Place

    @property
    def blank(self) -> bool:
        """Tell whether nothing stands in the cell."""
        return not self.text


class LabelKind(StrEnum):
    """What a label of a table names."""

    BLOCK = "block"
    CORNER = "corner"
    COLUMN = "column"
    COLUMN_GROUP = "column_group"
    ROW = "row"
    ROW_GROUP = "row_group"


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a table and bound to a key of the form; `exact` is False where its wording deviates."""

    kind: LabelKind
    block: str
    key: str
    printed: str
    official: str
    exact: bool
    place: Place


@dataclass(frozen=True, slots=True)
class ExtraRow:
    """A row with values (or a column header: no texts) that the form does not have, kept as it stands."""

    label: str
    texts: tuple[str, ...]
    place: Place
    column: bool = False


class Unbound(StrEnum):
    """Why a row's cells could not be bound to columns."""

    COUNT = "count"
    """The row has more or fewer cells than the header has columns."""
    HEADER = "header"
    """The header does not say which columns there are."""
    TWICE = "twice"
    """The row stands twice."""


@dataclass(frozen=True, slots=True)
class UnboundRow:
    """A row of the form that was found but whose cells could not be bound without doubt; its texts are kept."""

    row: str
    label: str
    why: Unbound
    texts: tuple[str, ...]
    expected: int
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the report, bound by label to a form; `labels` stand in printed order."""

    key: str
    part: int
    form: FormTable
    cells: Mapping[tuple[str, str], Cell]
    """By (row key, column key), in printed order."""
    labels: tuple[Label, ...]
    extra: tuple[ExtraRow, ...]
    unbound: tuple[UnboundRow, ...]
    missing_rows: tuple[str, ...]
    """Official labels of rows and row groups that were not found, with their path."""
    missing_columns: tuple[str, ...]
    """Official labels of columns and column groups that were not found, with their path."""
    place: Place

    @property
    def complete(self) -> bool:
        """Tell whether every row and column of the form was found and every cell bound."""
        return not (self.unbound or self.missing_rows or self.missing_columns)


@dataclass(frozen=True, slots=True)
class Heading:
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


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what follows it up to the next one; `paragraphs` leave tables out."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    pictures: tuple[Picture, ...]
    table: str | None
    """Key of the table that stands in this section."""
    counts: bool
    """False for the copies of a part that stands several times."""


@dataclass(frozen=True, slots=True)
class Outline:
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


@dataclass(frozen=True, slots=True)
class Day:
    """A date as printed; `date` is None where no such day exists (2月30日)."""

    text: str
    year: int
    month: int
    day: int
    date: datetime.date | None
    part: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Period:
    """A statistical period as printed; a bound that is not given is None, an omitted second year is the first's."""

    text: str
    start: Day | None
    end: Day | None
    part: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Dates:
    """The report's dates: `signature` closes the report, `publication` is the page's own."""

    periods: tuple[Period, ...]
    signature: Day | None
    publication: Day | None
    all: tuple[Day, ...]


class ContactKind(StrEnum):
    """What a contact line gives."""

    ADDRESS = "address"
    POSTCODE = "postcode"
    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    SITE = "site"
    """The site named for this report's electronic copy."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact datum; `text` is the value as printed, without its label."""

    kind: ContactKind
    text: str
    part: int | None
    place: Place


class BodyLevel(StrEnum):
    """What kind of body reports; it decides the deadline (article 49)."""

    DEPARTMENT = "department"
    GOVERNMENT = "government"
    TOWN = "town"
    SUBDISTRICT = "subdistrict"


class Rank(StrEnum):
    """Administrative rank of the body's place."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"


class YearSource(StrEnum):
    """What the report year was taken from."""

    TITLE = "title"
    PERIOD = "period"
    SIGNATURE = "signature"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Title:
    """The report's title as printed (two lines joined); `body` and `year` are None where the title lacks them."""

    text: str
    body: str | None
    year: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose report of which year it is; a field is None where the report does not say it without doubt."""

    body: str | None = None
    level: BodyLevel | None = None
    rank: Rank | None = None
    province: str | None = None
    """Key of the province: `jilin`."""
    city: str | None = None
    """Official name of the prefecture: 长春市."""
    year: int | None = None
    year_source: YearSource | None = None
    year_disputed: bool = False
    """Title and period speak of different years."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a report by hand; it wins over what the report says."""

    year: int | None = None
    level: BodyLevel | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """A label in the tables that stands in one form only."""

    form: str
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class FormEvidence:
    """Which form the tables follow: `used` is None where they do not say it.

    `signs` are all the telltales found; `mixed` is True where labels of both forms stand in one report.
    """

    used: Form | None
    governing: Form | None
    signs: tuple[Sign, ...]
    mixed: bool


@dataclass(frozen=True, slots=True)
class Report:
    """One report, assembled: the only thing that checks see."""

    name: str
    format: str
    title: Title | None
    identity: Identity
    evidence: FormEvidence
    outline: Outline
    tables: Mapping[str, Table]
    """By key: `disclosure`, `requests`, `review`; only those that were found."""
    dates: Dates
    contacts: tuple[Contact, ...]
    end: Place = NOWHERE
    """Place of the last block."""

    @property
    def form(self) -> Form | None:
        """The form by which the report is judged: the one its tables follow, else the one that governs its year."""
        return self.evidence.used or self.evidence.governing
