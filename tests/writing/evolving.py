"""Tables of one body year after year: figures change a little, and what is carried over agrees.

Sums hold in each year; documents in force, requests carried forward and items of 2019 follow from the year before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from random import Random

from goi_lint.cases.draft import Table, blank_table, form_data
from writing import figures
from writing.figures import APPLICANTS, CASE_GROUPS, RESULTS, Figures

Tables = dict[str, Table]
_HIGHEST = 1.15
_LEAVES_OF_2021 = {"otherwise_other": "otherwise_disposed"}
"""Rows of the form of 2021 with those of the form before that they come from."""


def form_of(year: int) -> str:
    """Return the form that governs a year."""
    return "form_2021" if year >= 2021 else "form_2019"


def tables_of_years(first: int, number: int, rng: Random) -> list[Tables]:
    """Return the tables of so many years."""
    found = [figures.tables(form_of(first), rng)]
    for year in range(first + 1, first + number):
        found.append(_next(form_of(year), found[-1], rng))
    return found


def added_up(form: str, members: Iterable[Mapping[str, Table]]) -> Tables:
    """Return tables whose cells are the sums of the members' cells."""
    everyone = list(members)
    return {
        key: blank_table(form, key).with_cells(
            {cell: str(sum(numbers)) for cell, numbers in _by_cell(each[key] for each in everyone)}
        )
        for key in everyone[0]
    }


def _by_cell(tables: Iterable[Table]) -> Iterator[tuple[tuple[str, str], list[Decimal]]]:
    """Yield each cell with its numbers in all the tables."""
    cells = [table.cells() for table in tables]
    return ((cell, [Decimal(each[cell]) for each in cells]) for cell in cells[0])


def _next(form: str, before: Tables, rng: Random) -> Tables:
    return {
        "disclosure": _disclosure(form, before["disclosure"], rng),
        "requests": _requests(form, before["requests"], rng),
        "review": _review(before["review"], rng),
    }


def _changed(number: int, rng: Random) -> int:
    """Return next year's number: a little more, or a little less."""
    return max(0, round(number * rng.uniform(1 / _HIGHEST, _HIGHEST)) + rng.choice((-1, 0, 0, 1)))


def _whole(table: Table) -> Figures:
    return {cell: int(text) for cell, text in table.cells().items()}


def _filled(table: Table, numbers: Figures) -> Table:
    return table.with_cells({cell: str(number) for cell, number in numbers.items()})


def _requests(form: str, before: Table, rng: Random) -> Table:
    old = _whole(before)
    found: Figures = {}
    for applicant in APPLICANTS:
        for leaf in form_data(form)["tables"]["requests"]["sets"]["leaves"]:
            last = old.get((leaf, applicant), old.get((_LEAVES_OF_2021.get(leaf, ""), applicant), 0))
            found[leaf, applicant] = _changed(last, rng)
        brought = old["carried_forward", applicant]
        found["brought_forward", applicant] = brought
        found["carried_forward", applicant] = _changed(brought, rng)
        # Whatever was brought forward has been answered, or is carried forward.
        out = sum(found[cell] for cell in found if cell[1] == applicant and cell[0] != "brought_forward")
        found["granted", applicant] += max(0, brought - out)
    return _filled(blank_table(form, "requests"), figures.balanced(form, found))


def _review(before: Table, rng: Random) -> Table:
    old = _whole(before)
    found: Figures = {}
    for group in CASE_GROUPS:
        cells = [("cases", f"{group}_{result}") for result in RESULTS]
        found.update({cell: _changed(old[cell], rng) for cell in cells})
        found["cases", f"{group}_total"] = sum(found[cell] for cell in cells)
    return _filled(before, found)


def _disclosure(form: str, before: Table, rng: Random) -> Table:
    table = blank_table(form, "disclosure")
    old = before.cells()
    if old.keys() != table.cells().keys():  # little follows from the table of another form
        decisions = {cell: text for cell, text in old.items() if cell[1] == "decisions"}
        return figures.tables(form, rng)["disclosure"].with_cells(decisions)
    found: dict[tuple[str, str], str] = {}
    for block in table.blocks:
        for row in block.rows:
            last = {column.key: Decimal(old.get((row.key, column.key), "0")) for column in block.columns}
            found.update({(row.key, key): str(number) for key, number in _row(last, rng).items()})
    return table.with_cells(found)


def _row(last: Mapping[str, Decimal], rng: Random) -> dict[str, Decimal]:
    """Return next year's row, whichever columns it has; one of zeros stays so."""
    if not any(last.values()):
        return dict(last)
    found = {
        key: (number * Decimal(rng.randint(87, 115)) / 100).quantize(Decimal("0.01"))
        if key in ("charged", "purchase_amount")
        else Decimal(_changed(int(number), rng))
        for key, number in last.items()
    }
    if "in_force" in last:
        found["repealed"] = min(found["repealed"], last["in_force"] // 2 + found["issued"])
        found["in_force"] = last["in_force"] + found["issued"] - found["repealed"]
    if "published_total" in last:
        found["published_total"] = last["published_total"] + found["published"]
    if "previous_items" in last:
        found["previous_items"] = last["previous_items"] + last["change"]
        found["change"] = Decimal(rng.randint(-min(3, int(found["previous_items"])), 3))
    return found
