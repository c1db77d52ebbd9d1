"""Lines are taken apart by their stencil as they are without one, whatever numbers they hold."""

from __future__ import annotations

from random import Random

import pytest

from goi_lint.assemble.pouring import Given
from goi_lint.assemble.stencils import case_of, zones_in
from goi_lint.assemble.tokens import tokens_of
from goi_lint.cases.flavours import write
from goi_lint.model.document import Paragraph
from goi_lint.readers import txt
from writing.base import draft
from writing.flavours import all_flavours

LONG = (
    "本机关在政府网站和便民服务大厅公布了各类文件并按要求作了解读其中涉及群众办事的 {} 件"
    "都附有办理指南和联系方式供群众查阅"
)
LINES = {
    "cells, one a line": "\t自然人\n\t{}\n\t{}\n\t总计\n\t{}",
    "rows with tabs": "自然人\t{}\t{}\n总计\t{}\t0",
    "rows with pipes": "| 自然人 | {} | {} |\n| 总计 | {} | 0 |",
    "rows without marks": "自然人 {} {}\n总计 {} 0",
    "a number of a page": "自然人 {}\n— {} —\n总计 {}",
    "a number before a dash": "自然人 {}\n{} —\n总计 {}",
    "a number of a page in words": "自然人 {}\n第 {} 页\n总计 {}",
    "digits behind a dash": "自然人\t—\t{}\n总计\t-\t{}\t{}",
    "a line that is running text if its number is long": f"自然人 {{}}\n{LONG}\n总计 {{}}",
    "a number that goes on in the next line": "\t自然人\n{}\n\t总计\n\t{}\n{}",
    "a blank cell that a number completes": "\t自然人\n\t\n{}\n\t总计\n\t{}\n\t{}",
    "numbering that is torn": "{} .其他 {}\n3 、 总计 {}",
    "a label that begins with a number": "{}.其他\t{}\n总计{}\t0",
    "two numbers in a cell": "自然人\t{} {}\n总计\t{}",
    "a page's own lines": "自然人 {}\n\n\n2024 {}\n总计 {}",
}
NUMBERS = (
    ("0", "0", "0"),
    ("12", "3", "15"),
    ("999", "1234", "7"),
    ("123456789", "1234567890", "98765432109876543210"),
    ("1,204", "12,345,678,901,234,567,890", "1,20"),
    ("12.5", "0.00", "3.14159265"),
    ("-12", "-3", "+15"),
    ("-1,204", "−8.5", "-1234567890"),
    ("１２", "007", "+8"),
    ("", "—", "见附件"),
)


def plainly(text: str) -> Given:
    tokens = tokens_of(lines_of(text))
    return Given(tuple(token.text for token in tokens), tuple(token.place for token in tokens))


def stencilled(text: str) -> Given:
    given, _ = zones_in(lines_of(text))
    return Given(tuple(given.texts), tuple(given.places))


def lines_of(text: str) -> list[Paragraph]:
    return [block for block in txt.read(text.encode(), "a.txt").blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_lines_are_taken_apart_alike(line: str) -> None:
    case_of.cache_clear()
    for numbers in NUMBERS * 3:
        text = line.format(*numbers)
        assert stencilled(text) == plainly(text), numbers


@pytest.mark.parametrize("flavour", list(all_flavours()), ids=lambda flavour: flavour.name)
def test_reports_are_taken_apart_alike(flavour: object) -> None:
    case_of.cache_clear()
    for seed in range(6):
        text = write(draft("form_2021", Random(seed), "department"), flavour)  # type: ignore[arg-type]
        assert stencilled(text) == plainly(text), f"seed {seed}"


def test_the_third_report_has_its_numbers_read_alone() -> None:
    case_of.cache_clear()
    made = []
    for number in range(4):
        zones_in(lines_of(f"自然人\t{number}\n总计\t1{number}\n"))
        made.append(case_of.cache_info().hits)
    assert made == [0, 1, 2, 3]
