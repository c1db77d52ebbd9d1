"""Formulas as two sides of addends, and what they come to for one row or column."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import repeat

from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

_ZERO = Decimal(0)
_COMPARE: Mapping[str, Callable[[Decimal | int, Decimal | int], bool]] = {
    "==": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}


class Judgement(StrEnum):
    """What a formula comes to."""

    HOLDS = "holds"
    VIOLATED = "violated"
    OPEN = "open"
    """Blank or unreadable cells leave it undecided."""


class Term(NamedTuple):
    """One addend: a name and how often it counts."""

    name: str
    times: int


class Side(NamedTuple):
    """One side: addends in the order of the formula, each name once, and a number."""

    terms: tuple[Term, ...]
    constant: int
    once: bool = False
    """It is nothing but names, each of which counts once: then they need only be added up."""

    def total(self, values: Mapping[str, Decimal | None]) -> Decimal:
        """Return the sum with the unknowns read as 0."""
        total = Decimal(self.constant)
        for name, times in self.terms:
            value = values[name]
            if value:
                total += value if times == 1 else value * times
        return total

    def totals(self, values: Sequence[Decimal | int | None]) -> Iterable[Decimal | int | None]:
        """Return the sums of many lines, given the values of the terms, line after line.

        Raises `TypeError` where a number is unknown, unless it is the whole sum.
        """
        width = len(self.terms)
        if not width:
            return repeat(self.constant)
        if width == 1 and self.once:
            return values
        lines: Iterable[tuple[Any, ...]] = zip(*[iter(values)] * width, strict=True)
        if self.once:
            return map(sum, lines)
        times = [term.times for term in self.terms]
        return [sum(map(operator.mul, line, times), self.constant) for line in lines]


class Verdict(NamedTuple):
    """What came of a formula: both totals with the unknowns read as 0, and which names are unknown."""

    judgement: Judgement
    left: Decimal
    right: Decimal
    unknown: tuple[str, ...]

    @property
    def difference(self) -> Decimal:
        """By how much the sides differ (with the unknowns read as 0), never negative."""
        return abs(self.left - self.right)


class BoundFormula(NamedTuple):
    """A formula whose sets are those of one form's table."""

    left: Side
    comparison: str
    right: Side
    names: tuple[str, ...]
    """Every name, in the order of the formula, each once."""
    plain: bool
    """It compares sums in which each name stands once."""

    def holds_throughout(
        self, left: Sequence[Decimal | int | None], right: Sequence[Decimal | int | None]
    ) -> bool:
        """Tell at once that it holds in many lines, given the values of both sides' terms, line after line.

        False leaves it to `balances` and `evaluate`: in most tables of most reports it holds in all lines.
        """
        compare: Callable[[Any, Any], bool] = _COMPARE[self.comparison]
        try:
            return all(map(compare, self.left.totals(left), self.right.totals(right)))
        except TypeError:  # None: unknown
            return False

    def balances(self, values: Sequence[Decimal | int | None]) -> bool:
        """Tell at once that it holds, whatever the values that stand in the order of the names.

        False leaves it to `evaluate`: most lines of most reports balance, and need no verdict in detail.
        """
        try:
            if self.plain:
                parted = len(self.left.terms)
                left, right = sum(values[:parted]), sum(values[parted:])  # type: ignore[arg-type]
            else:
                moved = map(operator.mul, values, self.moves(self.names))
                left, right = sum(moved, self.left.constant), self.right.constant
        except TypeError:  # None: unknown
            return False
        return left == right if self.comparison == "==" else _COMPARE[self.comparison](left, right)

    def evaluate(self, values: Mapping[str, Decimal | None]) -> Verdict:
        """Judge one row or column; every name needs a value, None where it is unknown."""
        left, right = self.left.total(values), self.right.total(values)
        unknown = tuple([name for name in self.names if values[name] is None])
        return Verdict(self._judgement(left, right, unknown), left, right, unknown)

    def _judgement(self, left: Decimal, right: Decimal, unknown: tuple[str, ...]) -> Judgement:
        if _COMPARE[self.comparison](left, right):
            return Judgement.HOLDS
        return Judgement.OPEN if unknown and self._satisfiable(left - right, unknown) else Judgement.VIOLATED

    def _satisfiable(self, excess: Decimal, unknown: tuple[str, ...]) -> bool:
        """Tell whether unknowns that are not negative can move `left - right` from where it is to where it holds."""
        moves = self.moves(unknown)
        rises, falls = any(move > 0 for move in moves), any(move < 0 for move in moves)
        if self.comparison == "==":
            return rises if excess < _ZERO else falls
        return falls if self.comparison in ("<=", "<") else rises

    def moves(self, names: Sequence[str]) -> list[int]:
        """Return for each name by how much `left - right` grows with it."""
        left = {term.name: term.times for term in self.left.terms}
        right = {term.name: term.times for term in self.right.terms}
        return [left.get(name, 0) - right.get(name, 0) for name in names]


class Weights(NamedTuple):
    """A side as written: how often each name and each set counts, in the order of the formula."""

    names: tuple[tuple[str, int], ...]
    """(name or set, times); sets are written `sum(set)`."""
    constant: int

    def bound(self, sets: Mapping[str, tuple[str, ...]]) -> Side:
        """Return the side with its sets written out."""
        times: dict[str, int] = {}
        for name, count in self.names:
            for each in sets[_set_in(name)] if _is_set(name) else (name,):
                times[each] = times.get(each, 0) + count
        terms = tuple(Term(name, count) for name, count in times.items() if count)
        once = bool(terms) and not self.constant and all(term.times == 1 for term in terms)
        return Side(terms, self.constant, once)


class Formula(NamedTuple):
    """A formula that was understood; `bind` gives it the sets of a table."""

    text: str
    left: Weights
    comparison: str
    right: Weights

    @property
    def names(self) -> tuple[str, ...]:
        """The names as written, without those of the sets."""
        return tuple(name for name in self._written() if not _is_set(name))

    @property
    def sets(self) -> tuple[str, ...]:
        """The names of the sets."""
        return tuple(_set_in(name) for name in self._written() if _is_set(name))

    def bind(self, sets: Mapping[str, tuple[str, ...]]) -> BoundFormula:
        """Return the formula for one table, which has every set that the formula names."""
        left, right = self.left.bound(sets), self.right.bound(sets)
        names = dict.fromkeys(term.name for term in (*left.terms, *right.terms))
        terms = (*left.terms, *right.terms)
        once = len(names) == len(terms) and all(term.times == 1 for term in terms)
        plain = once and not (left.constant or right.constant)
        return BoundFormula(left, self.comparison, right, tuple(names), plain)

    def _written(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name, _ in (*self.left.names, *self.right.names)))


def _is_set(name: str) -> bool:
    return name.startswith("sum(")


def _set_in(name: str) -> str:
    return name[4:-1]
