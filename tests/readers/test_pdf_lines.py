"""Characters of a PDF as lines and paragraphs, where fonts give each character a box of its own."""

from __future__ import annotations

from itertools import cycle

import pytest

from goi_lint.readers.pdf_flow import goes_on, margins, text_of
from goi_lint.readers.pdf_lines import TextLine, lines_of
from goi_lint.readers.pdf_runs import Glyph, runs_of

SIZE, STEP = 12.0, 20.0
HEIGHTS = (10.0, 13.0, 11.5)


def written(text: str, left: float, foot: float, tall: float) -> list[Glyph]:
    """Return the characters of a line; letters and digits are half as wide and less high."""
    found: list[Glyph] = []
    for sign in text:
        wide, high = (SIZE / 2, 8.5) if sign.isascii() else (SIZE, tall)
        top = foot - (tall + high) / 2
        found.append((left, top, left + wide, top + high, sign, 0))
        left += wide
    return found


def paragraphs(rows: list[tuple[str, float]]) -> list[str]:
    """Return the paragraphs of rows of text that begin at their places, each of another height."""
    glyphs = [
        glyph
        for at, ((text, left), tall) in enumerate(zip(rows, cycle(HEIGHTS)))
        for glyph in written(text, left, 100 + STEP * at, tall)
    ]
    lines = lines_of(runs_of(glyphs), "\t")
    margin = margins(lines, 100 + 2 * 90.0 + 20 * SIZE)
    found: list[list[TextLine]] = []
    for line in lines:
        if found and goes_on(found[-1][-1], line, margin, same_page=True):
            found[-1].append(line)
        else:
            found.append([line])
    return [text_of(some) for some in found]


FULL, FIRST = "字" * 20, "首" * 18
PARAGRAPHS: dict[str, tuple[list[tuple[str, float]], list[str]]] = {
    "lines of different heights": (
        [(FIRST, 114), (FULL, 90), ("尾。", 90), (FIRST, 114), (FULL, 90), ("完。", 90)],
        [FIRST + FULL + "尾。", FIRST + FULL + "完。"],
    ),
    "a line that begins with an address": (
        [
            (FIRST, 114),
            (FULL, 90),
            ("字" * 16 + "邮箱：", 90),
            ("xxgk@luanchuan.gov.cn）。", 90),
            (FIRST, 114),
        ],
        [FIRST + FULL + "字" * 16 + "邮箱：xxgk@luanchuan.gov.cn）。", FIRST],
    ),
    "a date at the right edge": (
        [(FIRST, 114), (FULL, 90), (FULL, 90), ("二〇二二年一月", 246), ("分享", 90)],
        [FIRST + FULL * 2, "二〇二二年一月", "分享"],
    ),
}


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_lines_become_paragraphs(case: str) -> None:
    rows, expected = PARAGRAPHS[case]
    assert paragraphs(rows) == expected


def sharing(text: str, shared: str) -> list[Glyph]:
    """Return the characters of a line of which some are one glyph: they share its box."""
    before, _, after = text.partition(shared)
    left = 90 + SIZE * len(before)
    box = (left, 90.0, left + SIZE * 1.5, 102.0)
    glyphs = [(*box, sign, 0) for sign in shared]
    return [*written(before, 90, 102, SIZE), *glyphs, *written(after, box[2], 102, SIZE)]


@pytest.mark.parametrize(
    ("text", "shared"), [("一月——二月", "——"), ("办公ffl室", "ffl"), ("——二月", "——"), ("一月……", "……")]
)
def test_characters_that_are_one_glyph_are_all_read(text: str, shared: str) -> None:
    glyphs = sharing(text, shared)
    aside = written("旁", 300, 103, SIZE)
    assert [line.text for line in lines_of(runs_of(glyphs))] == [text]
    assert [line.text for line in lines_of(runs_of(glyphs + aside), "\t")] == [f"{text}\t旁"]
