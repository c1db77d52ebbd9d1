"""Every flavour in which a report can be written down, and the encodings of text files."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from goi_lint.cases.decorations import DRAFTS, GRIDS
from goi_lint.cases.flavours import SPANS, Flavour
from goi_lint.cases.layouts import LAYOUTS

BROKEN_CELLS = ("cells", "lines", "cell-pipes", "cell-pipes-run", "lone-pipes", "lone-pipes-run", "markdown")
"""Layouts in which a cell can hold line breaks and still be told from its neighbours."""
BLANK_CELLS = (
    "cells",
    "tabs",
    "trailing-pipes",
    "pipes",
    "cell-pipes",
    "empty-pipes",
    "markdown",
)
"""Layouts in which a blank cell can be seen, and told from a merged one and from what parts rows."""
ROWS = ("tabs", "trailing-pipes", "pipes", "empty-pipes", "markdown")
"""Layouts with one row a line."""


def shows_blanks(flavour: Flavour) -> bool:
    """Tell whether a blank cell can be seen at all."""
    return flavour.layout in BLANK_CELLS and flavour.spans != "missing"


def all_flavours() -> Iterator[Flavour]:
    """Yield every layout with each way of merged cells, and with each decoration that it can carry."""
    for layout in LAYOUTS:
        for spans in SPANS if layout not in ("lines", "empty-pipes", "paste", "markdown") else SPANS[:1]:
            yield Flavour(layout, (), spans)
        for decoration in (*GRIDS, *DRAFTS):
            if _carries(layout, decoration):
                yield Flavour(layout, (decoration,), "padded" if decoration == "shifted" else "once")


def any_flavour(rng: Random) -> Flavour:
    """Return a layout with several decorations at random, none of which undoes another."""
    layout = rng.choice(tuple(LAYOUTS))
    chosen = [name for name in (*GRIDS, *DRAFTS) if rng.random() < 0.3 and _carries(layout, name)]
    if "two-row-header" in chosen:
        chosen = [name for name in chosen if name not in ("vertical", "broken", "gaps")]
    if "wide-digits" in chosen and "thousands" in chosen:
        chosen.remove("thousands")
    return Flavour(layout, tuple(chosen), "padded" if "shifted" in chosen else rng.choice(SPANS))


def _carries(layout: str, decoration: str) -> bool:
    if decoration in ("vertical", "broken"):
        return layout in BROKEN_CELLS
    if decoration == "shifted":
        return layout in ROWS
    if decoration in ("gaps", "two-row-header"):
        return layout not in ("lines", "paste")
    return decoration != "blanks" or layout in BLANK_CELLS


ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le-bom", "utf-16-be-bom")
NEWLINES = ("\n", "\r\n", "\r")


def encode(text: str, encoding: str = "utf-8", newline: str = "\n") -> bytes:
    """Return the bytes of a text file; the `-bom` encodings begin with a byte order mark."""
    text = text.replace("\n", newline)
    if encoding.endswith("-bom"):
        return ("\ufeff" + text).encode(encoding.removesuffix("-bom"))
    return text.encode(encoding)
