"""One report of a body and year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checks.several import BODY, HOME, Said, digest, related, said, sentences, series, together
from goi_lint.checks.series import reported_once
from goi_lint.digesting import digest_of
from goi_lint.linter import build_linter
from goi_lint.model.digest import Digest, Series
from goi_lint.plugins import build_plugins

EXAMPLES = Path(__file__).parents[3] / "examples"
TEXT = sentences(10)
FIRST = digest(text=TEXT, path="a.docx", format="docx")
PDF = FIRST._replace(path="a.pdf", format="pdf")
TORN = digest(text=[*TEXT[:8], "页末断开的半句"], path="a.pdf", format="pdf")
UNREAD = digest(cells={"requests.received.total": None}, text=TEXT, path="a.pdf", format="pdf")
OTHER_FIGURES = digest(cells={"requests.received.total": 5}, text=TEXT, path="b.pdf", format="pdf")
OTHER_TEXT = digest(text=sentences(10, "乙"), path="b.pdf", format="pdf")
COPY = FIRST._replace(path="copy/a.docx")


def _facts(others: tuple[str, ...], difference: str) -> dict[str, Any]:
    return {
        "body": BODY,
        "year": 2023,
        "count": len(others) + 1,
        "others": others,
        "difference": difference,
    }


SILENT = {
    "one": series(FIRST),
    "one a year": series(FIRST, digest(2022)),
    "the same in two formats": series(FIRST, PDF),
    "in three formats": series(FIRST, PDF, FIRST._replace(path="a.html", format="html")),
    "a format that tears sentences": series(FIRST, TORN),
    "a format in which a cell could not be read": series(FIRST, UNREAD),
    "a format without the tables": series(FIRST, TORN._replace(figures={})),
    "given for comparison as well": series(FIRST, COPY._replace(earlier=True)),
    "twice, but for comparison": series(FIRST._replace(earlier=True), OTHER_TEXT._replace(earlier=True)),
}
REPORTS: dict[str, tuple[Series, Said]] = {
    "other figures": (series(FIRST, OTHER_FIGURES), [("a.docx", "document", _facts(("b.pdf",), "figures"))]),
    "another text": (series(FIRST, OTHER_TEXT), [("a.docx", "document", _facts(("b.pdf",), "text"))]),
    "a copy": (series(FIRST, COPY), [("a.docx", "document", _facts(("copy/a.docx",), "nothing"))]),
    "three, of which two are one": (
        series(FIRST, PDF, OTHER_FIGURES),
        [("a.docx", "document", _facts(("b.pdf",), "figures"))],
    ),
    "three": (
        series(FIRST, OTHER_TEXT, OTHER_FIGURES._replace(path="c.pdf")),
        [("a.docx", "document", _facts(("b.pdf", "c.pdf"), "figures"))],
    ),
    "another one is given for comparison": (
        series(FIRST._replace(path="z.docx"), OTHER_TEXT._replace(earlier=True)),
        [("z.docx", "document", _facts(("b.pdf",), "text"))],
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Series) -> None:
    assert said(reported_once, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Series, expected: Said) -> None:
    assert said(reported_once, given) == expected


def test_the_others_are_related() -> None:
    assert related(reported_once, REPORTS["three"][0], {}) == [[("b.pdf", "document"), ("c.pdf", "document")]]


def test_bodies_without_a_place_are_not_matched_by_name() -> None:
    nameless = [each._replace(home=None) for each in (FIRST, OTHER_TEXT)]
    assert together(nameless).series == ()


def test_one_year_of_two_is_doubled() -> None:
    earlier: list[Digest] = [digest(2022, path="2022.txt"), digest(2022, path="2022b.txt")]
    found = said(reported_once, series(*earlier, FIRST))
    assert [(path, facts["year"]) for path, _, facts in found] == [("2022.txt", 2022)]


@pytest.mark.parametrize(
    "names",
    [
        ("faultless-government-2024.txt", "faultless-printed-2024.pdf"),
        ("faultless-site-2022.html", "faultless-town-2022.txt"),
        ("old-form-2022.txt", "old-form-word-2022.doc"),
        ("sums-2023.txt", "sums-word-2023.docx"),
    ],
    ids=lambda names: names[1],
)
def test_the_examples_in_two_formats_are_one_report(names: tuple[str, str]) -> None:
    """Their places are made up, so that it is not known whose they are."""
    linter = build_linter(build_plugins())
    reports = [linter.read_report((EXAMPLES / name).read_bytes(), name) for name in names]
    assert said(reported_once, series(*(digest_of(report)._replace(home=HOME) for report in reports))) == []
