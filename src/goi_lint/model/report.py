"""What rules see: one report with its outline, tables, dates, contacts and identity."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum

from goi_lint.model.document import NOWHERE, Paragraph, Place
from goi_lint.model.form import Form
from goi_lint.model.outline import Outline
from goi_lint.model.table import Table
from goi_lint.tuples import NamedTuple

FIRST_YEAR, LAST_YEAR = 2008, 2100
"""Years that a report may be said to be of: the first regulation is in force since 2008."""


class Day(NamedTuple):
    """A date as printed; `date` is None where no such day exists (2月30日)."""

    text: str
    year: int
    month: int
    day: int
    date: datetime.date | None
    part: int | None
    place: Place


class Period(NamedTuple):
    """A statistical period as printed; a bound that is not given is None, an omitted second year is the first's."""

    text: str
    start: Day | None
    end: Day | None
    part: int | None
    place: Place


class Dates(NamedTuple):
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


class Contact(NamedTuple):
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


class Title(NamedTuple):
    """The report's title as printed (two lines joined); `body` and `year` are None where the title lacks them."""

    text: str
    body: str | None
    year: int | None
    place: Place


class Identity(NamedTuple):
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


class Given(NamedTuple):
    """What the user says of a report by hand; it wins over what the report says."""

    year: int | None = None
    level: BodyLevel | None = None
    province: str | None = None
    city: str | None = None
    """A city of the province."""


class Sign(NamedTuple):
    """A label in the tables that stands in one form only."""

    form: str
    label: str
    place: Place


class FormEvidence(NamedTuple):
    """Which form the tables follow: `used` is None where they do not say it.

    `signs` are all the telltales found; `mixed` is True where labels of both forms stand in one report.
    """

    used: Form | None
    governing: Form | None
    signs: tuple[Sign, ...]
    mixed: bool


class Report(NamedTuple):
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
    remarks: tuple[Paragraph, ...] = ()
    """Comments to goi-lint in the source, as written."""

    @property
    def form(self) -> Form | None:
        """The form by which the report is judged: the one its tables follow, else the one that governs its year."""
        return self.evidence.used or self.evidence.governing
