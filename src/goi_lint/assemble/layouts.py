"""The tokens of a region to its tables, layout by layout.

Reports that were made from one page or file look the same but for their numbers, and a number says nothing of where it
belongs. So tokens that differ in the values of cells only are one layout, and it is taken apart and bound once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from goi_lint.assemble.binding import Binder
from goi_lint.assemble.evidence import FormSigns, signs_of
from goi_lint.assemble.items import Item, items_of
from goi_lint.assemble.pouring import Binding, source_of
from goi_lint.assemble.tokens import Token
from goi_lint.assemble.vocabulary import anchors
from goi_lint.model.form import Form
from goi_lint.text.normalise import canonical
from goi_lint.text.numbers import looks_like_value

_FEWEST_LABELS = 3
_MOST_LAYOUTS = 64
_VALUE = "0"


class Sheet:
    """The tokens of one region; equal to others of the same layout."""

    __slots__ = ("_hash", "_shape", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        texts = [token.text for token in tokens]
        masked = tuple([_VALUE if text.isdecimal() or looks_like_value(text) else text for text in texts])
        marks = tuple([(token.row, token.hard, token.marked, token.column, token.edge) for token in tokens])
        self._shape = (masked, marks)
        self._hash = hash(self._shape)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sheet) and self._shape == other._shape


class Zone:
    """What stands of one table in a layout: its items, and what they betray of the form."""

    def __init__(self, key: str, items: Sequence[Item]) -> None:
        self.key = key
        self.items = items
        self.signs: FormSigns = signs_of(items)
        self._bindings: dict[str, Binding] = {}

    def blocks_in(self, tokens: Sequence[Token]) -> range:
        """Return the indexes of the blocks that it covers in a region of this layout."""
        first, last, _ = source_of(self.items[0], self.items[-1])
        return range(tokens[first].block, max(tokens[last].block, tokens[last].until) + 1)

    def bound(self, form: Form) -> Binding:
        """Return how the zone is bound to a form."""
        if form.key not in self._bindings:
            self._bindings[form.key] = Binder(form.tables[self.key], form.key).bind(self.items)
        return self._bindings[form.key]


@lru_cache(maxsize=_MOST_LAYOUTS)
def zones_of(sheet: Sheet) -> tuple[Zone, ...]:
    """Return the tables of a layout, cut where the labels of another table begin; a few stray labels make no table."""
    return tuple(_zones(items_of(sheet.tokens)))


def _zones(items: Sequence[Item]) -> Iterator[Zone]:
    marks = [(index, key) for index, item in enumerate(items) if item.entries and (key := _table_of(item))]
    start = 0
    while start < len(marks):
        key = marks[start][1]
        stop = start
        while stop < len(marks) and marks[stop][1] == key:
            stop += 1
        end = marks[stop][0] if stop < len(marks) else len(items)
        zone = items[marks[start][0] : end]
        if stop - start >= _FEWEST_LABELS and any(item.value or item.blank for item in zone):
            yield Zone(key, zone[: _last_cell(zone) + 1])
        start = stop


def _table_of(item: Item) -> str | None:
    """Return the table that the item is an anchor of."""
    return anchors().get(canonical(item.entries[0].label.text)) if item.entries else None


def _last_cell(zone: Sequence[Item]) -> int:
    """Return the index of the last label or cell; what follows is no part of the table."""
    last_label = max(index for index, item in enumerate(zone) if item.entries)
    last = last_label
    for index in range(last_label + 1, len(zone)):
        if _leaves_grid(zone[index - 1], zone[index]):
            break
        if zone[index].value or zone[index].blank:
            last = index
    return last


def _leaves_grid(before: Item, item: Item) -> bool:
    """Tell whether the one stands in a grid, and the other outside of it or in the next one."""
    if before.tokens[-1].column is None or before.row is None:
        return False
    return item.row is None or item.tokens[0].column is None or item.row > before.row + 1
