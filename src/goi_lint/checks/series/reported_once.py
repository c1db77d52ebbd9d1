"""Of each year there is one report of a body.

The same report in several formats is one: their numbers do not contradict each other, and the text is the same but for
what reading a format may tear apart. So is a report that was given for comparison and is judged as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.digests import agreeing, at_report
from goi_lint.checks.overlap import characters, shared, text_of
from goi_lint.model.digest import Digest, Series
from goi_lint.model.finding import Problem
from goi_lint.typed import Literal, TypedDict

NAME = "reported_once"
SCOPE: Literal["series"] = "series"
FACTS: Mapping[str, str] = {
    "body": "the body",
    "year": "the year",
    "count": "how many different reports of that year there are",
    "others": "the files of the other ones",
    "difference": "in what they differ: figures, text or nothing",
}
CODES: Mapping[str, tuple[str, ...]] = {"difference": ("figures", "text", "nothing")}
_SAME_TEXT = 80
"""Formats of one report share so much of their text, in per cent: the ends of a PDF's pages tear sentences."""


class Params(TypedDict):
    """None."""


def check(series: Series, params: Params) -> Iterator[Problem]:
    """Yield one problem for each year of which there are several reports."""
    for same in series.doubled:
        different = _different(same)
        if len(different) > 1 and not different[0].earlier:
            yield _problem(series, different)


def contradicting(series: Series) -> bool:
    """Tell whether two reports of one year are not the same one."""
    return any(_difference(same[0], other) != "nothing" for same in series.doubled for other in same[1:])


def _different(same: tuple[Digest, ...]) -> list[Digest]:
    """Return the reports of one year without those that are another one of them once more."""
    found: list[Digest] = []
    for digest in same:
        if not any(_once_more(digest, other) for other in found):
            found.append(digest)
    return found


def _once_more(digest: Digest, other: Digest) -> bool:
    """Tell whether a file holds the report of another one, in another format or for comparison."""
    if digest.format == other.format and not digest.earlier:
        return False
    return _difference(digest, other) == "nothing"


def _problem(series: Series, different: list[Digest]) -> Problem:
    first, *others = different
    differences = [_difference(first, other) for other in others]
    facts = {
        "body": series.body,
        "year": first.identity.year,
        "count": len(different),
        "others": tuple(other.path for other in others),
        "difference": next(code for code in CODES["difference"] if code in differences),
    }
    return Problem(at_report(first), facts, tuple(at_report(other) for other in others))


def _difference(first: Digest, second: Digest) -> str:
    """Say in what two reports differ."""
    tables = first.figures.keys() | second.figures.keys()
    if not all(agreeing(first, second, key) for key in tables):
        return "figures"
    return "nothing" if _same_text(first, second) else "text"


def _same_text(first: Digest, second: Digest) -> bool:
    here, there = text_of(first), text_of(second)
    size = max(here.size, there.size)
    return characters(here, shared(here, there.sentences)) * 100 >= _SAME_TEXT * size
