"""Which words of a text are written twice in a row by mistake.

That two words meet in the same characters is no fault: 天天, 部门门户网站, 市市场监管局, 目录录入, 支队支队长.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.prose import compiled
from goi_lint.text.patterns import Pattern
from goi_lint.typed import NotRequired, TypedDict

_REPEATED = r"(?=([\u4e00-\u9fff]{1,8})\1)"
_MARKS = tuple(",。;、:!?)》”")
"""What may follow a repeated word: a word of which it is the beginning (支队长) is not followed by a mark."""
_HEAD = r"(?:^|[。;\n])(?:\(?[一二三四五六七八九十\d]{1,3}[)、.,是]{1,2})?$"
"""What stands before a subhead, with which the text may begin anew: (一)主动公开主动公开政府信息120条."""
_NUMBERING = 8
"""No numbering before a subhead is longer, with the mark before it."""
_A_PHRASE = 4
"""So many characters are more than two words that meet by chance."""
_BEFORE, _BEHIND = 8, 16
"""How many characters around a doubled word `where` sees."""


class Doubled(TypedDict):
    """Words, or one character, that are not written twice in a row.

    Not where they stand right behind one of the characters of `not_after` or before one of `not_before`; where
    `where` is given, only if it matches the doubled words, alone or with what stands around them.
    """

    words: str
    not_after: NotRequired[str]
    not_before: NotRequired[str]
    where: NotRequired[Pattern]


class Phrases(TypedDict):
    """Any phrase is not doubled before a mark, one of four characters nowhere.

    Unless `ignore` matches it, or (without a mark behind it) `unless` matches what follows.
    """

    ignore: NotRequired[Pattern]
    unless: NotRequired[Pattern]


def doubled_words(
    text: str, known: Mapping[str, Doubled], phrases: Phrases | None
) -> Iterator[tuple[int, int]]:
    """Yield where something is written twice, from the first to the last character; what is `known` by its words."""
    for match in compiled(_REPEATED).finditer(text):
        words, start = match[1], match.start()
        if words in known:
            mistaken = _is_mistaken(text, start, known[words])
        else:
            mistaken = phrases is not None and len(words) > 1 and _is_doubled(text, start, words, phrases)
        if mistaken:
            yield start, start + 2 * len(words)


def _is_mistaken(text: str, start: int, doubled: Doubled) -> bool:
    """Tell whether the two belong together: the first ends no word before, the second begins none behind."""
    words = doubled["words"]
    end = start + 2 * len(words)
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    if len(words) == 1 and words in (before, behind):
        return False
    if before and before in doubled.get("not_after", ""):
        return False
    if behind and behind in doubled.get("not_before", ""):
        return False
    where = doubled.get("where")
    return where is None or _covers(where, text, start, end)


def _covers(where: Pattern, text: str, start: int, end: int) -> bool:
    """Tell whether a pattern matches what stands from `start` to `end`, alone or with what is around it."""
    first = max(start - _BEFORE, 0)
    matches = where.finditer(text[first : end + _BEHIND])
    return any(first + match.start() <= start and end <= first + match.end() for match in matches)


def _is_doubled(text: str, start: int, words: str, phrases: Phrases) -> bool:
    """Tell whether a phrase of two or more characters is doubled by mistake."""
    ignore, unless = phrases.get("ignore"), phrases.get("unless")
    if len(set(words)) == 1 or (ignore and ignore.fullmatch(words)):
        return False
    end = start + 2 * len(words)
    if text.startswith(_MARKS, end):
        return True
    if len(words) < _A_PHRASE or compiled(_HEAD).search(text, max(start - _NUMBERING, 0), start):
        return False
    return not (unless and unless.match(text[end : end + _BEHIND]))
