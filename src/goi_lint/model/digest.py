"""What a report leaves for the rules over several reports: whose it is, its figures, its sentences as hashes.

A digest stays under 4 kB, so that any number of reports can pass through a run; what findings quote is read once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from goi_lint.model.document import Paragraph
from goi_lint.model.form import Form, FormTable, places_of
from goi_lint.model.report import Identity
from goi_lint.model.roster import Member, Roster
from goi_lint.model.table import Table
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

HASH_BYTES = 8
"""Length of one sentence's hash: among a million sentences, the odds of two alike are one in ten million."""
MOST_SENTENCES = 200
"""So many sentences of a report are compared; the longest real narratives have about 150."""
LONGEST = 255
"""A sentence of this length or more counts as one of this length."""


class Digest(NamedTuple):
    """One report, as the rules over several reports see it."""

    path: str
    format: str
    identity: Identity
    home: str | None
    """Whose report it is: place and name of the body, alike for all that mean the same body; None where the place
    is not known, for a name alone does not tell one 科技局 from another."""
    form: str | None
    figures: Mapping[str, str]
    """By key of the table: its numbers, see `written`."""
    sentences: bytes = b""
    """The hashes of the narrative's sentences, in order, `HASH_BYTES` each; official wording is left out."""
    lengths: bytes = b""
    """How many characters each of these sentences has."""
    remarks: tuple[Paragraph, ...] = ()
    """Comments to goi-lint in the report."""
    earlier: bool = False
    """It is of an earlier year and was given for comparison: nothing is said of it itself."""

    @property
    def hashes(self) -> tuple[bytes, ...]:
        """The hash of each sentence."""
        data = self.sentences
        return tuple([data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES)])


class Quoted(NamedTuple):
    """Sentences of a report, by their numbers from 0; as a fact of a problem it becomes their text."""

    path: str
    numbers: tuple[int, ...]


class Series(NamedTuple):
    """The reports of one body: the first of each year, by year."""

    body: str
    """As the latest report calls it, or the roster."""
    reports: tuple[Digest, ...]
    doubled: tuple[tuple[Digest, ...], ...]
    """For each year of which there are several reports: all of them, by path."""
    forms: Mapping[str, Form]
    member: Member | None = None
    """The body on the roster."""

    def of_year(self, year: int) -> Digest | None:
        """Return the report of a year."""
        return next((digest for digest in self.reports if digest.identity.year == year), None)


class Reports(NamedTuple):
    """All reports of a run; each known body's are one series, by body."""

    series: tuple[Series, ...]
    unknown: tuple[Digest, ...]
    """Reports of which it is not known, or disputed, whose or of which year they are, by path."""
    forms: Mapping[str, Form]
    roster: Roster | None = None
    undated: tuple[Member, ...] = ()
    """Bodies on the roster one of whose reports is among the unknown ones: without a sure year, or unreadable."""

    @property
    def digests(self) -> tuple[Digest, ...]:
        """The reports that count: the first of each body and year."""
        return tuple(digest for series in self.series for digest in series.reports)

    @property
    def every(self) -> tuple[Digest, ...]:
        """All reports, those included that stand twice or of which it is not known whose they are."""
        doubles = (digest for series in self.series for same in series.doubled for digest in same[1:])
        return (*self.unknown, *self.digests, *doubles)


def written(table: Table) -> str:
    """Return the numbers of a table in the form's order, a comma between; nothing stands for what is no number."""
    values = map(table.fields.values.get, places_of(table.form))
    return ",".join(map(str, values)).replace("None", "")


class Figures(Mapping[tuple[str, str], Decimal]):
    """The numbers of one table by (row key, column key); what is no number, or not there, is left out.

    Each becomes a number when it is asked for: a rule over several reports looks at a few of hundreds.
    """

    __slots__ = ("_indexes", "_texts")

    def __init__(self, texts: Sequence[str], indexes: Mapping[tuple[str, str], int]) -> None:
        self._texts = texts
        self._indexes = indexes

    def __getitem__(self, place: tuple[str, str]) -> Decimal:
        if text := self._texts[self._indexes[place]]:
            return Decimal(text)
        raise KeyError(place)

    def get(self, place: tuple[str, str], default: Any = None) -> Any:
        """Return one of them, or the default, without the error by which `Mapping` finds out."""
        index = self._indexes.get(place)
        text = "" if index is None else self._texts[index]
        return Decimal(text) if text else default

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return (place for place, index in self._indexes.items() if self._texts[index])

    def __len__(self) -> int:
        return sum(1 for text in self._texts if text)

    def __bool__(self) -> bool:
        return any(self._texts)


_NONE = Figures((), {})
_indexes: dict[int, Mapping[tuple[str, str], int]] = {}


def figures_of(digest: Digest, form: FormTable) -> Figures:
    """Return the numbers of one table; `form` is the table of the digest's own form."""
    text = digest.figures.get(form.key)
    if text is None:
        return _NONE
    places = places_of(form)
    indexes = _indexes.get(id(places))
    if indexes is None:  # `places_of` keeps the places, so that no others get their identity
        indexes = _indexes[id(places)] = {place: index for index, place in enumerate(places)}
    return Figures(text.split(","), indexes)
