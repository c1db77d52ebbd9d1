"""Paragraphs to the outline: front, the sections of the six parts, closing; regions for the tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from goi_lint.assemble.closing import split_closing
from goi_lint.assemble.headings import find_headings, split_run_in
from goi_lint.lazy import lazy
from goi_lint.model.document import Block, Paragraph, Picture, span
from goi_lint.model.outline import Heading, Outline, Section
from goi_lint.text.normalise import fold, is_blank

_WRAPPED = 25
_SENTENCE_ENDS = "。！？；：…!?;:）)”》】"
_NEW_ITEM = lazy(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[#*\-•·●◆■▲]")
_TITLE = lazy(r".{0,60}信息公开.{0,12}(?:报告|年报)$")
_DENIAL = lazy("无|暂无|没有|未")


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
        """Return the paragraphs outside tables that hold more than blanks and pipes."""
        inside = {line for lines in self.table_lines for line in lines}
        outside = [p for p in self.paragraphs if (p.place.line or 0) not in inside]
        return tuple(p for p in outside if not is_blank(p.text.replace("|", "")))


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
    starts: list[int] = []
    after = 0
    for first, last, heading in find_headings(paragraphs):
        regions[-1].paragraphs += paragraphs[after:first]
        regions.append(Region(heading))
        regions[-1].paragraphs += _said_in(heading)
        starts.append(first)
        after = last + 1
    regions[-1].paragraphs += paragraphs[after:]
    for before, picture in pictures:
        regions[bisect_left(starts, before)].pictures.append(picture)
    return regions


def _said_in(heading: Heading) -> list[Paragraph]:
    """Return the text that a heading is itself: 六、无其他需要报告的事项."""
    return [Paragraph(heading.title, heading.place)] if _DENIAL.match(heading.title) else []


def outline_of(regions: Sequence[Region]) -> Outline:
    """Return the outline; what closes the last region is the report's closing."""
    texts = [region.narrative() for region in regions]
    closing: tuple[Paragraph, ...] = ()
    if len(regions) > 1:
        texts[-1], closing = split_closing(texts[-1])
    texts = [rejoined(text) for text in texts]
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


def rejoined(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Rejoin broken lines: a long line that ends without punctuation goes on in the next."""
    runs: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if runs and _goes_on(runs[-1][-1], paragraph):
            runs[-1].append(paragraph)
        else:
            runs.append([paragraph])
    return tuple(run[0] if len(run) == 1 else _whole(run) for run in runs)


def _whole(run: Sequence[Paragraph]) -> Paragraph:
    first, last = run[0], run[-1]
    text = first.text.rstrip() + "".join(paragraph.text.strip() for paragraph in run[1:])
    return Paragraph(text, span(first.place, last.place), first.level)


def _goes_on(first: Paragraph, second: Paragraph) -> bool:
    """Tell whether a line ends at the margin, not at the end of its sentence, title or item."""
    if first.level or second.level or (second.place.line or 0) - (first.place.end_line or 0) != 1:
        return False
    if "\t" in first.text or "\t" in second.text or second.text[:1] in " \u3000\u00a0":
        return False
    text = first.text.rstrip()
    if len(text) < _WRAPPED or text[-1:] in _SENTENCE_ENDS or _TITLE.fullmatch(fold(text)):
        return False
    return not _NEW_ITEM.match(second.text.lstrip())
