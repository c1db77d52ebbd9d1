"""One of the three tables as it was read: cells bound by label, and all that could not be bound."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from decimal import Decimal
from enum import StrEnum

from goi_lint.model.document import Place
from goi_lint.model.form import FormTable, Holds, places_of
from goi_lint.tuples import NamedTuple


class Bound(StrEnum):
    """How a cell was bound to its column."""

    PLACE = "place"
    """It stands below the column's label, in a table whose cells and spans are known."""
    COUNT = "count"
    """Its row has one value for each column of the header, in the header's order."""
    PATTERN = "pattern"
    """Its row has blanks, and is typed as the other rows of its block are."""


class Cell(NamedTuple):
    """One cell of a table, bound to the keys of its row and column.

    Blank, zero and unreadable are three things: `text` is empty for a blank cell; `value` is None for a blank and for
    an unreadable one. `plain` is False where the cell holds anything but a number (`减4` has the value -4 and is not
    plain; `—` has no value).
    """

    row: str
    column: str
    row_label: str
    column_label: str
    holds: Holds
    text: str
    value: Decimal | None
    plain: bool
    place: Place
    raw: str = ""
    """The text with the blanks and line breaks that it has in the cell."""
    bound: Bound = Bound.COUNT

    @property
    def blank(self) -> bool:
        """Tell whether nothing stands in the cell."""
        return not self.text


class Fields(NamedTuple):
    """What stands in the cells of a table, in printed order; `values` by (row key, column key).

    Whole numbers among the values may be of type int, which are added up three times as fast.
    """

    texts: Sequence[str]
    plains: Sequence[bool]
    holds: Sequence[Holds]
    values: Mapping[tuple[str, str], Decimal | int | None]


class Cells(Mapping[tuple[str, str], Cell]):
    """The cells of a table that was read, by (row key, column key).

    Checks ask one thing of all of them, which `fields` tells. The cells themselves are made when one is asked for,
    which in most reports nobody does.
    """

    __slots__ = ("_made", "_make", "fields")

    def __init__(self, fields: Fields, make: Callable[[], Iterable[Cell]]) -> None:
        self.fields = fields
        self._make = make
        self._made: dict[tuple[str, str], Cell] | None = None

    def _all(self) -> dict[tuple[str, str], Cell]:
        if self._made is None:
            self._made = dict(zip(self.fields.values, self._make(), strict=True))
        return self._made

    def __getitem__(self, key: tuple[str, str]) -> Cell:
        return self._all()[key]

    def __contains__(self, key: object) -> bool:
        return key in self.fields.values

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.fields.values)

    def __len__(self) -> int:
        return len(self.fields.values)

    def __repr__(self) -> str:
        return repr(self._all())

    def items(self) -> ItemsView[tuple[str, str], Cell]:
        """Return keys and cells."""
        return self._all().items()

    def values(self) -> ValuesView[Cell]:
        """Return the cells."""
        return self._all().values()


class LabelKind(StrEnum):
    """What a label of a table names."""

    BLOCK = "block"
    CORNER = "corner"
    COLUMN = "column"
    COLUMN_GROUP = "column_group"
    ROW = "row"
    ROW_GROUP = "row_group"


class Label(NamedTuple):
    """A label found in a table and bound to a key of the form; `exact` is False where its wording deviates."""

    kind: LabelKind
    block: str
    key: str
    printed: str
    official: str
    exact: bool
    place: Place


class Labels(Sequence[Label]):
    """The labels of a table that was read, in printed order; they are made when one is asked for, as cells are."""

    __slots__ = ("_made", "_make", "_number", "exact", "regular")

    def __init__(
        self, number: int, make: Callable[[], Iterable[Label]], *, exact: bool, regular: bool
    ) -> None:
        self._number = number
        self._make = make
        self._made: tuple[Label, ...] | None = None
        self.exact = exact
        """The wording of none deviates."""
        self.regular = regular
        """The table is as `is_regular` says."""

    def _all(self) -> tuple[Label, ...]:
        if self._made is None:
            self._made = tuple(self._make())
        return self._made

    def __getitem__(self, at: int) -> Label:  # type: ignore[override]  # nobody asks for a slice
        return self._all()[at]

    def __iter__(self) -> Iterator[Label]:
        return iter(self._all())

    def __len__(self) -> int:
        return self._number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Labels | tuple) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


class ExtraRow(NamedTuple):
    """A row with values (or a column header: no texts) that the form does not have, kept as it stands."""

    label: str
    texts: tuple[str, ...]
    place: Place
    column: bool = False


class Unbound(StrEnum):
    """Why a row's cells could not be bound to columns."""

    COUNT = "count"
    """The row has more or fewer cells than the header has columns."""
    HEADER = "header"
    """The header does not say which columns there are."""
    TWICE = "twice"
    """The row stands twice."""
    LAYOUT = "layout"
    """The table has no rulings, and the places of its texts leave open where its rows and columns are."""


class UnboundRow(NamedTuple):
    """A row of the form that was found but whose cells could not be bound without doubt; its texts are kept."""

    row: str
    label: str
    why: Unbound
    texts: tuple[str, ...]
    expected: int
    place: Place


class Table(NamedTuple):
    """One table of the report, bound by label to a form; `labels` stand in printed order."""

    key: str
    part: int
    form: FormTable
    cells: Mapping[tuple[str, str], Cell]
    """By (row key, column key), in printed order."""
    labels: Sequence[Label]
    extra: tuple[ExtraRow, ...]
    unbound: tuple[UnboundRow, ...]
    missing_rows: tuple[str, ...]
    """Official labels of rows and row groups that were not found, with their path."""
    missing_columns: tuple[str, ...]
    """Official labels of columns and column groups that were not found, with their path."""
    place: Place

    @property
    def fields(self) -> Fields:
        """What stands in the cells, field by field; a table that was read brings it along."""
        cells = self.cells
        if isinstance(cells, Cells):
            return cells.fields
        return Fields(
            texts=[cell.text for cell in cells.values()],
            plains=[cell.plain for cell in cells.values()],
            holds=[cell.holds for cell in cells.values()],
            values={place: cell.value for place, cell in cells.items()},
        )

    @property
    def regular(self) -> bool:
        """Tell whether it is as `is_regular` says; of a table that was read, its layout tells it."""
        if isinstance(self.cells, Cells) and isinstance(self.labels, Labels):
            return self.labels.regular
        return is_regular(self.form, self.cells, [(label.kind, label.key) for label in self.labels])

    @property
    def exact(self) -> bool:
        """Tell whether no label deviates in its wording."""
        labels = self.labels
        return labels.exact if isinstance(labels, Labels) else all(label.exact for label in labels)

    @property
    def blurred(self) -> bool:
        """Tell whether rows and columns could not be told apart at all: then nothing of it is known."""
        return bool(self.unbound) and any(row.why is Unbound.LAYOUT for row in self.unbound)

    @property
    def complete(self) -> bool:
        """Tell whether every row and column of the form was found and every cell bound."""
        return not (self.unbound or self.missing_rows or self.missing_columns)


def is_regular(
    form: FormTable, cells: Iterable[tuple[str, str]], labels: Iterable[tuple[LabelKind, str]]
) -> bool:
    """Tell whether all of the form's cells are there, and the labels of blocks and rows as it orders them.

    `cells` are their keys of row and column, `labels` kind and key of each, both as printed.
    """
    if tuple(cells) != places_of(form):
        return False
    order = {(LabelKind.BLOCK, block.key): place for place, block in enumerate(form.blocks)}
    order |= {(LabelKind.ROW, row.label.key): place for place, row in enumerate(form.rows)}
    found = [(label[0], order[label]) for label in labels if label in order]
    return all(
        ranks == sorted(ranks)
        for ranks in ([rank for of, rank in found if of is kind] for kind in (LabelKind.BLOCK, LabelKind.ROW))
    )
