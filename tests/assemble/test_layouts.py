"""A report is read alike whether or not one of the same layout was read before it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.assemble import assemble, stencils
from goi_lint.assemble.layouts import zones_of
from goi_lint.cases.draft import Draft
from goi_lint.cases.edit import set_cells
from goi_lint.cases.flavours import Flavour, write
from goi_lint.model.report import Report
from goi_lint.readers import md, txt
from writing.base import draft
from writing.flavours import all_flavours, any_flavour

FLAVOURS = tuple(all_flavours())
ODD_VALUES = ("", "—", "减4", "12件", "1,204", "１２", "无", "见附件", "2023", "1.", "3 .", "592万元", "0 0")
ADDRESSES = tuple(
    f"requests.{row}.{column}"
    for row in ("received", "granted", "refused_state_secret", "carried_forward")
    for column in ("natural_person", "research", "total")
)


def read(text: str, flavour: Flavour) -> Report:
    reader = md if flavour.extension == ".md" else txt
    return assemble(reader.read(text.encode(), f"report{flavour.extension}"))


def read_after(texts: list[str], flavour: Flavour) -> Report:
    """Read texts one after the other from a cold start; return what the last one gives."""
    zones_of.cache_clear()
    stencils.case_of.cache_clear()
    return [read(text, flavour) for text in texts][-1]


def twins(form: str, seed: int) -> tuple[Draft, Draft]:
    """Return two reports that differ in the figures of their tables alone."""
    first, second = draft(form, Random(seed), "department"), draft(form, Random(seed + 1), "department")
    return first, replace(first, tables=second.tables)


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda flavour: flavour.name)
def test_figures_are_those_of_the_report_itself(flavour: Flavour) -> None:
    first, second = (write(report, flavour) for report in twins("form_2021", 11))
    alone = read_after([second], flavour)
    assert read_after([first, second], flavour) == alone
    assert read_after([first, first, second], flavour) == alone
    assert read_after([first, first, first, second], flavour) == alone


@given(seed=st.integers(0, 999), form=st.sampled_from(("form_2019", "form_2021")), data=st.data())
def test_odd_values_stay_where_they_are(seed: int, form: str, data: st.DataObject) -> None:
    flavour = any_flavour(Random(seed))
    first, second = twins(form, seed)
    odd = st.dictionaries(st.sampled_from(ADDRESSES), st.sampled_from(ODD_VALUES), max_size=4)
    changes = data.draw(odd)
    before, text = (
        write(set_cells(first, data.draw(odd)), flavour),
        write(set_cells(second, changes), flavour),
    )
    alone = read_after([text], flavour)
    assert read_after([before, text], flavour) == alone
    assert read_after([before, before, text], flavour) == alone
    assert read_after([text, text, text], flavour) == alone


def test_the_second_report_of_a_layout_is_bound_by_the_first() -> None:
    flavour = FLAVOURS[0]
    read_after([write(report, flavour) for report in twins("form_2021", 5)], flavour)
    assert zones_of.cache_info().hits == 3


def test_another_label_is_another_layout() -> None:
    flavour = FLAVOURS[0]
    text = write(draft("form_2021", Random(5)), flavour)
    read_after([text, text.replace("予以公开", "予以公布")], flavour)
    assert zones_of.cache_info().misses == 4
