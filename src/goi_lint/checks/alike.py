"""Which texts of many are alike: groups by their common sentences, in time that grows with the number of texts.

A text is alike with another one if a share of the smaller one stands in the larger one. Every sentence leads to the
texts that hold it, so that only texts with enough in common are ever compared. Of a sentence that very many texts hold,
the first ones lead on: two texts that share hardly anything but such sentences, which a whole system has from one
model, may not be found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from goi_lint.checks.overlap import Text
from goi_lint.typed import Final

_MOST: Final = 64
"""So many texts are kept of each sentence, and so many are compared with each text."""
Alike = Callable[[Text, Text], bool]
"""Tells whether the first text, the smaller one, is alike with the second."""


class Index:
    """Finds texts by their sentences."""

    def __init__(self, share: int) -> None:
        self._share = share
        self._holders: dict[bytes, list[int]] = {}

    def add(self, number: int, text: Text) -> None:
        """Have a text found under its number."""
        for key in text.sentences:
            holders = self._holders.setdefault(key, [])
            if len(holders) < _MOST:
                holders.append(number)

    def candidates(self, text: Text) -> list[int]:
        """Return the numbers of the texts that may hold the share of a text, the most promising ones first.

        Of a sentence that more texts have than are kept, it is not known whether another one has it; what texts share
        besides says more.
        """
        hits: dict[int, int] = {}
        common: dict[int, int] = {}
        unknown = 0
        for key, length in text.sentences.items():
            holders = self._holders.get(key)
            if holders is None:
                continue
            full = len(holders) == _MOST
            unknown += length if full else 0
            counted = common if full else hits
            for number in holders:
                counted[number] = counted.get(number, 0) + length
        least = self._share * text.size / 100 - unknown
        found = [number for number in {**hits, **common} if hits.get(number, 0) >= least]
        return sorted(found, key=lambda each: (-hits.get(each, 0), -common.get(each, 0), each))[:_MOST]


def groups(texts: Sequence[Text], share: int, alike: Alike) -> list[list[int]]:
    """Return the numbers of the texts that are alike, each group in order, by its first."""
    index = Index(share)
    parents = list(range(len(texts)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    # From large to small, so that each text meets those that it may be a part of.
    for number in sorted(range(len(texts)), key=lambda number: (-texts[number].size, number)):
        text = texts[number]
        for other in index.candidates(text):
            if root(other) != root(number) and alike(text, texts[other]):
                first, second = sorted((root(other), root(number)))
                parents[second] = first
        index.add(number, text)
    found: dict[int, list[int]] = {}
    for number in range(len(texts)):
        found.setdefault(root(number), []).append(number)
    return [members for members in found.values() if len(members) > 1]
