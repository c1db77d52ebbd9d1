"""Single edits of a draft. What is edited is named by its address, as findings name it.

`requests.granted.total` is a cell, `requests.granted` a row, `requests.total` a column, `requests.refused` a
group of rows, `disclosure.article_20_5` a block, `disclosure.article_20_5.decisions` the column of that block
alone, `part 3` a part, `heading 3` its heading line, `table requests` a table, and `title`, `front` and
`closing` the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from goi_lint.cases.draft import Block, Draft, Part, Row, Table
from goi_lint.cases.labels import ADDRESS, ALL_KEYS, meant
from goi_lint.cases.values import counted
from goi_lint.errors import CaseError, Words
from goi_lint.packs.fields import nearest
from goi_lint.typed import TypeVar

_T = TypeVar("_T")

PARTS = tuple(f"part {number}" for number in range(1, 7))
PLACES = ("title", "front", *PARTS, "closing")


def set_cells(draft: Draft, cells: Mapping[str, str | None]) -> Draft:
    """Return the draft with those cells changed; None makes a cell blank."""
    known = {".".join(address): address for address in draft.cells()}
    for name, text in cells.items():
        table, row, column = known[_known(name, known, _no("单元格", "cell", name), meant(draft, name))]
        draft = draft.with_table(draft.tables[table].with_cells({(row, column): text or ""}))
    return draft


def relabel(draft: Draft, labels: Mapping[str, str]) -> Draft:
    """Return the draft with other words for rows, columns, groups, blocks and headings."""
    for address, label in labels.items():
        draft = _relabel(draft, address, label)
    return draft


def _relabel(draft: Draft, address: str, label: str) -> Draft:
    kind, _, rest = address.partition(" ")
    if kind == "heading":
        return _each_part(draft, _number(rest), lambda part: replace(part, heading=label))
    return _each_block(draft, address, lambda block, key: _relabelled(block, key, label))


def delete(draft: Draft, addresses: Iterable[str]) -> Draft:
    """Return the draft without those rows, columns, groups of rows, blocks, parts, headings or tables."""
    for address in addresses:
        draft = _deleted(draft, address)
    return draft


def swap(draft: Draft, pairs: Iterable[Sequence[str]]) -> Draft:
    """Return the draft with pairs of rows or columns exchanged, labels together with their values."""
    for first, second in pairs:
        draft = _swap(draft, first, second)
    return draft


def _swap(draft: Draft, first: str, second: str) -> Draft:
    table, _, one = first.partition(".")
    other = second.removeprefix(f"{table}.")
    swapped = _each_block(draft, first, lambda block, _: _swapped(block, one, other))
    if swapped == draft:
        raise CaseError(
            Words(f"{first} 和 {second} 不能对调", f"{first} and {second} cannot be exchanged"),
            Words("应为同一块表的两行，或两列", "expected two rows, or two columns, of one block"),
        )
    return swapped


def add_row(draft: Draft, after: str, label: str, cells: Sequence[str]) -> Draft:
    """Return the draft with a row that the form does not have, below the row `after` and in its group."""
    return _each_block(draft, after, lambda block, key: _with_row(block, key, label, tuple(cells)))


def duplicate(draft: Draft, number: int) -> Draft:
    """Return the draft with a part, its table too, once more right after itself."""
    at = _index(draft, number)
    return replace(draft, parts=(*draft.parts[: at + 1], draft.parts[at], *draft.parts[at + 1 :]))


def move(draft: Draft, number: int, after: int) -> Draft:
    """Return the draft with a part moved behind another one."""
    moved = draft.parts[_index(draft, number)]
    rest = replace(draft, parts=tuple(part for part in draft.parts if part is not moved))
    at = _index(rest, after) + 1
    return replace(draft, parts=(*rest.parts[:at], moved, *rest.parts[at:]))


def set_text(draft: Draft, place: str, lines: Sequence[str]) -> Draft:
    """Return the draft with all the text of a place exchanged; a part keeps its heading and table."""
    return _with_lines(draft, place, lambda _: tuple(lines))


def insert(draft: Draft, place: str, lines: Sequence[str]) -> Draft:
    """Return the draft with lines added at the end of a place, behind the table where there is one."""
    return _with_lines(draft, place, lambda old: (*old, *lines), behind=True)


def _with_lines(
    draft: Draft,
    place: str,
    change: Callable[[tuple[str, ...]], tuple[str, ...]],
    behind: bool = False,
) -> Draft:
    match place.split(" "):
        case ["title"]:
            return replace(draft, title=change(draft.title))
        case ["front"]:
            return replace(draft, front=change(draft.front))
        case ["closing"]:
            return replace(draft, closing=change(draft.closing))
        case ["part", number]:
            return _each_part(draft, _number(number), lambda part: _part_lines(part, change, behind))
    raise CaseError(Words(f"没有位置 {place}", f"there is no place {place}"), nearest(place, PLACES))


def _part_lines(part: Part, change: Callable[[tuple[str, ...]], tuple[str, ...]], behind: bool) -> Part:
    if behind and part.table:
        return replace(part, notes=change(part.notes))
    return replace(part, paragraphs=change(part.paragraphs), notes=part.notes if behind else ())


def _deleted(draft: Draft, address: str) -> Draft:
    match address.split(" "):
        case ["part", number]:
            at = _index(draft, _number(number))
            return replace(draft, parts=(*draft.parts[:at], *draft.parts[at + 1 :]))
        case ["heading", number]:
            return _each_part(draft, _number(number), lambda part: replace(part, heading=""))
        case ["table", key]:
            parts = tuple(replace(part, table=None) if part.table == key else part for part in draft.parts)
            _known(key, draft.tables, _no("表格", "table", key))
            return replace(draft, parts=parts, tables={k: t for k, t in draft.tables.items() if k != key})
    return _each_block(draft, address, _without)


def _each_part(draft: Draft, number: int, change: Callable[[Part], Part]) -> Draft:
    _index(draft, number)
    return replace(
        draft, parts=tuple(change(part) if part.number == number else part for part in draft.parts)
    )


def _index(draft: Draft, number: int) -> int:
    for at, part in enumerate(draft.parts):
        if part.number == number:
            return at
    raise CaseError(
        Words(f"报告中没有 part {number}", f"the report has no part {number}"),
        nearest(f"part {number}", [f"part {part.number}" for part in draft.parts]),
    )


def _number(text: str) -> int:
    """Return the number of a part."""
    if f"part {text}" not in PARTS:
        expected = Words("应为 1 至 6", "expected 1 to 6")
        raise CaseError(Words(f"没有第 {text} 部分", f"there is no part {text}"), expected)
    return int(text)


def part_number(text: str) -> int:
    """Return the number in `part 3`."""
    kind, _, number = text.partition(" ")
    if kind != "part":
        expected = Words("应为 part 1 至 part 6", "expected part 1 to part 6")
        raise CaseError(Words(f"没有部分 {text}", f"there is no part named {text}"), expected)
    return _number(number)


def _each_block(draft: Draft, address: str, change: Callable[[Block, str], Block | None]) -> Draft:
    """Apply a change to the blocks that an address of a table speaks of; None takes the block out."""
    key, _, inner = address.partition(".")
    what = _no("表格", "table", key) if inner else _no("地址", "address", key)
    table = draft.tables[_known(key, draft.tables, what, meant(draft, inner or key) or ADDRESS)]
    scope, _, last = inner.rpartition(".")
    blocks, touched = [], False
    for block in table.blocks:
        name = "" if inner == block.key and len(table.blocks) > 1 else last
        if scope not in ("", block.key) or (name and name not in _names(block)):
            blocks.append(block)
            continue
        touched = True
        blocks.extend(filter(None, [change(block, name)]))
    if not touched:
        _row_or_column(draft, key, inner)
    if not blocks:
        raise CaseError(
            Words(f"{key} 没有剩下任何行列", f"nothing is left of {key}"),
            Words(f"删去整张表应写 table {key}", f"expected table {key}, to delete the whole"),
        )
    return draft.with_table(Table(table.key, tuple(blocks)))


def _row_or_column(draft: Draft, table: str, name: str) -> None:
    blocks = draft.tables[table].blocks
    names = dict.fromkeys(name for block in blocks for name in (block.key, *_names(block)))
    found = Words(f"{table} 没有行、列、组或块 {name}", f"{table} has no row, column, group or block {name}")
    _known(name, names, found, meant(draft, name) or ALL_KEYS)


def _names(block: Block) -> list[str]:
    return [*block.group_labels, *(row.key for row in block.rows), *(column.key for column in block.columns)]


def _relabelled(block: Block, key: str, label: str) -> Block:
    if not key:
        return replace(block, title=label)
    return replace(
        block,
        rows=tuple(replace(row, label=label) if row.key == key else row for row in block.rows),
        columns=tuple(replace(c, label=label) if c.key == key else c for c in block.columns),
        group_labels={**block.group_labels, **({key: label} if key in block.group_labels else {})},
    )


def _without(block: Block, key: str) -> Block | None:
    if not key:
        return None
    kept = [at for at, column in enumerate(block.columns) if key not in (column.key, *column.groups)]
    rows = tuple(
        replace(row, cells=tuple(row.cells[at] for at in kept))
        for row in block.rows
        if key not in (row.key, *row.groups)
    )
    if not kept or not rows:
        return None
    return replace(block, rows=rows, columns=tuple(block.columns[at] for at in kept))


def _swapped(block: Block, one: str, other: str) -> Block:
    rows = [row.key for row in block.rows]
    columns = [column.key for column in block.columns]
    if one in rows and other in rows:
        a, b = rows.index(one), rows.index(other)
        changed = _exchanged(block.rows, a, b)
        kept = tuple(replace(new, groups=old.groups) for new, old in zip(changed, block.rows, strict=True))
        return replace(block, rows=kept)
    if one in columns and other in columns:
        a, b = columns.index(one), columns.index(other)
        turned = tuple(replace(row, cells=_exchanged(row.cells, a, b)) for row in block.rows)
        heads = _exchanged(block.columns, a, b)
        kept_heads = tuple(
            replace(new, groups=old.groups) for new, old in zip(heads, block.columns, strict=True)
        )
        return replace(block, rows=turned, columns=kept_heads)
    return block


def _exchanged(items: tuple[_T, ...], a: int, b: int) -> tuple[_T, ...]:
    order = list(items)
    order[a], order[b] = order[b], order[a]
    return tuple(order)


def _with_row(block: Block, after: str, label: str, cells: tuple[str, ...]) -> Block:
    if len(cells) != len(block.columns):
        raise CaseError(
            Words(f"新的一行有 {len(cells)} 格", f"a new row with {counted(len(cells), 'cell')}"),
            Words(f"应为 {len(block.columns)} 格", f"expected {len(block.columns)}"),
        )
    keys = [row.key for row in block.rows]
    _known(after, keys, Words(f"{block.key} 没有行 {after}", f"{block.key} has no row {after}"))
    at = keys.index(after) + 1
    key = next(name for name in (f"added_{n}" for n in count(1)) if name not in keys)
    row = Row(key, label, cells, block.rows[at - 1].groups)
    return replace(block, rows=(*block.rows[:at], row, *block.rows[at:]))


def _known(name: str, names: Iterable[str], found: Words, otherwise: Words | None = None) -> str:
    """Return the name, which must be one of those that there are."""
    names = list(names)
    if name in names:
        return name
    raise CaseError(found, nearest(name, names, otherwise))


def _no(zh: str, en: str, name: str) -> Words:
    return Words(f"没有{zh} {name}", f"there is no {en} {name}")
