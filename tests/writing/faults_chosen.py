"""Faults of all kinds, for tests that cannot try every one: in sums, rows, columns, labels, cells, headings, text."""

from __future__ import annotations

from writing.faults import FAULTS

_NAMES = (
    "two row totals off, their column right",
    "one more carried forward than came in",
    "sum of suits after review",
    "more items dropped than there were",
    "row of table 3 deleted",
    "columns of table 4 out of order",
    "requests.not_processed_excessive misspelt",
    "requests.disposed misspelt",
    "blank in table 3",
    "unit of money in a cell",
    "part 5 renamed",
    "period reversed",
    "postcode of another province",
)
_KNOWN = {fault.name: fault for fault in FAULTS}
CHOSEN = tuple(_KNOWN[name] for name in _NAMES)
