from __future__ import annotations

import operator
from collections.abc import Mapping
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goi_lint.formula import Judgement, Verdict, parse

HOLDS, VIOLATED, OPEN = Judgement.HOLDS, Judgement.VIOLATED, Judgement.OPEN
BALANCE = "a + b == c + d"

CASES = {
    "sides equal": (BALANCE, {"a": 3, "b": 2, "c": 4, "d": 1}, HOLDS, 5, 5, ()),
    "sides unequal": (BALANCE, {"a": 3, "b": 2, "c": 4, "d": 0}, VIOLATED, 5, 4, ()),
    "blank that must be 0": (BALANCE, {"a": 3, "b": 2, "c": 5, "d": None}, HOLDS, 5, 5, ("d",)),
    "blank that makes up the difference": (BALANCE, {"a": 3, "b": 2, "c": 4, "d": None}, OPEN, 5, 4, ("d",)),
    "blank that would have to be negative": (
        BALANCE,
        {"a": 3, "b": 2, "c": 6, "d": None},
        VIOLATED,
        5,
        6,
        ("d",),
    ),
    "blanks on both sides": (BALANCE, {"a": 3, "b": None, "c": 6, "d": None}, OPEN, 3, 6, ("b", "d")),
    "everything blank": (BALANCE, {"a": None, "b": None, "c": None, "d": None}, HOLDS, 0, 0, tuple("abcd")),
    "blank that cancels": ("a + x == b + x", {"a": 1, "b": 2, "x": None}, VIOLATED, 1, 2, ("x",)),
    "bound kept": ("a >= b - c", {"a": 7, "b": 9, "c": 2}, HOLDS, 7, 7, ()),
    "bound missed": ("a >= b - c", {"a": 6, "b": 9, "c": 2}, VIOLATED, 6, 7, ()),
    "bound missed, blank could help": ("a >= b - c", {"a": 6, "b": 9, "c": None}, OPEN, 6, 9, ("c",)),
    "bound missed, blank makes it worse": (
        "a >= b - c",
        {"a": 1, "b": None, "c": -2},
        VIOLATED,
        1,
        2,
        ("b",),
    ),
    "strictly below": ("a < b", {"a": 2, "b": 2}, VIOLATED, 2, 2, ()),
    "strictly below, blank": ("a < b", {"a": 2, "b": None}, OPEN, 2, 0, ("b",)),
    "amounts": (
        "a == b + c",
        {"a": Decimal("0.3"), "b": Decimal("0.1"), "c": Decimal("0.2")},
        HOLDS,
        "0.3",
        "0.3",
        (),
    ),
    "multiples": ("2 * a == b + 1", {"a": 3, "b": 5}, HOLDS, 6, 6, ()),
}


@pytest.mark.parametrize(
    ("text", "values", "judgement", "left", "right", "unknown"), CASES.values(), ids=CASES
)
def test_cases(
    text: str,
    values: Mapping[str, Decimal | None],
    judgement: Judgement,
    left: str,
    right: str,
    unknown: tuple[str, ...],
) -> None:
    exact = {name: None if value is None else Decimal(value) for name, value in values.items()}
    verdict = parse(text).bind({}).evaluate(exact)
    assert verdict == Verdict(judgement, Decimal(left), Decimal(right), unknown)
    assert verdict.difference == abs(Decimal(left) - Decimal(right))


NAMES = ("a", "b", "c", "d")
COMPARISONS = st.sampled_from(("==", "<=", ">=", "<", ">"))
VALUES = st.fixed_dictionaries({name: st.none() | st.integers(0, 4) for name in NAMES})
Weights = dict[str, int]


def weights(largest: int) -> st.SearchStrategy[Weights]:
    """Return how often each name counts on the left (on the right, where negative)."""
    return st.fixed_dictionaries({name: st.integers(-largest, largest) for name in NAMES})


def judged(weights: Weights, comparison: str, values: Mapping[str, int | None]) -> Judgement:
    left = " + ".join(f"{times} * {name}" for name, times in weights.items() if times >= 0)
    right = " + ".join(f"{-times} * {name}" for name, times in weights.items() if times < 0)
    exact = {name: None if value is None else Decimal(value) for name, value in values.items()}
    return parse(f"{left or 0} {comparison} {right or 0}").bind({}).evaluate(exact).judgement


def by_trying(weights: Weights, comparison: str, values: Mapping[str, int | None]) -> Judgement:
    """Return the judgement that comes of trying every filling up to what the known cells leave open."""
    compare = getattr(operator, {"==": "eq", "<=": "le", ">=": "ge", "<": "lt", ">": "gt"}[comparison])
    unknown = [name for name in NAMES if values[name] is None]
    known = sum(weights[name] * (values[name] or 0) for name in NAMES)
    fillings = product(range(abs(known) + 2), repeat=len(unknown))
    moves = (
        sum(weights[name] * number for name, number in zip(unknown, each, strict=True)) for each in fillings
    )
    satisfied = [bool(compare(known + move, 0)) for move in moves]
    return HOLDS if satisfied[0] else OPEN if any(satisfied) else VIOLATED


@settings(max_examples=300, deadline=None)
@given(weights(1), COMPARISONS, VALUES)
def test_agrees_with_trying_every_small_filling(
    weights: Weights, comparison: str, values: dict[str, int | None]
) -> None:
    assume(any(weights.values()))
    assert judged(weights, comparison, values) is by_trying(weights, comparison, values)


@settings(max_examples=200, deadline=None)
@given(weights(3), COMPARISONS, VALUES)
def test_multiples_are_never_judged_too_harshly(
    weights: Weights, comparison: str, values: dict[str, int | None]
) -> None:
    assume(any(weights.values()))
    tried = by_trying(weights, comparison, values)
    judgement = judged(weights, comparison, values)
    assert judgement is tried or (judgement, tried) == (OPEN, VIOLATED)


@settings(max_examples=300)
@given(
    st.sampled_from(
        (
            "a == b",
            "a + b == c",
            "a - b >= c",
            "a == b + c",
            "a + 2 == b",
            "2 * a <= b + c",
            "a + b >= 0",
            "a == a + b",
        )
    ),
    st.lists(VALUES, min_size=1, max_size=4),
)
def test_what_is_seen_at_once_is_what_each_line_comes_to(
    text: str, lines: list[dict[str, int | None]]
) -> None:
    formula = parse(text).bind({})
    sides = (
        [line[term.name] for line in lines for term in side.terms] for side in (formula.left, formula.right)
    )
    exact = [
        {name: None if value is None else Decimal(value) for name, value in line.items()} for line in lines
    ]
    held = [formula.evaluate(line).judgement is HOLDS for line in exact]
    seen = [formula.balances([line[name] for name in formula.names]) for line in lines]

    known = all(line[name] is not None for line in lines for name in formula.names)
    throughout = formula.holds_throughout(*sides)
    assert throughout == all(held) if known else throughout <= all(held)
    assert all(one <= other for one, other in zip(seen, held, strict=True))
