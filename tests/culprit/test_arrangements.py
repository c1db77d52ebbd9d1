"""Right numbers in wrong places: neighbouring cells, rows, columns exchanged, a row that stands one column off."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random

import pytest

from culprit.table_three import APPLICANTS, FORMS, Full, Table, explained, full_table, shape
from goi_lint.culprit import CellKey, Explanation
from writing import figures

NEW = "form_2021"
LAST_LEAF = "otherwise_other"


def filled(**leaves: str) -> Full:
    """Return a table of 2021 with these results, `granted="14 3"` by applicant from the left; nothing carried over."""
    table: Full = {(row, applicant): 0 for row in shape(NEW).rows for applicant in APPLICANTS}
    for row, numbers in leaves.items():
        table.update(((row, column), int(n)) for column, n in zip(APPLICANTS, numbers.split(), strict=False))
    return figures.balanced(NEW, table)


def exchanged(table: Full, *pairs: tuple[CellKey, CellKey]) -> Full:
    return table | {one: table[other] for pair in pairs for one, other in (pair, pair[::-1])}


def rows_exchanged(table: Full, above: str, below: str) -> Full:
    return exchanged(table, *(((above, column), (below, column)) for column in shape(NEW).columns))


def columns_exchanged(table: Full, left: str, right: str) -> Full:
    return exchanged(table, *(((row, left), (row, right)) for row in shape(NEW).rows))


def row_of(table: Full, row: str) -> list[int | None]:
    return [table[row, column] for column in shape(NEW).columns]


def with_row(table: Full, row: str, numbers: list[int | None]) -> Table:
    return {**table, **{(row, column): n for column, n in zip(shape(NEW).columns, numbers, strict=True)}}


BUSY = filled(
    granted="30 4 1 2", refused_state_secret="6 5 2", otherwise_other="9 8 0 1", carried_forward="3 2"
)
SMALL = filled(granted="14 3", not_processed_repeated="2 2")
EVEN = filled(granted="1 0", granted_in_part="1 1")
HALF_OPEN = filled(granted="1 1", refused_state_secret="1 1", carried_forward="1 1")
PEOPLE_ONLY = filled(granted="14", carried_forward="3")
GRANTED = row_of(BUSY, "granted")

MISTAKES: dict[str, tuple[Full, Table, Explanation | None]] = {
    "cells beside each other": (
        SMALL,
        {**exchanged(SMALL, (("granted", "natural_person"), ("granted", "enterprise")))},
        Explanation({("granted", "natural_person"): 14, ("granted", "enterprise"): 3}),
    ),
    "cells above each other": (
        BUSY,
        {**exchanged(BUSY, (("disposed_total", "total"), ("carried_forward", "total")))},
        Explanation({("disposed_total", "total"): 68, ("carried_forward", "total"): 5}),
    ),
    "a number in the total's place": (
        SMALL,
        {**exchanged(SMALL, (("granted", "other_organisation"), ("granted", "total")))},
        Explanation({("granted", "other_organisation"): 0, ("granted", "total"): 17}),
    ),
    "the same by two wrong cells in another row": (
        EVEN,
        {**exchanged(EVEN, (("granted", "natural_person"), ("granted", "enterprise")))},
        None,
    ),
    "a row and the total below it": (
        BUSY,
        {**rows_exchanged(BUSY, LAST_LEAF, "disposed_total")},
        Explanation(
            {
                (row, column): BUSY[row, column]
                for row in (LAST_LEAF, "disposed_total")
                for column in shape(NEW).columns
                if BUSY[LAST_LEAF, column] != BUSY["disposed_total", column]
            },
            rows=(LAST_LEAF, "disposed_total"),
        ),
    ),
    "rows that may stand in each other's place": (
        BUSY,
        {**rows_exchanged(BUSY, "received", "brought_forward")},
        None,
    ),
    "the total and the column before it": (
        BUSY,
        {**columns_exchanged(BUSY, "other_organisation", "total")},
        Explanation(
            {
                (row, column): BUSY[row, column]
                for row in shape(NEW).rows
                for column in ("other_organisation", "total")
                if BUSY[row, "total"]
            },
            columns=("other_organisation", "total"),
        ),
    ),
    "a column of one and the same number says too little": (
        filled(granted="1"),
        {**columns_exchanged(filled(granted="1"), "other_organisation", "total")},
        None,
    ),
    "row to the right, 0 in the gap": (
        BUSY,
        with_row(BUSY, "granted", [0, *GRANTED[:-1]]),
        Explanation(
            {
                ("granted", "natural_person"): 30,
                ("granted", "enterprise"): 4,
                ("granted", "research"): 1,
                ("granted", "public_interest"): 2,
                ("granted", "legal_service"): 0,
                ("granted", "total"): 37,
            },
            rows=("granted",),
            offset=1,
        ),
    ),
    "row to the left, a blank in the gap": (
        BUSY,
        with_row(BUSY, "granted", [*GRANTED[1:], None]),
        Explanation(
            {
                ("granted", "natural_person"): 30,
                ("granted", "enterprise"): 4,
                ("granted", "research"): 1,
                ("granted", "public_interest"): 2,
                ("granted", "other_organisation"): 0,
                ("granted", "total"): 37,
            },
            rows=("granted",),
            offset=-1,
        ),
    ),
    "row to the right, the total gone round to the first column": (
        BUSY,
        with_row(BUSY, "carried_forward", [5, 3, 2, 0, 0, 0, 0]),
        Explanation(
            {
                ("carried_forward", "natural_person"): 3,
                ("carried_forward", "enterprise"): 2,
                ("carried_forward", "research"): 0,
                ("carried_forward", "total"): 5,
            },
            rows=("carried_forward",),
            offset=1,
        ),
    ),
    "a row of one number to the left": (
        PEOPLE_ONLY,
        with_row(PEOPLE_ONLY, "carried_forward", [0, 0, 0, 0, 0, 3, 0]),
        Explanation(
            {
                ("carried_forward", "natural_person"): 3,
                ("carried_forward", "other_organisation"): 0,
                ("carried_forward", "total"): 3,
            },
            rows=("carried_forward",),
            offset=-1,
        ),
    ),
    "two rows wrong": (
        BUSY,
        {**BUSY, ("granted", "total"): 36, ("otherwise_other", "natural_person"): 8},
        None,
    ),
    "a result left out, as if two rows below were exchanged": (
        HALF_OPEN,
        with_row(HALF_OPEN, "refused_state_secret", [0] * 7),
        None,
    ),
    "a result left out": (BUSY, with_row(BUSY, "refused_state_secret", [0] * 7), None),
}


@pytest.mark.parametrize(("right", "wrong", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_told(right: Full, wrong: Table, expected: Explanation | None) -> None:
    assert explained(NEW, right) is None
    assert explained(NEW, wrong) == expected
    assert expected is None or all(right[cell] == number for cell, number in expected.fits.items())


def lines(form: str) -> list[tuple[CellKey, CellKey]]:
    """Return each two neighbouring cells of a form."""
    rows, columns = shape(form).rows, shape(form).columns
    beside = [((row, one), (row, other)) for row in rows for one, other in pairwise(columns)]
    return beside + [((one, column), (other, column)) for column in columns for one, other in pairwise(rows)]


def a_cell_pair(form: str, table: Full, rng: Random) -> Table:
    return {**exchanged(table, rng.choice(lines(form)))}


def a_shifted_row(form: str, table: Full, rng: Random) -> Table:
    row, gap = rng.choice(shape(form).rows), rng.choice((0, None))
    numbers: list[int | None] = [table[row, column] for column in shape(form).columns]
    moved = rng.choice(([gap, *numbers[:-1]], [*numbers[1:], gap], [numbers[-1], *numbers[:-1]]))
    return {**table, **{(row, column): n for column, n in zip(shape(form).columns, moved, strict=True)}}


def a_row_pair(form: str, table: Full, rng: Random) -> Table:
    above, below = rng.choice(list(pairwise(shape(form).rows)))
    return {**exchanged(table, *(((above, column), (below, column)) for column in shape(form).columns))}


def the_last_columns(form: str, table: Full, rng: Random) -> Table:
    return {**exchanged(table, *(((row, "other_organisation"), (row, "total")) for row in shape(form).rows))}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("mistake", "least"),
    [(a_cell_pair, 20), (a_shifted_row, 80), (a_row_pair, 8), (the_last_columns, 80)],
    ids=["cells", "shifted row", "rows", "columns"],
)
def test_what_is_named_was_wrong(
    mistake: Callable[[str, Full, Random], Table], least: int, form: str
) -> None:
    """How many are named depends on how many show at all, and have no other explanation; all of them must be right."""
    named = 0
    for seed in range(150):
        rng = Random(f"{form} {seed}")
        table = full_table(form, rng)
        wrong = mistake(form, table, rng)
        found = explained(form, wrong)
        named += found is not None
        assert found is None or all(
            table[cell] == number != wrong[cell] for cell, number in found.fits.items()
        ), f"seed {seed}"
    assert named >= least
