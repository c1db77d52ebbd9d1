"""The lines of a part as stretches of running text: a sentence that goes on in the next line is one again.

Readers give lines as they stand. What a reader's format breaks for lack of room goes on in the next line; what ends
with a mark does not, and a short line without one is a heading, of what stands below it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from goi_lint.lazy import lazy
from goi_lint.limits import NARRATIVE_LENGTH
from goi_lint.narrative.counts import doubtful_digits
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Protocol

_ENDS = ("。", ";", ":", "!", "?", ")", "》", "”")
_SHORTEST = 24
"""A line that is broken for lack of room is not shorter, and a heading not longer."""
_NUMBERED = lazy(r"[(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)、.]")


class Stretch(NamedTuple):
    """Running text: `text` is folded, `printed` is not; `starts` says where in `text` each of its lines begins.

    `first` is the number of the first line; `topic` is the heading above it, and the part's own where there is none.
    """

    text: str
    first: int
    starts: tuple[int, ...]
    printed: str
    topic: str

    @property
    def doubtful(self) -> frozenset[str]:
        """Digits that are printed so that they may be two numbers."""
        return doubtful_digits(self.printed)

    def line_at(self, position: int) -> int:
        """Return the number of the line that holds a position in `text`."""
        return self.first + bisect_right(self.starts, position) - 1


class Line(Protocol):
    """A line as printed, and folded."""

    @property
    def text(self) -> str:
        """What is printed."""

    @property
    def folded(self) -> str:
        """The same without blanks, in half width."""


def stretches(lines: Sequence[Line], topic: str = "") -> Iterator[Stretch]:
    """Yield the running text of lines that follow one another; `topic` is what stands above them.

    A text too long to be one paragraph is left out.
    """
    heading = topic
    index = 0
    while index < len(lines):
        end = index + 1
        if not _is_row(lines[index]):
            while end < len(lines) and _goes_on(lines[end - 1]) and not _is_row(lines[end]):
                end += 1
            stretch = _stretch(lines, index, end, heading)
            if len(stretch.text) <= NARRATIVE_LENGTH:
                yield stretch
            heading = f"{topic}\n{stretch.text}" if _is_heading(stretch.text) else heading
        index = end


def _is_row(line: Line) -> bool:
    """Tell whether a line is a table's row, its cells parted by tabs or pipes."""
    return "|" in line.text or ("\t" in line.text and "\t" in line.text.strip())


def _goes_on(line: Line) -> bool:
    """Tell whether a line's last sentence goes on in the next one."""
    return len(line.folded) >= _SHORTEST and not line.folded.endswith(_ENDS)


def _is_heading(text: str) -> bool:
    return 0 < len(text) < _SHORTEST and bool(not text.endswith("。") or _NUMBERED.match(text))


def _stretch(lines: Sequence[Line], first: int, end: int, topic: str) -> Stretch:
    line = lines[first]
    if end == first + 1:
        return Stretch(line.folded, first, (0,), line.text, topic)
    texts = [each.folded for each in lines[first:end]]
    starts = accumulate(map(len, texts[:-1]), initial=0)
    return Stretch(
        "".join(texts), first, tuple(starts), "\n".join(each.text for each in lines[first:end]), topic
    )
