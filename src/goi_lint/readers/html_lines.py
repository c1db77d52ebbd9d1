"""The lines of a page's source on which its texts stand.

A parser's nodes do not know where they come from; the numbers in the start tags do. A text stands between the tag
before it and the tag after it: it is looked for there, and where it is not found (a broken page has its parts moved)
the line is left open rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from goi_lint.lazy import lazy
from goi_lint.model.document import NOWHERE, Place, lines
from goi_lint.readers.html_source import Source
from goi_lint.readers.html_tree import Node
from goi_lint.text.normalise import is_blank

_WORD = lazy(r"\w{1,12}")
_WITH_BREAK = (1).__add__
_FAR = 20_000
"""A text that is further from its tag is not looked for: between them is what does not show, or nothing certain."""
_NEAR = 8
_MOST_SPELLED = 2_000
_SHORT = 12
_TAG_END = lazy(r"""(?>=[\t\n\f\r ]*(?:"[^"]*"|'[^']*')|[^>])*+>""")
_COMMENT = lazy(r"<!--(?!-?>).*?(?:--!?>|\Z)", re.DOTALL)


class Lines:
    """Finds the lines of texts and elements of one page; ask in document order."""

    def __init__(self, source: Source, nodes: Sequence[Node]) -> None:
        self._text = source.text
        self._offsets = source.offsets
        self._nodes = nodes
        self._begins = list(accumulate(map(_WITH_BREAK, map(len, source.text.split("\n")))))
        """Where each line but the first begins."""
        self._comments: list[tuple[int, int]] | None = None
        self._sought_from = (-1, 0)

    def line(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self._begins, offset) + 1

    def of_tag(self, mark: int) -> Place:
        """Return the line where a start tag begins, `NOWHERE` for a tag that only the parser put there."""
        if not 0 <= mark < len(self._offsets):
            return NOWHERE
        line = self.line(self._offsets[mark])
        return lines(line, line)

    def of_texts(self, texts: Sequence[Node]) -> Place:
        """Return the lines from the first text to the last, `NOWHERE` unless all of them are found."""
        first = last = 0
        if len(texts) == 1:
            found = self._of_text(texts[0])
            return lines(*found) if found else NOWHERE
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
        mark = node.mark
        offsets = self._offsets
        if not 0 <= mark < len(offsets):
            return None
        value = node.value
        if len(value) < _SHORT and value.isalnum():
            piece = head = value
        else:
            word = _WORD.search(value)
            piece = word[0] if word else value.strip()[:1]
            head = value[: word.end()] if word else piece
        # Nearly every text begins right behind a tag, and is on one line with the tag before it.
        offset = offsets[mark]
        following = offsets[mark + 1] if mark + 1 < len(offsets) else len(self._text)
        begin = self._sought_from[1] if self._sought_from[0] == mark else offset
        at = self._text.find(f">{head}", begin, following) + 1 if following - offset < _FAR else 0
        if at and self._text.find("<!--", offset, at) < 0:
            self._sought_from = (mark, at)
            line = bisect_right(self._begins, at + len(head) - len(piece)) + 1
            return self._reach(value, piece, line) if "\n" in value else (line, line)
        if following - offset < _FAR and self._is_on_one_line(piece, value, offset, following):
            line = self.line(offset)
            return line, line
        start, end = self._window(node)
        at = self._find(piece, start, end) if piece else -1
        if at < 0:
            return self._by_content(node, start, end)
        self._sought_from = (mark, at + len(piece))
        return self._reach(value, piece, self.line(at))

    def _is_on_one_line(self, piece: str, value: str, start: int, end: int) -> bool:
        """Tell whether a text of one line stands on the line where the tag before it begins."""
        source = self._text
        if "\n" in value and "\n" in value.strip():
            return False
        at = source.find(">" + piece, start, end)
        if at >= 0 and value.startswith(piece) and source.find("\n", start, at) < 0:
            return source.find("<!--", start, at) < 0
        return source.find("\n", start, end) in (-1, end - 1) and source.find(piece, start, end) >= 0

    @staticmethod
    def _reach(value: str, piece: str, line: int) -> tuple[int, int]:
        """Return the lines of a text whose piece stands in that line."""
        if "\n" not in value:
            return line, line
        begin = len(value) - len(value.lstrip())
        before = value.count("\n", begin, value.index(piece))
        after = value.count("\n", value.index(piece), len(value.rstrip()))
        return line - before, line + after

    def _window(self, node: Node) -> tuple[int, int]:
        """Return where a text must stand: after its start tag, and before the next."""
        mark, sought = self._sought_from
        start = sought if mark == node.mark else self._after_tag(node.mark)
        following = self._following(node)
        end = self._offsets[following] if following < len(self._offsets) else len(self._text)
        return start, min(end, start + _FAR)

    def _following(self, node: Node) -> int:
        """Return the number of the tag before which a text stands: those between them are in comments, or hidden."""
        near = self._nodes[node.at + 1 : node.at + _NEAR]
        element = next((other for other in near if other.tag), None)
        if element is None:
            return node.mark + 1 if len(near) == _NEAR - 1 else len(self._offsets)
        return element.mark if element.mark > node.mark else node.mark + 1

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
        number = max(0, bisect_right(self._comments, (start, 0)) - 1)
        while at >= 0 and number < len(self._comments) and self._comments[number][0] < at:
            last = self._comments[number][1]
            at = self._text.find(piece, last, end) if at < last else at
            number += 1
        return at

    def _by_content(self, node: Node, start: int, end: int) -> tuple[int, int] | None:
        """Return the lines between two tags where the text stands there in another spelling, by entities."""
        if end - start > _MOST_SPELLED:
            return None
        from html import unescape

        spelled = " ".join(unescape(self._text[start:end]).split())
        if " ".join(node.value.split())[:20] not in spelled:
            return None
        window = self._text[start:end]
        first = start + len(window) - len(window.lstrip())
        return self.line(first), self.line(max(first, start + len(window.rstrip()) - 1))
