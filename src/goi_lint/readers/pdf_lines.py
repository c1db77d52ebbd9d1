"""Characters of a PDF put into lines of text, from top to bottom."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from goi_lint.readers.pdf_page import Glyph


class TextLine(NamedTuple):
    """A line of text and its box in points; `size` is the height of most of it, `head` the width of what
    cannot be parted from its first character.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    head: float


_SAME_LINE = 0.45
_DOUBLED = 0.3
_WORD_GAP, _WIDE_GAP = 0.22, 0.8
_IDEOGRAPHS = "\u2e80"
_OPENING = frozenset("（《“‘〈【〔「『([")
_CLOSING = frozenset("，。、；：？！）》”’〉】〕」』)]%％,.;:")


def lines_of(glyphs: Sequence[Glyph], gap: str = " ") -> list[TextLine]:
    """Return the lines, upright ones first; `gap` stands for a wide blank between two characters."""
    if any(glyph.turn for glyph in glyphs):
        turned = [_turned(glyph) for glyph in glyphs]
        return [
            line
            for turn in range(4)
            for line in lines_of(
                [glyph for glyph, was in zip(turned, glyphs, strict=True) if was.turn == turn]
            )
        ]
    ordered = sorted(glyphs, key=lambda glyph: glyph[1] + glyph[3])
    rows: list[list[Glyph]] = []
    middle = height = -1e9
    for glyph in ordered:
        centre, high = (glyph[1] + glyph[3]) / 2, glyph[3] - glyph[1]
        if centre - middle > _SAME_LINE * max(high, height):
            rows.append([])
            middle, height = centre, high
        rows[-1].append(glyph)
    return [line for row in rows if (line := _line(row, gap))]


def _turned(glyph: Glyph) -> Glyph:
    """Return the character as it stands when the page is held so that it can be read."""
    left, top, right, bottom, text, turn = glyph
    if turn == 1:
        return Glyph(top, -right, bottom, -left, text, 0)
    if turn == 3:
        return Glyph(-bottom, left, -top, right, text, 0)
    return Glyph(-right, -bottom, -left, -top, text, 0) if turn == 2 else glyph


def _line(row: list[Glyph], gap: str) -> TextLine | None:
    """Return a row of characters as text; a character printed twice for bold type counts once."""
    row.sort()
    kept: list[Glyph] = []
    pieces: list[str] = []
    for glyph in row:
        left, _, right, _, text, _ = glyph
        blank = text.isspace()
        if not kept:
            if not blank:
                kept.append(glyph)
                pieces.append(text)
            continue
        last = kept[-1]
        if text == last[4] and not blank and left - last[0] < _DOUBLED * (right - left):
            continue
        wide = left - last[2]
        if blank:
            pieces.append(" " if text != "\u3000" else text)
            continue
        if wide > _WORD_GAP * (glyph[3] - glyph[1]):
            _part(pieces, gap, last, glyph, wide)
        kept.append(glyph)
        pieces.append(text)
    if not kept:
        return None
    sizes = sorted(glyph[3] - glyph[1] for glyph in kept)
    return TextLine(
        "".join(pieces).rstrip(),
        kept[0][0],
        min(glyph[1] for glyph in kept),
        max(glyph[2] for glyph in kept),
        max(glyph[3] for glyph in kept),
        sizes[len(sizes) // 2],
        _head(kept),
    )


def _part(pieces: list[str], gap: str, last: Glyph, glyph: Glyph, wide: float) -> None:
    """Write the blank between two characters that stand apart, unless one is there."""
    high = glyph[3] - glyph[1]
    if wide > 2 * high and gap != " ":
        while pieces[-1].isspace():
            pieces.pop()
        pieces.append(gap)
    elif pieces[-1].isspace():
        return
    elif wide > _WIDE_GAP * high or (last[4].isascii() and glyph[4].isascii()):
        pieces.append(" ")


def _head(kept: Sequence[Glyph]) -> float:
    """Return the width of the first character, with the word or the marks that go with it."""
    end = 0
    while end < len(kept) - 1 and kept[end][4] in _OPENING:
        end += 1
    while end < len(kept) - 1 and _adjoins(kept[end], kept[end + 1]):
        end += 1
    while end < len(kept) - 1 and kept[end + 1][4] in _CLOSING:
        end += 1
    return kept[end][2] - kept[0][0]


def _adjoins(glyph: Glyph, after: Glyph) -> bool:
    """Tell whether two characters belong to one word or number."""
    if after[0] - glyph[2] >= _WORD_GAP * (glyph[3] - glyph[1]):
        return False
    return glyph[4] < _IDEOGRAPHS and after[4] < _IDEOGRAPHS


def joined(lines: Iterable[TextLine]) -> str:
    """Return the lines of a cell; a number broken for lack of room is whole again."""
    texts: list[str] = []
    for line in lines:
        if texts and len(texts[-1]) > 1 and _is_number(texts[-1]) and _is_number(line.text):
            texts[-1] += line.text
        else:
            texts.append(line.text)
    return "\n".join(texts)


def _is_number(text: str) -> bool:
    return text.isascii() and text.strip("0123456789.,") == ""
