"""What can stand in unknown cells, held against trying all numbers; what is named, against all other corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from decimal import Decimal
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goi_lint.culprit import CellKey, Equation, Explanation, explain
from goi_lint.culprit.equations import Range, System, UndecidedError

ROWS, COLUMNS = ("r", "s", "t"), ("a", "b", "c")
CELLS = tuple(product(ROWS, COLUMNS))
MOST = 5
"""The largest number in a random table."""
Numbers = Mapping[CellKey, int | None]


def equation(**times: int) -> Equation:
    """Return an equation over the cells `ra`, `rb` and so on; `is_` is what they come to."""
    constant = -times.pop("is_", 0)
    return Equation(tuple(((name[0], name[1]), count) for name, count in times.items()), constant)


SQUARE = (
    *(equation(**{f"{row}a": 1, f"{row}b": 1, f"{row}c": -1}) for row in ROWS),
    *(equation(**{f"r{column}": 1, f"s{column}": 1, f"t{column}": -1}) for column in COLUMNS),
)
"""The third row and the third column are the sums of the first two."""


def numbers(text: str) -> dict[CellKey, Decimal | None]:
    """Read three rows of three numbers; `.` is unknown."""
    found = [None if word == "." else Decimal(word) for word in text.split()]
    return dict(zip(CELLS, found, strict=True))


SQUARES = {
    "all holds": ("1 2 3  3 4 7  4 6 10", None),
    "sum of a row": ("1 2 4  3 4 7  4 6 10", Explanation({("r", "c"): 3})),
    "a number that should be 0": ("1 2 3  2 0 0  1 2 3", Explanation({("s", "a"): 0})),
    "a number that would have to be negative": ("0 2 1  0 4 4  -1 6 5", None),
    "negative": ("1 2 3  -3 4 7  4 6 10", Explanation({("s", "a"): 3})),
    "a fraction": ("1.5 2 3  3 4 7  4 6 10", Explanation({("r", "a"): 1})),
    "a fraction would fit": ("1 2 3.5  3 4 7  4.5 6 10.5", None),
    "blank in the row, the column says what fits": (
        "1 2 3  . 5 4  1 6 7",
        Explanation({("s", "b"): 4}),
    ),
    "blank elsewhere, other corrections would make it negative": (
        "1 2 3  3 . 3  5 2 6",
        Explanation({("t", "a"): 4}),
    ),
    "blank elsewhere, two other cells could be wrong": ("1 2 3  3 . 3  3 2 6", None),
    "blank that leaves open what fits": ("1 2 3  . 5 4  . 6 7", None),
    "nothing but blanks": (". . .  . . .  . . .", None),
}


@pytest.mark.parametrize(("table", "expected"), SQUARES.values(), ids=SQUARES)
def test_square(table: str, expected: Explanation | None) -> None:
    assert explain(numbers(table), SQUARE, ROWS, COLUMNS) == expected


def test_nothing_is_named_while_several_numbers_fit() -> None:
    table = {("r", "a"): Decimal(5), ("r", "b"): None}
    assert explain(table, [equation(ra=1, rb=1, is_=2)], ROWS, COLUMNS) is None
    assert explain(table, [equation(ra=1, rb=1, is_=0)], ROWS, COLUMNS) == Explanation({("r", "a"): 0})


def test_a_range_is_as_wide_as_the_equations_leave_it() -> None:
    system = System(numbers("1 . 3  . 4 7  4 6 ."), SQUARE)
    assert system.violated == 0
    assert system.ranges({("r", "a"): None}) == {
        ("r", "a"): Range(1, 1),
        ("s", "a"): Range(3, 3),
        ("r", "b"): Range(2, 2),
    }
    assert system.ranges({("r", "c"): 0}) is None
    assert system.fillable({})
    assert not system.fillable({("s", "c"): 8})


def test_multiples_and_numbers_in_equations() -> None:
    system = System({("r", "a"): None, ("r", "b"): Decimal(3)}, [equation(ra=2, rb=-1, is_=-1)])
    assert system.ranges({("r", "a"): None}) == {("r", "a"): Range(1, 1)}
    assert system.ranges({("r", "b"): 2}) is None


def test_too_many_questions_are_refused() -> None:
    """Each of two cells is one more than the other: every look at one raises the other."""
    endless = (equation(ra=1, rb=-1, is_=1), equation(rb=1, ra=-1, is_=1))
    system = System(dict.fromkeys(CELLS), endless)
    with pytest.raises(UndecidedError):
        system.ranges({("r", "a"): None})
    wrong = equation(rc=1, is_=1)
    table = dict.fromkeys(CELLS, None) | {("r", "c"): Decimal(2), ("s", "a"): Decimal(0)}
    assert explain(table, (*endless, wrong), ROWS, COLUMNS) is None


SIGNS = st.sampled_from((1, 1, 1, -1, -1, 2))
TERMS = st.lists(
    st.tuples(st.sampled_from(CELLS), SIGNS), min_size=2, max_size=4, unique_by=lambda term: term[0]
)
EQUATIONS = st.lists(
    st.builds(Equation, TERMS.map(tuple), st.sampled_from((0, 0, 1, -2))), min_size=3, max_size=6
)
BLANKS = st.sets(st.sampled_from(CELLS), max_size=2)
FULL = st.fixed_dictionaries(dict.fromkeys(CELLS, st.integers(0, MOST)))


def holds(table: Numbers, equations: Iterable[Equation]) -> bool:
    return all(sum((table[cell] or 0) * n for cell, n in terms) + rest == 0 for terms, rest in equations)


@settings(max_examples=150, deadline=None)
@given(FULL, EQUATIONS, BLANKS, st.sets(st.sampled_from(CELLS), min_size=1, max_size=2))
def test_no_number_that_could_stand_there_is_left_out(
    table: dict[CellKey, int], equations: list[Equation], blanks: set[CellKey], changed: set[CellKey]
) -> None:
    system = System({cell: None if cell in blanks else Decimal(n) for cell, n in table.items()}, equations)
    try:
        ranges = system.ranges(dict.fromkeys(changed))
    except UndecidedError:
        return
    free = sorted(blanks | changed)
    for numbers in product(range(MOST + 1), repeat=len(free)):
        filled = table | dict(zip(free, numbers, strict=True))
        if holds(filled, equations):
            assert ranges is not None
            assert all(span.low <= filled[cell] for cell, span in ranges.items())
            assert all(span.high is None or filled[cell] <= span.high for cell, span in ranges.items())


@settings(max_examples=100, deadline=None)
@given(FULL, EQUATIONS, BLANKS)
def test_what_can_be_filled_can(
    table: dict[CellKey, int], equations: list[Equation], blanks: set[CellKey]
) -> None:
    system = System({cell: None if cell in blanks else Decimal(n) for cell, n in table.items()}, equations)
    free = sorted(blanks)
    trials = product(range(3 * MOST), repeat=len(free))
    if not any(holds(table | dict(zip(free, numbers, strict=True)), equations) for numbers in trials):
        with suppress(UndecidedError):
            assert not system.fillable({})


def test_whatever_the_equations_nothing_right_is_named_where_two_numbers_are_wrong() -> None:
    """Equations at random that hold for a table; then one or two of its numbers wrong, and some blank."""
    named = 0
    for seed in range(2_000):
        rng = Random(seed)
        table = {cell: rng.randint(0, MOST) for cell in CELLS}
        equations = [_holding(table, rng) for _ in range(rng.randint(4, 9))]
        blanks = rng.sample(CELLS, rng.choice((0, 0, 1, 2)))
        wrong = [cell for cell in rng.sample(CELLS, rng.choice((1, 2, 2))) if cell not in blanks]
        printed = table | {cell: table[cell] + rng.choice((1, 2)) for cell in wrong}
        numbers = {cell: None if cell in blanks else Decimal(number) for cell, number in printed.items()}
        found = explain(numbers, equations, ROWS, COLUMNS)
        named += found is not None
        true = {cell: table[cell] for cell in (*wrong, *blanks)}
        assert found is None or found.fits.items() <= true.items(), seed
    assert named > 200


def _holding(table: dict[CellKey, int], rng: Random) -> Equation:
    terms = tuple((cell, rng.choice((1, 1, -1))) for cell in rng.sample(CELLS, rng.randint(2, 4)))
    return Equation(terms, -sum(table[cell] * times for cell, times in terms))
