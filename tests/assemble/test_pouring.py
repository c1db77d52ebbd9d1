"""Cells and labels of a table are made when one is asked for, and are the same as if they had been there all along."""

from __future__ import annotations

import pickle
from random import Random

import pytest

from goi_lint.assemble import assemble
from goi_lint.cases.edit import set_cells
from goi_lint.cases.flavours import Flavour, write
from goi_lint.model.form import Holds
from goi_lint.model.table import Cell, Cells, Fields, Labels, Table
from goi_lint.readers import txt
from writing.base import draft


def tables(**changes: str) -> dict[str, Table]:
    report = set_cells(draft("form_2021", Random(5), "department"), changes)
    return dict(assemble(txt.read(write(report, Flavour("cells")).encode(), "report.txt")).tables)


def refusing() -> list[Cell]:
    raise AssertionError("no cell is asked for")


def test_keys_and_fields_need_no_cells() -> None:
    values = {("granted", "total"): 3, ("refused", "total"): None}
    fields = Fields(("3", ""), (True, False), (Holds.COUNT, Holds.COUNT), values)
    cells = Cells(fields, refusing)
    assert (list(cells), len(cells), bool(cells)) == (list(values), 2, True)
    assert ("granted", "total") in cells
    assert ("granted", "research") not in cells
    assert set(cells.keys()) == set(values)
    with pytest.raises(AssertionError):
        cells["granted", "total"]


@pytest.mark.parametrize("key", ["disclosure", "requests", "review"])
def test_cells_say_what_the_fields_do(key: str) -> None:
    table = tables()[key]
    made = table._replace(cells=dict(table.cells), labels=tuple(table.labels))
    assert list(map(list, made.fields)) == list(map(list, table.fields))
    assert made.fields.values == table.fields.values
    assert (made, repr(made), made.regular, made.exact) == (table, repr(table), True, True)
    assert pickle.loads(pickle.dumps(tables()[key])) == table


def test_another_number_is_another_table() -> None:
    assert tables()["requests"] != tables(**{"requests.granted.natural_person": "977"})["requests"]


@pytest.mark.parametrize("taken", [slice(1, None), slice(None, -1)])
def test_a_table_without_a_cell_or_label_is_not_regular(taken: slice) -> None:
    table = tables()["requests"]
    fewer = dict(list(table.cells.items())[taken])
    assert isinstance(table.labels, Labels)
    assert (table.regular, table._replace(cells=fewer).regular) == (True, False)
    rows = [label for label in table.labels if label.key in ("granted", "granted_in_part")]
    other = dict(zip(rows, reversed(rows), strict=True))
    turned = tuple(other.get(label, label) for label in table.labels)
    assert not table._replace(labels=turned).regular
