"""The header of a block to the printed order of its columns: numbers are bound by it, never by rank.

A header is a tree printed over several rows (法人或其他组织 above its five columns). Whether the
text gives it row by row or group by group, the siblings of each group stand in their order, and
that is all that is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from goi_lint.assemble.items import Item
from goi_lint.assemble.torn import Missing, is_torn, put_together
from goi_lint.assemble.vocabulary import Entry, is_exact, likeness
from goi_lint.model.form import FormBlock, FormLabel
from goi_lint.model.table import LabelKind
from goi_lint.text.normalise import canonical
from goi_lint.tuples import NamedTuple

ALIKE = 0.6
ALIKE_IN_PLACE = 0.35
EXTRA = "extra:"
_MARGIN = 0.08
NO_COLUMNS: Mapping[str, int] = {}


class Found:
    """A label of the form found in the text; which of several equal ones it is may be told later."""

    __slots__ = ("exact", "item", "kind", "label")

    def __init__(self, kind: LabelKind, label: FormLabel, item: Item, exact: bool) -> None:
        self.kind = kind
        self.label = label
        self.item = item
        self.exact = exact


class Header(NamedTuple):
    """What the header says: the value columns in printed order, None where that is in doubt.

    `wide` counts the header's other texts, `unknown`, as columns too (`extra:0` …). `torn` says that labels
    are scattered over its rows in pieces, so that none can be said to be missing. `stands` tells in which column of a
    grid each value column stands, and is empty where the text does not show that of all.
    """

    columns: tuple[str, ...] | None
    wide: tuple[str, ...]
    found: list[Found]
    unknown: list[Item]
    torn: bool = False
    stands: Mapping[str, int] = NO_COLUMNS


def read_header(
    items: Sequence[Item], block: FormBlock, entries_of: Callable[[tuple[Entry, ...]], Sequence[Entry]]
) -> Header:
    """Read the items above the rows of a block; `columns` is None where they leave the order in doubt."""
    found: list[Found] = []
    unknown: list[Item] = []
    seen: dict[str, int] = {}
    keys: set[str] = set()
    for item in items:
        entries = [entry for entry in entries_of(item.entries) if entry.block == block.key]
        if not entries:
            if not item.value and not item.blank:
                unknown.append(item)
            continue
        times = seen.get(entries[0].label.text, 0)
        seen[entries[0].label.text] = times + 1
        entry = entries[min(times, len(entries) - 1)]
        if len(entries) > 1 or entry.label.key not in keys:
            keys.add(entry.label.key)
            found.append(Found(entry.kind, entry.label, item, is_exact(item.text, entry.label)))
    missing = _missing(block, found)
    found += [Found(kind, label, item, exact=True) for kind, label, item in put_together(unknown, missing)]
    torn = is_torn(unknown, missing)
    if not torn:
        found += _deviating(unknown, missing)
    rank = {id(token): index for index, token in enumerate(token for item in items for token in item.tokens)}
    found.sort(key=lambda label: rank[id(label.item.tokens[0])])
    torn = not (_tell_apart_by_place(found, block) or _tell_repeated_apart(found, block)) or torn
    stands = _stands(found, block)
    columns = None if torn else tuple(sorted(stands, key=stands.__getitem__)) or _printed_order(found, block)
    return Header(columns, _wide(columns or (), found, unknown, rank), found, unknown, torn, stands)


def _stands(found: Sequence[Found], block: FormBlock) -> dict[str, int]:
    """Return the grid's column of each value column that was found, nothing where one is not known."""
    columns = {column.label.key for column in block.columns}
    stands = {label.label.key: label.item.tokens[0].column for label in found if label.label.key in columns}
    known = {key: column for key, column in stands.items() if column is not None}
    return known if len(known) == len(stands) == len(set(known.values())) else {}


def _tell_apart_by_place(found: Sequence[Found], block: FormBlock) -> bool:
    """Give columns of the same wording to the group that stands above them; False where a grid does not show it."""
    columns = {column.label.key for column in block.columns}
    groups = {column.group for column in block.columns if column.group}
    above = [label for label in found if label.label.key in groups]
    by_wording = {(column.group, column.label.text): column.label for column in block.columns}
    meant: list[tuple[Found, FormLabel]] = []
    for label in (label for label in found if label.label.key in columns):
        over = [group.label.key for group in above if _covers(group, label)]
        official = by_wording.get((over[0] if over else None, label.label.text)) if len(over) < 2 else None
        if official is None:
            return False
        meant.append((label, official))
    if len({official.key for _, official in meant}) < len(meant):
        return False
    for label, official in meant:
        label.label = official
    return bool(meant)


def _covers(group: Found, label: Found) -> bool:
    """Tell whether a group's cell stands over a column's, by the columns of their grid."""
    upper, lower = group.item.tokens[0], label.item.tokens[0]
    if upper.column is None or upper.edge is None or lower.column is None:
        return False
    return upper.column <= lower.column < upper.edge


def _wide(
    columns: Sequence[str], found: Sequence[Found], unknown: Sequence[Item], rank: Mapping[int, int]
) -> tuple[str, ...]:
    """Return the columns with the other texts among them, each after its left neighbour in the printed row."""
    order = list(columns)
    for number, item in enumerate(unknown):
        first = item.tokens[0]
        left = [
            label.label.key
            for label in found
            if label.label.key in columns
            and label.item.tokens[-1].row == first.row
            and rank[id(label.item.tokens[0])] < rank[id(first)]
        ]
        left += [f"{EXTRA}{other}" for other in range(number) if unknown[other].row == first.row]
        at = max((order.index(key) for key in left), default=-1)
        order.insert(at + 1, f"{EXTRA}{number}")
    return tuple(order)


def _missing(block: FormBlock, found: Iterable[Found]) -> Missing:
    """Return the labels of the header that were not found, by key."""
    keys = {label.label.key for label in found}
    wanted = [(LabelKind.COLUMN, column.label) for column in block.columns]
    wanted += [(LabelKind.COLUMN_GROUP, label) for label in block.column_groups]
    wanted += [(LabelKind.CORNER, label) for label in block.corners]
    if block.title:
        wanted.append((LabelKind.BLOCK, block.title))
    return {label.key: (kind, label) for kind, label in wanted if label.key not in keys}


def _deviating(unknown: list[Item], missing: Missing) -> list[Found]:
    """Assign texts to the missing label they are clearly most like; the only text to the only column left."""
    found: list[Found] = []
    for item in list(unknown):
        best = most_alike(item.text, {key: label for key, (_, label) in missing.items()}, ALIKE)
        if best is None:
            continue
        kind, label = missing.pop(best)
        found.append(Found(kind, label, item, is_exact(item.text, label)))
        unknown.remove(item)
    lost = [label for kind, label in missing.values() if kind is LabelKind.COLUMN]
    if len(lost) == len(unknown) == 1 and likeness(unknown[0].text, lost[0].text) >= ALIKE_IN_PLACE:
        missing.pop(lost[0].key)
        found.append(Found(LabelKind.COLUMN, lost[0], unknown.pop(), exact=False))
    return found


def most_alike(text: str, labels: Mapping[str, FormLabel], least: float) -> str | None:
    """Return the key of the label that the text is like, if it is like one enough and like no other as much."""
    scores = sorted(((likeness(text, label.text), key) for key, label in labels.items()), reverse=True)
    if not scores or scores[0][0] < least:
        return None
    texts = {canonical(labels[key].text) for score, key in scores if score > scores[0][0] - _MARGIN}
    return (
        min((key for score, key in scores if score == scores[0][0]), key=list(labels).index)
        if len(texts) == 1
        else None
    )


def _tell_repeated_apart(found: list[Found], block: FormBlock) -> bool:
    """Give columns of the same wording (总计 of each group in table 四) to their groups, in printed order.

    The columns come in batches, one a group; a batch ends where a wording comes again. False where there are
    more batches than groups, though no more columns than the form's: then the rows of the header are mixed.
    """
    columns = {column.label.key: column for column in block.columns}
    leaf_groups = [group for group in dict.fromkeys(column.group for column in block.columns) if group]
    if len(leaf_groups) < 2:
        return True
    printed = [label.label.key for label in found if label.label.key in leaf_groups]
    order = printed + [group for group in leaf_groups if group not in printed]
    batches: list[list[Found]] = []
    seen: set[str] = set()
    for label in (label for label in found if label.label.key in columns):
        if not batches or label.label.text in seen:
            batches.append([])
            seen = set()
        seen.add(label.label.text)
        batches[-1].append(label)
    by_wording = {(column.group, column.label.text): column.label for column in block.columns}
    for group, batch in zip(order, batches, strict=False):
        for label in batch:
            label.label = by_wording[group, label.label.text]
    for label in [label for batch in batches[len(order) :] for label in batch]:
        found.remove(label)
    return len(batches) <= len(order) or sum(map(len, batches)) > len(columns)


def _printed_order(found: Sequence[Found], block: FormBlock) -> tuple[str, ...] | None:
    """Return the found columns in the order in which their cells stand, None where that is in doubt."""
    rank = {label.label.key: index for index, label in enumerate(found)}
    parents = _parents(block)
    present = [column.label.key for column in block.columns if column.label.key in rank]
    if not present:
        return None
    if len(present) < len(block.columns) and not _batches_in_order(found, block):
        return None
    children: dict[str | None, list[str]] = {}
    for column in present:
        _hang(column, parents, children)
    for siblings in children.values():
        if not _sort_siblings(siblings, rank, found):
            return None
    return tuple(_leaves(None, children))


def _hang(key: str | None, parents: Mapping[str, str | None], children: dict[str | None, list[str]]) -> None:
    """Put a column below its group, the group below its own, up to the top."""
    while key is not None and key not in children.setdefault(parents[key], []):
        children[parents[key]].append(key)
        key = parents[key]


def _parents(block: FormBlock) -> dict[str, str | None]:
    """Return the group of every column and column group."""
    by_text = {label.text: label.key for label in block.column_groups}
    parents: dict[str, str | None] = {column.label.key: column.group for column in block.columns}
    for label in block.column_groups:
        parents[label.key] = by_text[label.path[-1]] if label.path else None
    return parents


def _batches_in_order(found: Sequence[Found], block: FormBlock) -> bool:
    """Tell whether the found columns of every group stand in the form's order.

    Where a column is missing, another order could be an accident of telling repeated wordings apart.
    """
    position = {column.label.key: index for index, column in enumerate(block.columns)}
    groups = {column.label.key: column.group for column in block.columns}
    last: dict[str | None, int] = {}
    for label in found:
        key = label.label.key
        if key not in position:
            continue
        if position[key] < last.get(groups[key], -1):
            return False
        last[groups[key]] = position[key]
    return True


def _sort_siblings(siblings: list[str], rank: Mapping[str, int], found: Sequence[Found]) -> bool:
    """Bring siblings into printed order in place; False where it is in doubt.

    Only labels of one printed row show an order: a cell that spans several header rows (总计) may come
    first in the text and stand last on paper. Labels whose wording deviates prove no other order either.
    """
    known = [key for key in siblings if key in rank]
    rows: dict[int | None, list[int]] = {}
    for key in known:
        rows.setdefault(found[rank[key]].item.tokens[0].row, []).append(rank[key])
    if all(ranks == sorted(ranks) for ranks in rows.values()):
        return True
    has_groups = any(
        found[index].kind is LabelKind.COLUMN_GROUP for ranks in rows.values() for index in ranks
    )
    certain = all(found[index].exact for ranks in rows.values() for index in ranks)
    if len(rows) > 1 or len(known) < len(siblings) or not certain or (None in rows and has_groups):
        return False
    siblings.sort(key=lambda key: rank[key])
    return True


def _leaves(key: str | None, children: Mapping[str | None, Sequence[str]]) -> Iterable[str]:
    for child in children.get(key, ()):
        if child in children:
            yield from _leaves(child, children)
        else:
            yield child
