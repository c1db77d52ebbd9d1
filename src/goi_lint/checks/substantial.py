"""A part says something: it is not too short and does more than deny."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import beginning_of, found, is_empty, text_of
from goi_lint.checks.subject import at_part, numeral, the_part
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern
from goi_lint.typed import TypedDict

NAME = "substantial"
FACTS: Mapping[str, str] = {
    "numeral": "the part's numeral: 五",
    "text": "how the part's text begins",
    "characters": "how many characters it has, punctuation left out",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`part`: its number; `characters`: how many it needs; `patterns`: texts that say nothing."""

    part: int
    characters: int
    patterns: list[Pattern]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for a part that is too short or only says that there is nothing."""
    section = the_part(report, params["part"])
    if is_empty(section):
        raise AbsentError(Words("该部分为空（见 GOI025）", "the part is empty (see GOI025)"))
    text = text_of(section)
    characters = sum(map(str.isalnum, text))
    if characters < params["characters"] or found(params["patterns"], text):
        facts = {"numeral": numeral(params["part"]), "text": beginning_of(section), "characters": characters}
        yield Problem(at_part(params["part"], section.heading.place), facts)
