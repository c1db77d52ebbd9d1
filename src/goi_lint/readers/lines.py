"""Lines of text with their numbers, within the limits that keep hostile input harmless."""

from __future__ import annotations

from collections.abc import Iterator

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_CELLS, MAX_LINE_CHARACTERS, MAX_LINES
from goi_lint.text.decode import decode


def lines_of(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield number (from 1) and text of every line that holds more than plain spaces.

    Raises `ReadError` where the bytes are no text or the text exceeds a limit.
    """
    text = decode(data)
    _check_limits(text)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip(" \f\v"):
            yield number, line


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
