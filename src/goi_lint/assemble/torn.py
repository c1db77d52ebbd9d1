"""Labels of a header that its rows or columns tear into pieces, as text copied from a PDF does."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from goi_lint.assemble.items import Item
from goi_lint.assemble.tokens import Token
from goi_lint.model.form import FormLabel
from goi_lint.model.table import LabelKind
from goi_lint.text.normalise import canonical

_MOST_HALVES = 40

Missing = dict[str, tuple[LabelKind, FormLabel]]
"""Labels not found so far, by key."""
Whole = tuple[LabelKind, FormLabel, Item]
"""A label put together."""


def put_together(unknown: list[Item], missing: Missing) -> list[Whole]:
    """Take out of the unknown texts, and of the missing labels, those that can be put together without doubt."""
    return _scattered(unknown, missing) + _halves(unknown, missing)


def is_torn(unknown: Sequence[Item], missing: Mapping[str, tuple[LabelKind, FormLabel]]) -> bool:
    """Tell whether halves of labels are left over in two rows: which belong together is open then."""
    labels = [canonical(label.text) for kind, label in missing.values() if kind is LabelKind.COLUMN]
    pieces = [token for item in unknown for token in item.tokens]
    heads = [piece for piece in pieces if any(label.startswith(canonical(piece.text)) for label in labels)]
    tails = [piece for piece in pieces if any(label.endswith(canonical(piece.text)) for label in labels)]
    return any(
        head.row is None or head.row != tail.row for head in heads for tail in tails if head is not tail
    )


def _scattered(unknown: list[Item], missing: Missing) -> list[Whole]:
    """Find the long text of a corner whose lines stand among the other columns' lines."""
    found: list[Whole] = []
    for key, (kind, label) in list(missing.items()):
        pieces = _pieces_of(canonical(label.text), unknown) if kind is LabelKind.CORNER else ()
        if pieces:
            del missing[key]
            found.append((kind, label, Item(pieces)))
            _take_out(unknown, pieces)
    return found


def _pieces_of(text: str, unknown: Sequence[Item]) -> Sequence[Token]:
    """Return the pieces that make the text one after the other, nothing where they do not make it whole."""
    pieces = []
    for token in (token for item in unknown for token in item.tokens):
        piece = canonical(token.text)
        if len(piece) > 1 and text.startswith(piece):
            pieces.append(token)
            text = text[len(piece) :]
    return () if text else pieces


def _take_out(unknown: list[Item], used: Sequence[Token]) -> None:
    """Leave of the unknown texts what is not used."""
    ids = {id(token) for token in used}
    left = [[token for token in item.tokens if id(token) not in ids] for item in unknown]
    unknown[:] = [
        item if len(tokens) == len(item.tokens) else Item(tokens)
        for item, tokens in zip(unknown, left, strict=True)
        if tokens
    ]


def _halves(unknown: list[Item], missing: Missing) -> list[Whole]:
    """Find labels whose halves stand in two header rows: 商业 | 科研 above 企业 | 机构.

    The upper halves come in one run and the lower ones in another of the same length and order.
    """
    pieces = [token for item in unknown for token in item.tokens][:_MOST_HALVES]
    found: list[Whole] = []
    for upper, lower in _paired(pieces, {canonical(label.text) for _, label in missing.values()}):
        text = canonical(upper.text + lower.text)
        key = next((key for key, (_, label) in missing.items() if canonical(label.text) == text), None)
        if key:
            kind, label = missing.pop(key)
            found.append((kind, label, Item((upper, lower))))
    used = {id(token) for _, _, item in found for token in item.tokens}
    unknown[:] = [item for item in unknown if not any(id(token) in used for token in item.tokens)]
    return found


def _paired(pieces: Sequence[Token], labels: Collection[str]) -> Sequence[tuple[Token, Token]]:
    """Return the longest run of pieces whose first half joined with its second gives labels throughout."""
    for length in range(len(pieces) // 2, 0, -1):
        for start in range(len(pieces) - 2 * length + 1):
            upper = pieces[start : start + length]
            lower = pieces[start + length : start + 2 * length]
            pairs = list(zip(upper, lower, strict=True))
            if all(canonical(one.text + other.text) in labels for one, other in pairs):
                rest = [*pieces[:start], *pieces[start + 2 * length :]]
                return () if any(_is_half(piece, labels) for piece in rest) else pairs
    return ()


def _is_half(piece: Token, labels: Collection[str]) -> bool:
    """Tell whether a piece could be half of a label: then the halves found may belong together otherwise."""
    text = canonical(piece.text)
    return any(label.startswith(text) or label.endswith(text) for label in labels)
