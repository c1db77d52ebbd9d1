"""Writing a draft down as text, in every flavour that real reports have.

A flavour is a layout of the tables and decorations, by name: `tabs`, `cells+vertical+wide-digits`, and after
a colon how merged cells are printed: `pipes:padded`. The same flavour and seed always give the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from writing.decorations import DRAFTS, GRIDS
from writing.draft import Draft, Part
from writing.grid import grids
from writing.layouts import BLANK_CELLS, BROKEN_CELLS, LAYOUTS, ROWS

Spans = Literal["once", "padded", "missing"]
SPANS: tuple[Spans, ...] = ("once", "padded", "missing")


@dataclass(frozen=True, slots=True)
class Flavour:
    """One way of writing: the layout of tables, decorations in order, how merged cells are printed (14)."""

    layout: str
    decorations: tuple[str, ...] = ()
    spans: Spans = "once"

    @classmethod
    def parse(cls, name: str) -> Flavour:
        """Return the flavour of that name; raise `ValueError` with the known names."""
        rest, _, spans = name.partition(":")
        layout, *decorations = rest.split("+")
        known = {*GRIDS, *DRAFTS}
        if layout not in LAYOUTS or set(decorations) - known or spans not in ("", *SPANS):
            expected = f"{', '.join(LAYOUTS)}; + {', '.join(sorted(known))}; : {', '.join(SPANS)}"
            raise ValueError(f"no flavour {name!r}; expected {expected}")
        return cls(layout, tuple(decorations), next((s for s in SPANS if s == spans), "once"))

    @property
    def name(self) -> str:
        """Return what `parse` reads."""
        return "+".join((self.layout, *self.decorations)) + f":{self.spans}" * (self.spans != "once")

    @property
    def extension(self) -> str:
        """Return the extension that a file of this flavour has."""
        return ".md" if self.layout == "markdown" else ".txt"

    def shows_blanks(self) -> bool:
        """Tell whether a blank cell can be seen at all."""
        return self.layout in BLANK_CELLS and self.spans != "missing"


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


def write(draft: Draft, flavour: str | Flavour = "tabs", seed: int = 0) -> str:
    """Return the draft as text; line ends are LF."""
    chosen = Flavour.parse(flavour) if isinstance(flavour, str) else flavour
    rng = Random(f"{chosen.name} {seed}")
    for name in chosen.decorations:
        draft = DRAFTS[name](draft, rng) if name in DRAFTS else draft
    mark = chosen.layout == "markdown"
    between = "\n\n" if mark else "\n"
    pieces = [between.join(f"# {line}" if mark else line for line in draft.title), between.join(draft.front)]
    for part in draft.parts:
        pieces += _part(draft, part, chosen, rng)
    pieces.append(between.join(draft.closing))
    return "\n\n".join(filter(None, pieces)) + "\n"


def _part(draft: Draft, part: Part, flavour: Flavour, rng: Random) -> Iterator[str]:
    mark = flavour.layout == "markdown"
    between = "\n\n" if mark else "\n"
    heading = f"## {part.heading}" if mark and part.heading else part.heading
    yield between.join(filter(None, (heading, *part.paragraphs)))
    if part.table and part.table in draft.tables:
        yield _table(draft, part.table, flavour, rng)
    yield between.join(part.notes)


def _table(draft: Draft, key: str, flavour: Flavour, rng: Random) -> str:
    found = grids(draft.tables[key])
    for name in flavour.decorations:
        found = [GRIDS[name](grid, rng) for grid in found] if name in GRIDS else found
    return LAYOUTS[flavour.layout](found, flavour.spans, rng)


ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le-bom", "utf-16-be-bom")
NEWLINES = ("\n", "\r\n", "\r")


def encode(text: str, encoding: str = "utf-8", newline: str = "\n") -> bytes:
    """Return the bytes of a text file; the `-bom` encodings begin with a byte order mark."""
    text = text.replace("\n", newline)
    if encoding.endswith("-bom"):
        return ("\ufeff" + text).encode(encoding.removesuffix("-bom"))
    return text.encode(encoding)
