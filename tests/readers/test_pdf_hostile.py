"""PDFs that are damaged or made to do harm: each is read or refused with a reason, soon."""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import monotonic

import pytest

from data.made_pdf import Sheet, ruled, shown, table, write
from goi_lint.errors import ReadError
from goi_lint.readers import pdf

FILES = sorted((Path(__file__).parents[1] / "data" / "pdf").glob("*.pdf"))
GOOD = write([Sheet(table([["自然人", "总计"], ["12", "13"]], 100, 700)), Sheet(shown("下一页", 100, 700))])
LINE = "0 0 m 9 9 l S\n"
GRID = ruled(range(0, 6000, 6), range(0, 6000, 6))
DEEP = [f"/X{at} Do " * 10 for at in range(1, 9)] + [LINE]


def outcome(data: bytes) -> str:
    """Return whether the bytes are read or refused; anything else is an error."""
    try:
        pdf.read(data, "report.pdf")
    except ReadError:
        return "refused"
    return "read"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_cut_off_anywhere_is_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    outcomes = {outcome(data[:end]) for end in range(0, len(data), 1000)}
    assert outcomes <= {"read", "refused"}


@pytest.mark.parametrize("seed", range(6))
def test_a_file_with_wrong_bytes_is_read_or_refused(seed: int) -> None:
    rng = Random(seed)
    data = GOOD if seed % 2 else FILES[seed].read_bytes()
    assert {outcome(flipped(data, rng)) for _ in range(50)} <= {"read", "refused"}


def flipped(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 5, 50, 500))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


HARMFUL = {
    "a page that unpacks to 100 MB": write([Sheet(" " * 100_000_000)]),
    "forms that draw forms": write([Sheet("/X0 Do " * 10, forms=DEEP)]),
    "a million lines": write([Sheet(LINE * 1_000_000)]),
    "a line of a million points": write([Sheet("0 0 m " + "9 9 l 5 6 l " * 500_000 + "S\n")]),
    "a million characters": write([Sheet("".join(shown("字" * 900, 0, y, 1) for y in range(1100)))]),
    "5,000 pages": write([Sheet("")] * 5_000),
    "300 pages full of cells": write(
        [Sheet(shown("字", 9, 9) + ruled(range(0, 590, 6), range(0, 840, 6), "path"))] * 300
    ),
    "300 pages full of characters": write(
        [Sheet("".join(shown("字" * 450, 0, y * 8, 1) for y in range(100)))] * 300
    ),
    "a grid of a million cells": write([Sheet(shown("字", 9, 9) + GRID, box=(0, 0, 6000, 6000))]),
}


@pytest.mark.parametrize("case", HARMFUL)
def test_harm_is_refused_soon(case: str) -> None:
    start = monotonic()
    assert outcome(HARMFUL[case]) == "refused"
    assert monotonic() - start < 10
