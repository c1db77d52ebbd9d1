"""What judging gives: problems become findings, findings stand in outcomes, outcomes in results."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from itertools import chain

from goi_lint.errors import Words
from goi_lint.model.document import NOWHERE, Place
from goi_lint.model.report import Identity
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.model.culprit import Culprit
    from goi_lint.model.digest import Digest
    from goi_lint.model.leftover import Repaired, Unneeded


class Level(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def reaches(self, threshold: Level | None) -> bool:
        """Tell whether this is as bad as `threshold` or worse; nothing reaches None."""
        order = list(Level)
        return threshold is not None and order.index(self) <= order.index(threshold)


class Status(StrEnum):
    """What came of a rule on a report."""

    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "notApplicable"


class Location(NamedTuple):
    """Where a finding is: a part, or a cell, row or column of a table, and its place in the input.

    `row` and `column` are printed labels, for people; `address` is made of keys, for tests and fingerprints:
    `requests.granted.total`, `requests.natural_person`, `part 5`, `title`, `front`, `closing`, `document`.
    """

    address: str
    part: int | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    place: Place = NOWHERE
    path: str | None = None
    """The document, where rules over several documents speak of it."""


class Problem(NamedTuple):
    """What a check yields: where, and the facts that its message needs. No words, no level."""

    location: Location
    facts: Mapping[str, object]
    """Values are str, int, Decimal, a date or a tuple of these; see `goi_lint.engine` for how they are written."""
    related: tuple[Location, ...] = ()


class Finding(NamedTuple):
    """A problem with its rule's words: all an output needs, and nothing of how it is printed."""

    rule: str
    name: str
    level: Level
    message: Words
    advice: Words
    source: Words
    location: Location
    related: tuple[Location, ...]
    facts: Mapping[str, str]
    """The facts as text, in Chinese where they hold words."""
    fingerprint: str
    culprit: Culprit | None = None
    """The mistake that explains it, where the sums of its table tell of one and no other."""


class SuppressionKind(StrEnum):
    """Where it is written that a finding is not to be reported (SARIF speaks of `inSource` and `external`)."""

    COMMENT = "comment"
    """In the report itself: `<!-- goi-lint: ignore … -->`."""
    EXCEPTION = "exception"
    """In the file of exceptions."""
    BASELINE = "baseline"
    """In a baseline: it was there before."""


class Suppression(NamedTuple):
    """Why a finding is not reported; a baseline gives no reason and does not expire."""

    kind: SuppressionKind
    reason: str = ""
    until: str | None = None
    """The last day on which it holds, as ISO 8601."""
    source: str = ""
    """Where it is written: `exceptions.yaml:12`, `line 3`."""


class Suppressed(NamedTuple):
    """A finding that is not reported, and why."""

    finding: Finding
    suppression: Suppression


class Outcome(NamedTuple):
    """What came of one rule on one report; `reason` says why it is not applicable, `findings` why it failed.

    A rule all of whose findings are suppressed has passed.
    """

    rule: str
    name: str
    level: Level
    status: Status
    reason: Words | None = None
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()


class DocumentResult(NamedTuple):
    """One document judged; `unreadable` says why there is no report."""

    path: str
    format: str | None
    title: str | None
    identity: Identity
    form: str | None
    outcomes: tuple[Outcome, ...]
    unreadable: Words | None = None
    packs: tuple[str, ...] = ()
    """Names of the packs by which it was judged, those that others extend first."""
    digest: Digest | None = None
    """What the rules over several documents need of it, where they are asked."""
    earlier: bool = False
    """It was given for comparison and not judged itself."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, by place, then id."""
        found = [outcome.findings for outcome in self.outcomes if outcome.findings]
        return tuple(sorted(chain.from_iterable(found), key=_by_place)) if found else ()


def _by_place(finding: Finding) -> tuple[int, int, int, str]:
    place = finding.location.place
    return (place.page or 0, place.paragraph or 0, place.line or 0, finding.rule)


class PackInfo(NamedTuple):
    """Name and version of a pack that was used."""

    name: str
    version: str


class RuleTotals(NamedTuple):
    """What came of one rule in a whole run."""

    rule: str
    name: str
    level: Level
    findings: int = 0
    documents: int = 0
    """In how many documents it failed."""
    reasons: tuple[tuple[Words, int], ...] = ()
    """Why it could not be judged, and how often, in the order of the first time."""
    suppressed: tuple[tuple[Suppression, int], ...] = ()
    """Why findings were suppressed, and how often, likewise; comments without their places."""
    packs: tuple[str, ...] = ()
    """By which packs the first of these documents was judged."""


class Totals(NamedTuple):
    """What a whole run found."""

    documents: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    suppressed: int = 0
    not_applicable: int = 0
    """Rules that could not be judged, summed over the documents that could be read."""
    rules: tuple[RuleTotals, ...] = ()
    """By rule, in the order of the rules; filled at the end of a run only."""
    exceptions: tuple[Unneeded, ...] = ()
    """What is to be said of the file of exceptions, by line; filled at the end of a run only."""
    repaired: tuple[Repaired, ...] = ()
    """What a baseline holds and was not found any more, likewise."""
    outcomes: tuple[Outcome, ...] = ()
    """What came of the rules over several documents, where there are several; filled at the end of a run only."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules over several documents found, by path, then id."""
        return across(self.outcomes)


def across(outcomes: tuple[Outcome, ...]) -> tuple[Finding, ...]:
    """Return the findings of rules over several documents, by path, then id."""
    found = [finding for outcome in outcomes for finding in outcome.findings]
    return tuple(sorted(found, key=lambda finding: (finding.location.path or "", *_by_place(finding))))


class RunResult(NamedTuple):
    """A whole run kept in memory: what `goi_lint.lint` returns."""

    documents: tuple[DocumentResult, ...]
    packs: tuple[PackInfo, ...]
    outcomes: tuple[Outcome, ...] = ()
    """What came of the rules over several documents, where there are several."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: those of each document in order, then those over several documents."""
        own = tuple(finding for document in self.documents for finding in document.findings)
        return own + across(self.outcomes)
