"""Writing a draft down as text, in every flavour that real reports have.

A flavour is a layout of the tables and decorations, by name: `tabs`, `cells+vertical+wide-digits`, and after
a colon how merged cells are printed: `pipes:padded`. The same flavour and seed always give the same text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from goi_lint.cases.decorations import DRAFTS, GRIDS
from goi_lint.cases.draft import Draft, Part
from goi_lint.cases.grid import grids
from goi_lint.cases.layouts import LAYOUTS
from goi_lint.errors import CaseError, Words
from goi_lint.packs.fields import nearest
from goi_lint.typed import Literal

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
        """Return the flavour of that name; raise `CaseError` with the nearest of the known names."""
        rest, _, spans = name.partition(":")
        layout, *decorations = rest.split("+")
        _known(layout, tuple(LAYOUTS), Words("写法", "layout"))
        for decoration in decorations:
            _known(decoration, (*GRIDS, *DRAFTS), Words("变化", "decoration"))
        _known(spans, ("", *SPANS), Words("合并单元格的写法", "way of merged cells"))
        return cls(layout, tuple(decorations), next((s for s in SPANS if s == spans), "once"))

    @property
    def name(self) -> str:
        """Return what `parse` reads."""
        return "+".join((self.layout, *self.decorations)) + f":{self.spans}" * (self.spans != "once")

    @property
    def extension(self) -> str:
        """Return the extension that a file of this flavour has."""
        return ".md" if self.layout == "markdown" else ".txt"


def _known(name: str, names: Sequence[str], what: Words) -> None:
    if name not in names:
        found = Words(f"没有{what.zh} {name}", f"there is no {what.en} {name}")
        raise CaseError(found, nearest(name, [each for each in names if each]))


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
