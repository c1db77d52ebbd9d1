"""Rulings of one page put together to tables: which cells they enclose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_PAGE_CELLS, MAX_PDF_PAGE_RULINGS
from goi_lint.readers.pdf_page import Ruling
from goi_lint.readers.pdf_paths import Frame
from goi_lint.readers.pdf_runs import Run
from goi_lint.tuples import NamedTuple

_SNAP = 2.6
_REACH = 3.2
_SHORTEST = 5.0


class Area(NamedTuple):
    """A cell: which of the table's rulings bound it, and the runs of characters in it."""

    top: int
    left: int
    bottom: int
    right: int
    runs: list[Run]


class Ruled(NamedTuple):
    """A table of one page: where its columns and rows are ruled off, and its cells by row and column."""

    xs: list[float]
    ys: list[float]
    areas: list[Area]
    slots: list[int]
    """Index of the cell of every slot, row by row; -1 where there is none."""

    @property
    def frame(self) -> Frame:
        """Return left, top, right and bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def at(self, x: float, y: float) -> Area | None:
        """Return the cell at a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        wide = len(self.xs) - 1
        if not (0 <= column < wide and 0 <= row < len(self.ys) - 1):
            return None
        index = self.slots[row * wide + column]
        return self.areas[index] if index >= 0 else None


def tables_of(level: Sequence[Ruling], upright: Sequence[Ruling]) -> list[Ruled]:
    """Return the tables that the rulings of a page make, from top to bottom; boxes around others are none."""
    level, upright = _merged(level), _merged(upright)
    if max(len(level), len(upright)) > MAX_PDF_PAGE_RULINGS:
        limit = MAX_PDF_PAGE_RULINGS
        raise ReadError(
            Words(f"一页上的线条过多（上限 {limit} 条）", f"a page has too many rulings (at most {limit})")
        )
    found = [table for group in _groups(level, upright) if (table := _table(*group))]
    found = [table for table in found if not any(_inside(other, table) for other in found)]
    return sorted(found, key=lambda table: table.ys[0])


def _inside(inner: Ruled, outer: Ruled) -> bool:
    if inner is outer:
        return False
    left, top, right, bottom = inner.frame
    x0, y0, x1, y1 = outer.frame
    return x0 < left and right < x1 and y0 < top and bottom < y1


def _merged(lines: Iterable[Ruling]) -> list[Ruling]:
    """Return the rulings with those that lie on one another or go on from one another made one."""
    rows: list[list[Ruling]] = []
    start = -1e9
    for line in sorted(lines):
        if line[0] - start > _SNAP:
            rows.append([])
            start = line[0]
        rows[-1].append(line)
    return [merged for row in rows for merged in _row(row) if merged[2] - merged[1] >= _SHORTEST]


def _row(row: list[Ruling]) -> list[Ruling]:
    """Return the rulings of one height or place, those that touch made one."""
    row.sort(key=itemgetter(1))
    at = sum([line[0] for line in row]) / len(row)
    found: list[Ruling] = []
    _, start, end = row[0]
    for _, begins, ends in row:
        if begins > end + _REACH:
            found.append((at, start, end))
            start, end = begins, ends
        elif ends > end:
            end = ends
    return [*found, (at, start, end)]


Group = tuple[list[Ruling], list[Ruling]]
"""Level and upright rulings that touch."""


def _groups(level: Sequence[Ruling], upright: Sequence[Ruling]) -> list[Group]:
    """Return the rulings in groups that touch."""
    leader = list(range(len(level) + len(upright)))

    def first(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    heights = [line[0] for line in level]
    for offset, (at, start, end) in enumerate(upright, len(level)):
        highest, lowest = bisect_left(heights, start - _REACH), bisect_right(heights, end + _REACH)
        early, late = at - _REACH, at + _REACH
        for index in range(highest, lowest):
            _, left, right = level[index]
            if left <= late and right >= early:
                leader[first(index)] = first(offset)
    groups: dict[int, Group] = {}
    for index, line in enumerate(level):
        groups.setdefault(first(index), ([], []))[0].append(line)
    for index, line in enumerate(upright, len(level)):
        groups.setdefault(first(index), ([], []))[1].append(line)
    return [group for group in groups.values() if group[0] and group[1]]


def _places(lines: Sequence[Ruling], crossing: Sequence[Ruling]) -> list[float]:
    """Return the places where rulings stand, and where those that cross them end beside them."""
    found: list[float] = []
    for value in sorted({line[0] for line in lines}):
        if not found or value - found[-1] > _REACH:
            found.append(value)
    ends = (min(line[1] for line in crossing), max(line[2] for line in crossing))
    return sorted(found + [end for end in ends if not any(abs(end - place) <= _REACH for place in found)])


def _index(places: Sequence[float], value: float) -> int:
    return bisect_right(places, value + _REACH) - 1


def _table(level: Sequence[Ruling], upright: Sequence[Ruling]) -> Ruled | None:
    xs, ys = _places(upright, level), _places(level, upright)
    wide, high = len(xs) - 1, len(ys) - 1
    if wide < 1 or high < 1:
        return None
    if wide * high > MAX_PDF_PAGE_CELLS:
        limit = MAX_PDF_PAGE_CELLS
        raise ReadError(
            Words(
                f"一页上的单元格过多（上限 {limit} 个）", f"a page has too many table cells (at most {limit})"
            )
        )
    return _Slots(xs, ys, upright, level).table()


class _Slots:
    """The slots between all rulings of a table, row by row, and which of them are walled off from each other."""

    def __init__(
        self, xs: list[float], ys: list[float], upright: Sequence[Ruling], level: Sequence[Ruling]
    ) -> None:
        self.xs, self.ys = xs, ys
        self.wide, self.high = len(xs) - 1, len(ys) - 1
        self.walls = bytearray(self.wide * self.high)
        self.ceilings = bytearray(self.wide * self.high)
        middles = [(y + y1) / 2 for y, y1 in pairwise(ys)]
        for at, begins, ends in upright:
            if (column := _index(xs, at)) < self.wide:
                first, last = bisect_left(middles, begins), bisect_right(middles, ends)
                start, end = first * self.wide + column, last * self.wide
                self.walls[start : end : self.wide] = b"\1" * max(0, last - first)
        middles = [(x + x1) / 2 for x, x1 in pairwise(xs)]
        for at, begins, ends in level:
            if (row := _index(ys, at)) < self.high:
                start, end = bisect_left(middles, begins), bisect_right(middles, ends)
                self.ceilings[row * self.wide + start : row * self.wide + end] = b"\1" * max(0, end - start)

    def table(self) -> Ruled:
        """Return the cells: each grows to the right until a wall, then down as long as its slots are open."""
        wide, walls, ceilings = self.wide, self.walls, self.ceilings
        count = wide * self.high
        slots = [-1] * count
        areas: list[Area] = []
        for slot, cell in enumerate(slots):
            if cell >= 0:
                continue
            row, left = divmod(slot, wide)
            wall = walls.find(1, slot + 1, row * wide + wide)
            breadth = (wall if wall >= 0 else row * wide + wide) - slot
            number, below = len(areas), slot
            slots[slot : slot + breadth] = [number] * breadth
            while (below := below + wide) < count and ceilings.find(1, below, below + breadth) < 0:
                # What stands above and to the left has been given out: only walls can be in the way.
                if breadth > 1 and walls.find(1, below + 1, below + breadth) >= 0:
                    break
                slots[below : below + breadth] = [number] * breadth
                walls[below] = 1
            areas.append(Area(row, left, below // wide, left + breadth, []))
        return Ruled(self.xs, self.ys, areas, slots)
