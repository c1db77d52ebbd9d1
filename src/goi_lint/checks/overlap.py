"""How much of a report's narrative stands in another one, by sentences; what is official wording never counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from goi_lint.errors import ParamFault, Words
from goi_lint.model.digest import Digest, Quoted
from goi_lint.model.form import Form
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TypedDict

QUOTED = 3
"""So many sentences are quoted."""
_TELLING = 40
"""A sentence of so many characters is told from others by what is quoted of it."""


class Overlapping(TypedDict):
    """When a narrative counts as copied.

    `share` per cent of its characters stand in the other one, in `least_sentences` sentences and `least_characters`
    characters or more.
    """

    share: int
    least_sentences: int
    least_characters: int


class Text(NamedTuple):
    """A narrative: its sentences by hash, in order, each with its length."""

    digest: Digest
    sentences: Mapping[bytes, int]
    size: int
    """How many characters all sentences have."""

    def quoted(self, hashes: Sequence[bytes]) -> Quoted:
        """Return a few of these sentences, as a fact that becomes their text: the first ones that are not short."""
        numbers = {key: number for number, key in enumerate(self.sentences)}
        telling = sorted(hashes, key=lambda key: (-min(self.sentences[key], _TELLING), numbers[key]))[:QUOTED]
        return Quoted(self.digest.path, tuple(sorted(numbers[key] for key in telling)))


def text_of(digest: Digest) -> Text:
    """Return the narrative of a report."""
    sentences = dict(zip(digest.hashes, digest.lengths, strict=True))
    return Text(digest, sentences, sum(sentences.values()))


def long_enough(text: Text, params: Overlapping) -> bool:
    """Tell whether there is enough of a narrative to be called copied at all."""
    return len(text.sentences) >= params["least_sentences"] and text.size >= params["least_characters"]


def shared(text: Text, other: Collection[bytes]) -> list[bytes]:
    """Return the sentences of a text that stand in another one, in the text's order."""
    return [key for key in text.sentences if key in other]


def characters(text: Text, hashes: Collection[bytes]) -> int:
    """Return how many characters these sentences of a text have."""
    return sum(text.sentences[key] for key in hashes)


def copied(text: Text, hashes: Collection[bytes], params: Overlapping) -> bool:
    """Tell whether these sentences, which stand in another text too, make a text a copied one."""
    if len(hashes) < params["least_sentences"]:
        return False
    size = characters(text, hashes)
    return size >= params["least_characters"] and size * 100 >= params["share"] * text.size


def percentage(text: Text, hashes: Collection[bytes]) -> int:
    """Return how much of a text these sentences are, rounded down."""
    return characters(text, hashes) * 100 // text.size


def overlap_faults(params: Overlapping, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the numbers that are out of bounds."""
    if not 1 <= params["share"] <= 100:
        found = Words(f"这里是 {params['share']}", f"the number {params['share']}")
        yield ParamFault(("share",), found, Words("应为 1 至 100", "expected 1 to 100"))
    for name, number in (
        ("least_sentences", params["least_sentences"]),
        ("least_characters", params["least_characters"]),
    ):
        if number < 1:
            found = Words(f"这里是 {number}", f"the number {number}")
            yield ParamFault((name,), found, Words("应为正整数", "expected 1 or more"))
