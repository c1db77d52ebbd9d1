"""Printed rows to the blocks of a table: what is header, what is a row with its cells, what is neither."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from goi_lint.assemble.items import Item
from goi_lint.assemble.rows import UNMARKED, PrintedRow, Shape, printed_rows
from goi_lint.assemble.vocabulary import Entry
from goi_lint.model.form import FormTable
from goi_lint.model.table import LabelKind

EntriesOf = Callable[[tuple[Entry, ...]], Sequence[Entry]]
"""What a label means in the table in question."""
_ROW_KINDS = frozenset({LabelKind.ROW, LabelKind.ROW_GROUP})
_HEADER_KINDS = frozenset(LabelKind) - _ROW_KINDS


class Body:
    """A row below a header: its label, the key of the form's row (None while unknown) and its cells."""

    __slots__ = ("cells", "is_group", "key", "label", "shape")

    def __init__(
        self, label: Item | None, key: str | None, shape: Shape = UNMARKED, is_group: bool = False
    ) -> None:
        self.label = label
        self.key = key
        self.shape = shape
        self.is_group = is_group
        self.cells: list[Item] = []


class Segment:
    """What belongs to one block: its header, its rows, and texts between them that are neither.

    `header_width` counts the cells of the printed row that holds the columns, 0 where rows are not marked.
    """

    __slots__ = ("block", "bodies", "groups", "header", "header_width", "loose")

    def __init__(self, block: str) -> None:
        self.block = block
        self.header: list[Item] = []
        self.header_width = 0
        self.bodies: list[Body] = []
        self.loose: list[Item] = []
        self.groups: list[tuple[Item, Entry]] = []


class Segmenter:
    """Deals the printed rows of one table to its blocks."""

    def __init__(self, table: FormTable, entries_of: EntriesOf) -> None:
        self._table = table
        self._entries_of = entries_of
        self._segments = {block.key: Segment(block.key) for block in table.blocks}
        self._header: list[Item] = []
        self._width = 0
        self._in_body = True
        self._block = table.blocks[0].key
        self._unlabelled = {block.key for block in table.blocks if not block.rows[0].label.text}

    def deal(self, items: Sequence[Item]) -> Iterable[Segment]:
        """Return the blocks in the form's order."""
        for row in printed_rows(items):
            self._take(row)
        self._close_header()
        return self._segments.values()

    def _take(self, row: PrintedRow) -> None:
        kinds = [self._kind(item.entries) if item.entries else None for item in row.items]
        first = next((index for index, kind in enumerate(kinds) if kind in _ROW_KINDS), None)
        if first is None:
            first = self._start_of_unknown_row(row, kinds)
        if row.marked and first == len(row.items) and LabelKind.COLUMN in kinds:
            self._width = first
        if first:
            self._take_header(row.items[:first], kinds[:first])
        end = next((at for at in range(first, len(kinds)) if kinds[at] in _HEADER_KINDS), len(kinds))
        if first < end:
            whole = end == len(kinds)
            self._take_body(row if whole else PrintedRow(row.items[:end], row.marked), first, kinds)
        if end < len(kinds):
            self._take(PrintedRow(row.items[end:], row.marked))

    def _kind(self, meanings: tuple[Entry, ...]) -> LabelKind | None:
        entries = self._entries_of(meanings)
        return entries[0].kind if entries else None

    def _start_of_unknown_row(self, row: PrintedRow, kinds: Sequence[LabelKind | None]) -> int:
        """Return where a row without known label begins: at the text before its cells, or at its first cell."""
        known = max((index for index, kind in enumerate(kinds) if kind), default=-1)
        cells = [i for i in range(known + 1, len(kinds)) if row.items[i].value]
        texts = [i for i in range(known + 1, len(kinds)) if not row.items[i].value and not row.items[i].blank]
        if not cells:
            blanks = len(row.items) - known - 1
            return known + 1 if self._awaits_blanks(blanks, texts) else len(row.items)
        before = [index for index in texts if index < cells[0]]
        if self._block in self._unlabelled and len(texts) > len(cells):
            return len(row.items)
        if before:
            return before[-1] + (self._block in self._unlabelled)
        return known + 1 if row.marked else cells[0]

    def _awaits_blanks(self, blanks: int, texts: Sequence[int]) -> bool:
        """Tell whether so many blank cells are the unlabelled row of this block, all of it blank."""
        block = next(block for block in self._table.blocks if block.key == self._block)
        return block.key in self._unlabelled and not texts and blanks >= len(block.columns)

    def _take_header(self, items: Sequence[Item], kinds: Sequence[LabelKind | None]) -> None:
        texts = [item for item in items if not item.value and not item.blank]
        if any(kinds) and self._in_body:
            self._in_body = False
        if self._in_body:
            self._segments[self._block].loose += texts
            return
        self._header += texts
        for item, kind in zip(items, kinds, strict=True):
            if kind is LabelKind.BLOCK:
                self._block = self._entries_of(item.entries)[0].block

    def _take_body(self, row: PrintedRow, first: int, kinds: Sequence[LabelKind | None]) -> None:
        bodies, groups = self._bodies(row, first, kinds)
        blocks = [
            entries[0].block
            for body in bodies
            if body.label and (entries := self._entries_of(body.label.entries))
        ]
        if blocks:
            self._block = blocks[0]
        self._close_header()
        segment = self._segments[self._block]
        segment.bodies += bodies
        segment.groups += groups

    def _close_header(self) -> None:
        if not self._in_body:
            segment = self._segments[self._block]
            segment.header += self._header
            segment.header_width = self._width
        self._header = []
        self._in_body = True

    def _bodies(
        self, row: PrintedRow, first: int, kinds: Sequence[LabelKind | None]
    ) -> tuple[list[Body], list[tuple[Item, Entry]]]:
        bodies: list[Body] = []
        groups: list[tuple[Item, Entry]] = []
        width = len(row.items)
        for index in range(first, len(row.items)):
            item, kind = row.items[index], kinds[index]
            if bodies and kind is None and (item.value or item.blank):
                bodies[-1].cells.append(item)
                continue
            shape = (width, index) if row.marked else UNMARKED
            if kind in _ROW_KINDS:
                entry = self._entries_of(item.entries)[0]
                is_group = kind is LabelKind.ROW_GROUP
                if is_group:
                    groups.append((item, entry))
                if not bodies or bodies[-1].key != entry.label.key or bodies[-1].cells:
                    bodies.append(Body(item, entry.label.key, shape, is_group))
            elif item.value or item.blank or (item.marked and bodies and not bodies[-1].is_group):
                if not bodies:
                    bodies.append(Body(None, None, shape))
                bodies[-1].cells.append(item)
            elif not bodies or bodies[-1].is_group or bodies[-1].cells:
                bodies.append(Body(item, None, shape))
        return [body for body in bodies if not body.is_group or any(c.value for c in body.cells)], groups
