"""Patterns that can be compiled and yet do not do what their author means, because the text is Chinese and folded.

Chinese has no blanks between words, so that `\\b` finds no border there. And patterns see a text without blanks and
with half-width marks (`goi_lint.text.normalise.fold`), so that a blank or a full-width comma in a pattern matches
nothing at all, unless the rule says `raw: true`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

from goi_lint.errors import Words
from goi_lint.lazy import lazy
from goi_lint.text.normalise import fold
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

_TOKEN = lazy(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?[^)]|.", re.DOTALL)
_OPTIONAL = lazy(r"[*?]|\{0?,")
_BAR = Words(r"（意为“或”；竖线本身写作 \|）", r" (it means “or”; a bar itself is \|)")
_BLANK = (r"\s", r"\t", r"\n", r"\ ")


class PatternTrap(NamedTuple):
    """What in a pattern will surprise its author; `column` counts from 1 within the pattern."""

    column: int
    found: Words
    expected: Words


def pattern_advice(text: str, raw: bool = False) -> PatternTrap | None:
    """Return the first trap in a pattern that can be compiled; None where there is none.

    `raw` says that the rule searches the text as printed: then blanks and full-width marks are no traps.
    """
    traps = (_of_token(text, match, raw) for match in _TOKEN.finditer(text))
    return next((trap for trap in traps if trap), None) or _empty(text)


def _of_token(text: str, token: re.Match[str], raw: bool) -> PatternTrap | None:
    mark, column = token[0], token.start() + 1
    if mark in (r"\b", r"\B"):
        return _no_border(mark, column)
    if raw or _OPTIONAL.match(text, token.end()):
        return None
    if mark in _BLANK or not fold(mark):
        return _no_blanks(mark, column)
    if len(mark) == 1 and fold(mark) != mark:
        return _never(mark, fold(mark), column)
    return None


def _no_border(mark: str, column: int) -> PatternTrap:
    return PatternTrap(
        column,
        Words(
            f"{mark} 在中文里不起作用：汉字之间没有词的边界",
            f"{mark} does not work in Chinese, which has no borders between words",
        ),
        Words(
            "应写出前后的字或标点，如 (?<![市县])局、(?=[,。;])",
            "expected the characters around it, such as (?<![市县])局 or (?=[,。;])",
        ),
    )


def _no_blanks(mark: str, column: int) -> PatternTrap:
    shown = "空格" if mark.isspace() else mark
    return PatternTrap(
        column,
        Words(
            f"{shown} 永远匹配不到：匹配前已去掉所有空格和换行",
            f"{'a blank' if mark.isspace() else mark} matches nothing: all blanks are taken out before the search",
        ),
        Words(
            "应删去，或加 raw: true 按原文匹配", "expected none, or raw: true to search the text as printed"
        ),
    )


def _never(mark: str, plain: str, column: int) -> PatternTrap:
    shown = plain if plain.isalnum() or plain in ",:;!%|" else f"\\{plain}"
    bar = _BAR if plain == "|" else Words("", "")
    return PatternTrap(
        column,
        Words(
            f"全角的「{mark}」永远匹配不到：匹配前已转为半角",
            f"the full-width {mark} matches nothing: the text is made half-width before the search",
        ),
        Words(
            f"应写半角的“{shown}”{bar.zh}，或加 raw: true 按原文匹配",
            f"expected the half-width {shown}{bar.en}, or raw: true to search the text as printed",
        ),
    )


def _empty(text: str) -> PatternTrap | None:
    """Return the trap of a pattern that matches even nothing, and so is found everywhere."""
    try:
        parsed = parser.parse(text)
    except (re.error, RecursionError, OverflowError):
        return None  # what only `regex` knows is not looked into
    if parsed.getwidth()[0] or _asserts(parsed):
        return None
    return PatternTrap(
        1,
        Words(
            "该模式连空文字也匹配，处处都会找到",
            "the pattern matches even nothing, and so is found everywhere",
        ),
        Words("应至少含一个必有的字", "expected at least one character that must be there"),
    )


def _asserts(elements: Iterable[tuple[Any, Any]]) -> bool:
    return any(code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT) for code, _ in _all(elements))


def _all(elements: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """Yield the elements of a pattern and of its groups and branches."""
    for code, value in elements:
        yield code, value
        if code is codes.SUBPATTERN:
            yield from _all(value[3])
        elif code is codes.BRANCH:
            yield from (each for branch in value[1] for each in _all(branch))
