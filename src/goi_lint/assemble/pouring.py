"""A binding to a table: what the tokens of a report say is poured into the cells that its layout has.

A binding speaks of tokens by their index, and never of what a number says. So it is the same for every report of one
layout, and the same code makes the table of the first of them and of all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from operator import itemgetter

from goi_lint.assemble.items import Item
from goi_lint.model.document import Place, span
from goi_lint.model.form import FormTable, Holds, cell_key
from goi_lint.model.table import (
    Bound,
    Cell,
    Cells,
    ExtraRow,
    Fields,
    Label,
    LabelKind,
    Labels,
    Table,
    Unbound,
    UnboundRow,
)
from goi_lint.text.normalise import tidy
from goi_lint.text.numbers import MOST_DIGITS, read_cell
from goi_lint.tuples import NamedTuple, in_bulk
from goi_lint.typed import Any

_Read = tuple[str, bool, Decimal | int | None]
"""A cell's text as people would quote it, whether it is a number and nothing else, its value for sums."""
_Columns = tuple[Sequence[str], Sequence[bool], Iterable[Decimal | int | None]]
"""The same of all cells, field by field."""


class Given(NamedTuple):
    """The tokens of a region: the text of each, and where it stands."""

    texts: Sequence[str]
    places: Sequence[Place]


class Source(NamedTuple):
    """Where a text stands: the index of its first and last token; `text` is None where the first one says it."""

    first: int
    last: int
    text: str | None

    def text_in(self, given: Given) -> str:
        """Return what it says in a report of this layout."""
        return given.texts[self.first] if self.text is None else self.text

    def place_in(self, given: Given) -> Place:
        """Return where it stands in a report of this layout."""
        return span(given.places[self.first], given.places[self.last])


def source_of(*items: Item) -> Source:
    """Return where some items stand in a row; the text is that of a single one."""
    first, last = items[0].tokens[0].index, items[-1].tokens[-1].index
    return Source(first, last, None if items[0].value else items[0].text)


class Sources:
    """Many sources that are read at once: nearly all are one token, and say what that says."""

    __slots__ = ("_firsts", "_said", "_wide")

    def __init__(self, sources: Sequence[Source]) -> None:
        self._firsts = _taking([source.first for source in sources])
        self._said = [(at, text) for at, (_, _, text) in enumerate(sources) if text is not None]
        self._wide = [(at, source) for at, source in enumerate(sources) if source.first != source.last]

    def texts_in(self, given: Given) -> list[str]:
        """Return what they say in a report of this layout."""
        texts = list(self._firsts(given.texts))
        for at, text in self._said:
            texts[at] = text
        return texts

    def places_in(self, given: Given) -> list[Place]:
        """Return where they stand in a report of this layout."""
        places = list(self._firsts(given.places))
        for at, source in self._wide:
            places[at] = source.place_in(given)
        return places


def _taking(indexes: Sequence[int]) -> Callable[[Any], Iterable[Any]]:
    """Return what takes these members of a sequence, all at once."""
    if len(indexes) > 1:
        return itemgetter(*indexes)
    return itemgetter(slice(indexes[0], indexes[0] + 1) if indexes else slice(0))


class Slot(NamedTuple):
    """A cell of the layout, bound to the keys of its row and column."""

    row: str
    column: str
    row_label: str
    column_label: str
    holds: Holds
    source: Source
    bound: Bound


class Slots:
    """The cells of a layout, field by field: to make a table's cells at once takes a third of the time."""

    __slots__ = (
        "_amounts",
        "_bounds",
        "_columns",
        "_holds",
        "_keys",
        "_labels",
        "_plains",
        "_rows",
        "_sources",
    )

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._rows, self._columns = [slot.row for slot in slots], [slot.column for slot in slots]
        self._keys = list(map(cell_key, self._rows, self._columns))
        self._labels = [slot.row_label for slot in slots], [slot.column_label for slot in slots]
        self._holds = [slot.holds for slot in slots]
        self._amounts = [at for at, holds in enumerate(self._holds) if holds is Holds.AMOUNT]
        self._sources = Sources([slot.source for slot in slots])
        self._bounds = [slot.bound for slot in slots]
        self._plains = [True] * len(slots)

    def cells_in(self, given: Given) -> Cells:
        """Return the cells of a report of this layout by the keys of row and column."""
        raws = self._sources.texts_in(given)
        texts, plains, numbers = self._digits(raws) if _are_digits(raws) else self._read(raws)
        fields = Fields(texts, plains, self._holds, dict(zip(self._keys, numbers, strict=True)))
        return Cells(fields, partial(self._made, given, raws, fields))

    def _digits(self, raws: Sequence[str]) -> _Columns:
        return raws, self._plains, map(int, raws)

    def _read(self, raws: Sequence[str]) -> _Columns:
        read = list(map(_count, raws))
        for at in self._amounts:
            read[at] = _amount(raws[at])
        texts, plains, numbers = zip(*read, strict=True) if read else ((), (), ())
        return texts, plains, numbers

    def _made(self, given: Given, raws: Sequence[str], fields: Fields) -> list[Cell]:
        keys = self._rows, self._columns, *self._labels, self._holds
        values = [Decimal(value) if type(value) is int else value for value in fields.values.values()]
        places = self._sources.places_in(given)
        return in_bulk(Cell, (*keys, fields.texts, values, fields.plains, places, raws, self._bounds))


class LabelSlot(NamedTuple):
    """A label of the layout; fields as in `Label`."""

    kind: LabelKind
    block: str
    key: str
    printed: str
    official: str
    exact: bool
    source: Source


class LabelSlots:
    """The labels of a layout, field by field."""

    __slots__ = ("_exact", "_fields", "_regular", "_sources")

    def __init__(self, slots: Sequence[LabelSlot], *, regular: bool) -> None:
        self._fields = [list(field) for field in zip(*(slot[:6] for slot in slots), strict=True)] or [[]] * 6
        self._exact = all(slot.exact for slot in slots)
        self._regular = regular
        self._sources = Sources([slot.source for slot in slots])

    def labels_in(self, given: Given) -> Labels:
        """Return the labels in a report of this layout."""
        make = partial(self._made, given)
        return Labels(len(self._fields[0]), make, exact=self._exact, regular=self._regular)

    def _made(self, given: Given) -> list[Label]:
        return in_bulk(Label, (*self._fields, self._sources.places_in(given)))


class RowSlot(NamedTuple):
    """A row of the layout that is none of the form (`why` is None) or was not bound; fields as in `UnboundRow`."""

    row: str
    label: str
    why: Unbound | None
    cells: tuple[Source, ...]
    expected: int
    source: Source
    column: bool = False


class Binding(NamedTuple):
    """How the tokens of a layout are bound to one table of one form; fields as in `Table`."""

    form: FormTable
    cells: Slots
    labels: LabelSlots
    extra: tuple[RowSlot, ...]
    unbound: tuple[RowSlot, ...]
    missing_rows: tuple[str, ...]
    missing_columns: tuple[str, ...]
    source: Source


def pour(binding: Binding, given: Given) -> Table:
    """Return the table that these tokens make."""
    return Table(
        key=binding.form.key,
        part=binding.form.part,
        form=binding.form,
        cells=binding.cells.cells_in(given),
        labels=binding.labels.labels_in(given),
        extra=tuple(
            ExtraRow(slot.label, _texts(slot.cells, given), slot.source.place_in(given), slot.column)
            for slot in binding.extra
        ),
        unbound=tuple(
            UnboundRow(
                row=slot.row,
                label=slot.label,
                why=slot.why,
                texts=_texts(slot.cells, given),
                expected=slot.expected,
                place=slot.source.place_in(given),
            )
            for slot in binding.unbound
            if slot.why
        ),
        missing_rows=binding.missing_rows,
        missing_columns=binding.missing_columns,
        place=binding.source.place_in(given),
    )


def _texts(sources: Sequence[Source], given: Given) -> tuple[str, ...]:
    return tuple(source.text_in(given).strip() for source in sources)


def _are_digits(printed: Sequence[str]) -> bool:
    """Tell whether all of these texts are plain digits, as in most tables: then there is nothing to understand."""
    every = "".join(printed)
    return every.isascii() and every.isdecimal() and all(printed) and max(map(len, printed)) <= MOST_DIGITS


@lru_cache(maxsize=4096)
def _count(printed: str) -> _Read:
    return _read(printed, in_ten_thousands=False)


@lru_cache(maxsize=1024)
def _amount(printed: str) -> _Read:
    return _read(printed, in_ten_thousands=True)


def _read(printed: str, *, in_ten_thousands: bool) -> _Read:
    if _are_digits((printed,)):
        return printed, True, int(printed)
    text = tidy(printed)
    value, plain = read_cell(text, in_ten_thousands)
    whole = value is not None and value.as_tuple().exponent == 0
    return text, plain, int(value) if value is not None and whole else value
