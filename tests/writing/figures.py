"""Random figures that are consistent: every sum of the forms holds, in every row and column."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from goi_lint.cases.draft import Block, Table, blank_table, form_data

APPLICANTS = (
    "natural_person",
    "enterprise",
    "research",
    "public_interest",
    "legal_service",
    "other_organisation",
)
CASE_GROUPS = ("review", "direct", "after_review")
RESULTS = ("upheld", "corrected", "other", "pending")

Figures = dict[tuple[str, str], int]


def tables(form: str, rng: Random, regulations: bool = False) -> dict[str, Table]:
    """Return the three tables of the form, filled; `regulations`: the body may make them (规章)."""
    return {
        "disclosure": _disclosure(form, rng, regulations),
        "requests": _filled(blank_table(form, "requests"), requests(form, rng)),
        "review": _filled(blank_table(form, "review"), review(rng)),
    }


def requests(form: str, rng: Random) -> Figures:
    """Return table 三: leaves at random, all sums made to fit."""
    found: Figures = {}
    for applicant in APPLICANTS:
        most = 1500 if applicant == "natural_person" else 90
        found.update({(leaf, applicant): _count(rng, most) for leaf in _leaves(form)})
        found["carried_forward", applicant] = _count(rng, 40)
        found["brought_forward", applicant] = _count(rng, 40)
    return balanced(form, found)


def balanced(form: str, figures: Figures) -> Figures:
    """Return table 三 with every sum made to fit the leaves and what was carried over the turns of the years."""
    found = dict(figures)
    for applicant in APPLICANTS:
        disposed = sum(found[leaf, applicant] for leaf in _leaves(form))
        out = disposed + found["carried_forward", applicant]
        found["disposed_total", applicant] = disposed
        found["brought_forward", applicant] = min(out, found["brought_forward", applicant])
        found["received", applicant] = out - found["brought_forward", applicant]
    for row in {row for row, _ in found}:
        found[row, "total"] = sum(found[row, applicant] for applicant in APPLICANTS)
    return found


def _leaves(form: str) -> list[str]:
    leaves: list[str] = form_data(form)["tables"]["requests"]["sets"]["leaves"]
    return leaves


def review(rng: Random) -> Figures:
    """Return table 四: each total is the sum of its four results."""
    found: Figures = {}
    for group in CASE_GROUPS:
        numbers = [_count(rng, 60) for _ in RESULTS]
        columns = [f"{group}_{result}" for result in RESULTS]
        found.update({("cases", column): n for column, n in zip(columns, numbers, strict=True)})
        found["cases", f"{group}_total"] = sum(numbers)
    return found


def _count(rng: Random, most: int) -> int:
    """Return zero often, small numbers mostly, large ones sometimes."""
    return rng.choice((0, 0, rng.randint(1, 9), rng.randint(1, most // 3 + 1), rng.randint(1, most)))


def _filled(table: Table, figures: Figures) -> Table:
    return table.with_cells({address: str(number) for address, number in figures.items()})


def _disclosure(form: str, rng: Random, regulations: bool) -> Table:
    table = blank_table(form, "disclosure")
    texts: dict[tuple[str, str], str] = {}
    for block in table.blocks:
        for row in block.rows:
            quiet = row.key == "regulations" and not regulations
            numbers = ["0"] * len(block.columns) if quiet else _row(block, rng)
            texts.update(zip(((row.key, c.key) for c in block.columns), numbers, strict=True))
    return table.with_cells(texts)


def _row(block: Block, rng: Random) -> list[str]:
    """Return one row whose cells fit together, whichever columns the block has."""
    first, second = _count(rng, 900), _count(rng, 900)
    keys = [column.key for column in block.columns]
    texts = {
        "issued": first,
        "repealed": second,
        "in_force": max(0, first - second) + _count(rng, 400),
        "made": first,
        "published": second,
        "published_total": second + _count(rng, 3000),
        "previous_items": first,
        "change": rng.randint(-first, 60),
        "decisions": _count(rng, 9000),
        "purchases": first,
        "charged": _amount(rng),
        "purchase_amount": _amount(rng),
    }
    return [str(texts[key]) for key in keys]


def _amount(rng: Random) -> Decimal:
    """Return an amount in 万元 with none to four decimals."""
    places = rng.randint(0, 4)
    return Decimal(rng.randint(0, 5_000_000)).scaleb(-places)
