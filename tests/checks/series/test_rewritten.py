"""The narrative is written anew."""

from __future__ import annotations

from typing import Any, cast

import pytest

from checks.several import FORMS, Said, digest, reason, related, rule_params, said, sentences, series
from goi_lint.checks.series import rewritten
from goi_lint.model.digest import Series

PARAMS = rule_params("GOI703")
PATH = "临江市水利局/2023.txt"
OLD = sentences(10)


def _two(later: list[str], earlier: list[str] = OLD) -> Series:
    return series(digest(2022, text=earlier), digest(2023, text=later))


def _facts(share: int, count: int, of: int, quotes: tuple[int, ...]) -> dict[str, Any]:
    return {
        "earlier_year": 2022,
        "year": 2023,
        "share": share,
        "sentences": count,
        "of": of,
        "quotes": quotes,
    }


LONG = "长" * 200
SHORT = [f"第{number:02}句".ljust(15, "短") for number in range(9)]
SILENT = {
    "other sentences": _two(sentences(10, "乙")),
    "half of it": _two([*OLD[:5], *sentences(5, "乙")]),
    "just below the share": _two([*OLD[:6], *sentences(5, "乙")]),
    "all of last year's, and twice as much besides": _two([*OLD, *sentences(20, "乙")]),
    "too few sentences, though most of the text": _two([*OLD[:4], LONG, "乙" * 12], [*OLD, LONG]),
    "too few characters, though most of the text": _two(
        [*SHORT, *sentences(2, "乙")], [*SHORT, *sentences(2)]
    ),
    "copied two years later": series(
        digest(2021, text=OLD), digest(2022, text=sentences(10, "乙")), digest(2023, text=OLD)
    ),
    "copied in a report that is not judged": series(
        digest(2021, text=OLD), digest(2022, text=OLD, earlier=True), digest(2023, text=sentences(10, "乙"))
    ),
}
REPORTS: dict[str, tuple[Series, Said]] = {
    "all of it": (_two(OLD), [(PATH, "document", _facts(100, 10, 10, (0, 1, 2)))]),
    "in another order": (_two(OLD[::-1]), [(PATH, "document", _facts(100, 10, 10, (0, 1, 2)))]),
    "just as much": (
        _two([*sentences(4, "乙"), *OLD[:6]]),
        [(PATH, "document", _facts(60, 6, 10, (4, 5, 6)))],
    ),
    "a part of last year's longer one": (
        _two(OLD[:6], [*OLD, *sentences(30, "乙")]),
        [(PATH, "document", _facts(100, 6, 6, (0, 1, 2)))],
    ),
    "sentences that are not short are quoted": (
        _two([*OLD[:6], LONG], [*OLD, LONG]),
        [(PATH, "document", _facts(100, 7, 7, (0, 1, 6)))],
    ),
    "of a report that is not judged": (
        series(digest(2022, text=OLD, earlier=True), digest(2023, text=OLD)),
        [(PATH, "document", _facts(100, 10, 10, (0, 1, 2)))],
    ),
}
ABSENT = {
    "too short this year": (_two(OLD[:5]), "正文较短，不比较"),
    "too short last year": (_two(OLD, OLD[:5]), "正文较短，不比较"),
    "one report": (series(digest(text=OLD)), "没有同一单位相邻两年的报告"),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Series) -> None:
    assert said(rewritten, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Series, expected: Said) -> None:
    assert said(rewritten, given, PARAMS) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Series, why: str) -> None:
    assert reason(rewritten, given, PARAMS) == why


def test_the_earlier_report_is_related() -> None:
    assert related(rewritten, _two(OLD), PARAMS) == [[("临江市水利局/2022.txt", "document")]]


def test_numbers_out_of_bounds_are_faults() -> None:
    wrong = rewritten.Params(share=101, least_sentences=0, least_characters=1)
    assert [fault.path for fault in rewritten.verify(wrong, FORMS)] == [("share",), ("least_sentences",)]
    assert list(rewritten.verify(cast(rewritten.Params, PARAMS), FORMS)) == []
