"""Reports that tell their own numbers in many wordings and formats: true ones yield nothing, a wrong one is found."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from goi_lint.cases.draft import Draft
from goi_lint.cases.flavours import Flavour, write
from goi_lint.linter import Linter, build_linter
from goi_lint.plugins import build_plugins
from writing.base import draft
from writing.docx import write_docx
from writing.flavours import any_flavour, encode
from writing.html import STYLES, write_html
from writing.told import numbers_of, told

FORMS = ("form_2019", "form_2021")
RULES = ("GOI103", "GOI104", "GOI105", "GOI106")
PLAIN, MIXED, OTHERWISE = 200, 150, 150
"""Reports as plain text, as text of any layout and decoration, as web pages and Word files."""
WRONG = (
    *(
        "received",
        "disposed",
        "brought",
        "carried",
        "natural",
        "organisation",
        "granted",
        "public",
        "refused",
    ),
    *("review", "suits"),
)
"""What is told wrong, one at a time."""


@cache
def linter() -> Linter:
    return build_linter(build_plugins())


def found(data: bytes, name: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message.zh) for finding in linter().lint_bytes(data, name).findings]


def report(seed: str, wrong: str = "") -> Draft:
    rng = Random(seed)
    return told(draft(rng.choice(FORMS), rng), rng, wrong)


@pytest.mark.parametrize("tens", range(PLAIN // 10))
def test_true_numbers_yield_nothing(tens: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        text = write(report(f"plain {seed}"), Flavour("tabs"), seed)
        assert found(text.encode(), "report.txt") == [], f"seed {seed}"


@pytest.mark.parametrize("tens", range(MIXED // 10))
def test_no_flavour_makes_them_wrong(tens: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        flavour = any_flavour(Random(seed))
        data = encode(write(report(f"mixed {seed}"), flavour, seed))
        assert of_numbers(found(data, f"report{flavour.extension}")) == [], f"seed {seed}: {flavour.name}"


def _page(style: str) -> Callable[[Draft, int], tuple[bytes, str]]:
    return lambda report, seed: (write_html(report, style=style, seed=seed), "report.html")


def _word(**how: bool) -> Callable[[Draft, int], tuple[bytes, str]]:
    return lambda report, seed: (write_docx(report, seed=seed, **how), "report.docx")


WRITERS = {
    **{f"HTML {style}": _page(style) for style in STYLES},
    "docx": _word(),
    "docx with counted headings": _word(numbered=True),
    "docx with tables in tables": _word(nested=True),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_no_format_makes_them_wrong(writer: str) -> None:
    for seed in range(OTHERWISE // len(WRITERS)):
        data, name = WRITERS[writer](report(f"{writer} {seed}"), seed)
        assert of_numbers(found(data, name)) == [], f"seed {seed}"


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_number_is_found(wrong: str) -> None:
    rule = "GOI104" if wrong in ("review", "suits") else "GOI103"
    for seed in range(25):
        rng = Random(f"{wrong} {seed}")
        blameless = draft(rng.choice(FORMS), rng)
        assert numbers_of(blameless)["received"] > 0
        text = write(told(blameless, rng, wrong), Flavour("tabs"), seed)
        rules = {rule for rule, _ in found(text.encode(), "report.txt")}
        assert rule in rules <= set(RULES), f"seed {seed}"


def of_numbers(findings: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [finding for finding in findings if finding[0] in RULES]
