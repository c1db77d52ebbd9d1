"""The headings of the six parts among the lines of a report.

Rows of the tables (三、本年度办理结果) and subheads look like headings; what makes a heading is its
wording, and where that deviates, its numeral and its place in the sequence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from goi_lint.assemble.forms import load_forms
from goi_lint.assemble.vocabulary import likeness, vocabulary
from goi_lint.model.document import Paragraph, Place
from goi_lint.model.outline import Heading
from goi_lint.text.normalise import canonical, fold, is_blank, tidy
from goi_lint.text.numbers import read_integer

_LONGEST = 48
_NUMERAL = re.compile(
    r"(?:第)?([一二三四五六七八九]|[1-9])(?:部分)?(?:[、.,:。．]+|(?=[^、.,:。\d年月日是]))"
)
_ENDS = "、.,:;。 "
_SENTENCE = re.compile(r"[。;!?；！？]")
_DENIAL = re.compile("无|没有|未")
_CERTAIN = 0.8
_WITH_NUMERAL = 0.55


class Line(NamedTuple):
    """A line that might be a heading: its numeral, its text without numeral and punctuation at the ends."""

    at: int
    """Index of its paragraph."""
    numeral: int | None
    title: str
    last: int
    """Index of its last paragraph: a heading may be broken over two."""


@cache
def official_titles() -> Mapping[str, int]:
    """Return the official titles of the parts in canonical form with the number of their part."""
    titles: dict[str, int] = {}
    for form in load_forms().values():
        for part in form.parts:
            titles.update({canonical(title): part.number for title in (part.short, part.long) if title})
    return titles


def find_headings(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int, Heading]]:
    """Return the headings in order, each with the indexes of its first and last paragraph."""
    lines = [line for index in range(len(paragraphs)) if (line := _line(paragraphs, index))]
    parts = {line.at: part for line in lines if (part := _part_by_wording(line))}
    parts = _without_contents(parts, paragraphs)
    for part in range(1, 7):
        if part not in parts.values() and (index := _by_position(part, lines, parts)) is not None:
            parts[index] = part
    return [
        (line.at, line.last, _heading(line, parts[line.at], paragraphs)) for line in lines if line.at in parts
    ]


def split_run_in(paragraph: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    """Split a paragraph that goes on after an official heading in the same line: 一、总体情况。2023年…"""
    text = paragraph.text.strip()
    if len(text) <= 12 or "\t" in text or "|" in text:
        return None
    match = _NUMERAL.match(text)
    if not match:
        return None
    for end in (index for index, mark in enumerate(text[:_LONGEST]) if mark in "。：: 　"):
        title = canonical(text[match.end() : end])
        if title in official_titles() and not is_blank(text[end + 1 :]):
            head = Paragraph(text[: end + 1], paragraph.place, paragraph.level)
            return head, Paragraph(text[end + 1 :].strip(), paragraph.place)
    return None


def _line(paragraphs: Sequence[Paragraph], index: int) -> Line | None:
    text = paragraphs[index].text
    if "\t" in text or "|" in text or len(text) > 2 * _LONGEST:
        return None
    folded = fold(text)
    if not folded or len(folded) > _LONGEST or _SENTENCE.search(folded.rstrip(_ENDS)):
        return None
    if canonical(text) in vocabulary():
        return None
    match = _NUMERAL.match(folded)
    numeral = read_integer(match[1]) if match else None
    title = (folded[match.end() :] if match else folded).strip(_ENDS)
    if not title:
        return None
    return _completed(Line(index, numeral, title, index), paragraphs)


def _completed(line: Line, paragraphs: Sequence[Paragraph]) -> Line:
    """Join a heading that is broken over two lines."""
    titles = official_titles()
    if canonical(line.title) in titles or line.at + 1 >= len(paragraphs) or line.numeral is None:
        return line
    whole = line.title + fold(paragraphs[line.at + 1].text).strip(_ENDS)
    raw = fold(paragraphs[line.at].text)
    for text in (whole, raw[raw.find(line.title) :] + fold(paragraphs[line.at + 1].text).strip(_ENDS)):
        if canonical(text) in titles:
            return Line(line.at, line.numeral, text, line.at + 1)
    return line


def _part_by_wording(line: Line) -> int | None:
    title = canonical(line.title)
    exact = official_titles().get(title)
    if exact:
        return exact
    if line.title.startswith("(") or _DENIAL.search(title) or not _plausible(title):
        return None
    scores = sorted(
        ((likeness(title, official), part) for official, part in official_titles().items()), reverse=True
    )
    score, part = scores[0]
    least = _WITH_NUMERAL if line.numeral == part else _CERTAIN if line.numeral is None else 2.0
    return part if score >= least else None


@cache
def _pairs() -> frozenset[str]:
    return frozenset(title[i : i + 2] for title in official_titles() for i in range(len(title) - 1))


def _plausible(title: str) -> bool:
    """Tell cheaply whether a text could be like a title: a third of its character pairs stand in one."""
    pairs = [title[i : i + 2] for i in range(len(title) - 1)]
    return bool(pairs) and sum(pair in _pairs() for pair in pairs) * 3 >= len(pairs)


def _without_contents(parts: dict[int, int], paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Leave out a table of contents: three and more titles in a row, all of which come again later."""
    indexes = sorted(parts)
    run: list[int] = []
    for index in indexes:
        if run and index != run[-1] + 1:
            break
        run.append(index)
    later = {parts[index] for index in indexes if index > (run[-1] if run else -1)}
    if len(run) >= 3 and all(parts[index] in later for index in run):
        return {index: part for index, part in parts.items() if index not in run}
    return parts


def _by_position(part: int, lines: Sequence[Line], parts: Mapping[int, int]) -> int | None:
    """Return the one line that has the numeral of a missing part and stands between its neighbours."""
    before = max((index for index, known in parts.items() if known < part), default=-1)
    after = min((index for index, known in parts.items() if known > part), default=None)
    if after is None or after < before or (part > 1 and before < 0):
        return None
    found = [
        line.at
        for line in lines
        if line.numeral == part and before < line.at < after and not line.title.startswith("(")
    ]
    return found[0] if len(found) == 1 else None


def _heading(line: Line, part: int, paragraphs: Sequence[Paragraph]) -> Heading:
    first, last = paragraphs[line.at], paragraphs[line.last]
    text = tidy("".join(paragraph.text.strip() for paragraph in paragraphs[line.at : line.last + 1]))
    place = Place(first.place.line, last.place.end_line, first.place.page, first.place.paragraph)
    official = official_titles().get(canonical(line.title)) == part
    return Heading(part, line.numeral, _printed_title(text, line), official, text, place)


def _printed_title(text: str, line: Line) -> str:
    """Return the heading's text without its numeral, as printed."""
    if line.numeral is None:
        return text.strip(_ENDS)
    match = re.match(r"\s*第?\s*\S\s*(?:部\s*分)?\s*[、.,:：，。．\s]*", text)
    return text[match.end() :].strip(_ENDS) if match else text
