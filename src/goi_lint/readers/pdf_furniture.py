"""What every page of a PDF repeats and no report contains: page numbers, running heads and feet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from goi_lint.lazy import lazy
from goi_lint.readers.pdf_lines import TextLine

_PAGE_NUMBER = lazy(
    r"[-—–―－·•.~〜\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十]{1,4})\s*页?"
    r"(?:\s*[/／,，]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-—–―－·•.~〜\s]*"
)
_DIGITS = lazy(r"\d+")
_MARGIN = 0.12
_NEAR = 6.0
_DEEPEST = 3
"""Lines at the top or foot of a page that may be furniture."""


def without_furniture(pages: Sequence[tuple[float, list[TextLine]]]) -> list[list[TextLine]]:
    """Return the lines of every page, of which the height is given too, without what all pages repeat."""
    repeated = Counter(
        key for height, lines in pages for key in {_key(line, height) for line in _edges(lines)}
    )
    often = max(2, len(pages) // 3)
    found = []
    for height, lines in pages:
        edges = _edges(lines)
        dropped = {
            line
            for line in edges
            if _in_margin(line, height) and (repeated[_key(line, height)] >= often or _is_number(line))
        }
        found.append([line for line in lines if line not in dropped])
    return found


def _edges(lines: Sequence[TextLine]) -> list[TextLine]:
    return list(lines) if len(lines) <= 2 * _DEEPEST else [*lines[:_DEEPEST], *lines[-_DEEPEST:]]


def _in_margin(line: TextLine, height: float) -> bool:
    middle = (line.top + line.bottom) / 2
    return middle < _MARGIN * height or middle > (1 - _MARGIN) * height


def _key(line: TextLine, height: float) -> tuple[str, int]:
    """Return what is the same on every page: the text but for its numbers, and the height."""
    upper = line.top < height / 2
    return _DIGITS.sub("#", line.text), round((line.top if upper else line.top - height) / _NEAR)


def _is_number(line: TextLine) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text))
