"""The equations of one table, and which numbers can stand in cells whose numbers are not known."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from decimal import Decimal

from goi_lint.limits import CULPRIT_STEPS
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from fractions import Fraction

CellKey = tuple[str, str]
"""The keys of a cell's row and column."""
Number: TypeAlias = "int | Fraction"
Maybe: TypeAlias = "int | Fraction | None"
"""A number that may not be known."""
Changes = Mapping[CellKey, Maybe]
"""Other numbers for some cells; None makes them unknown."""


class Equation(NamedTuple):
    """Cells, each with how often it counts, and a number: together they come to 0."""

    terms: tuple[tuple[CellKey, int], ...]
    constant: int = 0


class UndecidedError(Exception):
    """What is unknown in a table leaves open what is asked, or makes it too long to tell."""


class Range(NamedTuple):
    """The lowest and the highest number that can stand in a cell; None: there is no highest."""

    low: int = 0
    high: int | None = None

    @property
    def only(self) -> int | None:
        """The number, where only one can stand there."""
        return self.low if self.low == self.high else None


Ranges = dict[CellKey, Range]
_ANY = Range()
_Parts = tuple[Number, list[tuple[CellKey, int]]]
"""What the known numbers of an equation come to, and its unknown cells, each with how often it counts."""


class System:
    """The equations of a table with its numbers; a number that is not known is whole and not negative.

    Sets of equations are masks: bit 0 is the first one. `violated` are those that no unknown numbers satisfy, each
    looked at alone; `open` are those with unknown numbers.
    """

    def __init__(self, numbers: Mapping[CellKey, Decimal | None], equations: Iterable[Equation]) -> None:
        self.equations = tuple(equations)
        self.of: dict[CellKey, list[int]] = {}
        for index, equation in enumerate(self.equations):
            for cell, _ in equation.terms:
                self.of.setdefault(cell, []).append(index)
        self.numbers = {cell: _exact(numbers[cell]) for cell in numbers if cell in self.of}
        self.known = tuple(cell for cell, number in self.numbers.items() if number is not None)
        self.masks = {cell: sum(1 << index for index in of) for cell, of in self.of.items()}
        self.parts = [self.parted(index, {}) for index in range(len(self.equations))]
        self.steps = CULPRIT_STEPS
        self.open = sum(1 << index for index, (_, unknown) in enumerate(self.parts) if unknown)
        alone = (_Trial(self, {}).narrowed(index) for index in range(len(self.equations)))
        self.violated = sum(1 << index for index, held in enumerate(alone) if held is None)

    def ranges(self, changes: Changes) -> Ranges | None:
        """Return what can stand in the unknown cells that `changes` concern; None where nothing can.

        A range may be too wide, never too narrow: so None is certain, and so is the number of a range that has only
        one, if any can stand there at all. Raises `UndecidedError` when too much was asked.
        """
        if self.violated & ~self.touched(changes):
            return None
        trial = _Trial(self, changes)
        settled = trial.settle(index for cell in changes for index in self.of.get(cell, ()))
        return trial.ranges if settled else None

    def fillable(self, changes: Mapping[CellKey, Number]) -> bool:
        """Tell whether all equations hold after the changes with numbers that were found for all unknown cells."""
        trial = _Trial(self, changes)
        if not trial.settle(range(len(self.equations))):
            return False
        filled: dict[CellKey, Maybe] = dict(changes)
        for cell in (cell for cell, number in self.numbers.items() if number is None and cell not in changes):
            low = trial.ranges.get(cell, _ANY).low
            filled[cell], trial.ranges[cell] = low, Range(low, low)
            if not trial.settle(self.of[cell]):
                return False
        return all(self.parted(index, filled) == (0, []) for index in range(len(self.equations)))

    def touched(self, cells: Iterable[CellKey]) -> int:
        """Return the equations in which any of these cells stands."""
        mask = 0
        for cell in cells:
            mask |= self.masks.get(cell, 0)
        return mask

    def parted(self, index: int, changes: Changes) -> _Parts:
        """Return an equation after the changes, in two parts: what is known of it and what is not."""
        terms, rest = self.equations[index]
        total: Number = rest
        unknown = []
        for cell, times in terms:
            number = changes[cell] if cell in changes else self.numbers[cell]
            if number is None:
                unknown.append((cell, times))
            else:
                total += number * times
        return total, unknown


class _Trial:
    """A table after some changes; `ranges` are those of unknown cells that are known to be narrower than any."""

    def __init__(self, system: System, changes: Changes) -> None:
        self._system = system
        touched = {index for cell in changes for index in system.of.get(cell, ())}
        self._parts = {index: system.parted(index, changes) for index in touched}
        self.ranges: Ranges = {}

    def settle(self, indexes: Iterable[int]) -> bool:
        """Narrow the ranges by these equations, and by all that this concerns; False where one cannot hold."""
        queue = deque(dict.fromkeys(indexes))
        while queue:
            index = queue.popleft()
            narrowed = self.narrowed(index)
            if narrowed is None:
                return False
            self.ranges.update(narrowed)
            for other in (other for cell in narrowed for other in self._system.of[cell]):
                if other != index and other not in queue:
                    queue.append(other)
        return True

    def narrowed(self, index: int) -> Ranges | None:
        """Return the ranges that one equation narrows; None where it cannot hold."""
        self._system.steps -= 1
        if self._system.steps < 0:
            raise UndecidedError
        rest, unknown = self._parts.get(index) or self._system.parts[index]
        spans = [_times(self.ranges.get(cell, _ANY), times) for cell, times in unknown]
        low, high = _Sum.of(rest, [span[0] for span in spans]), _Sum.of(rest, [span[1] for span in spans])
        if (not low.endless and low.total > 0) or (not high.endless and high.total < 0):
            return None
        narrowed: Ranges = {}
        for (cell, times), span in zip(unknown, spans, strict=True):
            before = self.ranges.get(cell, _ANY)
            after = _within(before, times, (low.without(span[0]), high.without(span[1])))
            if after.high is not None and after.low > after.high:
                return None
            if after != before:
                narrowed[cell] = after
        return narrowed


_Span = tuple[Maybe, Maybe]
"""From where to where; None: without end."""


class _Sum(NamedTuple):
    """A sum of bounds: those that are numbers added up, and how many are endless."""

    total: Number
    endless: int

    @classmethod
    def of(cls, rest: Number, bounds: list[Maybe]) -> _Sum:
        """Return the sum of a number and some bounds."""
        numbers = [bound for bound in bounds if bound is not None]
        return cls(sum(numbers, rest), len(bounds) - len(numbers))

    def without(self, bound: Maybe) -> Maybe:
        """Return what all but one of the bounds come to; None where that is endless."""
        if bound is None:
            return None if self.endless > 1 else self.total
        return None if self.endless else self.total - bound


def _times(span: Range, times: int) -> _Span:
    low, high = span.low * times, None if span.high is None else span.high * times
    return (low, high) if times > 0 else (high, low)


def _within(before: Range, times: int, others: _Span) -> Range:
    """Return the part of a cell's range with which it and the others, which lie in a span, can come to 0."""
    first, last = (others[1], others[0]) if times > 0 else others
    low = before.low if first is None else max(before.low, -int(first // times))
    high = None if last is None else int(-last // times)
    if high is None or (before.high is not None and before.high < high):
        high = before.high
    return Range(low, high)


def _exact(number: Decimal | None) -> Maybe:
    if number is None:
        return None
    whole = int(number)
    if whole == number:
        return whole
    from fractions import Fraction

    return Fraction(number)
