"""Faults by name: what each does to a faultless draft, and the rules that must then speak, alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from goi_lint.cases.draft import Draft
from writing.figures import APPLICANTS, balanced

Change = Callable[[Draft], Draft]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, named after what is wrong; `rules` are the ids of every finding that it causes."""

    name: str
    rules: tuple[str, ...]
    apply: Change
    form: str = "form_2021"
    kind: str = "department"
    """What kind of body the report is of."""


def chain(*changes: Change) -> Change:
    """Return one change that makes all of them in order."""

    def all_of_them(draft: Draft) -> Draft:
        for change in changes:
            draft = change(draft)
        return draft

    return all_of_them


def bump(**steps: int) -> Change:
    """Return the change of some cells of table 三 by so many; `granted__total=1` is requests.granted.total."""

    def change(draft: Draft) -> Draft:
        table = draft.tables["requests"]
        cells = table.cells()
        texts = {}
        for name, step in steps.items():
            row, _, column = name.partition("__")
            texts[row, column] = str(int(cells[row, column]) + step)
        return draft.with_table(table.with_cells(texts))

    return change


def leaves(row: str, **numbers: int) -> Change:
    """Return the change of one leaf row of table 三 (applicants not named: 0), all sums made to fit again."""

    def change(draft: Draft) -> Draft:
        table = draft.tables["requests"]
        figures = {address: int(text) for address, text in table.cells().items()}
        figures.update({(row, applicant): numbers.get(applicant, 0) for applicant in APPLICANTS})
        fitting = balanced(draft.form, figures)
        return draft.with_table(table.with_cells({at: str(number) for at, number in fitting.items()}))

    return change


def fill(table: str, row: str, texts: Mapping[str, str]) -> Change:
    """Return the change of cells in one row."""

    def change(draft: Draft) -> Draft:
        cells = {(row, column): text for column, text in texts.items()}
        return draft.with_table(draft.tables[table].with_cells(cells))

    return change


def rewrite(change: Callable[[str], str]) -> Change:
    """Return the change of every line in front of part 一; nothing changed is a mistake of the test."""

    def apply(draft: Draft) -> Draft:
        front = tuple(filter(None, map(change, draft.front)))
        if front == draft.front:
            raise ValueError(f"nothing to change in {draft.front}")
        return replace(draft, front=front)

    return apply
