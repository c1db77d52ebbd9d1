"""Items of a region to a `Table`: each number is bound to the labels of its row and column, or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from goi_lint.assemble.forms import load_forms
from goi_lint.assemble.frame import Frame, starts_of
from goi_lint.assemble.header import ALIKE, ALIKE_IN_PLACE, EXTRA, Found, Header, most_alike, read_header
from goi_lint.assemble.items import Item
from goi_lint.assemble.pouring import Binding, LabelSlot, LabelSlots, RowSlot, Slot, Slots, source_of
from goi_lint.assemble.rows import UNMARKED, fit
from goi_lint.assemble.segments import Body, Segment, Segmenter
from goi_lint.assemble.vocabulary import is_exact, likeness, narrowed
from goi_lint.model.form import FormBlock, FormLabel, FormTable
from goi_lint.model.table import LabelKind, Unbound, is_regular
from goi_lint.text.normalise import canonical, tidy

_DATA_ROW = "（数据行）"


class Binder:
    """Binds one table to one form; built for one use."""

    def __init__(self, table: FormTable, form: str) -> None:
        self._table = table
        self._entries_of = narrowed(form, table.key).of
        self._names = short_names(form, table.key)
        self._slots: dict[tuple[str, str], Slot] = {}
        self._labels: list[tuple[str, Found]] = []
        self._extra: list[RowSlot] = []
        self._unbound: list[RowSlot] = []
        self._rows_found: set[str] = set()

    def bind(self, items: Sequence[Item]) -> Binding:
        """Return how the items are bound; blocks of the form of which nothing is found are missing."""
        segments = {
            segment.block: segment for segment in Segmenter(self._table, self._entries_of).deal(items)
        }
        headers: dict[str, Header] = {}
        for block in self._table.blocks:
            segment = segments[block.key]
            headers[block.key] = read_header(segment.header, block, self._entries_of)
            self._name_groups(block, segment)
            _name_rows(block, segment)
            self._labels += [(block.key, found) for found in headers[block.key].found]
        work = [
            (block, columns_of(headers[block.key], segments[block.key]), segments[block.key])
            for block in self._table.blocks
        ]
        learned = starts_of((len(columns), segment) for _, columns, segment in work if columns)
        for block, columns, segment in work:
            holds = {column.label.key: column.holds for column in block.columns}
            header = headers[block.key]
            self._bind_block(Frame(block, columns, segment, learned, holds, header.stands), header)
        return self._result(items, {key for key, header in headers.items() if header.torn})

    def _name_groups(self, block: FormBlock, segment: Segment) -> None:
        """Record the labels of row groups; texts that belong to no row may be deviating or scattered ones."""
        found = {
            entry.label.key: Found(LabelKind.ROW_GROUP, entry.label, item, True)
            for item, entry in reversed(segment.groups)
        }
        missing = {label.key: label for label in block.row_groups if label.key not in found}
        for item in segment.loose:
            if missing and (key := most_alike(item.text, missing, ALIKE)):
                found[key] = Found(LabelKind.ROW_GROUP, missing.pop(key), item, False)
        scattered = "".join(canonical(item.text) for item in segment.loose)
        for key, label in missing.items():
            if canonical(label.text) in scattered:
                found[key] = Found(LabelKind.ROW_GROUP, label, segment.loose[0], True)
        self._labels += [(block.key, label) for label in found.values()]

    def _bind_block(self, frame: Frame, header: Header) -> None:
        block, columns = frame.block, frame.columns
        rows = {row.label.key: row.label for row in block.rows}
        for body in frame.segment.bodies:
            if body.key in rows and body.key not in self._rows_found:
                self._rows_found.add(body.key)
                if body.label:
                    label = rows[body.key]
                    found = Found(LabelKind.ROW, label, body.label, is_exact(body.label.text, label))
                    self._labels.append((block.key, found))
                self._bind_row(rows[body.key], frame, body)
            elif _is_extra(body, len(columns or block.columns)):
                self._extra.append(_row_slot("", tidy(body.label.text if body.label else ""), body))
        for number, item in enumerate(header.unknown):
            if columns and f"{EXTRA}{number}" in columns:
                self._extra.append(RowSlot("", tidy(item.text), None, (), 0, source_of(item), column=True))

    def _bind_row(self, label: FormLabel, frame: Frame, body: Body) -> None:
        block, columns = frame.block, frame.columns
        name = self._names.get(label.key) or _DATA_ROW
        found = frame.start(body)
        if columns is None or found is None:
            why = Unbound.HEADER if columns is None else Unbound.COUNT
            expected = len(columns or block.columns)
            self._unbound.append(_row_slot(label.key, name, body, why, expected))
            return
        key, row = label.key, self._names[label.key]
        start, bound = found
        for column, item in zip(columns, body.cells[start : start + len(columns)], strict=True):
            if kind := frame.holds.get(column):
                source = source_of(item)
                self._slots[key, column] = Slot(key, column, row, self._names[column], kind, source, bound)

    def _result(self, items: Sequence[Item], torn: Collection[str]) -> Binding:
        labels = [
            LabelSlot(
                found.kind,
                block,
                found.label.key,
                tidy(found.item.text),
                found.label.text,
                found.exact,
                source_of(found.item),
            )
            for block, found in self._labels
        ]
        printed = [found.item.tokens[0].index for _, found in self._labels]
        labels = [labels[index] for index in sorted(range(len(labels)), key=printed.__getitem__)]
        missing_rows, missing_columns = self._missing(labels, torn)
        regular = is_regular(self._table, self._slots, [(label.kind, label.key) for label in labels])
        return Binding(
            form=self._table,
            cells=Slots(tuple(self._slots.values())),
            labels=LabelSlots(labels, regular=regular),
            extra=tuple(self._extra),
            unbound=tuple(self._unbound),
            missing_rows=missing_rows,
            missing_columns=missing_columns,
            source=source_of(items[0], items[-1]),
        )

    def _missing(
        self, labels: Sequence[LabelSlot], torn: Collection[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the labels that were not found; of a block that is missing whole or torn, no columns."""
        found = {(label.block, label.key) for label in labels}
        rows: list[str] = []
        columns: list[str] = []
        for block in self._table.blocks:
            lost = [row.label for row in block.rows if row.label.key not in self._rows_found]
            groups = [label for label in block.row_groups if (block.key, label.key) not in found]
            title = [block.title] if block.title and (block.key, block.key) not in found else []
            rows += [self._names.get(label.key) or _DATA_ROW for label in (*title, *groups, *lost)]
            if len(lost) < len(block.rows) and block.key not in torn:
                heads = [*block.column_groups, *(column.label for column in block.columns)]
                columns += [self._names[label.key] for label in heads if (block.key, label.key) not in found]
        return tuple(rows), tuple(columns)


def _name_rows(block: FormBlock, segment: Segment) -> None:
    """Give rows with an unknown label the key of the missing row they are clearly most like.

    A text that stands exactly where a row is missing needs less likeness.
    """
    order = [row.label.key for row in block.rows]
    labels = {row.label.key: row.label for row in block.rows}
    if not labels[order[0]].text:
        for body in segment.bodies:
            body.key = order[0] if body.label is None else None
        return
    taken = {body.key for body in segment.bodies if body.key}
    for index, body in enumerate(segment.bodies):
        if body.key or body.label is None or not body.cells:
            continue
        missing = {key: label for key, label in labels.items() if key not in taken}
        key = most_alike(body.label.text, missing, ALIKE)
        if key is None:
            gap = _gap(segment.bodies, index, order)
            fitting = {key: label for key, label in missing.items() if key in gap}
            key = next(iter(fitting)) if len(fitting) == 1 else None
            key = key if key and likeness(body.label.text, labels[key].text) >= ALIKE_IN_PLACE else None
        if key:
            body.key = key
            taken.add(key)


def _gap(bodies: Sequence[Body], index: int, order: Sequence[str]) -> Sequence[str]:
    """Return the form's rows between the known rows right before and after."""
    before = next((order.index(b.key) for b in reversed(bodies[:index]) if b.key in order), -1)
    after = next((order.index(b.key) for b in bodies[index + 1 :] if b.key in order), len(order))
    return order[before + 1 : after]


def _is_extra(body: Body, columns: int) -> bool:
    """Tell whether a row that the form does not have is a row at all: a label with cells.

    Where the text marks no rows, a note that ends in a number looks the same but for the count of its cells.
    """
    if body.label is None or len(canonical(body.label.text)) < 2:
        return False
    enough = len(body.cells) == columns or body.shape != UNMARKED
    return enough and any(cell.value for cell in body.cells)


def columns_of(header: Header, segment: Segment) -> tuple[str, ...] | None:
    """Return the columns of a block's rows.

    Other texts of the header are columns only where the rows have cells for them.
    """
    if header.columns is None or not header.unknown:
        return header.columns
    wide = header.wide
    fits_as_is = any(fit(body.cells, len(header.columns)) is not None for body in segment.bodies if body.key)
    fits_wide = any(fit(body.cells, len(wide)) is not None for body in segment.bodies if body.key)
    return wide if fits_wide and not fits_as_is else header.columns


def _row_slot(row: str, label: str, body: Body, why: Unbound | None = None, expected: int = 0) -> RowSlot:
    """Return a row whose cells stay unbound."""
    items = [*([body.label] if body.label else []), *body.cells]
    return RowSlot(
        row,
        label,
        why,
        tuple(source_of(cell) for cell in body.cells),
        expected,
        source_of(items[0], items[-1]),
    )


@cache
def short_names(form: str, key: str) -> Mapping[str, str]:
    """Return how people are told of each row and column: by its label, with its groups where it is not unique."""
    table = load_forms()[form].tables[key]
    labels = {label.key: label for block in table.blocks for label in _named(block)}
    wording: dict[str, set[str]] = {}
    for label in labels.values():
        wording.setdefault(canonical(label.text), set()).add(label.key)
    return {
        key: label.text if len(wording[canonical(label.text)]) == 1 else "／".join((*label.path, label.text))
        for key, label in labels.items()
    }


def _named(block: FormBlock) -> Sequence[FormLabel]:
    title = [block.title] if block.title else []
    columns = [column.label for column in block.columns]
    rows = [row.label for row in block.rows]
    return [*title, *block.column_groups, *columns, *block.row_groups, *rows]
