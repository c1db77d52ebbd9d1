"""Lines of text with their numbers, within the limits that keep hostile input harmless."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, repeat

from goi_lint.errors import ReadError, Words
from goi_lint.lazy import lazy
from goi_lint.limits import MAX_CELLS, MAX_LINE_CHARACTERS, MAX_LINES
from goi_lint.readers.formats import refuse_other_formats
from goi_lint.text.decode import decode

_RULED = lazy(r"[\s|:+=-]+")
_MARK, _WIDE_MARK = b"lint", b"l\0i\0n\0t"


def lines_of(data: bytes, name: str = "") -> list[tuple[int, str]]:
    """Return number (from 1) and text of every line that holds more than plain spaces; otherwise as `all_lines`."""
    lines = all_lines(data, name)
    return list(compress(enumerate(lines, 1), filled(lines)))


def all_lines(data: bytes, name: str = "") -> list[str]:
    """Return the lines of a text.

    `name` helps to tell Markdown from a page. Raises `ReadError` where the bytes are no text or exceed a limit.
    """
    refuse_other_formats(data, name)
    text = decode(data)
    _check_limits(text)
    return text.split("\n")


def filled(lines: Sequence[str]) -> list[str]:
    """Return for each line what it holds but for plain spaces at its ends: nothing for one that is left out."""
    return list(map(str.strip, lines, repeat(" \f\v")))


def has_remarks(data: bytes) -> bool:
    """Tell at a glance whether there may be comments to goi-lint: nearly no report has any."""
    lower = data.lower()
    return _MARK in lower or (b"\0" in data and _WIDE_MARK in lower)


class Rulings:
    """Tells the lines that only rule off a table: `|---|:-:|` below its head, `+---+---+` around its rows."""

    def __init__(self) -> None:
        self._table_lines = 0
        self._last = 0

    def is_ruling(self, number: int, line: str, *, short: bool = False) -> bool:
        """Tell it of the next line; `short` says that one dash a cell is enough below a table's first line.

        Elsewhere a row of single dashes holds placeholders.
        """
        adjoins = number - self._last == 1
        self._table_lines = 0 if "|" not in line else self._table_lines + 1 if adjoins else 1
        self._last = number
        if "-" not in line or not _RULED.fullmatch(line):
            return False
        if "---" in line:
            return "+" in line or self._table_lines > 1
        return short and self._table_lines == 2


def _check_limits(text: str) -> None:
    if text.count("\t") + text.count("|") > MAX_CELLS:
        raise ReadError(
            Words(
                f"表格单元格过多（上限 {MAX_CELLS} 个）", f"it has too many table cells (at most {MAX_CELLS})"
            )
        )
    if text.count("\n") > MAX_LINES:
        raise ReadError(
            Words(f"行数过多（上限 {MAX_LINES} 行）", f"it has too many lines (at most {MAX_LINES})")
        )
    if len(text) > MAX_LINE_CHARACTERS and max(map(len, text.split("\n"))) > MAX_LINE_CHARACTERS:
        limit = MAX_LINE_CHARACTERS
        raise ReadError(
            Words(
                f"有一行过长（上限 {limit} 字）", f"one of its lines is too long (at most {limit} characters)"
            )
        )
