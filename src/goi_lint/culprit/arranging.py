"""Tables in which right numbers stand in wrong places: what they would be, put in order again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from goi_lint.culprit.equations import CellKey, Maybe, Number
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TypeGuard

Numbers = Mapping[CellKey, Maybe]


class Arrangement(NamedTuple):
    """A table put in order: `changes` are the cells that get another number; None: one that is lost.

    `rows` and `columns` name whole lines that are exchanged, or the row that is shifted; `offset` says by how many
    columns it stands too far to the right (negative: to the left).
    """

    changes: Mapping[CellKey, Maybe]
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    offset: int = 0


def arrangements(numbers: Numbers, rows: Sequence[str], columns: Sequence[str]) -> Iterator[Arrangement]:
    """Yield the table with each two neighbouring cells, rows, columns exchanged, and with each row shifted by one.

    `rows` and `columns` stand in the order of the form. Only counts are moved; what is blank or unreadable stays where
    it is, unless it is the gap that a shifted row left.
    """
    by_row = {row: [(row, column) for column in columns] for row in rows}
    by_column = {column: [(row, column) for row in rows] for column in columns}
    for line in chain(by_row.values(), by_column.values()):
        for pair in pairwise(line):
            yield from _exchanged(numbers, [pair])
    for above, below in pairwise(rows):
        pairs = zip(by_row[above], by_row[below], strict=True)
        yield from _exchanged(numbers, pairs, rows=(above, below))
    for left, right in pairwise(columns):
        pairs = zip(by_column[left], by_column[right], strict=True)
        yield from _exchanged(numbers, pairs, columns=(left, right))
    for row, line in by_row.items():
        yield from _shifted_back(numbers, line, row, 1)
        yield from _shifted_back(numbers, line[::-1], row, -1)


def _exchanged(
    numbers: Numbers,
    pairs: Iterable[tuple[CellKey, CellKey]],
    rows: tuple[str, ...] = (),
    columns: tuple[str, ...] = (),
) -> Iterator[Arrangement]:
    """Yield the table with the cells of each pair exchanged; nothing where that changes nothing.

    Two columns must differ by more than one and the same number: else, with a few requests only, a column that was
    left at 0 beside a right one looks like two that are exchanged.
    """
    changes: dict[CellKey, Number] = {}
    sizes = set()
    for one, other in pairs:
        first, second = numbers.get(one), numbers.get(other)
        if first == second:
            continue
        if not (is_count(first) and is_count(second)):
            return
        changes |= {one: second, other: first}
        sizes.add(abs(first - second))
    if len(sizes) > bool(columns):
        yield Arrangement(changes, rows, columns)


def _shifted_back(numbers: Numbers, line: Sequence[CellKey], row: str, offset: int) -> Iterator[Arrangement]:
    """Yield the table with one row moved so that its second cell comes first.

    In the first cell stands what a shift leaves behind: a gap (blank or 0), or the number that went over the edge.
    """
    gap, *moved = [numbers.get(cell) for cell in line]
    if line[0] not in numbers or not all(map(is_count, moved)):
        return
    changes: dict[CellKey, Maybe] = dict(zip(line, moved, strict=False))
    if not gap:
        yield Arrangement({**changes, line[-1]: None}, (row,), (), offset)
    elif is_count(gap):
        yield Arrangement({**changes, line[-1]: gap}, (row,), (), offset)


def is_count(number: Maybe) -> TypeGuard[int]:
    """Tell whether a number can be one of requests."""
    return isinstance(number, int) and number >= 0
