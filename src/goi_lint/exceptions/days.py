"""Days as exceptions give them."""

from __future__ import annotations

from datetime import date

from goi_lint.lazy import lazy

_ISO = lazy(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_of(text: str) -> date | None:
    """Return the day that is written as 2027-01-31, None where there is none."""
    if not _ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def expired(until: date | None, today: date) -> bool:
    """Tell whether the last day on which something holds is past."""
    return until is not None and today > until
