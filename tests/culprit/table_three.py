"""Table 三 as numbers: its rows, columns and equations, random tables in which all hold, and mistakes in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from random import Random

from goi_lint.assemble.forms import load_forms
from goi_lint.culprit import CellKey, Equation, Explanation, explain
from writing import figures

FORMS = ("form_2019", "form_2021")
APPLICANTS = figures.APPLICANTS
BALANCE = {"received": 1, "brought_forward": 1, "disposed_total": -1, "carried_forward": -1}
Table = dict[CellKey, int | None]
Full = dict[CellKey, int]


@dataclass(frozen=True)
class Shape:
    """What stands in the form: keys in printed order, and what must hold."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    leaves: tuple[str, ...]
    equations: tuple[Equation, ...]


@cache
def shape(form: str) -> Shape:
    table = load_forms()[form].tables["requests"]
    rows = tuple(row.label.key for row in table.rows)
    columns = tuple(column.label.key for column in table.columns)
    leaves = table.sets["leaves"]
    across = [
        Equation((((row, "total"), 1), *(((row, applicant), -1) for applicant in APPLICANTS))) for row in rows
    ]
    down = [Equation(tuple(((row, column), times) for row, times in BALANCE.items())) for column in columns]
    results = [
        Equation(((("disposed_total", column), 1), *(((leaf, column), -1) for leaf in leaves)))
        for column in columns
    ]
    return Shape(rows, columns, leaves, (*across, *down, *results))


def full_table(form: str, rng: Random) -> Full:
    """Return a table in which all holds: of a busy office, or of one with a few requests, most cells being 0."""
    if rng.random() < 0.4:
        return figures.requests(form, rng)
    most, density = rng.choice((1, 2, 3, 9, 30)), rng.choice((0.05, 0.1, 0.2, 0.5))
    rows = (*shape(form).leaves, "carried_forward", "brought_forward")
    asking = [applicant for applicant in APPLICANTS if rng.random() < 0.6]
    return figures.balanced(
        form,
        {
            (row, applicant): rng.randint(1, most) if applicant in asking and rng.random() < density else 0
            for row in rows
            for applicant in APPLICANTS
        },
    )


def explained(form: str, table: Mapping[CellKey, int | None]) -> Explanation | None:
    """Return what explains the numbers of a table."""
    found = shape(form)
    numbers = {cell: None if number is None else Decimal(number) for cell, number in table.items()}
    return explain(numbers, found.equations, found.rows, found.columns)


def mistaken(number: int, rng: Random) -> int:
    """Return a number that somebody wrote for another: one off, digits in another order, lost or doubled, any."""
    text = str(number)
    wrong = rng.choice(
        (
            number + 1,
            number - 1,
            int(text[::-1]),
            number // 10,
            number * 10,
            rng.randint(0, 30),
            0,
        )
    )
    return wrong if wrong >= 0 and wrong != number else number + 1
