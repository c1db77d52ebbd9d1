"""Whatever the flavour, the figures that an author put into the tables are the figures that rules see."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from goi_lint.assemble import assemble
from goi_lint.cases.draft import Draft
from goi_lint.cases.edit import set_cells
from goi_lint.cases.flavours import Flavour, write
from goi_lint.model.report import Report
from goi_lint.readers import md, txt
from writing.base import draft
from writing.flavours import ENCODINGS, NEWLINES, all_flavours, encode, shows_blanks

FORMS = ("form_2019", "form_2021")
SEEDS = (1, 2)
BLANKS = (
    "disclosure.normative_documents.repealed",
    "disclosure.penalties.decisions",
    "requests.granted.natural_person",
    "requests.refused_state_secret.total",
    "requests.carried_forward.research",
    "review.cases.direct_other",
)
FLAVOURS = tuple(all_flavours())

Figures = dict[tuple[str, str, str], Decimal | None]


def read(data: bytes, extension: str = ".txt") -> Report:
    reader = md if extension == ".md" else txt
    return assemble(reader.read(data, f"report{extension}"))


def figures(report: Report) -> Figures:
    return {
        (key, *address): cell.value
        for key, table in report.tables.items()
        for address, cell in table.cells.items()
    }


def expected(report: Draft) -> Figures:
    return {address: Decimal(text) if text else None for address, text in report.cells().items()}


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda flavour: flavour.name)
@pytest.mark.parametrize("form", FORMS)
def test_every_flavour_holds_the_same_figures(form: str, flavour: Flavour) -> None:
    for seed in SEEDS:
        report = draft(form, Random(seed))
        found = read(write(report, flavour, seed).encode(), flavour.extension)
        assert figures(found) == expected(report), f"seed {seed}"
        assert [key for key, table in found.tables.items() if not table.complete] == []


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda flavour: flavour.name)
def test_a_blank_cell_gives_its_place_to_no_neighbour(flavour: Flavour) -> None:
    report = set_cells(draft("form_2021", Random(3)), dict.fromkeys(BLANKS))
    found = figures(read(write(report, flavour).encode(), flavour.extension))
    if shows_blanks(flavour):
        assert found == expected(report)
    else:
        assert found.items() <= expected(report).items()


@pytest.mark.parametrize("newline", NEWLINES, ids=repr)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_and_line_ends_change_nothing(encoding: str, newline: str) -> None:
    report = draft("form_2021", Random(4))
    found = read(encode(write(report, "cells"), encoding, newline))
    assert figures(found) == expected(report)
