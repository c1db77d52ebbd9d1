"""The start tags of a page's source, numbered and without the attributes that nothing asks for.

Attributes are most of a page, and a parser spends most of its time on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from goi_lint.lazy import lazy
from goi_lint.readers.html_words import tells_nothing

FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
"""What a parser opens again in the next block where it was not closed: two alike must stay alike."""
MARK = "_"
"""Attribute that holds a start tag's number."""

Parts = tuple[str, str, bool, bool]
"""What stands before a tag's number and after it, whether it has one, and whether it may go on behind its end."""

_NAME = lazy(r"<([^\t\n\f\r />]+)")
_BLANK = r"[ \t\n\f\r]"
_KEY = r"""[^ \t\n\f\r"'<>/=_][^ \t\n\f\r"'<>/=]*+"""
_VALUE = r""""[^"<]*+"|'[^'<]*+'|(?:/*+[^ \t\n\f\r"'<>=`/]++)++(?!/)"""
_ATTRIBUTES = lazy(rf"({_KEY})(?:{_BLANK}*+={_BLANK}*+({_VALUE}))?+")
_PLAIN = lazy(
    rf"""<[a-zA-Z][^ \t\n\f\r"'<>/=]*+"""
    rf"(?:(?:{_BLANK}++|(?<=[\"'])){_KEY}(?:{_BLANK}*+={_BLANK}*+(?:{_VALUE}))?+)*+{_BLANK}*+(/?)>"
)
_ALIGN_CENTER = lazy("center", re.IGNORECASE)
_TELLING = lazy(r"display|visibility|mso-hide|align", re.IGNORECASE)
_WHOLE = frozenset(("a", "img", "meta"))
"""Elements of which every attribute counts."""
_KEPT = frozenset(("hidden", "rowspan", "colspan"))
_OWN = {"input": frozenset(["type"]), "font": frozenset(["color", "face", "size"])}
"""What makes a parser put an element elsewhere."""
_LONG = 500


class _Marks(dict[str, Parts]):
    """Start tags of a page, from `<` to `>`, with what becomes of each."""

    def __missing__(self, tag: str) -> Parts:
        found = self[tag] = _short(tag) if len(tag) < _LONG else _parts(tag)
        return found


def marks_of_whole(tags: Sequence[str]) -> list[Parts] | None:
    """Return what becomes of each start tag, None unless every one ends at the first `>` for certain."""
    marks = _Marks()
    found = list(map(marks.__getitem__, tags))
    if "".join(marks).count("<") > len(marks) or any(runs_on for _, _, _, runs_on in marks.values()):
        return None
    return found


def marks_of(tags: Sequence[str]) -> list[Parts]:
    """Return what becomes of each start tag of a page.

    Where quotes are not closed a tag may reach over the ones after it: then each keeps all that it has.
    """
    marks = _Marks()
    found = list(map(marks.__getitem__, tags))
    if any(runs_on for _, _, _, runs_on in marks.values()):
        return list(map(_whole, tags))
    return found


def _whole(tag: str) -> Parts:
    """Put the number behind the name, for what comes after is not understood, or wanted."""
    name = _NAME.match(tag)
    assert name is not None
    runs_on = tag[-1] != ">" or (('"' in tag or "'" in tag) and not _PLAIN.fullmatch(tag))
    if name[1].lower() in FORMATTING:
        return tag, "", False, runs_on
    rest = tag[name.end() :]
    return f"{name[0]} {MARK}=", " " * rest.startswith("/") + rest, True, runs_on


@lru_cache(maxsize=4096)
def _short(tag: str) -> Parts:
    return _parts(tag)


def _parts(tag: str) -> Parts:
    plain = _PLAIN.fullmatch(tag)
    name = _NAME.match(tag)
    assert name is not None
    kind = name[1].lower()
    if plain is None or kind in _WHOLE:
        return _whole(tag)
    start = " ".join((name[0], *_kept(kind, tag[name.end() :])))
    if kind in FORMATTING:
        return start + ">", "", False, False
    return f"{start} {MARK}=", " />" if plain[1] else ">", True, False


def _kept(kind: str, attributes: str) -> Iterator[str]:
    """Yield the attributes that are asked for, as they stand in the source."""
    own = _OWN.get(kind, ())
    seen = set()
    for match in _ATTRIBUTES.finditer(attributes):
        name, value = match[1].lower(), match[2] or ""
        if name in seen:
            continue
        seen.add(name)
        if name == "style":
            value = _telling(value)
            if value:
                yield f"style={value}"
        elif name in ("class", "id"):
            if "&" in value or not tells_nothing(value.strip("\"'")):
                yield match[0]
        elif name in _KEPT or name in own or (name.endswith("align") and _ALIGN_CENTER.search(value)):
            yield match[0]


def _telling(style: str) -> str:
    """Return of a style what hides or aligns."""
    if not _TELLING.search(style):
        return ""
    if style[0] not in "\"'":
        return style
    return style[0] + ";".join(filter(_TELLING.search, style[1:-1].split(";"))) + style[0]
