"""Paragraphs to the outline: front, the sections of the six parts, closing; regions for the tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import attrgetter

from goi_lint.assemble.closing import split_closing
from goi_lint.assemble.grids import opened, rows_of
from goi_lint.assemble.headings import find_headings, may_head, split_run_in
from goi_lint.lazy import lazy
from goi_lint.model.document import Block, Grid, Paragraph, Picture, span
from goi_lint.model.outline import Heading, Outline, Section
from goi_lint.text.normalise import BLANK_MARKS, fold
from goi_lint.typed import cast

_WRAPPED = 25
_SENTENCE_ENDS = "。！？；：…!?;:）)”》】"
_NEW_ITEM = lazy(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[#*\-•·●◆■▲]")
_TITLE = lazy(r".{0,60}信息公开.{0,12}(?:报告|年报)$")
_NOTHING = "".join(BLANK_MARKS) + "|"
_TEXT = attrgetter("text")
_DENIAL = lazy("无|暂无|没有|未")


class Region:
    """What stands between two headings: blocks in order, tables not yet told apart.

    `table` and `covered`, the indexes of blocks that a table stands in, are filled in when the tables are read.
    """

    def __init__(self, heading: Heading | None) -> None:
        self.heading = heading
        self.blocks: list[Paragraph | Grid] = []
        self.pictures: list[Picture] = []
        self.table: str | None = None
        self.covered: list[range] = []

    def narrative(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs outside tables that hold more than blanks and pipes."""
        outside: list[Paragraph | Grid] = []
        after = 0
        for indexes in sorted(self.covered, key=attrgetter("start")):
            outside += self.blocks[after : indexes.start]
            after = max(after, indexes.stop)
        outside += self.blocks[after:]
        return tuple([text for text in _texts(outside) if text.text.strip(_NOTHING)])


def _texts(blocks: Iterable[Paragraph | Grid]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from rows_of(block)
        else:
            yield block


def regions_of(blocks: Sequence[Block]) -> list[Region]:
    """Cut the document at the headings of its parts; the first region, without heading, is the front."""
    kept: list[Paragraph | Grid] = []
    pictures: list[tuple[int, Picture]] = []
    telling: list[int] = []
    after = 0
    for index in _not_plain(blocks):
        block = blocks[index]
        parts = _parts_of(block)
        if parts is None:  # it is kept with the lines around it
            telling.append(len(kept) + index - after)
            continue
        kept += cast("Sequence[Paragraph]", blocks[after:index])
        if isinstance(block, Picture):
            pictures.append((len(kept), block))
        telling += range(len(kept), len(kept) + len(parts))
        kept += parts
        after = index + 1
    kept += cast("Sequence[Paragraph]", blocks[after:])
    return _cut(kept, find_headings(_lines_of(kept), telling), pictures)


def _parts_of(block: Block) -> Sequence[Paragraph | Grid] | None:
    """Return what a block is cut into; None for a line that is kept as it is."""
    if isinstance(block, Paragraph):
        return split_run_in(block)
    return tuple(opened(block)) if isinstance(block, Grid) else ()


def _not_plain(blocks: Sequence[Block]) -> list[int]:
    """Return the indexes of the blocks that are no lines, or lines that may be headings; most are neither."""
    if set(map(type, blocks)) == {Paragraph}:
        return list(compress(range(len(blocks)), map(may_head, map(_TEXT, blocks))))
    return [
        index
        for index, block in enumerate(blocks)
        if not isinstance(block, Paragraph) or may_head(block.text)
    ]


def _cut(
    blocks: Sequence[Paragraph | Grid],
    headings: Iterable[tuple[int, int, Heading]],
    pictures: Iterable[tuple[int, Picture]],
) -> list[Region]:
    """Cut the blocks at their headings; pictures come with the number of blocks before them."""
    regions = [Region(None)]
    starts: list[int] = []
    after = 0
    for first, last, heading in headings:
        regions[-1].blocks += blocks[after:first]
        regions.append(Region(heading))
        regions[-1].blocks += _said_in(heading)
        starts.append(first)
        after = last + 1
    regions[-1].blocks += blocks[after:]
    for before, picture in pictures:
        regions[bisect_left(starts, before)].pictures.append(picture)
    return regions


def _lines_of(blocks: Sequence[Paragraph | Grid]) -> Sequence[Paragraph]:
    """Return what stands for the blocks among the lines: a grid is a row of cells, and so no heading."""
    if Grid not in set(map(type, blocks)):
        return cast("Sequence[Paragraph]", blocks)
    return [Paragraph("\t|\t", block.place) if isinstance(block, Grid) else block for block in blocks]


def _said_in(heading: Heading) -> list[Paragraph]:
    """Return the text that a heading is itself: 六、无其他需要报告的事项."""
    return [Paragraph(heading.title, heading.place)] if _DENIAL.match(heading.title) else []


def outline_of(regions: Sequence[Region], whole: bool = False) -> Outline:
    """Return the outline; what closes the last region is the report's closing.

    `whole` says that no paragraph is broken over lines.
    """
    texts = [region.narrative() for region in regions]
    closing: tuple[Paragraph, ...] = ()
    if len(regions) > 1:
        texts[-1], closing = split_closing(texts[-1])
    if not whole:
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
