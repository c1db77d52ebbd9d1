"""One entry of a file of exceptions: of which documents it speaks, and which of their findings it covers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from goi_lint.model.finding import DocumentResult, Location, Suppression, SuppressionKind
from goi_lint.text.normalise import fold
from goi_lint.tuples import NamedTuple

PathTest = Callable[[str], bool]


class Entry(NamedTuple):
    """An exception for some rules."""

    rules: tuple[str, ...]
    matches: PathTest | None
    """Whether a document of that path is meant; None where any is."""
    body: str | None
    """Name of the body, folded."""
    year: int | None
    place: str | None
    reason: str
    until: date | None
    source: str
    """File and line."""

    def concerns(self, result: DocumentResult) -> bool:
        """Tell whether it speaks of a document."""
        if self.year is not None and self.year != result.identity.year:
            return False
        if self.body is not None and self.body != fold(result.identity.body or ""):
            return False
        return self.matches is None or self.matches(result.path)

    def covers(self, location: Location) -> bool:
        """Tell whether it speaks of a place: that one, or one within it."""
        place = self.place
        if place is None or location.address == place or location.address.startswith(f"{place}."):
            return True
        return location.part is not None and place == f"part {location.part}"

    @property
    def suppression(self) -> Suppression:
        """What is said of the findings that it covers."""
        until = self.until.isoformat() if self.until else None
        return Suppression(SuppressionKind.EXCEPTION, self.reason, until, self.source)
