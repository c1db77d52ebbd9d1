"""On broken pages the grids are those of html5lib's tree, built by a table builder of its own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import html5lib
import pytest

from goi_lint.cases.grid import ACROSS, DOWN, GridRow, grids
from goi_lint.model.document import Block, Grid, Place
from goi_lint.readers import html
from writing import base

Cell = tuple[int, int, int, int, str]
SEEDS = range(240)
_TAG_ENDS = ("</td>", "</tr>", "</p>", "</span>", "</table>", "</div>", "</tbody>", "</b>")
_STRAY = (
    "<div>",
    "</div>",
    "<b>",
    "</p>",
    "<td>",
    "<tr>",
    "</td>",
    "</table>",
    "<p>",
    "<font color=red>",
    "</tr>",
    "<table>",
)


def page(seed: int, form: str = "form_2021") -> str:
    """Return a report as a page of one of several styles, one tag a line here and there."""
    rng = Random(seed)
    draft = base.draft(form, rng)
    end = rng.choice(("\n", "", "\n    "))
    pieces = ["<html><body><div class='content'>"]
    pieces += [f"<h1>{line}</h1>" for line in draft.title]
    pieces += [f"<p><span>{line}</span></p>" for line in draft.front]
    for part in draft.parts:
        pieces.append(f"<p><b>{part.heading}</b></p>")
        pieces += [f"<p>{line}</p>" for line in part.paragraphs]
        if part.table:
            pieces += [_table(grid, rng) for grid in grids(draft.tables[part.table])]
    pieces += [f"<p>{line}</p>" for line in draft.closing]
    return end.join([*pieces, "</div></body></html>"])


def _table(rows: list[GridRow], rng: Random) -> str:
    body = rng.choice(("", "<tbody>"))
    inner = rng.choice(("{}", "<p>{}</p>", "<p><span>{}</span></p>", "<div>{}</div>", "<b>{}</b>"))
    lines = [_row(rows, at, inner) for at in range(len(rows))]
    return (
        f"<table border=1>{body}" + rng.choice(("", "\n")).join(lines) + body.replace("<", "</") + "</table>"
    )


def _row(rows: list[GridRow], at: int, inner: str) -> str:
    cells = []
    for column, slot in enumerate(rows[at]):
        if slot in (ACROSS, DOWN):
            continue
        across = next(
            (n for n, other in enumerate(rows[at][column + 1 :], 1) if other != ACROSS),
            len(rows[at]) - column,
        )
        down = next((n for n, row in enumerate(rows[at + 1 :], 1) if row[column] != DOWN), len(rows) - at)
        spans = f" colspan='{across}'" * (across > 1) + f' rowspan="{down}"' * (down > 1)
        cells.append(f"<td{spans}>{inner.format(slot.text)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def mutated(source: str, rng: Random) -> str:
    """Return the page with some tags dropped, doubled, moved or put where they do not belong."""
    for _ in range(rng.randint(1, 12)):
        kind = rng.randrange(4)
        if kind < 2:
            tag = rng.choice(_TAG_ENDS)
            places = [at for at in range(len(source)) if source.startswith(tag, at)]
            if places:
                at = rng.choice(places)
                source = source[:at] + (tag * 2 if kind else "") + source[at + len(tag) :]
        else:
            at = source.index("<", rng.randrange(len(source) - 20))
            tag = rng.choice(_STRAY)
            source = source[:at] + tag + source[at:]
    return source


def oracle(source: str) -> list[list[Cell]]:
    """Return the cells of every table that is no layout, by the tree of html5lib."""
    tree = html5lib.parse(source, namespaceHTMLElements=False)  # type: ignore[no-untyped-call]
    return [cells for table in tree.iter("table") if (cells := _cells(table)) and _is_grid(table, cells)]


def _cells(table: Any) -> list[Cell]:
    taken: dict[tuple[int, int], bool] = {}
    cells: list[Cell] = []
    above = 0
    for group in _groups(table):
        for row, line in enumerate(group):
            column = 0
            for cell in line:
                while taken.get((above + row, column)):
                    column += 1
                down = min(_span(cell, "rowspan"), len(group) - row)
                across = _span(cell, "colspan")
                cells.append((above + row, column, down, across, _text(cell)))
                for r in range(down):
                    taken.update({(above + row + r, column + c): True for c in range(across)})
                column += across
        above += len(group)
    return cells


def _groups(table: Any) -> Iterator[list[list[Any]]]:
    for group in table:
        if group.tag in ("tbody", "thead", "tfoot"):
            yield [[cell for cell in row if cell.tag in ("td", "th")] for row in group if row.tag == "tr"]


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1")
    return int(value) if value.isdigit() else 1


def _text(cell: Any, *, inner: bool = False) -> str:
    """Return a cell's text without its blanks, and without the tables in it."""
    pieces = [cell.text or ""]
    for child in cell:
        if child.tag != "table":
            pieces.append(_text(child, inner=True))
        pieces.append(child.tail or "")
    return "".join("".join(pieces).split())


def _is_grid(table: Any, cells: list[Cell]) -> bool:
    width = max(column + across for _, column, _, across, _ in cells)
    holding = [cell for group in _groups(table) for row in group for cell in row if [*cell.iter("table")]]
    if width == 1 or len(cells) == 1:
        return False
    plain = [cell for group in _groups(table) for row in group for cell in row if cell not in holding]
    height = 1 + max(row for row, *_ in cells)
    if any(len(_text(cell)) > (1000 if height > 1 else 100) for cell in plain):
        return False
    return not holding or sum(1 for cell in plain if _text(cell)) >= max(6, 2 * len(holding))


def found(source: str) -> list[list[Cell]]:
    blocks = html.read(source.encode(), "a.html").blocks
    return [
        [(c.row, c.column, c.rows, c.columns, "".join(c.text.split())) for c in block.cells]
        for block in blocks
        if isinstance(block, Grid)
    ]


@pytest.mark.parametrize("form", ["form_2019", "form_2021"])
def test_grids_of_whole_pages(form: str) -> None:
    for seed in range(20):
        source = page(seed, form)
        assert found(source) == oracle(source)


def test_grids_of_broken_pages() -> None:
    wrong = []
    for seed in SEEDS:
        source = mutated(page(seed % 40), Random(seed))
        if sorted(found(source)) != sorted(oracle(source)):
            wrong.append(seed)
    assert wrong == []


_NUMBERED = re.compile(r"(?<=>)([^<>\s][^<>]*)(?=<)")
_NUMBER = re.compile(r"#\d+#")


def test_lines_on_broken_pages_are_right_or_left_open() -> None:
    wrong, unknown, known = [], 0, 0
    for seed in SEEDS:
        numbers = itertools.count()
        numbered = _NUMBERED.sub(lambda m, n=numbers: f"{m[0]}#{next(n)}#", page(seed % 40))  # type: ignore[misc]
        source = mutated(numbered, Random(seed))
        lines = {
            number: at for at, line in enumerate(source.split("\n"), 1) for number in _NUMBER.findall(line)
        }
        for text, place in _placed(html.read(source.encode(), "a.html").blocks):
            expected = sorted(lines[number] for number in _NUMBER.findall(text))
            if place.line is None:
                unknown += 1
            elif expected and (place.line, place.end_line) != (expected[0], expected[-1]):
                wrong.append((seed, text, place, expected))
            else:
                known += 1
    assert wrong == []
    assert unknown < known / 500


def _placed(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Place]]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from ((cell.text, cell.place) for cell in block.cells)
        else:
            yield block.text, block.place
