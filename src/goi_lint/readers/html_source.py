"""The source of a web page: decoded, measured against the limits, its start tags numbered so that places are known."""

from __future__ import annotations

import re
from itertools import accumulate, compress, count, islice
from operator import not_

from goi_lint.errors import ReadError, Words
from goi_lint.lazy import lazy
from goi_lint.limits import (
    HTML_ATTRIBUTES,
    HTML_CELLS,
    HTML_COPIES,
    HTML_STEPS,
    HTML_STRAY,
    HTML_TAGS,
)
from goi_lint.readers.html_marks import FORMATTING, Parts, marks_of, marks_of_whole
from goi_lint.text.decode import decode
from goi_lint.tuples import NamedTuple

_DECLARED_WITHIN = 4096
_CHARSET = lazy(r"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CODECS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
}
_MOST_DAMAGED = 0.002
_START = lazy(r"""(<[a-zA-Z][^\t\n\f\r />]*+[^<>"']*+(?:(?:"[^"<]*+"|'[^'<]*+')[^<>"']*+)*+>?)""")
_BRIEF = lazy("(<[a-zA-Z][^>]*+>)")
"""The same where no `<` or `>` stands in a tag; it takes half the time."""
_OPEN = lazy("<[a-zA-Z]")
_TAG = lazy(r"<(/?)([a-zA-Z][^\t\n\f\r />]*)")
_STRAY = lazy(
    r"<(?:/?(?:table|tbody|thead|tfoot|tr|caption|colgroup|col)|/td|/th|html|body)\b[^<>]*>"
    r"[ \t\n\f\r]*[^ \t\n\f\r<][^<]*",
    re.IGNORECASE,
)
_WHOLE_TAG = lazy(r"""<[a-zA-Z](?>=[\t\n\f\r ]*(?:"[^"]*"|'[^']*')|[^>])*+(?:>|\Z)""")
_PARTED = lazy(r"""[ \t\n\f\r/"']""")
_SEPARATORS = b" \t\n\f\r/\"'"
_LONG_TAG = 20_000
_LONG = 100_000
"""Characters of a page from which on it can hold too much of what is worse than linear."""
_IMPLIED = frozenset([
    "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup",
    "rp", "rt",
])  # fmt: skip
_VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
])  # fmt: skip
_CELL = lazy(r"<t[dh](?=[\t\n\f\r />]|\Z)", re.IGNORECASE)


class Source(NamedTuple):
    """A page's source with the offsets of the start tags that `marked` numbers from 0."""

    text: str
    marked: str
    """The source with its number as an attribute of each start tag."""
    offsets: list[int]
    """Where each numbered tag begins in `text`."""


def source_of(data: bytes) -> Source:
    """Return the source; raise `ReadError` where it is no text or exceeds a limit."""
    text = decoded(data)
    tags = text.count("<")
    if tags > HTML_TAGS:
        raise _too_many(Words("标签", "tags"), HTML_TAGS)
    if len(text) > _LONG:
        _check_stray_text(text)
    if len(data) - len(data.translate(None, _SEPARATORS)) > HTML_ATTRIBUTES:
        _check_attributes(text)
    source = _marked(text)
    formatting = tags - text.count("</") - len(source.offsets)
    if tags * tags > HTML_STEPS or formatting * tags > HTML_COPIES:
        _measure(text)
    return source


def decoded(data: bytes) -> str:
    """Return the text of a page in the encoding that fits, else in the one that it declares."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return decode(data)
    found = _CHARSET.search(data[:_DECLARED_WITHIN].decode("latin-1"))
    declared = found[1].lower() if found else ""
    codec = _CODECS.get(declared)
    if codec == "big5hkscs":
        return decode(_with(data, codec).encode("utf-8"))
    try:
        return decode(data)
    except ReadError:
        # A browser shows a damaged character as such, and a page often has one where a summary was cut off.
        codec = codec or ("utf-8" if declared in ("utf-8", "utf8") else "")
        text = _with(data, codec) if codec else ""
        if not text or text.count("\ufffd") > max(2, _MOST_DAMAGED * len(text)):
            raise
        return decode(text.encode("utf-8"))


def _with(data: bytes, codec: str) -> str:
    return data.decode(codec, "replace")


def _marked(text: str) -> Source:
    pieces, marks = _cut(text)
    tags = pieces[1::2]
    if len(tags) > HTML_CELLS and len(_CELL.findall(text)) > HTML_CELLS:
        raise _too_many(Words("表格单元格", "table cells"), HTML_CELLS)
    befores, afters, numbered, _ = zip(*marks, strict=True) if marks else ((), (), (), ())
    begins = islice(accumulate(map(len, pieces)), 0, None, 2)
    numbers = list(map(str, islice(accumulate(numbered, initial=-1), 1, None)))
    for at in compress(count(), map(not_, numbered)):
        numbers[at] = ""
    marked = [""] * (len(tags) * 4 + 1)
    marked[0::4], marked[1::4], marked[2::4], marked[3::4] = pieces[0::2], befores, numbers, afters
    return Source(text, "".join(marked), list(compress(begins, numbered)))


def _cut(text: str) -> tuple[list[str], list[Parts]]:
    """Return the start tags with what stands around them in turn, and what becomes of each."""
    if not _OPEN.search(text, text.rfind(">") + 1):
        pieces = _BRIEF.split(text)
        marks = marks_of_whole(pieces[1::2])
        if marks is not None:
            return pieces, marks
    pieces = _START.split(text)
    return pieces, marks_of(pieces[1::2])


def _measure(text: str) -> None:
    """Raise `ReadError` where tags are nested, or left open, so that a parser would take too long or too much.

    A start tag makes the parser look through the open elements; every block opens again the formatting elements that
    were not closed before it.
    """
    depth = steps = formatting = copies = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        change = -1 if match[1] else 1
        if name in FORMATTING:
            formatting = max(0, formatting + change)
        elif name not in _IMPLIED and name not in _VOID:
            depth = max(0, depth + change)
        steps += depth
        copies += formatting
    if steps > HTML_STEPS or copies > HTML_COPIES:
        raise ReadError(
            Words(
                "标签嵌套过深，或大量标签没有关闭", "its tags are nested too deep, or too many are not closed"
            )
        )


def _check_stray_text(text: str) -> None:
    """Raise `ReadError` for much text in tables but in no cell: a parser copies all of it for each piece it adds."""
    pieces = size = 0
    for match in _STRAY.finditer(text):
        pieces += 1
        size += len(match[0])
    if pieces * size > HTML_STRAY:
        raise ReadError(
            Words("表格中有大量不在单元格里的文字", "its tables hold much text outside of their cells")
        )


def _check_attributes(text: str) -> None:
    """Raise `ReadError` for a tag of very many attributes: a parser compares each with all before it."""
    for match in _WHOLE_TAG.finditer(text):
        if match.end() - match.start() > _LONG_TAG and len(_PARTED.findall(match[0])) > HTML_ATTRIBUTES:
            raise _too_many(Words("标签属性", "attributes in a tag"), HTML_ATTRIBUTES)


def _too_many(what: Words, limit: int) -> ReadError:
    return ReadError(
        Words(f"{what.zh}过多（上限 {limit} 个）", f"it has too many {what.en} (at most {limit})")
    )
