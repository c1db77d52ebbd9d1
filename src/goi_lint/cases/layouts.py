"""How a table stands in text: one function for each layout of real reports, grids in, lines out.

The numbers are those under which the domain notes list the flavours of real reports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from goi_lint.cases.grid import GridRow, printed

Grids = Sequence[Sequence[GridRow]]
Layout = Callable[[Grids, str, Random], str]


def cells(grids: Grids, spans: str, rng: Random) -> str:
    """1: one cell a line behind a TAB, rows parted by a blank line."""
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in _rows(grids, spans))


def tabs(grids: Grids, spans: str, rng: Random) -> str:
    """2: one row a line, cells parted by TABs."""
    return "\n".join("\t".join(map(_one_line, row)) for row in _rows(grids, spans))


def lines(grids: Grids, spans: str, rng: Random) -> str:
    """3: one cell a line, a blank line between all of them, cells of spans lost."""
    return "\n\n".join(cell for row in _rows(grids, "missing") for cell in row)


def trailing_pipes(grids: Grids, spans: str, rng: Random) -> str:
    """4: `规章 | 0 | 0 | 0 |`."""
    return "\n".join(" | ".join(map(_one_line, row)) + " |" for row in _rows(grids, spans))


def pipes(grids: Grids, spans: str, rng: Random) -> str:
    """5: `| 规章 | 0 | 0 | 0 |`."""
    return "\n".join("| " + " | ".join(map(_one_line, row)) + " |" for row in _rows(grids, spans))


def cell_pipes(grids: Grids, spans: str, rng: Random) -> str:
    """6: one cell and its pipe a line, rows parted by a blank line."""
    return "\n\n".join("\n".join(f"{cell} |" for cell in row) for row in _rows(grids, spans))


def cell_pipes_run(grids: Grids, spans: str, rng: Random) -> str:
    """6: the same with nothing between the rows."""
    return "\n".join(f"{cell} |" for row in _rows(grids, spans) for cell in row)


def lone_pipes(grids: Grids, spans: str, rng: Random) -> str:
    """7: a pipe alone on its line behind each cell, rows parted by a blank line."""
    return "\n\n".join("\n".join(f"{cell}\n|" for cell in row) for row in _rows(grids, spans))


def lone_pipes_run(grids: Grids, spans: str, rng: Random) -> str:
    """7: the same with nothing between the rows."""
    return "\n".join(f"{cell}\n|" for row in _rows(grids, spans) for cell in row)


def empty_pipes(grids: Grids, spans: str, rng: Random) -> str:
    """8: spans as runs of empty pipes, `| |||`."""
    return "\n".join(
        "|" + "|".join(f" {_one_line(cell)} " if cell else "" for cell in row) + "|"
        for row in _rows(grids, "padded")
    )


def paste(grids: Grids, spans: str, rng: Random) -> str:
    """10: pasted from PDF: values on one line parted by blanks, long labels split around them."""
    return "\n".join(_pasted(row, rng) for grid in grids for row in grid)


def markdown(grids: Grids, spans: str, rng: Random) -> str:
    """Give one Markdown table; line breaks within a cell are `<br>`."""
    rows = [[cell.replace("\n", "<br>") for cell in row] for row in _rows(grids, "padded")]
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    rows.insert(1, ["---"] * width)
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _rows(grids: Grids, spans: str) -> list[list[str]]:
    return [printed(row, spans) for grid in grids for row in grid]


def _one_line(cell: str) -> str:
    return cell.replace("\n", " ")


def _pasted(row: GridRow, rng: Random) -> str:
    labels = [slot.text for slot in row if slot.kind not in ("value", "across", "down")]
    values = " ".join(slot.text for slot in row if slot.kind == "value")
    if not (values and labels and len(labels[-1]) > 12 and rng.random() < 0.7):
        return " ".join(_one_line(text) for text in [*labels, values] if text)
    half = len(labels[-1]) * 2 // 3
    head, tail = labels[-1][:half], labels[-1][half:]
    return "\n".join((" ".join([*labels[:-1], head]), values, tail))


LAYOUTS: Mapping[str, Layout] = {
    "cells": cells,
    "tabs": tabs,
    "lines": lines,
    "trailing-pipes": trailing_pipes,
    "pipes": pipes,
    "cell-pipes": cell_pipes,
    "cell-pipes-run": cell_pipes_run,
    "lone-pipes": lone_pipes,
    "lone-pipes-run": lone_pipes_run,
    "empty-pipes": empty_pipes,
    "paste": paste,
    "markdown": markdown,
}
