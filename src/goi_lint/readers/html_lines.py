"""The lines of a page's source on which its texts stand.

A parser's nodes do not know where they come from; the numbers in the start tags do. A text stands between the tag
before it and the tag after it: it is looked for there, and where it is not found (a broken page has its parts moved)
the line is left open rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html import unescape

from goi_lint.lazy import lazy
from goi_lint.model.document import NOWHERE, Place, lines
from goi_lint.readers.html_source import Source
from goi_lint.readers.html_tree import Node
from goi_lint.text.normalise import is_blank

_WORD = lazy(r"\w{1,12}")
_TAG_END = lazy(r"""(?>=[\t\n\f\r ]*(?:"[^"]*"|'[^']*')|[^>])*+>""")
_COMMENT = lazy(r"<!--(?!-?>).*?(?:--!?>|\Z)", re.DOTALL)


class Lines:
    """Finds the lines of texts and elements of one page; ask in document order."""

    def __init__(self, source: Source, nodes: Sequence[Node]) -> None:
        self._text = source.text
        self._offsets = source.offsets
        self._nodes = nodes
        self._breaks = [match.start() for match in re.finditer("\n", source.text)]
        self._comments: list[tuple[int, int]] | None = None
        self._sought_from = (-1, 0)

    def line(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self._breaks, offset - 1) + 1

    def of_tag(self, mark: int) -> Place:
        """Return the line where a start tag begins, `NOWHERE` for a tag that only the parser put there."""
        if not 0 <= mark < len(self._offsets):
            return NOWHERE
        line = self.line(self._offsets[mark])
        return lines(line, line)

    def of_texts(self, texts: Sequence[Node]) -> Place:
        """Return the lines from the first text to the last, `NOWHERE` unless all of them are found."""
        first = last = 0
        for text in texts:
            if is_blank(text.value):
                continue
            place = self._of_text(text)
            if place is None:
                return NOWHERE
            first = min(first, place[0]) or place[0]
            last = max(last, place[1])
        return lines(first, last) if first else NOWHERE

    def _of_text(self, node: Node) -> tuple[int, int] | None:
        if not 0 <= node.mark < len(self._offsets):
            return None
        word = _WORD.search(node.value)
        piece = word[0] if word else node.value.strip()[:1]
        start, end = self._window(node)
        at = self._find(piece, start, end) if piece else -1
        if at < 0:
            return self._by_content(node, start, end)
        self._sought_from = (node.mark, at + len(piece))
        return self._reach(node.value, piece, self.line(at))

    @staticmethod
    def _reach(value: str, piece: str, line: int) -> tuple[int, int]:
        """Return the lines of a text whose piece stands in that line."""
        begin = len(value) - len(value.lstrip())
        before = value.count("\n", begin, value.index(piece))
        after = value.count("\n", value.index(piece), len(value.rstrip()))
        return line - before, line + after

    def _window(self, node: Node) -> tuple[int, int]:
        """Return where a text must stand: after its start tag, and before the next."""
        mark, sought = self._sought_from
        start = sought if mark == node.mark else self._after_tag(node.mark)
        following = node.mark + 1
        for other in self._nodes[node.at + 1 : node.at + 3]:
            if other.tag and other.mark > node.mark:
                following = other.mark
        end = self._offsets[following] if following < len(self._offsets) else len(self._text)
        return start, end

    def _after_tag(self, mark: int) -> int:
        offset = self._offsets[mark]
        found = _TAG_END.match(self._text, offset)
        return found.end() if found else offset

    def _find(self, piece: str, start: int, end: int) -> int:
        at = self._text.find(piece, start, end)
        if at < 0 or "<!--" not in self._text[start:at]:
            return at
        if self._comments is None:
            self._comments = [match.span() for match in _COMMENT.finditer(self._text)]
        for first, last in self._comments[bisect_right(self._comments, (start, 0)) - 1 :]:
            if first > at >= 0 or at < 0:
                break
            if at < last:
                at = self._text.find(piece, last, end)
        return at

    def _by_content(self, node: Node, start: int, end: int) -> tuple[int, int] | None:
        """Return the lines between two tags where the text stands there in another spelling, by entities."""
        spelled = " ".join(unescape(self._text[start:end]).split())
        if " ".join(node.value.split())[:20] not in spelled:
            return None
        window = self._text[start:end]
        first = start + len(window) - len(window.lstrip())
        return self.line(first), self.line(max(first, start + len(window.rstrip()) - 1))
