"""What checks ask a report for; what it does not have raises `AbsentError` with the reason for people."""

from __future__ import annotations

from collections.abc import Sequence

from goi_lint.errors import AbsentError, Words
from goi_lint.model.document import Place
from goi_lint.model.finding import Location
from goi_lint.model.form import Form
from goi_lint.model.outline import Section
from goi_lint.model.report import Report
from goi_lint.model.table import Cell, Label, LabelKind, Table

_NUMERALS = "零一二三四五六"


def numeral(part: int) -> str:
    """Return the Chinese numeral of a part: 3 is 三."""
    return _NUMERALS[part]


def the_year(report: Report) -> int:
    """Return the report year, known and undisputed."""
    identity = report.identity
    if identity.year is None:
        raise AbsentError(Words("报告年份不明", "the report's year is not known"))
    if identity.year_disputed:
        raise AbsentError(
            Words(
                "标题与统计期限的年份不一致（见 GOI011）",
                "title and period disagree on the year (see GOI011)",
            )
        )
    return identity.year


def the_form(report: Report) -> Form:
    """Return the form by which the report is judged."""
    if report.form is None:
        raise AbsentError(Words("不知应适用哪一年的格式", "it is not known which form applies"))
    return report.form


def not_mixed(report: Report) -> Form:
    """Return the form that the tables follow, where they do not mix two."""
    if report.evidence.mixed:
        raise AbsentError(Words("表格混用两种格式（见 GOI013）", "the tables mix two forms (see GOI013)"))
    return the_form(report)


def the_part(report: Report, number: int) -> Section:
    """Return the section that counts for a part."""
    section = report.outline.part(number)
    if section is None:
        raise AbsentError(
            Words(f"没有第{numeral(number)}部分（见 GOI020）", f"part {number} is missing (see GOI020)")
        )
    return section


_latest: list[tuple[Report, dict[str, Table]]] = []
"""The tables of the report that was asked of last: thirty rules in a row ask for one of the three."""


def the_table(report: Report, key: str) -> Table:
    """Return a table that was found, in a part that is there."""
    if not _latest or _latest[0][0] is not report:
        _latest[:] = [(report, {})]
    known = _latest[0][1]
    if key not in known:
        known[key] = _table(report, key)
    return known[key]


def _table(report: Report, key: str) -> Table:
    form = the_form(report)
    the_part(report, form.tables[key].part)
    table = report.tables.get(key)
    if table is None:
        name = form.tables[key].name
        raise AbsentError(Words(f"没有可读的{name}", f"there is no readable table {key}"))
    if table.blurred:
        name = table.form.name
        raise AbsentError(
            Words(
                f"{name}的行和列分不清（见 GOI003）",
                f"rows and columns of table {key} are not clear (see GOI003)",
            )
        )
    return table


def at_part(part: int, place: Place) -> Location:
    """Return the location of something in a part."""
    return Location(address=f"part {part}", part=part, place=place)


def at_text(part: int | None, place: Place, otherwise: str = "front") -> Location:
    """Return the location of something in the text: in a part, or else in `front` or `closing`."""
    return Location(address=otherwise, place=place) if part is None else at_part(part, place)


def at_cell(table: Table, cell: Cell) -> Location:
    """Return the location of a cell."""
    return Location(
        address=f"{table.key}.{cell.row}.{cell.column}",
        part=table.part,
        table=table.key,
        row=cell.row_label or None,
        column=cell.column_label,
        place=cell.place,
    )


def at_table(table: Table, place: Place | None = None) -> Location:
    """Return the location of a table as a whole, or of something in it that is neither row nor column."""
    return Location(address=table.key, part=table.part, table=table.key, place=place or table.place)


def at_row(table: Table, key: str) -> Location:
    """Return the location of a row: of its label where one is printed, else of its first cell."""
    cell = next((cell for cell in table.cells.values() if cell.row == key), None)
    label = _label(table, key, (LabelKind.ROW, LabelKind.ROW_GROUP))
    return Location(
        address=f"{table.key}.{key}",
        part=table.part,
        table=table.key,
        row=(cell.row_label if cell else label.printed if label else "") or None,
        place=label.place if label else cell.place if cell else table.place,
    )


def at_column(table: Table, key: str) -> Location:
    """Return the location of a column: of its label where one is printed, else of its first cell."""
    cell = next((cell for cell in table.cells.values() if cell.column == key), None)
    label = _label(table, key, (LabelKind.COLUMN, LabelKind.COLUMN_GROUP))
    return Location(
        address=f"{table.key}.{key}",
        part=table.part,
        table=table.key,
        column=(cell.column_label if cell else label.printed if label else "") or None,
        place=label.place if label else cell.place if cell else table.place,
    )


def at_label(table: Table, label: Label) -> Location:
    """Return the location of one label: as a row's, a column's, or (blocks and corners) in the table."""
    rows, columns = (LabelKind.ROW, LabelKind.ROW_GROUP), (LabelKind.COLUMN, LabelKind.COLUMN_GROUP)
    return Location(
        address=f"{table.key}.{label.key}" if label.kind in rows + columns else table.key,
        part=table.part,
        table=table.key,
        row=label.printed if label.kind in rows else None,
        column=label.printed if label.kind in columns else None,
        place=label.place,
    )


def at_cells(table: Table, cells: Sequence[Cell]) -> Location:
    """Return the narrowest location that holds all the cells (at least one): cell, row, column or table.

    Its place is the first cell's.
    """
    first = cells[0]
    if len(cells) == 1:
        return at_cell(table, first)
    if all(cell.row == first.row for cell in cells) and first.row_label:
        return at_row(table, first.row)._replace(place=first.place)
    if all(cell.column == first.column for cell in cells):
        return at_column(table, first.column)._replace(place=first.place)
    return at_table(table, first.place)


def _label(table: Table, key: str, kinds: tuple[LabelKind, ...]) -> Label | None:
    return next((label for label in table.labels if label.key == key and label.kind in kinds), None)
