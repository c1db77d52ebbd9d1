"""What patterns describe does not stand in the text (placeholders, instructions left over)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import Passage, found, holding
from goi_lint.checks.scopes import Scoped, is_plain, looked_at
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern
from goi_lint.typed import NotRequired

NAME = "absent"
FACTS: Mapping[str, str] = {"text": "what was found, with the words around it"}
CODES: Mapping[str, tuple[str, ...]] = {}
_AROUND = 8
_CLAUSE_ENDS = "。;,:)》」"


class Params(Scoped):
    """`patterns` must not be found; what `ignore` matches is left out; where it looks: see `Scoped`."""

    patterns: list[Pattern]
    ignore: NotRequired[list[Pattern]]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each paragraph that holds such words, at the first of them."""
    ignored = params.get("ignore", [])
    held = _held(report, params["patterns"]) if is_plain(params) else None
    if held == {}:
        return
    for passage in looked_at(report, params):
        patterns = params["patterns"] if held is None else held.get(id(passage), [])
        match = found(patterns, passage.folded)
        if match and ignored:
            match = found(patterns, _masked(passage, ignored))
        if match:
            start = _beginning(passage.folded, match.start())
            yield Problem(passage.location, {"text": passage.quote(start, match.end() + _AROUND)})


def _held(report: Report, patterns: list[Pattern]) -> dict[int, list[Pattern]]:
    """Return for the passages, by identity, the patterns that may be found in them; others need not be searched."""
    held: dict[int, list[Pattern]] = {}
    for pattern in patterns:
        for passage in holding(pattern, report):
            held.setdefault(id(passage), []).append(pattern)
    return held


def _beginning(text: str, found: int) -> int:
    """Return where to begin the quote: some words before what was found, but none of another clause."""
    before = text[max(found - _AROUND, 0) : found]
    clause = max(before.rfind(mark) for mark in _CLAUSE_ENDS)
    return found - len(before) + clause + 1


def _masked(passage: Passage, ignored: list[Pattern]) -> str:
    """Return the folded text with what is not to be looked at blanked out, so that offsets stay."""
    text = passage.folded
    for pattern in ignored:
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text
