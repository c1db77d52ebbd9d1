"""Whatever happens to one cell of a report, no other number is ever bound to a wrong row or column."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goi_lint.assemble import assemble
from goi_lint.cases.flavours import Flavour, write
from goi_lint.readers import md, txt
from goi_lint.text.normalise import fold
from writing.base import draft
from writing.flavours import all_flavours, encode

STRAY = "7777"
NUMBER = re.compile(r"(?<![\d.,\w（(\u4e00-\u9fff])-?\d[\d.]*(?![\w.、年月日号件）])")
FIRST_LABEL = re.compile(r"第[\s|]*二[\s|]*十[\s|]*条")
AFTER = re.compile(r" ?\| ?|\t| |\n+\t?")
BEFORE = re.compile(r"( ?\| ?|\t| |\n+\t?)$")
FLAVOURS = [one for one in all_flavours() if not {"wide-digits", "thousands"} & set(one.decorations)]


def _cell_lost(text: str, rng: Random, number: re.Match[str]) -> str:
    """Take a cell out together with what parts it from its neighbour."""
    start, end = number.span()
    before = BEFORE.search(text[:start])
    if text[end : end + 1] == "\n" and before:
        return text[: before.start()] + text[end:]
    after = AFTER.match(text, end)
    return text[:start] + text[after.end() if after else end :]


def _cell_blanked(text: str, rng: Random, number: re.Match[str]) -> str:
    return text[: number.start()] + text[number.end() :]


def _cell_added(text: str, rng: Random, number: re.Match[str]) -> str:
    after = AFTER.match(text, number.end())
    return text[: number.start()] + STRAY + (after[0] if after else " ") + text[number.start() :]


def _line_lost(text: str, rng: Random, number: re.Match[str]) -> str:
    lines = text.split("\n")
    first, last = _tables(text)
    del lines[rng.randrange(text[:first].count("\n"), text[:last].count("\n"))]
    return "\n".join(lines)


def _number_between(text: str, rng: Random, number: re.Match[str]) -> str:
    first, last = _tables(text)
    place = rng.choice([index for index in range(first, last) if text[index] == "\n"])
    return f"{text[:place]}\n{STRAY}{text[place:]}"


def _tables(text: str) -> tuple[int, int]:
    """Return where the tables begin and end."""
    last = text.rfind("\n", 0, text.rfind("改进"))
    return next(FIRST_LABEL.finditer(text)).start(), last


Accident = Callable[[str, Random, re.Match[str]], str]
ACCIDENTS: list[Accident] = [_cell_lost, _cell_blanked, _cell_added, _line_lost, _number_between]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    flavour=st.sampled_from(FLAVOURS),
    form=st.sampled_from(["form_2019", "form_2021"]),
    accident=st.sampled_from(ACCIDENTS),
    seed=st.integers(0, 10**6),
)
def test_no_number_is_bound_to_another_label(
    flavour: Flavour, form: str, accident: Accident, seed: int
) -> None:
    rng = Random(seed)
    written = draft(form, Random(seed))
    text = write(written, flavour, seed)
    numbers = [
        match for match in NUMBER.finditer(text) if text.index("规") < match.start() < _tables(text)[1]
    ]
    assume(numbers)
    damaged = accident(text, rng, rng.choice(numbers))
    reader = md if flavour.extension == ".md" else txt
    report = assemble(reader.read(encode(damaged), f"x{flavour.extension}"))

    wrong = {
        (key, *cell): (text, read.text)
        for key, table in written.tables.items()
        if key in report.tables
        for cell, text in table.cells().items()
        if (read := report.tables[key].cells.get(cell)) and _differs(fold(text), read.text)
    }
    assert wrong == {}


def _differs(written: str, read: str) -> bool:
    """Tell whether a cell has the number of another: blank, or the number put in its place, is no such thing."""
    return read != "" and STRAY not in read and fold(read) != written
