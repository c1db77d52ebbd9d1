"""A binding to a table: what the tokens of a report say is poured into the cells that its layout has.

A binding speaks of tokens by their index, and never of what a number says. So it is the same for every report of one
layout, and the same code makes the table of the first of them and of all others.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from goi_lint.assemble.items import Item
from goi_lint.assemble.tokens import Token
from goi_lint.model.document import Place, span
from goi_lint.model.form import FormTable, Holds
from goi_lint.model.table import Bound, Cell, ExtraRow, Label, LabelKind, Table, Unbound, UnboundRow
from goi_lint.text.normalise import tidy
from goi_lint.text.numbers import read_cell
from goi_lint.tuples import NamedTuple


class Source(NamedTuple):
    """Where a text stands: the index of its first and last token; `text` is None where the first one says it."""

    first: int
    last: int
    text: str | None

    def text_in(self, tokens: Sequence[Token]) -> str:
        """Return what it says in a report of this layout."""
        return tokens[self.first].text if self.text is None else self.text

    def place_in(self, tokens: Sequence[Token]) -> Place:
        """Return where it stands in a report of this layout."""
        return span(tokens[self.first].place, tokens[self.last].place)


def source_of(*items: Item) -> Source:
    """Return where some items stand in a row; the text is that of a single one."""
    first, last = items[0].tokens[0].index, items[-1].tokens[-1].index
    return Source(first, last, None if items[0].value else items[0].text)


class Slot(NamedTuple):
    """A cell of the layout, bound to the keys of its row and column."""

    row: str
    column: str
    row_label: str
    column_label: str
    holds: Holds
    source: Source
    bound: Bound


class LabelSlot(NamedTuple):
    """A label of the layout; fields as in `Label`."""

    kind: LabelKind
    block: str
    key: str
    printed: str
    official: str
    exact: bool
    source: Source


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
    slots: tuple[Slot, ...]
    labels: tuple[LabelSlot, ...]
    extra: tuple[RowSlot, ...]
    unbound: tuple[RowSlot, ...]
    missing_rows: tuple[str, ...]
    missing_columns: tuple[str, ...]
    source: Source


def pour(binding: Binding, tokens: Sequence[Token]) -> Table:
    """Return the table that these tokens make."""
    return Table(
        key=binding.form.key,
        part=binding.form.part,
        form=binding.form,
        cells=_cells(binding.slots, tokens),
        labels=tuple([Label(*slot[:6], slot.source.place_in(tokens)) for slot in binding.labels]),
        extra=tuple(
            ExtraRow(slot.label, _texts(slot.cells, tokens), slot.source.place_in(tokens), slot.column)
            for slot in binding.extra
        ),
        unbound=tuple(
            UnboundRow(
                row=slot.row,
                label=slot.label,
                why=slot.why,
                texts=_texts(slot.cells, tokens),
                expected=slot.expected,
                place=slot.source.place_in(tokens),
            )
            for slot in binding.unbound
            if slot.why
        ),
        missing_rows=binding.missing_rows,
        missing_columns=binding.missing_columns,
        place=binding.source.place_in(tokens),
    )


def _cells(slots: Sequence[Slot], tokens: Sequence[Token]) -> dict[tuple[str, str], Cell]:
    """Return the cells by the keys of row and column. Nine tenths of the work of a known layout is here."""
    cells: dict[tuple[str, str], Cell] = {}
    for row, column, row_label, column_label, holds, (first, last, text), bound in slots:
        token = tokens[first]
        place = token.place if first == last else span(token.place, tokens[last].place)
        raw = token.text if text is None else text
        read = _read(raw, holds)
        cells[row, column] = Cell(row, column, row_label, column_label, holds, *read, place, raw, bound)
    return cells


def _texts(sources: Sequence[Source], tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(source.text_in(tokens).strip() for source in sources)


@lru_cache(maxsize=4096)
def _read(printed: str, holds: Holds) -> tuple[str, Decimal | None, bool]:
    """Return a cell's text as people would quote it, its value, and whether it is a number and nothing else."""
    text = tidy(printed)
    return (text, *read_cell(text, holds is Holds.AMOUNT))
