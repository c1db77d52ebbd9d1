"""The one place where the patterns of rule packs are compiled, and searched within a time limit.

Patterns of built-in packs run in `re`; patterns of other packs in `regex`, where a call that takes
longer than `PATTERN_SECONDS` raises `PatternTimeoutError`. A pattern is compiled when it is first used,
and that is where a text holds what every match of it must hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from goi_lint.errors import PatternTimeoutError, Words
from goi_lint.lazy import compiled, lazy
from goi_lint.limits import PATTERN_DEPTH, PATTERN_ELEMENTS, PATTERN_LENGTH, PATTERN_SECONDS
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import Match

_COMMENT = lazy(r"\(\?(#|[A-Za-z0-9]*x[A-Za-z0-9]*[):-])")
_TOKEN = lazy(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<times>\d{1,9})(?:,\d*)?\}|.", re.DOTALL)


_MISTAKES = {
    "missing )": "缺少右括号 )",
    "unbalanced parenthesis": "多了右括号 )",
    "nothing to repeat": "重复符号 * + ? {} 前面没有内容",
    "multiple repeat": "重复符号连写",
    "unterminated character set": "缺少右方括号 ]",
    "bad set": "方括号内有误",
    "bad character range": "方括号内的范围有误",
    "bad escape": "反斜线后面有误",
    "unknown extension": "括号后的 ? 有误",
    "invalid group reference": "引用了不存在的组",
    "unknown group": "引用了不存在的组",
    "look-behind requires fixed-width": "向后查找须为固定长度",
    "min repeat greater than max repeat": "重复的下限大于上限",
}
"""How the complaints of `re` and `regex` begin, and what they mean."""


class PatternFault(NamedTuple):
    """Why a pattern cannot be compiled; `column` counts from 1 within the pattern."""

    column: int
    found: Words


class Pattern:
    """A pattern as a rule gives it; searches return what `re` returns, `None` or a match.

    `literals` are what `goi_lint.text.literals` says of it; none cost speed and nothing else.
    """

    __slots__ = ("_compiled", "builtin", "literals", "text")

    def __init__(self, text: str, builtin: bool, literals: Sequence[Sequence[str]] = ()) -> None:
        self.text = text
        self.builtin = builtin
        self.literals = literals
        self._compiled: Any = None

    def search(self, text: str) -> Match[str] | None:
        """Return the first match anywhere in the text."""
        return self._call("search", text) if self.may_match(text) else None

    def match(self, text: str) -> Match[str] | None:
        """Return the match at the beginning of the text."""
        return self._call("match", text) if self.may_match(text) else None

    def fullmatch(self, text: str) -> Match[str] | None:
        """Return the match of the whole text."""
        return self._call("fullmatch", text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[Match[str]]:
        """Yield all matches that do not overlap; the time limit holds for all of them together."""
        if self.may_match(text):
            yield from self._call("finditer", text, list)

    def sub(self, replacement: str | Callable[[Match[str]], str], text: str) -> str:
        """Return the text with all matches replaced."""
        if not self.may_match(text):
            return text
        method = self._method("sub")
        return str(self._within(lambda **limit: method(replacement, text, **limit)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pattern) and (self.text, self.builtin) == (other.text, other.builtin)

    def __hash__(self) -> int:
        return hash((self.text, self.builtin))

    def __repr__(self) -> str:
        return f"Pattern({self.text!r}, builtin={self.builtin})"

    def __reduce__(self) -> tuple[type[Pattern], tuple[str, bool]]:
        return Pattern, (self.text, self.builtin)

    @property
    def telling(self) -> Sequence[str]:
        """Those of the literals that the fewest texts hold: the longest ones. There must be some."""
        return max(self.literals, key=lambda literals: min(map(len, literals)))

    def may_match(self, text: str) -> bool:
        """Tell whether the text holds what every match must hold."""
        for literals in self.literals:
            for literal in literals:
                if literal in text:
                    break
            else:
                return False
        return True

    def _call(self, name: str, text: str, collect: Callable[[Any], Any] | None = None) -> Any:
        method = self._method(name)
        if self.builtin:
            return method(text)
        return self._within(
            lambda **limit: collect(method(text, **limit)) if collect else method(text, **limit)
        )

    def _method(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = _compiled(self.text, self.builtin)
        return getattr(self._compiled, name)

    def _within(self, call: Callable[..., Any]) -> Any:
        if self.builtin:
            return call()
        try:
            return call(timeout=PATTERN_SECONDS)
        except TimeoutError as error:
            raise PatternTimeoutError(self.text, PATTERN_SECONDS) from error


def compile_pattern(pattern: str, builtin: bool) -> Pattern:
    """Return a pattern that is compiled when it is first used; `pattern_fault` tells beforehand if it can be."""
    return Pattern(pattern, builtin)


def pattern_fault(pattern: str, builtin: bool) -> PatternFault | None:
    """Return why a pattern cannot be taken, None where it can.

    `regex` writes counted repeats out while it compiles, so `((a{999}){999}){999}` would take all
    memory: a foreign pattern is measured first. Comments are refused because brackets could hide in
    them from the measure.
    """
    if not builtin:
        fault = _too_large(pattern)
        if fault is not None:
            return fault
    try:
        _compiled(pattern, builtin)
    except (re.error, ValueError, OverflowError, RecursionError) as error:
        message = str(getattr(error, "msg", error))
        chinese = next((words for start, words in _MISTAKES.items() if message.startswith(start)), message)
        found = Words(f"模式有误（{chinese}）", f"a bad pattern ({message})")
        return PatternFault((getattr(error, "pos", 0) or 0) + 1, found)
    return None


def _too_large(pattern: str) -> PatternFault | None:
    if len(pattern) > PATTERN_LENGTH:
        found = Words(f"模式有 {len(pattern)} 个字符", f"a pattern of {len(pattern)} characters")
        return PatternFault(PATTERN_LENGTH + 1, found)
    if comment := _COMMENT.search(pattern):
        found = Words("模式中有注释或 x 标志", "a comment or the flag x in a pattern")
        return PatternFault(comment.start() + 1, found)
    if _depth(pattern) > PATTERN_DEPTH:
        found = Words(f"括号嵌套超过 {PATTERN_DEPTH} 层", f"groups nested deeper than {PATTERN_DEPTH}")
        return PatternFault(1, found)
    if _written_out(pattern) > PATTERN_ELEMENTS:
        found = Words("模式的重复次数过多", "a pattern whose repeats multiply too far")
        return PatternFault(1, found)
    return None


def _depth(pattern: str) -> int:
    steps = {"(": 1, ")": -1}
    return max(accumulate(steps.get(token[0], 0) for token in _TOKEN.finditer(pattern)), default=0)


def _written_out(pattern: str) -> int:
    """Return how many elements the pattern has once its counted repeats are written out (at least)."""
    groups = [0]
    last = 0
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if text == "(":
            groups.append(0)
        elif text == ")":
            last = groups.pop() if len(groups) > 1 else 0
            groups[-1] += last
        elif token["times"]:
            more = last * (int(token["times"]) - 1)
            groups[-1] += max(more, 0)
            last += max(more, 0)
        else:
            last = 1
            groups[-1] += 1
    return max(groups)


def _compiled(pattern: str, builtin: bool) -> Any:
    if builtin:
        return compiled(pattern)
    import regex  # type: ignore[import-untyped]

    try:
        return regex.compile(pattern)
    except regex.error as error:
        raise re.error(error.msg, error.pattern, error.pos) from error
