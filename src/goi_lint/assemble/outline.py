"""Paragraphs to the outline: front, the sections of the six parts, closing; regions for the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from goi_lint.assemble.headings import find_headings, split_run_in
from goi_lint.lazy import lazy
from goi_lint.model.document import Block, Paragraph, Picture, Place
from goi_lint.model.outline import Heading, Outline, Section
from goi_lint.text.normalise import fold, is_blank

_WRAPPED = 25
_SENTENCE_ENDS = "。！？；：…!?;:）)”》】"
_NEW_ITEM = lazy(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[#*\-•·]")
_DATE_ONLY = lazy(r"\(?[\d〇零○一二三四五六七八九]{4}[年\-/.].{1,8}")
_CLOSING_LINES = 4


class Region:
    """What stands between two headings: paragraphs in order, tables not yet told apart.

    `table` and `table_lines` are filled in when the tables are read.
    """

    def __init__(self, heading: Heading | None) -> None:
        self.heading = heading
        self.paragraphs: list[Paragraph] = []
        self.pictures: list[Picture] = []
        self.table: str | None = None
        self.table_lines: list[range] = []

    def narrative(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs outside tables, broken lines rejoined, tabs of stray cells gone."""
        outside = [
            p for p in self.paragraphs if not any((p.place.line or 0) in lines for lines in self.table_lines)
        ]
        return rejoined(p for p in outside if not is_blank(p.text.replace("|", "")))


def regions_of(blocks: Iterable[Block]) -> list[Region]:
    """Cut the document at the headings of its parts; the first region, without heading, is the front."""
    paragraphs: list[Paragraph] = []
    pictures: list[tuple[int, Picture]] = []
    for block in blocks:
        if isinstance(block, Picture):
            pictures.append((len(paragraphs), block))
        elif split := split_run_in(block):
            paragraphs.extend(split)
        else:
            paragraphs.append(block)
    regions = [Region(None)]
    starts = {first: (last, heading) for first, last, heading in find_headings(paragraphs)}
    skip = -1
    waiting = list(pictures)
    for index, paragraph in enumerate(paragraphs):
        while waiting and waiting[0][0] <= index:
            regions[-1].pictures.append(waiting.pop(0)[1])
        if index in starts:
            skip, heading = starts[index]
            regions.append(Region(heading))
        elif index > skip:
            regions[-1].paragraphs.append(paragraph)
    regions[-1].pictures += [picture for _, picture in waiting]
    return regions


def outline_of(regions: Sequence[Region]) -> Outline:
    """Return the outline; what closes the last region is the report's closing."""
    texts = [region.narrative() for region in regions]
    closing: tuple[Paragraph, ...] = ()
    if len(regions) > 1:
        texts[-1], closing = _split_closing(texts[-1])
    chosen = _chosen(regions, texts)
    sections = [
        Section(region.heading, text, tuple(region.pictures), region.table, counts=id(region) in chosen)
        for region, text in zip(regions, texts, strict=True)
        if region.heading
    ]
    return Outline(texts[0], tuple(sections), closing)


def _chosen(regions: Sequence[Region], texts: Sequence[Sequence[Paragraph]]) -> set[int]:
    """Return the regions that count: of doubled parts the one with the table, else the last with content."""
    best: dict[int, tuple[tuple[bool, bool, int], Region]] = {}
    for position, (region, text) in enumerate(zip(regions, texts, strict=True)):
        if region.heading is None:
            continue
        rank = (region.table is not None, bool(text), position)
        part = region.heading.part
        if part not in best or rank > best[part][0]:
            best[part] = rank, region
    return {id(region) for _, region in best.values()}


def _split_closing(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Part the signature, short lines of which the last is a date, from the text above it."""
    start = len(paragraphs)
    for index in range(len(paragraphs) - 1, max(-1, len(paragraphs) - 1 - _CLOSING_LINES), -1):
        text = fold(paragraphs[index].text)
        if len(text) > 40 or "。" in text:
            break
        if _DATE_ONLY.fullmatch(text) or _DATE_ONLY.search(text[-12:]):
            start = index
            if start and _is_signature(paragraphs[start - 1]):
                start -= 1
            break
    else:
        return paragraphs, ()
    return paragraphs[:start], paragraphs[start:]


def _is_signature(paragraph: Paragraph) -> bool:
    text = fold(paragraph.text)
    return (
        3 <= len(text) <= 40
        and text[-1] in "局厅委会室办院府部处心站队司所镇乡道社"
        and not re.search("[。;:,、]", text)
    )


def rejoined(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Rejoin broken lines: a long line that ends without punctuation goes on in the next."""
    result: list[Paragraph] = []
    for paragraph in paragraphs:
        if result and _goes_on(result[-1], paragraph):
            first = result[-1]
            place = Place(first.place.line, paragraph.place.end_line, first.place.page, first.place.paragraph)
            result[-1] = Paragraph(first.text.rstrip() + paragraph.text.lstrip(), place, first.level)
        else:
            result.append(paragraph)
    return tuple(result)


def _goes_on(first: Paragraph, second: Paragraph) -> bool:
    if first.level or second.level or (second.place.line or 0) - (first.place.end_line or 0) != 1:
        return False
    if "\t" in first.text or "\t" in second.text or second.text[:1] in " 　\u00a0":
        return False
    text = first.text.rstrip()
    if len(text) < _WRAPPED or text[-1:] in _SENTENCE_ENDS:
        return False
    return not _NEW_ITEM.match(second.text.lstrip())
