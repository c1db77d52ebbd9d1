"""Which places an entry of the file of exceptions may name: the addresses that findings have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.errors import Words
from goi_lint.packs.fields import Faults, nearest, one_of
from goi_lint.text.yaml_file import Node
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.model.form import Form, FormTable

_SPOTS = ("title", "front", "closing", "document")
_PARTS = tuple(f"part {number}" for number in range(1, 7))


class Places:
    """The places of some forms; with `others`, checks of strangers may have more, which are like none of these."""

    def __init__(self, forms: Mapping[str, Form], others: bool = False) -> None:
        tables = {key for form in forms.values() for key in form.tables}
        self._words = {
            table: sorted({key for form in forms.values() for key in _keys_of(form.tables.get(table))})
            for table in sorted(tables)
        }
        self._others = others

    def verify(self, node: Node, place: str, faults: Faults) -> None:
        """Note what is wrong with a place; that of a table must be made of the keys of the forms."""
        head, *rest = place.split(".")
        if head not in self._words:
            self._verify_spot(node, place, faults)
            return
        keys = self._words[head]
        for word in rest:
            if word not in keys:
                found = Words(f"{head} 没有行或列 {word}", f"{head} has no row or column {word}")
                faults.at(node, found, nearest(word, keys), place.index(word) if word else 0)

    def _verify_spot(self, node: Node, place: str, faults: Faults) -> None:
        known = (*_SPOTS, *self._words, *_PARTS)
        if place in known:
            return
        everything = one_of(known)
        near = nearest(place, known, everything)
        if not (self._others and near is everything):
            faults.at(node, Words(f"没有 {place} 这个位置", f"no such place: {place}"), near)


def _keys_of(table: FormTable | None) -> Iterator[str]:
    for block in table.blocks if table else ():
        yield block.key
        yield from (row.label.key for row in block.rows)
        yield from (column.label.key for column in block.columns)
        yield from (label.key for label in (*block.row_groups, *block.column_groups))
