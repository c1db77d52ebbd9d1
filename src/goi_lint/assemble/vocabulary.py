"""Every label of every form, by its normal form: what a piece of text may be a label of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from goi_lint.assemble.forms import load_forms
from goi_lint.lazy import compiled, lazy
from goi_lint.model.form import FormBlock, FormLabel
from goi_lint.model.table import LabelKind
from goi_lint.text.normalise import canonical, without_numbering
from goi_lint.tuples import NamedTuple

_UNIT_OF_COUNT = lazy(r"\(单位:[件个条项]\)$")
_LONGEST_TITLE = 30
_ALIKE = 0.6
_MARGIN = 0.08


class Entry(NamedTuple):
    """One label of one form."""

    form: str
    table: str
    block: str
    kind: LabelKind
    label: FormLabel


@cache
def vocabulary() -> Mapping[str, tuple[Entry, ...]]:
    """Return all labels of all forms by canonical text."""
    found: dict[str, list[Entry]] = {}
    for form in load_forms().values():
        for table in form.tables.values():
            for block in table.blocks:
                for kind, label in labels_of(block):
                    entry = Entry(form.key, table.key, block.key, kind, label)
                    for text in (label.text, *label.variants):
                        if text:
                            found.setdefault(canonical(text), []).append(entry)
    return {text: tuple(entries) for text, entries in found.items()}


@cache
def around_slashes() -> re.Pattern[str]:
    """Return what finds blanks beside the `/` of a label: alone, the sign would stand for an empty cell."""
    labels = [text.split("/") for text in vocabulary() if text.count("/") == 1]
    halves = [(re.escape(head), re.escape(tail)) for head, tail in labels if head and tail]
    return compiled(
        "|".join(rf"(?<={head})\s+(?=[/／])|(?<=[/／])\s+(?={tail}(?:\s|$))" for head, tail in halves)
        or "(?!)"
    )


@cache
def _titles() -> Mapping[str, tuple[Entry, ...]]:
    """Return the titles of blocks by their text."""
    return {
        text: entries
        for text, entries in vocabulary().items()
        if all(entry.kind is LabelKind.BLOCK for entry in entries)
    }


@cache
def _title_ends() -> frozenset[str]:
    return frozenset(title[-1] for title in _titles())


def entries_of_title(text: str) -> tuple[Entry, ...]:
    """Return the entries of the block whose title the text clearly means: 「第20条第五项」.

    A title of other wording begins a block as well as the official one does, so it must be known early.
    """
    if len(text) > _LONGEST_TITLE or text[-1:] not in _title_ends():
        return ()
    scores = sorted(((likeness(text, title), title) for title in _titles()), reverse=True)
    (best, title), (second, _) = scores[:2]
    return _titles()[title] if best >= _ALIKE and best - second > _MARGIN else ()


class Narrowed:
    """The entries of labels as far as they stand in one table of one form.

    Remembered by identity: the entries of a label live as long as the vocabulary.
    """

    __slots__ = ("_form", "_known", "_table")

    def __init__(self, form: str, table: str) -> None:
        self._form = form
        self._table = table
        self._known: dict[int, tuple[Entry, ...]] = {}

    def of(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return those of one label's entries that stand in the table."""
        found = self._known.get(id(entries)) if entries else entries
        if found is None:
            here = (self._form, self._table)
            found = tuple(entry for entry in entries if (entry.form, entry.table) == here)
            self._known[id(entries)] = found
        return found


@cache
def narrowed(form: str, table: str) -> Narrowed:
    """Return what remembers the entries of that table."""
    return Narrowed(form, table)


@cache
def anchors() -> Mapping[str, str]:
    """Return the canonical labels that stand in one table only, with that table's key.

    Short ones (其他) are left out: they may be a half of another table's label.
    """
    tables = {text: {entry.table for entry in entries} for text, entries in vocabulary().items()}
    return {text: next(iter(keys)) for text, keys in tables.items() if len(keys) == 1 and len(text) > 2}


@cache
def telltales() -> Mapping[str, str]:
    """Return the canonical telltale labels with the key of the form they betray."""
    return {canonical(text): form.key for form in load_forms().values() for text in form.telltales}


@cache
def longest_label() -> int:
    """Return the length of the longest canonical label."""
    return max(map(len, vocabulary()))


def labels_of(block: FormBlock) -> Iterator[tuple[LabelKind, FormLabel]]:
    """Yield every label of a block with its kind."""
    if block.title:
        yield LabelKind.BLOCK, block.title
    for label in block.corners:
        yield LabelKind.CORNER, label
    for label in block.column_groups:
        yield LabelKind.COLUMN_GROUP, label
    for column in block.columns:
        yield LabelKind.COLUMN, column.label
    for label in block.row_groups:
        yield LabelKind.ROW_GROUP, label
    for row in block.rows:
        yield LabelKind.ROW, row.label


def is_exact(text: str, label: FormLabel) -> bool:
    """Tell whether the text is the label word for word, but for blanks, width, style of numbering and 「单位：件」."""
    if text == label.text:
        return True
    plain = canonical(text)
    officials = {canonical(official) for official in (label.text, *label.variants)}
    return plain in officials or (plain[-1:] == ")" and _UNIT_OF_COUNT.sub("", plain) in officials)


@lru_cache(maxsize=8192)
def likeness(text: str, official: str) -> float:
    """Return how alike two labels are, from 0 to 1; numbering does not count, abbreviations count as alike."""
    one, other = without_numbering(text), without_numbering(official)
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) >= 4 and short in long:
        return 0.7 + 0.3 * len(short) / len(long)
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
