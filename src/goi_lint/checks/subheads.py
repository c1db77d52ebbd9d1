"""Subheads within a part: `（一）主动公开`, `1.网站建设`, headings that the document itself marks.

They stand on a line of their own, or open a paragraph and end with its first mark: 「（一）主动公开。2023年，我局……」.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph, Place
from goi_lint.text.normalise import fold, stripped
from goi_lint.tuples import NamedTuple

LONGEST = 40
"""Characters of a subhead on a line of its own, its numbering and blanks left out."""
LONGEST_RUN_IN = 30
"""Characters of one that a text follows on the same line."""
_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBERING = lazy(
    rf"(?P<han>{_HAN})\s*[、.．]"
    rf"|[（(]\s*(?P<bracketed>{_HAN})\s*[)）]\s*[、.．，,：:]?"
    r"|(?P<digits>\d{1,2})\s*[、.．](?!\d)"
    r"|(?:[（(]\s*\d{1,2}\s*[)）]\s*[、.．]?|[①-⑳])"
)
_RANKS = {"han": 1, "bracketed": 2, "digits": 3, None: 4}
_DECLARED = 0
_MARK = lazy(r"[。；;：:！!？?]")
_GAP = lazy(r"(?<=\w)[ \t\u00a0\u3000]+(?=\w)")
_SENTENCE = lazy(r"(?s).*\d.*。")


class Subhead(NamedTuple):
    """A subhead as printed, with its numbering; a lower `rank` stands above a higher one."""

    text: str
    rank: int
    place: Place


class Subsection(NamedTuple):
    """A subhead with what follows it up to the next one of its rank or above, subheads below it included."""

    head: Subhead
    body: tuple[Paragraph, ...]


def subsections(paragraphs: Sequence[Paragraph]) -> Iterator[Subsection]:
    """Yield the subheads of a part in printed order, each with all that stands under it."""
    pieces = list(_pieces(paragraphs))
    for index, (head, _) in enumerate(pieces):
        if head is not None:
            yield Subsection(head, tuple(_under(head.rank, pieces[index:])))


_Piece = tuple[Subhead | None, Paragraph | None]
"""A subhead with the text that follows it on its line, or a paragraph of text."""


def _pieces(paragraphs: Iterable[Paragraph]) -> Iterator[_Piece]:
    for paragraph in paragraphs:
        text = stripped(paragraph.text)
        numbering = _NUMBERING.match(text)
        end = _end(text, numbering.end() if numbering else 0) if numbering or paragraph.level else 0
        if not end:
            yield None, paragraph
            continue
        rank = _RANKS[numbering.lastgroup] if numbering else _DECLARED
        rest = stripped(text[end:])
        yield (
            Subhead(stripped(text[:end]), rank, paragraph.place),
            Paragraph(rest, paragraph.place) if rest else None,
        )


def _under(rank: int, pieces: Iterable[_Piece]) -> Iterator[Paragraph]:
    """Yield what stands under the subhead that comes first, subheads below it as paragraphs of their own."""
    for index, (head, text) in enumerate(pieces):
        if index and head is not None:
            if head.rank <= rank:
                return
            yield Paragraph(head.text, head.place)
        if text is not None:
            yield text


def _end(text: str, start: int) -> int:
    """Return where the subhead that begins a line ends, its closing mark included; 0 where there is none.

    「（一）全年发布信息120条。」 is a sentence: a subhead that tells a number ends without a full stop.
    """
    mark = _MARK.search(text, start)
    if mark is None or mark.end() == len(text):
        whole = 0 < len(fold(text[start:])) <= LONGEST and not _SENTENCE.fullmatch(text, start)
        return len(text) if whole else _end_at_gap(text, start)
    head = text[start : mark.end()]
    if 1 < len(fold(head)) - 1 <= LONGEST_RUN_IN and not _SENTENCE.fullmatch(head):
        return mark.end()
    return _end_at_gap(text, start)


def _end_at_gap(text: str, start: int) -> int:
    """Return where a subhead ends that only blanks part from the text behind it."""
    gap = _GAP.search(text, start)
    if gap and 1 < len(fold(text[start : gap.start()])) <= LONGEST_RUN_IN:
        return gap.start()
    return 0
