"""No paragraph of a part is longer than people like to read on a telephone."""

from collections.abc import Iterator, Mapping
from typing import TypedDict

from goi_lint.checks.subject import at_part
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report

NAME = "paragraphs_short"
FACTS: Mapping[str, str] = {
    "characters": "how many characters the paragraph has, blanks left out",
    "most": "how many it may have",
    "text": "how it begins",
}
CODES: Mapping[str, tuple[str, ...]] = {}
_BEGINNING = 12


class Params(TypedDict):
    """`part`: number of the part; `most`: how many characters a paragraph may have, blanks left out."""

    part: int
    most: int


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each paragraph that is too long."""
    section = report.outline.part(params["part"])
    if section is None:
        raise AbsentError(Words("没有这一部分", "the part is not there"))
    for paragraph in section.paragraphs:
        text = "".join(paragraph.text.split())
        if len(text) > params["most"]:
            facts = {"characters": len(text), "most": params["most"], "text": f"{text[:_BEGINNING]}…"}
            yield Problem(at_part(params["part"], paragraph.place), facts)
