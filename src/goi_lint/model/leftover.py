"""What exceptions and baselines hold that was not needed: told at the end of a run."""

from __future__ import annotations

from enum import StrEnum

from goi_lint.tuples import NamedTuple


class ExceptionState(StrEnum):
    """Why an entry of the file of exceptions is to be looked at again."""

    EXPIRED = "expired"
    UNUSED = "unused"
    """A document was judged that it speaks of, and the rule found nothing there."""


class Unneeded(NamedTuple):
    """An entry of the file of exceptions that is not needed any more, or not in force."""

    source: str
    """File and line."""
    rule: str
    state: ExceptionState


class Repaired(NamedTuple):
    """What a baseline holds and is found no more in its document."""

    path: str
    rule: str
    message: str
    number: int
