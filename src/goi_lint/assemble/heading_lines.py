"""Lines of a report as headings: what could be one, its numeral, its title, how much that is like an official one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from goi_lint.assemble.forms import load_forms
from goi_lint.assemble.vocabulary import likeness, vocabulary
from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph
from goi_lint.text.normalise import canonical, fold, tidy, unfolded
from goi_lint.text.numbers import read_integer
from goi_lint.tuples import NamedTuple

LONGEST = 48
NUMERAL = lazy(
    r"(?P<ordinal>第)?0?(?P<numeral>[一二三四五六七八九]|[1-9])"
    r"(?(ordinal)(?:部分|章|节)[、.,:;。)]*|(?:[、.,:;。)]+|(?=[^、.,:;。)\d年月日是十百])))"
)
_BRACKETED = lazy(r"\((?P<numeral>[一二三四五六])\)[、.,:]?")
_FRAME = " \t|｜"
_ENDS = "、.,:;。【】◆●■★▲*# "
_DOTS = lazy(r"(?:\.{2,}|…+|·{2,})\d*$")
_SENTENCE = lazy(r"[。;!?]")
_TOPICS: Mapping[int, re.Pattern[str]] = {
    1: lazy("总体|概述|概况|综述|基本情况|工作情况$"),
    2: lazy("主动公开"),
    3: lazy("(?=.*(?:公开|信息))(?!.*(?:复议|诉讼|申请人|补正|新收|结转)).*申请"),
    4: lazy("复议|诉讼"),
    5: lazy("问题|不足|改进|困难"),
    6: lazy("(?:其[他它]|需要).*(?:事项|情况|报告|说明)"),
}


class Line(NamedTuple):
    """A line that might be a heading.

    `title` is its folded text without numeral and punctuation at its ends, `start` where that begins in the
    folded `text`; a heading may be broken over two paragraphs, `first` to `last`. `style` says how it is numbered,
    `official` which part has this title word for word, `worded` which part it is of by that or by its numeral and a
    word of that part together.
    """

    first: int
    last: int
    text: str
    level: int | None
    start: int
    title: str
    numeral: int | None
    style: str
    official: int | None
    worded: int | None

    def printed(self) -> tuple[str, str]:
        """Return the title and the whole line as they are printed."""
        return _printed(self.text, self.start, self.start + len(self.title))

    def is_on_topic(self, part: int) -> bool:
        """Tell whether the title has a word that belongs to that part."""
        return is_on_topic(self.title, part)

    def likeness(self, part: int) -> float:
        """Return how like it is to a title of that part, from 0 to 1."""
        title = canonical(self.title)
        return max(
            likeness(title, official) for official, number in official_titles().items() if number == part
        )


@cache
def official_titles() -> Mapping[str, int]:
    """Return the official titles of the parts in canonical form with the number of their part."""
    titles: dict[str, int] = {}
    for form in load_forms().values():
        for part in form.parts:
            titles.update({canonical(title): part.number for title in (part.short, part.long) if title})
    return titles


def is_on_topic(title: str, part: int) -> bool:
    """Tell whether a title has a word that belongs to that part."""
    topic = _TOPICS.get(part)
    return bool(topic and topic.search(title))


def title_of(text: str) -> str:
    """Return the canonical text without numeral and punctuation at its ends."""
    folded = fold(text).strip(_ENDS)
    match = NUMERAL.match(folded)
    return canonical((folded[match.end() :] if match else folded).strip(_ENDS))


def holds_cells(raw: str) -> bool:
    """Tell at a glance that a line is no heading and leads none: several cells, or a number."""
    text = raw.strip(_FRAME)
    return "\t" in text or "|" in text or text.isdecimal()


def could_be_heading(raw: str) -> bool:
    """Tell whether a line might be a heading or begin one that is broken: no sentence, no cell, no number."""
    return _heading_in(raw) is not None


def line_at(paragraphs: Sequence[Paragraph], index: int) -> Line | None:
    """Return the line at that index if it might be a heading: no sentence, no piece of a table's label."""
    raw, _, level = paragraphs[index]
    found = _known(raw)
    if found is None:
        return None
    text, reading = found
    if not reading.official:
        if reading.broken and (joined := _joined(text, level, paragraphs, index)):
            return joined
        if reading.label or not reading.title:
            return None
    return reading.line(index, index, text, level)


def _heading_in(raw: str) -> tuple[str, _Reading] | None:
    """Return the text that might be a heading, and what it says."""
    text = raw.strip(_FRAME)
    if not 1 < len(text) <= 2 * LONGEST or text.isdecimal() or "\t" in text or "|" in text:
        return None
    if _is_sentence(text):
        return None
    reading = _read(text)
    idle = not reading.official and ("\t" in raw or "|" in raw or reading.idle)
    return None if idle else (text, reading)


_known = lru_cache(maxsize=1024)(_heading_in)
"""The same for lines that may be headings, remembered: official headings come again in every report."""


def _is_sentence(text: str) -> bool:
    """Tell whether a line is too long for a heading, or holds the end of a sentence."""
    plain = fold(text).rstrip(_ENDS)
    return len(plain) > LONGEST or _SENTENCE.search(plain) is not None


class _Reading(NamedTuple):
    """What a line says, wherever it stands: the first fields are those of `Line`.

    `label`: a piece of a table's label; `broken`: it may be the beginning of a heading that is broken over lines;
    `idle`: neither that nor a heading.
    """

    start: int
    title: str
    numeral: int | None
    style: str
    official: int | None
    worded: int | None
    label: bool
    broken: bool
    idle: bool

    def line(self, first: int, last: int, text: str, level: int | None) -> Line:
        """Return the line of that text that stands there."""
        return Line(first, last, text, level, *self[:6])


@lru_cache(maxsize=4096)
def _read(text: str) -> _Reading:
    """Read a line; the labels of the tables come again in every report."""
    folded = fold(text)
    bare = folded.lstrip(_ENDS)
    match = _BRACKETED.match(bare) if bare.startswith("(") else NUMERAL.match(bare)
    rest = bare[match.end() :] if match else bare
    start = len(folded) - len(rest.lstrip(_ENDS))
    title = rest.strip(_ENDS)
    if "." in title or "…" in title or "·" in title:
        title = _DOTS.sub("", title).rstrip(_ENDS)
    style = _style(match)
    numeral = read_integer(match["numeral"]) if match else None
    official = official_titles().get(canonical(title))
    label = canonical(text) in _labels()
    broken = bool(title or style) and _begins_title(canonical(title))
    return _Reading(
        start=start,
        title=title,
        numeral=numeral,
        style=style,
        official=official,
        worded=official or (numeral if numeral and is_on_topic(title, numeral) else None),
        label=label,
        broken=broken,
        idle=(label or not title) and not broken,
    )


@lru_cache(maxsize=1024)
def _printed(text: str, start: int, end: int) -> tuple[str, str]:
    return tidy(unfolded(text, start, end)), tidy(text)


def _style(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    if "ordinal" not in match.re.groupindex:
        return "bracketed"
    return "ordinal" if match["ordinal"] else "digit" if match["numeral"].isdecimal() else "numeral"


def _joined(text: str, level: int | None, paragraphs: Sequence[Paragraph], index: int) -> Line | None:
    """Join a heading that is broken over two lines, of which that text is the first: the whole has official wording."""
    if index + 1 >= len(paragraphs):
        return None
    second = paragraphs[index + 1].text
    if len(second) > LONGEST or "\t" in second or "|" in second:
        return None
    text += second.strip()
    reading = _read(text)
    return reading.line(index, index + 1, text, level) if reading.official else None


@lru_cache(maxsize=4096)
def _begins_title(text: str) -> bool:
    return any(title.startswith(text) for title in official_titles())


@cache
def _labels() -> str:
    """Return all labels of the tables as one text: a piece of it is a piece of a cell that is broken."""
    return "\n".join(vocabulary())
