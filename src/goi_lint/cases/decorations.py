"""How real reports vary what they print without saying anything else: labels, digits, spans, titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from goi_lint.cases.draft import Draft
from goi_lint.cases.grid import ACROSS, DOWN, GridRow, Slot

Grid = list[GridRow]

_BLANKS = ("", " ", "\u00a0", "\u3000")
_WIDE = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}
_LABELS = ("title", "corner", "column", "group", "row")


def vertical(grid: Grid, rng: Random) -> Grid:
    """11: narrow cells have one character a line: `自⏎然⏎人`, `三、⏎本⏎年⏎度…`."""
    return _labels(
        grid, lambda text: _upright(text) if text in ("自然人", "总计") or text[:2] == "三、" else text
    )


def broken(grid: Grid, rng: Random) -> Grid:
    """12: words broken by a line end: `商业企⏎业`."""
    return _labels(grid, lambda text: _split(text, "\n", rng) if rng.random() < 0.3 else text)


def gaps(grid: Grid, rng: Random) -> Grid:
    """12: words broken by a blank: `结 果`."""
    return _labels(grid, lambda text: _split(text, " ", rng) if rng.random() < 0.3 else text)


def two_row_header(grid: Grid, rng: Random) -> Grid:
    """13: the lowest header row is split over two: 商业, 科研 above 企业, 机构."""
    at = max(i for i, row in enumerate(grid) if any(slot.kind == "column" for slot in row))
    row = grid[at]
    if sum(slot.kind == "column" for slot in row) < 5:
        return grid
    upper = tuple(_cut(slot, slice(0, 2)) for slot in row)
    lower = tuple(_cut(slot, slice(2, None)) if slot.kind == "column" else _below(slot) for slot in row)
    return [*grid[:at], upper, lower, *grid[at + 1 :]]


def shifted(grid: Grid, rng: Random) -> Grid:
    """15: rows shifted left into the place of their merged parents, padded at their end."""
    return [_shifted(row) if rng.random() < 0.3 else row for row in grid]


def half_width(grid: Grid, rng: Random) -> Grid:
    """20: half-width or spaced numbering: `(一) 予以公开`, `第二十条 第（一）项`."""

    def change(text: str) -> str:
        text = re.sub(r"^（([一二三四五六七])）", r"(\1) ", text)
        return text.replace("第二十条第", "第二十条 第")

    return _labels(grid, change)


def mixed_points(grid: Grid, rng: Random) -> Grid:
    """21: `1、`, `1．` and `1.` mixed."""
    return _labels(grid, lambda text: re.sub(r"^(\d)\.", lambda m: m[1] + rng.choice("、．."), text))


def wide_digits(grid: Grid, rng: Random) -> Grid:
    """28: figures in full-width digits."""
    return _values(grid, lambda text: text.translate(_WIDE))


def thousands(grid: Grid, rng: Random) -> Grid:
    """Print figures of a thousand and more as `3,001`."""
    return _values(grid, lambda text: f"{int(text):,}" if text.isdecimal() else text)


def blanks(grid: Grid, rng: Random) -> Grid:
    """16: blank cells hold nothing, a blank, a no-break space or an ideographic space."""
    return _values(grid, lambda text: text or rng.choice(_BLANKS))


def two_line_title(draft: Draft, rng: Random) -> Draft:
    """25: the title over two lines, 附件1 above it."""
    title = "".join(draft.title)
    at = _title_break(title)
    return replace(draft, title=("附件1", title[:at], title[at:]))


def spaced_digits(draft: Draft, rng: Random) -> Draft:
    """26: blanks between digits and Han: `2024 年 1 月`."""

    def change(text: str) -> str:
        text = re.sub(r"(?<=\d)(?=[\u4e00-\u9fff])", " ", text)
        return re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)", " ", text)

    return _texts(draft, change)


def odd_headings(draft: Draft, rng: Random) -> Draft:
    """23: headings that end in 。 or hold a blank."""

    def change(heading: str) -> str:
        numeral, sign, title = heading.partition("、")
        if not sign:
            return heading
        return rng.choice(
            (f"{heading}。", f"{numeral}、 {title}", f"{numeral} 、{title}", f"{numeral}. {title}")
        )

    return replace(draft, parts=tuple(replace(part, heading=change(part.heading)) for part in draft.parts))


GRIDS: Mapping[str, Callable[[Grid, Random], Grid]] = {
    "vertical": vertical,
    "broken": broken,
    "gaps": gaps,
    "two-row-header": two_row_header,
    "shifted": shifted,
    "half-width": half_width,
    "mixed-points": mixed_points,
    "wide-digits": wide_digits,
    "thousands": thousands,
    "blanks": blanks,
}
DRAFTS: Mapping[str, Callable[[Draft, Random], Draft]] = {
    "two-line-title": two_line_title,
    "spaced-digits": spaced_digits,
    "odd-headings": odd_headings,
}


def _labels(grid: Grid, change: Callable[[str], str]) -> Grid:
    return [tuple(replace(s, text=change(s.text)) if s.kind in _LABELS else s for s in row) for row in grid]


def _values(grid: Grid, change: Callable[[str], str]) -> Grid:
    return [tuple(replace(s, text=change(s.text)) if s.kind == "value" else s for s in row) for row in grid]


def _upright(text: str) -> str:
    if text[:2] == "三、":
        return "\n".join(("三、", *text[2:]))
    return "\n".join(text)


def _split(text: str, sign: str, rng: Random) -> str:
    if len(text) < 3 or text[0] in "0123456789（一二三四":
        return text
    at = rng.randrange(2, len(text))
    return f"{text[:at]}{sign}{text[at:]}"


def _cut(slot: Slot, piece: slice) -> Slot:
    if slot.kind == "column":
        return replace(slot, text=slot.text[piece])
    return slot


def _below(slot: Slot) -> Slot:
    return ACROSS if slot is ACROSS else DOWN


def _shifted(row: GridRow) -> GridRow:
    labels = [slot for slot in row if slot.kind in ("group", "row")]
    values = [slot for slot in row if slot.kind == "value"]
    before = len(row) - len(values) - 1
    if len(labels) != 1 or before < 1 or row[-1].kind != "value":
        return row
    padding = [ACROSS] * (before - 1)
    return (labels[0], *padding, *values, ACROSS)


def _title_break(title: str) -> int:
    match = re.search(r"\d{4}年", title)
    if match and match.start():
        return match.start()
    at = title.find("政府信息公开")
    return at if at > 0 else len(title) // 2


def _texts(draft: Draft, change: Callable[[str], str]) -> Draft:
    def lines(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(change, old))

    parts = tuple(replace(p, paragraphs=lines(p.paragraphs), notes=lines(p.notes)) for p in draft.parts)
    return replace(
        draft, title=lines(draft.title), front=lines(draft.front), parts=parts, closing=lines(draft.closing)
    )
