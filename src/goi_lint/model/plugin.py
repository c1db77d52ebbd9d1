"""What readers, checks and formatters look like; plain modules satisfy these protocols."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.model.document import Document
from goi_lint.model.finding import DocumentResult, Level, PackInfo, Problem, Totals
from goi_lint.model.report import Report
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from goi_lint.model.digest import Reports, Series


class Reader(Protocol):
    """Turns the bytes of one format into a `Document`."""

    NAME: str
    """The format's name in outputs, `txt`."""
    EXTENSIONS: tuple[str, ...]
    """With the dot, lower case: `('.txt',)`."""

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell from the content (and, where the content leaves it open, the name) whether this is the format."""

    def read(self, data: bytes, name: str) -> Document:
        """Return the document; raise `ReadError` where the bytes are not what they should be."""


class Check(Protocol):
    """Judges one property of a report.

    A check of sums may also have a function `equations(report, params)` that returns the table and the equations that
    must hold in it (`goi_lint.culprit.Equation`): they help to find the number that is wrong.
    """

    NAME: str
    """Named after the property that must hold; the module's name."""
    FACTS: Mapping[str, str]
    """The facts that each problem carries, each with one line that says what it is."""
    CODES: Mapping[str, tuple[str, ...]]
    """For facts that are codes: the codes, to be put in words by a rule's `terms`."""
    Params: type
    """A TypedDict: the parameters of the check, as a rule's `params` give them."""

    def check(self, report: Report, params: Any) -> Iterator[Problem]:
        """Yield what does not hold; raise `AbsentError` where the report has nothing to ask about."""


class SeriesCheck(Protocol):
    """Judges the reports of one body in several years; otherwise as `Check`.

    The location of a problem names the report that it is said of by its `path`, and so do the related ones.
    """

    NAME: str
    FACTS: Mapping[str, str]
    CODES: Mapping[str, tuple[str, ...]]
    Params: type
    SCOPE: Literal["series"]

    def check(self, series: Series, params: Any) -> Iterator[Problem]:
        """Yield what does not hold; raise `AbsentError` where the reports have nothing to ask about."""


class BodiesCheck(Protocol):
    """Judges the reports of several bodies together; otherwise as `SeriesCheck`."""

    NAME: str
    FACTS: Mapping[str, str]
    CODES: Mapping[str, tuple[str, ...]]
    Params: type
    SCOPE: Literal["bodies"]

    def check(self, reports: Reports, params: Any) -> Iterator[Problem]:
        """Yield what does not hold; raise `AbsentError` where the reports have nothing to ask about."""


DOCUMENT, SERIES, BODIES = "document", "series", "bodies"
"""What a check judges: one report; the reports of one body; those of several bodies."""


def scope_of(check: Check | SeriesCheck | BodiesCheck) -> str:
    """Return what a check judges; one that does not say it judges one report."""
    return getattr(check, "SCOPE", DOCUMENT)


_NO_PACKS: Mapping[str, frozenset[str]] = {}


class Run(NamedTuple):
    """What a formatter may know of the run."""

    version: str
    packs: tuple[PackInfo, ...]
    language: str = "zh"
    fail_on: Level | None = Level.ERROR
    """The lowest level that fails; None: never."""
    color: bool = False
    quiet: bool = False
    statistics: bool = False
    explain: str = "goi-lint explain"
    """The command that explains a rule of this run, to be followed by its id."""
    local_rules: Mapping[str, frozenset[str]] = _NO_PACKS
    """By pack, of those that were chosen for some documents and not for others: the rules that it has or changes."""
    so_far: Totals = Totals()
    """What was found before this document, so that a formatter needs no memory of its own."""


class Formatter(Protocol):
    """Writes results as they come; the pieces joined are the output."""

    NAME: str
    """As on the command line."""

    def begin(self, run: Run) -> str:
        """Return what stands before the first document."""

    def document(self, result: DocumentResult, run: Run) -> str:
        """Return one document's piece."""

    def end(self, totals: Totals, run: Run) -> str:
        """Return what stands after the last document."""
