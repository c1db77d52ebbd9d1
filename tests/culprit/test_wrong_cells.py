"""Random tables with one wrong number, and with two: the one is always found, of the two never a third one named."""

from __future__ import annotations

from random import Random

import pytest

from culprit.table_three import APPLICANTS, FORMS, Full, explained, full_table, mistaken, shape
from goi_lint.culprit import CellKey, Explanation

CLASSES = ("leaf", "total", "received", "brought_forward", "disposed_total", "carried_forward")
EACH = 100
"""Tables for each form and class of cells: 1,200 in all."""


def any_cell(kind: str, form: str, rng: Random) -> CellKey:
    if kind == "total":
        return rng.choice(shape(form).rows), "total"
    row = rng.choice(shape(form).leaves) if kind == "leaf" else kind
    return row, rng.choice(APPLICANTS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", CLASSES)
def test_one_wrong_number_is_found_with_the_right_one(kind: str, form: str) -> None:
    for seed in range(EACH):
        rng = Random(f"{form} {kind} {seed}")
        table = full_table(form, rng)
        cell = any_cell(kind, form, rng)
        wrong = table | {cell: mistaken(table[cell], rng)}
        assert explained(form, wrong) == Explanation({cell: table[cell]}), f"seed {seed}"


def two_cells(form: str, rng: Random) -> tuple[CellKey, CellKey]:
    """Return two cells anywhere, or of one row or column: there mistakes can make up for each other."""
    cells = [(row, column) for row in shape(form).rows for column in shape(form).columns]
    one = rng.choice(cells)
    near = [cell for cell in cells if cell != one and (cell[0] == one[0] or cell[1] == one[1])]
    return one, rng.choice(near if rng.random() < 0.7 else [cell for cell in cells if cell != one])


def with_two_wrong(table: Full, form: str, rng: Random) -> Full:
    one, other = two_cells(form, rng)
    if rng.random() < 0.5:
        return table | {cell: mistaken(table[cell], rng) for cell in (one, other)}
    size, sign = rng.choice((1, 1, 2, 5)), rng.choice((1, -1))
    moved = table[other] + sign * size
    return table | {one: table[one] + size, other: moved if moved >= 0 else table[other] + size}


@pytest.mark.parametrize("form", FORMS)
def test_of_two_wrong_numbers_none_that_is_right_is_named(form: str) -> None:
    """Only an exchange of the two may be named; a number that was not touched, or another value, never."""
    for seed in range(500):
        rng = Random(f"{form} {seed}")
        table = full_table(form, rng)
        wrong = with_two_wrong(table, form, rng)
        changed = {cell: table[cell] for cell in table if table[cell] != wrong[cell]}
        found = explained(form, wrong)
        assert found is None or found.fits == changed, f"seed {seed}"


@pytest.mark.parametrize("form", FORMS)
def test_no_number_is_named_where_all_holds(form: str) -> None:
    for seed in range(50):
        assert explained(form, full_table(form, Random(seed))) is None, f"seed {seed}"


@pytest.mark.parametrize("form", FORMS)
def test_blanks_never_mislead(form: str) -> None:
    """With blanks among the numbers the wrong one is often found, and never another one, nor with another value."""
    named = 0
    for seed in range(400):
        rng = Random(f"{form} {seed}")
        table = full_table(form, rng)
        blank = dict.fromkeys(rng.sample(sorted(table), rng.choice((1, 3, 8))))
        full = {cell: number for cell, number in table.items() if cell not in blank}
        one, other = rng.sample(sorted(full), 2)
        size = rng.choice((1, 2))
        second = {other: table[other] + size} if seed % 2 else {}
        changed = {one: table[one]} | {cell: table[cell] for cell in second}
        wrong = table | {one: table[one] + size} | second | blank
        found = explained(form, wrong)
        named += found is not None
        assert (
            found is None or found.fits.items() <= (changed | {cell: table[cell] for cell in blank}).items()
        ), f"seed {seed}"
    assert named > 100, "so few are found that this test says little"
