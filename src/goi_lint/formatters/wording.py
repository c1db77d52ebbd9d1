"""What several outputs say in the same words: levels, places, one line out of hostile text."""

from __future__ import annotations

import unicodedata

from goi_lint.errors import Words
from goi_lint.model.document import NOWHERE, Place
from goi_lint.model.finding import Finding, Level, Location, Suppression, SuppressionKind

LEVELS = {
    Level.ERROR: Words("错误", "error"),
    Level.WARNING: Words("警告", "warning"),
    Level.NOTE: Words("提示", "note"),
}

NUMERALS = "〇一二三四五六"

SPOTS = {
    "title": Words("标题", "title"),
    "front": Words("开头", "opening"),
    "closing": Words("结尾", "closing"),
}
"""Places of a report that have a name and no number, by the first word of an address."""

WHOLE = Words("全文", "document")

SUPPRESSIONS = {
    SuppressionKind.COMMENT: Words("注释", "comment"),
    SuppressionKind.EXCEPTION: Words("例外", "exception"),
    SuppressionKind.BASELINE: Words("基线", "baseline"),
}


def place_of(location: Location, language: str) -> str:
    """Return where to look, shortest first: `第 70 行`, `第 3 页`, `第三部分`, `全文`."""
    if found := at_place(location.place, language):
        return found
    if location.part is not None:
        return Words(f"第{NUMERALS[location.part]}部分", f"part {location.part}").in_language(language)
    return SPOTS.get(location.address, WHOLE).in_language(language)


def at_place(place: Place, language: str) -> str:
    """Return the line, page or paragraph of a place; empty where it has none."""
    if place.line is not None:
        return _span("行", "line", place.line, place.end_line, language)
    if place.page is not None:
        return _span("页", "page", place.page, None, language)
    if place.paragraph is not None:
        return _span("段", "paragraph", place.paragraph, None, language)
    return ""


def paths_of(finding: Finding) -> list[str]:
    """Return the documents that a finding concerns, the one that it is said of first."""
    locations = (finding.location, *finding.related)
    return list(dict.fromkeys(location.path for location in locations if location.path is not None))


def spot_of(location: Location, language: str) -> str:
    """Return the document and where to look in it: `reports/2024.txt 第 70 行`."""
    path = on_screen(location.path or "")
    whole = location.place == NOWHERE and location.part is None and location.address not in SPOTS
    return path if whole else f"{path} {place_of(location, language)}"


def _span(zh: str, en: str, first: int, last: int | None, language: str) -> str:
    if last is None or last <= first:
        return Words(f"第 {first} {zh}", f"{en} {first}").in_language(language)
    return Words(f"第 {first}–{last} {zh}", f"{en}s {first}–{last}").in_language(language)


def suppression_of(suppression: Suppression, language: str) -> str:
    """Return why a finding is not reported: `例外：待更正，至 2027-01-31，exceptions.yaml:3`.

    A comment stands in the report, beside what it speaks of: its place is left out.
    """
    colon, comma = Words("：", ": ").in_language(language), Words("，", ", ").in_language(language)
    kind = SUPPRESSIONS[suppression.kind].in_language(language)
    until = suppression.until
    more = (
        one_line(suppression.reason),
        Words(f"至 {until}", f"until {until}").in_language(language) if until else "",
        "" if suppression.kind is SuppressionKind.COMMENT else on_screen(suppression.source),
    )
    said = comma.join(part for part in more if part)
    return f"{kind}{colon}{said}" if said else kind


def one_line(text: str) -> str:
    """Return `text` on one line: blanks run together, control and direction characters as escapes.

    A report may hold an escape sequence that would change the terminal, or a mark that reverses the line.
    """
    return on_screen(" ".join(text.split()))


def on_screen(text: str) -> str:
    """Return `text` with its blanks as they are, control and direction characters as escapes."""
    return text if text.isprintable() else "".join(map(_harmless, text))


HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _harmless(character: str) -> str:
    if unicodedata.category(character) not in HARMFUL:
        return character
    return character.encode("unicode_escape").decode("ascii")


def width(text: str) -> int:
    """Return how many columns of a terminal `text` takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """Return `text` filled up with blanks to that many columns."""
    return text + " " * (columns - width(text))
