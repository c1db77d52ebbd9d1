"""Printed tables whose spans are known: each number below its column, whatever is lost, blank or moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.assemble import assemble
from goi_lint.cases.draft import Draft
from goi_lint.cases.edit import relabel
from goi_lint.cases.flavours import write
from goi_lint.cases.grid import ACROSS, DOWN, GridRow, Slot, grids
from goi_lint.model.document import Block, Document, Grid, GridCell, Paragraph, Place, span
from goi_lint.model.report import Report
from goi_lint.model.table import Unbound
from goi_lint.readers import txt
from writing.base import draft

FORMS = ("form_2019", "form_2021")
Rows = Sequence[GridRow]
Figures = dict[tuple[str, str, str], Decimal | None]


def gridded(rows: Rows, number: int = 1) -> Grid:
    """Return the rows as a grid; `number` is that of the first cell's paragraph."""
    cells: list[GridCell] = []
    for at, row in enumerate(rows):
        for column, slot in enumerate(row):
            if slot in (ACROSS, DOWN):
                continue
            columns = next(
                (n for n in range(1, len(row) - column) if row[column + n] != ACROSS), len(row) - column
            )
            below = range(at + 1, len(rows))
            end = next((n for n in below if column >= len(rows[n]) or rows[n][column] != DOWN), len(rows))
            place = Place(paragraph=number + len(cells), end_paragraph=number + len(cells))
            cells.append(GridCell(slot.text, place, at, column, end - at, columns))
    return Grid(tuple(cells), max(map(len, rows)), span(cells[0].place, cells[-1].place))


def document(report: Draft, tables: Callable[[str], Sequence[Rows]]) -> Document:
    """Return the report as paragraphs and grids."""
    blocks: list[Block] = []

    def write(texts: Sequence[str]) -> None:
        for text in texts:
            blocks.append(Paragraph(text, Place(paragraph=len(blocks) + 1, end_paragraph=len(blocks) + 1)))

    write((*report.title, *report.front))
    for part in report.parts:
        write((part.heading, *part.paragraphs))
        if part.table:
            blocks.extend(
                gridded(rows, 1000 * part.number + 100 * n) for n, rows in enumerate(tables(part.table))
            )
        write(part.notes)
    write(report.closing)
    return Document("report.docx", "docx", tuple(blocks), whole=True)


def read(
    report: Draft, change: Callable[[list[GridRow]], Sequence[GridRow]] = list, table: str = "requests"
) -> Report:
    """Assemble the report with the rows of one table's first block changed."""

    def tables(key: str) -> Sequence[Rows]:
        found = [list(grid) for grid in grids(report.tables[key])]
        return [change(found[0]), *found[1:]] if key == table else found

    return assemble(document(report, tables))


def figures(report: Report) -> Figures:
    return {
        (key, *at): cell.value for key, table in report.tables.items() for at, cell in table.cells.items()
    }


def expected(report: Draft) -> Figures:
    return {at: Decimal(text) if text else None for at, text in report.cells().items()}


@given(seed=st.integers(0, 9999), form=st.sampled_from(FORMS), together=st.booleans())
def test_a_grid_holds_the_figures_of_its_report(seed: int, form: str, together: bool) -> None:
    report = draft(form, Random(seed))

    def tables(key: str) -> Sequence[Rows]:
        found = grids(report.tables[key])
        return [[row for grid in found for row in grid]] if together else found

    found = assemble(document(report, tables))
    assert figures(found) == expected(report)
    assert [key for key, table in found.tables.items() if not table.complete] == []


@given(seed=st.integers(0, 9999), form=st.sampled_from(FORMS), data=st.data())
def test_blanks_anywhere_move_no_number(seed: int, form: str, data: st.DataObject) -> None:
    report = draft(form, Random(seed))
    blank = data.draw(st.sets(st.sampled_from(sorted(expected(report)))))
    tables = {
        key: table.with_cells({at[1:]: "" for at in blank if at[0] == key})
        for key, table in report.tables.items()
    }
    found = assemble(document(report, lambda key: grids(tables[key])))
    assert figures(found) == {at: None if at in blank else value for at, value in expected(report).items()}


def columns_swapped(rows: list[GridRow]) -> list[GridRow]:
    """科研机构 before 商业企业, their cells with them."""
    return [
        (*row[:4], row[5], row[4], *row[6:]) if row[4].kind in ("column", "value") else row for row in rows
    ]


def total_first(rows: list[GridRow]) -> list[GridRow]:
    """总计 before 自然人."""
    return [(*row[:3], row[-1], *row[3:-1]) if row[-1] != ACROSS else row for row in rows]


@pytest.mark.parametrize("change", [columns_swapped, total_first])
@pytest.mark.parametrize("form", FORMS)
def test_numbers_follow_their_columns(
    form: str, change: Callable[[list[GridRow]], Sequence[GridRow]]
) -> None:
    report = draft(form, Random(7))
    assert figures(read(report, change)) == expected(report)


def without(rows: list[GridRow], label: str, kind: str) -> list[GridRow]:
    """Take the first slot of a kind out of the row with that label: what follows moves to the left."""
    result: list[GridRow] = []
    for row in rows:
        at = next((n for n, slot in enumerate(row) if slot.kind == kind), None)
        hit = at is not None and any(slot.text.endswith(label) for slot in row)
        result.append((*row[:at], *row[at + 1 :]) if hit and at is not None else row)
    return result


def test_a_row_that_lost_its_group_is_bound_by_its_count() -> None:
    report = draft("form_2021", Random(8))
    found = read(report, lambda rows: without(rows, "属于国家秘密", "down"))
    assert figures(found) == expected(report)


def test_a_row_that_lost_a_cell_is_not_bound() -> None:
    report = draft("form_2021", Random(8))
    found = read(report, lambda rows: without(rows, "属于国家秘密", "value"))
    lost = {at for at in expected(report) if at[1] == "refused_state_secret"}
    assert figures(found) == {at: value for at, value in expected(report).items() if at not in lost}
    unbound = found.tables["requests"].unbound
    assert [(row.row, row.why, len(row.texts)) for row in unbound] == [
        ("refused_state_secret", Unbound.COUNT, 6)
    ]


def test_a_merged_cell_gives_its_number_to_no_second_row() -> None:
    report = draft("form_2021", Random(8))

    def merged(rows: list[GridRow]) -> Sequence[GridRow]:
        at = next(n for n, row in enumerate(rows) if row[0].text.startswith("二、"))
        return [*rows[:at], (*rows[at][:3], DOWN, *rows[at][4:]), *rows[at + 1 :]]

    found = read(report, merged)
    assert figures(found) == {at: v for at, v in expected(report).items() if at[1] != "brought_forward"}
    assert [(row.row, row.why) for row in found.tables["requests"].unbound] == [
        ("brought_forward", Unbound.COUNT)
    ]


def in_one_grid(report: Draft) -> Document:
    """The whole report in one table: a row for each paragraph, the three tables among them."""
    blocks = document(
        report, lambda key: [[row for grid in grids(report.tables[key]) for row in grid]]
    ).blocks
    cells: list[GridCell] = []
    for block in blocks:
        start = cells[-1].row + 1 if cells else 0
        if isinstance(block, Grid):
            cells += [cell._replace(row=start + cell.row) for cell in block.cells]
        elif isinstance(block, Paragraph):
            cells.append(GridCell(block.text, block.place, start, 0, 1, 10))
    return Document("report.docx", "docx", (Grid(tuple(cells), 10, cells[0].place),), whole=True)


@pytest.mark.parametrize("form", FORMS)
def test_a_report_in_one_table_has_its_parts(form: str) -> None:
    report = draft(form, Random(9))
    report = report.with_table(report.tables["review"])
    found = assemble(in_one_grid(report))
    assert [section.heading.part for section in found.outline.sections] == [1, 2, 3, 4, 5, 6]
    assert found.title
    assert found.title.text == "".join(report.title)


def test_a_table_that_is_none_of_the_three_is_text() -> None:
    report = draft("form_2021", Random(9))
    plain = document(report, lambda key: grids(report.tables[key]))
    end = [index for index, block in enumerate(plain.blocks) if isinstance(block, Grid)][-1]
    place = Place(paragraph=999, end_paragraph=999)
    other = Grid(
        tuple(
            GridCell(text, place, n // 2, n % 2) for n, text in enumerate(("培训", "4 场", "咨询", "21 次"))
        ),
        2,
        place,
    )
    found = assemble(plain._replace(blocks=(*plain.blocks[: end + 1], other, *plain.blocks[end + 1 :])))
    section = found.outline.part(4)
    assert section
    assert [paragraph.text for paragraph in section.paragraphs] == ["培训\t4 场", "咨询\t21 次"]
    assert figures(found) == expected(report)


def test_a_figure_in_a_row_of_its_own_is_text() -> None:
    """Bodies of Changchun typed such a line into the table itself in 2020."""
    report = draft("form_2019", Random(9))
    line = "2020年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）：3"

    def with_line(key: str) -> Sequence[Rows]:
        rows = grids(report.tables[key])
        if key != "disclosure":
            return rows
        last = rows[-1][-1]
        return [*rows[:-1], [*rows[-1], (Slot("row", line), *[ACROSS] * (len(last) - 1))]]

    found = assemble(document(report, with_line))
    section = found.outline.part(2)
    assert section
    assert [paragraph.text for paragraph in section.paragraphs] == [line]
    assert figures(found) == expected(report)


def test_the_page_says_when_it_was_published() -> None:
    report = document(draft("form_2021", Random(9)), lambda key: [])
    said = Paragraph("发布日期：2024-01-26 10:15", Place(line=30, end_line=30))
    day = assemble(report._replace(published=said)).dates.publication
    assert day
    assert (day.year, day.month, day.day, day.place) == (2024, 1, 26, said.place)


def unsure(document: Document) -> Document:
    blocks = (block._replace(sure=False) if isinstance(block, Grid) else block for block in document.blocks)
    return document._replace(blocks=tuple(blocks))


def test_a_guessed_table_counts_where_it_fits_the_form_whole() -> None:
    report = draft("form_2021", Random(10))
    assert figures(assemble(unsure(document(report, lambda key: grids(report.tables[key]))))) == expected(
        report
    )


def test_guessed_tabs_that_do_not_fit_are_not_judged() -> None:
    text = write(relabel(draft("form_2021", Random(10)), {"requests.granted": "（一）予以公"}), "tabs")
    read_as_text = txt.read(text.encode(), "report.txt")
    assert not assemble(read_as_text).tables["requests"].blurred
    assert assemble(read_as_text._replace(sure=False)).tables["requests"].blurred


def test_a_guessed_table_that_does_not_fit_is_not_judged() -> None:
    report = relabel(draft("form_2021", Random(10)), {"requests.granted": "（一）予以公"})
    table = assemble(unsure(document(report, lambda key: grids(report.tables[key])))).tables["requests"]
    assert (table.cells, table.labels, table.missing_rows, table.missing_columns) == ({}, (), (), ())
    assert {row.why for row in table.unbound} == {Unbound.LAYOUT}
    assert len(table.unbound) == len(list(table.form.rows))
