"""The one mistake that explains why sums of a table do not hold."""

from __future__ import annotations

from enum import StrEnum

from goi_lint.model.document import NOWHERE, Place
from goi_lint.tuples import NamedTuple


class CulpritKind(StrEnum):
    """What is wrong with a table whose sums do not hold."""

    CELL = "cell"
    TRANSPOSED = "transposed"
    """A cell whose digits stand in another order than those that fit."""
    EXCHANGED = "exchanged"
    """Two neighbouring cells, rows or columns stand in each other's place."""
    SHIFTED = "shifted"
    """A row stands one column off."""


class WrongCell(NamedTuple):
    """A cell, by its address and printed labels, with the number that it has and the one that fits."""

    address: str
    row: str
    column: str
    printed: str
    fits: str
    place: Place = NOWHERE


class Culprit(NamedTuple):
    """The one mistake after whose correction all sums of a table hold.

    `rows` and `columns` are labels of whole lines: those exchanged, or the row that is shifted; `offset` says by how
    many columns it stands too far to the right (negative: to the left).
    """

    kind: CulpritKind
    cells: tuple[WrongCell, ...]
    """In printed order, only those whose number is wrong."""
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    offset: int = 0
