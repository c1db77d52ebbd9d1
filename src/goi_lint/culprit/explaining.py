"""From all equations of a table at once: the one mistake after whose correction they all hold.

A single wrong cell comes first; where none would do, two neighbouring cells, rows or columns that are exchanged, or a
row that stands one column off. Nothing is said where several mistakes of a kind would do, and nothing where changing
any other two cells would do as well (or, for cells and lines out of place, any other row). So what is named is right of
every table in which at most two numbers are wrong: what the table should be is then a way to make all equations hold by
changing two cells at most, and no such way leaves out what is named. Three wrong numbers can look like a single one, at
the fourth corner of two rows and two columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from goi_lint.culprit.arranging import Arrangement, arrangements
from goi_lint.culprit.equations import CellKey, Equation, Ranges, System, UndecidedError
from goi_lint.tuples import NamedTuple


class Explanation(NamedTuple):
    """A mistake that explains why equations do not hold: `fits` are the numbers that cells should have.

    A single cell is wrong, two cells are exchanged, or (`rows`, `columns`) two whole lines; with an `offset` one row
    stands that many columns too far to the right (negative: to the left).
    """

    fits: Mapping[CellKey, int]
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    offset: int = 0


def explain(
    numbers: Mapping[CellKey, Decimal | None],
    equations: Iterable[Equation],
    rows: Sequence[str],
    columns: Sequence[str],
) -> Explanation | None:
    """Return the one mistake after whose correction all equations hold; None where none or several would do.

    All numbers should be counts: whole and not negative. None is one that is not known, of a blank or unreadable
    cell; then the mistake is the same one whatever is put in its place. `rows` and `columns` stand in the form's order.
    """
    system = System(numbers, equations)
    if not system.violated:
        return None
    try:
        singles = list(_single_cells(system))
        found = singles or list(_arranged(system, rows, columns))
        if len(found) != 1 or not system.fillable(found[0].fits):
            return None
        lines = () if singles else ([cell for cell in system.known if cell[0] == row] for row in rows)
        suspects = chain(_pairs(system), lines)
        return found[0] if all(_leads_to(found[0], system, cells) for cells in suspects) else None
    except UndecidedError:
        return None


def _single_cells(system: System) -> Iterator[Explanation]:
    """Yield each cell that alone may be wrong."""
    for cell in system.known:
        ranges = system.ranges({cell: None})
        if ranges is not None:
            yield Explanation({cell: _number(cell, ranges)})


def _arranged(system: System, rows: Sequence[str], columns: Sequence[str]) -> Iterable[Explanation]:
    """Return what may be exchanged or shifted; of several that come to the same table the first, smallest one."""
    found: dict[frozenset[tuple[CellKey, int]], Explanation] = {}
    for each in arrangements(system.numbers, rows, columns):
        ranges = system.ranges(each.changes)
        if ranges is not None:
            fits = _fits(system, each, ranges)
            explanation = Explanation(fits, each.rows, each.columns, each.offset)
            found.setdefault(frozenset(fits.items()), explanation)
    return found.values()


def _fits(system: System, arrangement: Arrangement, ranges: Ranges) -> dict[CellKey, int]:
    """Return the cells that get another number."""
    put = {
        cell: _number(cell, ranges) if number is None else int(number)
        for cell, number in arrangement.changes.items()
    }
    return {cell: number for cell, number in put.items() if number != system.numbers[cell]}


def _number(cell: CellKey, ranges: Ranges) -> int:
    """Return the only number that can stand in an unknown cell; raise `UndecidedError` where there are several."""
    only = ranges[cell].only if cell in ranges else None
    if only is None:
        raise UndecidedError
    return only


def _pairs(system: System) -> Iterator[list[CellKey]]:
    """Yield each two cells that may both be wrong while all others are right.

    An equation that holds, without unknown numbers, has both of them or neither.
    """
    masks = system.masks
    first = system.violated & -system.violated
    bound = {cell: masks[cell] & ~(system.violated | system.open) for cell in system.known}
    for one in (cell for cell in system.known if masks[cell] & first):
        for other in system.known:
            if not (
                system.violated & ~(masks[one] | masks[other])
                or bound[one] & ~masks[other]
                or bound[other] & ~masks[one]
                or one == other
            ):
                yield [one, other]


def _leads_to(found: Explanation, system: System, cells: Iterable[CellKey]) -> bool:
    """Tell whether these cells cannot make all equations hold, unless they change as what was found says."""
    ranges = system.ranges(dict.fromkeys(cells))
    return ranges is None or all(
        cell in ranges and ranges[cell].only == number for cell, number in found.fits.items()
    )
