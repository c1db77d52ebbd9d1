"""The headings of the six parts among the lines of a report.

Rows of the tables (三、本年度办理结果), subheads and enumerations look like headings. A line is one by the
official wording; or by its numeral and a word of its part together; or, for a part that is still
missing, by likeness in the one place where it can stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from goi_lint.assemble.heading_lines import (
    LONGEST,
    NUMERAL,
    Line,
    could_be_heading,
    holds_cells,
    is_on_topic,
    line_at,
    official_titles,
    title_of,
)
from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph, span
from goi_lint.model.outline import Heading
from goi_lint.text.normalise import fold, is_blank
from goi_lint.text.numbers import read_integer

_PARTS = range(1, 7)
_LONGEST_RUN_IN = 30
_NUMBERED = frozenset("第一二三四五六123456１２３４５６")
_GOES_ON = lazy(r"\d{4}年|本年|今年|我[省市县区镇乡局委办厅街]|(?:无|暂无|没有)[^、]{0,12}$")
_ALIKE = 0.7
_NEARLY_THE_SAME = 0.9
_FEWEST = 3
"""So many headings show how a report numbers its parts, or make a table of contents."""
_LONGEST_ENTRY = 60

Lines = Mapping[int, Line]
Parts = dict[int, int]
"""Index of a heading's first paragraph to the number of its part."""


def find_headings(
    paragraphs: Sequence[Paragraph], telling: Iterable[int] | None = None
) -> list[tuple[int, int, Heading]]:
    """Return the headings in order, each with the indexes of its first and last paragraph.

    `telling` are the indexes of those that may be one (`may_head`), all of them where it is left out.
    """
    lines = _lines(paragraphs, range(len(paragraphs)) if telling is None else telling)
    parts = _without_contents(_by_wording(lines, paragraphs), paragraphs)
    parts = _without_subheads(parts, lines)
    for part in _PARTS:
        if part not in parts.values() and (index := _by_position(part, lines, parts)) is not None:
            parts[index] = part
    return [
        (index, lines[index].last, _heading(lines[index], parts[index], paragraphs))
        for index in sorted(parts)
    ]


def _lines(paragraphs: Sequence[Paragraph], telling: Iterable[int]) -> dict[int, Line]:
    lines: dict[int, Line] = {}
    last = -1
    for index in telling:
        if index > last and (line := line_at(paragraphs, index)):
            lines[index] = line
            last = line.last
    return lines


@lru_cache(maxsize=4096)
def may_head(text: str) -> bool:
    """Tell whether a line of that text may be a heading, or begin with one, wherever it stands.

    Most lines are cells and labels, which come again in every report: this spares them all other questions.
    """
    if holds_cells(text):
        return False
    if could_be_heading(text):
        return True
    bare = text.strip()
    return bare[:1] in _NUMBERED and _end_of_run_in(bare) is not None


def split_run_in(paragraph: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    """Split a paragraph that goes on after a heading in the same line: 一、总体情况。2023年…"""
    text = paragraph.text.strip()
    end = _end_of_run_in(text) if text[:1] in _NUMBERED else None
    if end is None:
        return None
    head = Paragraph(text[:end], paragraph.place, paragraph.level)
    return head, Paragraph(text[end:].strip(), paragraph.place)


@lru_cache(maxsize=4096)
def _end_of_run_in(text: str) -> int | None:
    """Return where the text after the heading begins, None where no heading leads it."""
    if text[:1] not in _NUMBERED or "\t" in text or "|" in text:
        return None
    match = NUMERAL.match(fold(text[:LONGEST]))
    if not match:
        return None
    marks = [at for at, mark in enumerate(text[:LONGEST]) if mark in "。：:；; 　\u00a0"]
    for at in marks:
        if title_of(text[:at]) in official_titles() and not is_blank(text[at + 1 :]):
            return at + 1
    for at in range(4, min(len(text), LONGEST)):
        if _GOES_ON.match(text, at) and title_of(text[:at]) in official_titles():
            return at
    at = next((at for at in marks if text[at] in "。：:"), len(text))
    deviates = at <= _LONGEST_RUN_IN and not match["numeral"].isdecimal() and not is_blank(text[at + 1 :])
    if deviates and is_on_topic(title_of(text[:at]), int(read_integer(match["numeral"]) or 0)):
        return at + 1
    return None


def _by_wording(lines: Lines, paragraphs: Sequence[Paragraph]) -> Parts:
    """Return the lines that are headings by their wording; in brackets where the others are none or contents."""
    parts: Parts = {}
    for index, line in lines.items():
        if line.style != "bracketed" and (part := line.worded):
            parts[index] = part
    if parts and not _is_listing(sorted(parts), parts, paragraphs):
        return parts
    bracketed = {i: part for i, line in lines.items() if line.style and (part := line.official)}
    return bracketed if len({*bracketed} - {*parts}) >= _FEWEST else parts


def _without_contents(parts: Parts, paragraphs: Sequence[Paragraph]) -> Parts:
    """Leave out a table of contents: all titles before the first that comes again, nothing of length between.

    The introduction may stand between the contents and the first part.
    """
    indexes = sorted(parts)
    seen: set[int] = set()
    for count, index in enumerate(indexes):
        if parts[index] not in seen:
            seen.add(parts[index])
            continue
        later = {parts[other] for other in indexes[count:]}
        if seen <= later and _is_listing(indexes[:count], parts, paragraphs):
            return {other: parts[other] for other in indexes[count:]}
        break
    return parts


def _is_listing(indexes: Sequence[int], parts: Parts, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether these titles have no text between them: nothing but subheads, page numbers, short lines."""
    if len(indexes) < _FEWEST or indexes[-1] - indexes[0] > (_FEWEST + 1) * len(indexes):
        return False
    between = (paragraphs[at].text for at in range(indexes[0], indexes[-1]) if at not in parts)
    return all(len(text) <= _LONGEST_ENTRY and "。" not in text and "\t" not in text for text in between)


def _without_subheads(parts: Parts, lines: Lines) -> Parts:
    """Leave out subheads: numbered otherwise than the parts are, where the part has a heading of its own."""
    right = Counter(lines[index].style for index, part in parts.items() if lines[index].numeral == part)
    style, count = max(right.items(), key=itemgetter(1), default=("", 0))
    levels = Counter(lines[index].level for index in parts if lines[index].style == style)
    level = max(levels, key=levels.__getitem__, default=None)
    own: Parts = {}
    for index, part in sorted(parts.items()):
        if (
            lines[index].numeral == part
            and lines[index].style == style
            and not _is_deeper(lines[index], level)
        ):
            own.setdefault(part, index)
    return {
        index: part
        for index, part in parts.items()
        if not _is_subhead(lines[index], part, style if count >= _FEWEST else None, own.get(part), level)
    }


def _is_deeper(line: Line, level: int | None) -> bool:
    return line.level is not None and level is not None and line.level > level


def _is_subhead(line: Line, part: int, style: str | None, own: int | None, level: int | None) -> bool:
    """Tell whether a line is none of the parts' headings; `own` is where the part has one, `style` how all are."""
    if own is None:
        return style is not None and line.style != style and not line.official
    if line.first == own:
        return False
    return (
        (style is not None and line.style != style)
        or _is_deeper(line, level)
        or (line.numeral != part and line.first < own)
    )


def _by_position(part: int, lines: Lines, parts: Parts) -> int | None:
    """Return the one line between a missing part's neighbours that is like its title."""
    before = max((index for index, known in parts.items() if known < part), default=-1)
    after = min((index for index, known in parts.items() if known > part), default=None)
    if after is None and part < _PARTS[-1]:
        return None
    if (after is not None and after < before) or (part > 1 and before < 0):
        return None
    styles = {lines[index].style for index in parts}
    between = (
        line for line in lines.values() if before < line.first and (after is None or line.first < after)
    )
    found = [line.first for line in between if _could_be(line, part, styles)]
    return found[0] if len(found) == 1 else None


def _could_be(line: Line, part: int, styles: set[str]) -> bool:
    """Tell whether a line that stands where a part is missing is its heading, the wording or the numeral wrong."""
    if line.style == "bracketed":
        return line.numeral == part == line.official
    if not (line.style in styles or line.style == ""):
        return False
    if not (line.is_on_topic(part) or line.numeral == part):
        return False
    numbered_as_others = line.style in styles
    return line.likeness(part) >= (_ALIKE if numbered_as_others else _NEARLY_THE_SAME)


def _heading(line: Line, part: int, paragraphs: Sequence[Paragraph]) -> Heading:
    title, text = line.printed()
    place = span(paragraphs[line.first].place, paragraphs[line.last].place)
    return Heading(part, line.numeral, title, line.official == part, text, place)
