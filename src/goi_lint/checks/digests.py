"""What checks over several reports ask digests for, and how they say where something is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from goi_lint.model.digest import Digest, figures_of
from goi_lint.model.document import NOWHERE
from goi_lint.model.finding import Location
from goi_lint.model.form import Form, FormLabel, FormTable


def table_of(digest: Digest, forms: Mapping[str, Form], key: str) -> FormTable | None:
    """Return the table of a report's form, whether the report has it or not."""
    form = forms.get(digest.form or "")
    return form.tables.get(key) if form else None


def figures(digest: Digest, forms: Mapping[str, Form], key: str) -> Mapping[tuple[str, str], Decimal]:
    """Return the numbers of one table of a report by (row key, column key); empty where it was not read."""
    table = table_of(digest, forms, key)
    return figures_of(digest, table) if table else {}


def agreeing(first: Digest, second: Digest, key: str) -> bool:
    """Tell whether two reports' numbers of one table do not contradict each other; a number that one lacks does not."""
    here, there = first.figures.get(key), second.figures.get(key)
    if here is None or there is None or here == there:
        return True
    if first.form != second.form:
        return False
    pairs = zip(here.split(","), there.split(","), strict=True)
    return all(one == other or not (one and other) for one, other in pairs)


def at_report(digest: Digest) -> Location:
    """Return the location of a report as a whole."""
    return Location(address="document", path=digest.path)


def at_figures(
    digest: Digest, table: FormTable, row: str | None = None, column: str | None = None
) -> Location:
    """Return the location of a cell, a row or a column of a report's table; its place is filled in later."""
    keys = (table.key, row, column)
    return Location(
        address=".".join(key for key in keys if key),
        part=table.part,
        table=table.key,
        row=name_of(table, row) or None if row else None,
        column=name_of(table, column) or None if column else None,
        place=NOWHERE,
        path=digest.path,
    )


def label_of(table: FormTable, key: str) -> FormLabel:
    """Return the label of a row or column of a form's table."""
    return next(label for label in _labels(table) if label.key == key)


def name_of(table: FormTable, key: str) -> str:
    """Return the printed label of a row or column, with those of the groups above it where several have the same."""
    label = label_of(table, key)
    same = [each for each in _labels(table) if each.text == label.text]
    return label.text if len(same) == 1 else "／".join((*label.path, label.text))


def _labels(table: FormTable) -> list[FormLabel]:
    return [*(row.label for row in table.rows), *(column.label for column in table.columns)]
