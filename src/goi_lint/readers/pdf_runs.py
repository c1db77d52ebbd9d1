"""Characters of a PDF in runs: those that were written one right behind the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from operator import itemgetter

Glyph = tuple[float, float, float, float, str, int]
"""A character: left, top, right and bottom of its box in points from the upper left corner of the page; the
character; its quarter turns against the page's writing direction, 0 for nearly all.
"""
Run = list[Glyph]
"""Characters at one height, each right behind the one before."""

BESIDE = 0.2
"""How far from where a character ends the next one of a run begins at most, in heights."""


def runs_of(glyphs: Iterable[Glyph]) -> list[Run]:
    """Return the characters in runs."""
    return joined_runs([[glyph] for glyph in glyphs])


def joined_runs(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with those made one that go on from one another."""
    if len(runs) < 2:
        return list(runs)
    found: list[Run] = []
    end = height = near = 0.0
    shared = False
    for run in runs:
        box = left, top, _, bottom = run[0][:4]
        if found and -near < left - end < near and -near <= top + bottom - height <= near:
            found[-1] += run
        elif found and found[-1][-1][:4] == box:
            found[-1] += run
            shared = True
        else:
            found.append(run.copy())
            height, near = top + bottom, BESIDE * (bottom - top)
        end = run[-1][2]
    return [parted(run) for run in found] if shared else found


def parted(run: Run) -> Run:
    """Return the run with a box for each of the characters that one glyph shows, such as `——` and `ffi`."""
    found: Run = []
    for (left, top, right, bottom), signs in groupby(run, key=itemgetter(slice(4))):
        some = list(signs)
        wide = (right - left) / len(some)
        for at, (*_, text, turn) in enumerate(some):
            found.append((left + at * wide, top, left + (at + 1) * wide, bottom, text, turn))
    return found


def upright_runs(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs in groups by their turn, held so that each can be read; most are upright."""
    if not [None for run in runs if run[0][5]]:
        return [joined_runs(runs)]
    glyphs = list(chain.from_iterable(runs))
    return [runs_of([_held(glyph) for glyph in glyphs if glyph[5] == turn]) for turn in range(4)]


def _held(glyph: Glyph) -> Glyph:
    """Return the character as it stands when the page is held so that it can be read."""
    left, top, right, bottom, text, turn = glyph
    if turn == 1:
        return -bottom, left, -top, right, text, 0
    if turn == 3:
        return top, -right, bottom, -left, text, 0
    return (-right, -bottom, -left, -top, text, 0) if turn == 2 else glyph
