"""Where the cells of a row begin: below their columns in a grid, else by count and by how the rows are typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from goi_lint.assemble.rows import UNMARKED, Geometry, Shape, fit, place_cells
from goi_lint.assemble.segments import Body, Segment
from goi_lint.model.form import FormBlock, Holds
from goi_lint.model.table import Bound
from goi_lint.tuples import NamedTuple


class Frame(NamedTuple):
    """What the rows of a block are bound by: the printed order of the columns, and how rows are typed.

    `stands` tells in which column of a grid each of them stands, if the header shows it.
    """

    block: FormBlock
    columns: tuple[str, ...] | None
    segment: Segment
    starts: dict[Shape, int]
    holds: Mapping[str, Holds]
    """What the cells of each column hold."""
    stands: Mapping[str, int]

    def start(self, body: Body) -> tuple[int, Bound] | None:
        """Return where the cells of a row begin and what shows it, None where that is in doubt."""
        if self.columns is None:
            return None
        if (start := self._start_below(body, self.columns)) is not None:
            return start, Bound.PLACE
        if (start := fit(body.cells, len(self.columns))) is not None:
            return start, Bound.COUNT
        geometry = Geometry(self.starts, widths_of(self.block, self.segment))
        start = place_cells(body.cells, len(self.columns), body.shape, geometry)
        return None if start is None else (start, Bound.PATTERN)

    def _start_below(self, body: Body, columns: Sequence[str]) -> int | None:
        """Return where the cells begin of a row of a grid that stand each below its column, the label right before."""
        below = [self.stands.get(key) for key in columns]
        stand = [cell.tokens[0].column for cell in body.cells]
        if None in below or below[0] not in stand:
            return None
        start = stand.index(below[0])
        if stand[start : start + len(below)] != below:
            return None
        beside = body.cells[:start] + body.cells[start + len(below) :]
        if any(not cell.blank for cell in beside) or (body.label and body.label.tokens[-1].edge != below[0]):
            return None
        return start


def starts_of(segments: Iterable[tuple[int, Segment]]) -> dict[Shape, int]:
    """Return where the cells begin in rows that leave no doubt, by the shape of the row."""
    starts: dict[Shape, set[int]] = {}
    for columns, segment in segments:
        for body in segment.bodies:
            start = fit(body.cells, columns)
            if start is not None and body.key and body.shape != UNMARKED:
                starts.setdefault(body.shape, set()).add(start)
    return {shape: next(iter(found)) for shape, found in starts.items() if len(found) == 1}


def widths_of(block: FormBlock, segment: Segment) -> dict[int, Counter[int]]:
    """Return how wide the rows of a block are, by the position of their label; a flat header counts as a row."""
    widths: dict[int, Counter[int]] = {}
    for body in segment.bodies:
        widths.setdefault(body.shape[1], Counter())[body.shape[0]] += 1
    if not block.column_groups and segment.header_width:
        widths.setdefault(0, Counter())[segment.header_width] += 1
    return widths
