"""Tokens to items: labels of the form put together from their pieces, values, blanks and other text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from goi_lint.assemble.tokens import Token
from goi_lint.assemble.vocabulary import Entry, entries_of_title, longest_label, vocabulary
from goi_lint.lazy import lazy
from goi_lint.model.document import Place, span
from goi_lint.model.table import LabelKind
from goi_lint.text.normalise import canonical
from goi_lint.text.numbers import looks_like_value

_MOST_PIECES = 16
_UNKNOWN_COST = 3.0
_SPLIT_PREFIX = 4
_GROUPS = frozenset({LabelKind.ROW_GROUP, LabelKind.COLUMN_GROUP})
# Where one cell may hold a label below the labels of its groups: 「（三）不予公开 1.属于国家秘密」.
_JOINT = lazy(r"\s+|\s*[-/>→·:：—－]\s*|(?<=.)(?=[（(][一二三四五六七八九十][）)])|(?<=\D)(?=\d[.．、])")


class Item:
    """A label (with its `entries`), a value, a blank cell or other text.

    `tokens` are its pieces, `text` these joined, `row` the printed row of the last (None where rows are not marked).
    """

    __slots__ = ("blank", "entries", "row", "text", "tokens", "value")

    def __init__(
        self, tokens: Sequence[Token], entries: tuple[Entry, ...] = (), *, value: bool = False
    ) -> None:
        self.tokens = tokens
        self.entries = entries
        self.value = value
        self.text = tokens[0].text if len(tokens) == 1 else "".join([token.text for token in tokens])
        self.blank = not self.text
        self.row = tokens[-1].row

    @property
    def marked(self) -> bool:
        """Tell whether this is one cell with certain ends."""
        return self.tokens[0].marked

    @property
    def place(self) -> Place:
        """First and last line."""
        return span(self.tokens[0].place, self.tokens[-1].place)

    def __repr__(self) -> str:
        return f"Item({self.text!r}{', label' if self.entries else ''}{', value' if self.value else ''})"


def items_of(tokens: Sequence[Token]) -> list[Item]:
    """Return the items of a region in order."""
    items: list[Item] = []
    run: list[Token] = []
    for token in tokens:
        single = not token.text or looks_like_value(token.text)
        if run and (single or token.hard):
            items.extend(_segment(run))
            run = []
        if single:
            items.append(Item((token,), value=bool(token.text)))
        else:
            run.append(token)
    items.extend(_segment(run))
    return _rejoin_split_labels(items)


def _segment(run: list[Token]) -> Iterable[Item]:
    """Cut a run of text pieces into labels, so that few pieces stay unexplained."""
    if len(run) == 1:
        return _of_one(run[0])
    return _merge_unknown(_cut(run), run)


def _of_one(token: Token) -> Sequence[Item]:
    """Return the item of one piece; a cell that joins a label to those of its groups is each of them."""
    entries = vocabulary().get(canonical(token.text))
    if entries:
        return (Item((token,), entries),)
    return (_joined_labels(token) if token.marked else ()) or (_unknown((token,)),)


def _joined_labels(token: Token) -> Sequence[Item]:
    """Return the labels that one cell joins, nothing where they do not explain it.

    All must be labels of the form, but for a last one of unknown wording below groups.
    """
    texts = [text for text in _JOINT.split(token.text) if text]
    if not 1 < len(texts) <= _MOST_PIECES:
        return ()
    pieces = [token.piece(text) for text in texts]
    items = list(_merge_unknown(_cut(pieces), pieces))
    *above, last = items
    named = all(item.entries for item in above) and len(items) > 1
    below_groups = all(entry.kind in _GROUPS for item in above for entry in item.entries)
    return items if named and (last.entries or (below_groups and last.text[:1].isdigit())) else ()


def _cut(run: list[Token]) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """Return the cheapest cutting as (start, end, entries); entries are empty for a piece without explanation."""
    known, longest = vocabulary(), longest_label()
    best: list[tuple[float, int, tuple[Entry, ...]]] = [(0.0, 0, ())]
    for end in range(1, len(run) + 1):
        choice: tuple[float, int, tuple[Entry, ...]] = (best[end - 1][0] + _UNKNOWN_COST, end - 1, ())
        text = ""
        for start in range(end - 1, max(-1, end - 1 - _MOST_PIECES), -1):
            text = run[start].text + text
            if len(text) > 2 * longest:
                break
            entries = known.get(canonical(text))
            if entries and best[start][0] + 1 < choice[0]:
                choice = (best[start][0] + 1, start, entries)
        best.append(choice)
    cuts = []
    end = len(run)
    while end:
        _, start, entries = best[end]
        cuts.append((start, end, entries))
        end = start
    return cuts[::-1]


def _merge_unknown(cuts: list[tuple[int, int, tuple[Entry, ...]]], run: list[Token]) -> Iterator[Item]:
    """Yield items; neighbouring pieces without explanation become one text where they are no marked cells."""
    pending: list[Token] = []
    for start, end, entries in cuts:
        piece = run[start]
        if not entries and not piece.marked:
            pending.append(piece)
            continue
        if pending:
            yield _unknown(pending)
            pending = []
        yield from [Item(tuple(run[start:end]), entries)] if entries else _of_one(piece)
    if pending:
        yield _unknown(pending)


def _unknown(pieces: Sequence[Token]) -> Item:
    """Return pieces without explanation as one text; it may be the title of a block in other words."""
    return Item(tuple(pieces), entries_of_title("".join(piece.text for piece in pieces)))


def _rejoin_split_labels(items: list[Item]) -> list[Item]:
    """Put together labels that were torn apart by their own numbers: `1.申请人…` `0 0 0` `…公开申请`."""
    result: list[Item] = []
    values: list[Item] = []
    head: Item | None = None
    for item in items:
        if item.value:
            values.append(item)
            continue
        whole = None if head is None or not values or item.entries else _joined(head, item)
        if head is not None and whole:
            merged, rest = whole
            result[result.index(head)] = merged
            result.extend(values)
            result.extend(rest)
            head, values = rest[-1] if rest and not rest[-1].entries else None, []
            continue
        result.extend(values)
        values = []
        result.append(item)
        head = (
            item
            if not item.entries and not item.blank and len(canonical(item.text)) >= _SPLIT_PREFIX
            else None
        )
    result.extend(values)
    return result


def _joined(head: Item, tail: Item) -> tuple[Item, list[Item]] | None:
    """Join the head with the first pieces of the tail that complete a label; return it and the rest."""
    labels = vocabulary()
    text = head.text
    for count, token in enumerate(tail.tokens, 1):
        text += token.text
        entries = labels.get(canonical(text))
        if entries:
            rest = list(_segment(list(tail.tokens[count:])))
            return Item((*head.tokens, *tail.tokens[:count]), entries), rest
    return None
