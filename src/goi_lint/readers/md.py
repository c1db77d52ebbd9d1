"""Markdown: headings, emphasis and pictures are recognised; pipe tables stay lines with pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goi_lint.lazy import lazy
from goi_lint.model.document import Block, Document, Paragraph, Picture, Place
from goi_lint.readers.formats import TEXT, format_of
from goi_lint.readers.lines import Rulings, has_remarks, lines_of

NAME = "md"
EXTENSIONS = (".md", ".markdown")

Line = tuple[int, str]

# No pattern here reads a stretch of text twice: a line may have 200,000 characters, all of them `*`.
_HEADING = lazy(r"[ ]{0,3}(#{1,6})(?:[ \t]+|(?=[\u4e00-\u9fff（《“]))")
_RULE = lazy(r"[ ]{0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,})")
_UNDERLINE = lazy(r"[ ]{0,3}(?:(=+)|-{3,})[ ]*")
_FENCE = lazy(r"[ ]{0,3}(?:`{3,}|~{3,})[ ]*[\w-]*[ ]*")
_LEAD = lazy(r"[ ]*(?:>[ ]?)*(?:[-*+][ ]+(?=[^\s|]))?")
_DEFINITION = lazy(r"[ ]{0,3}\[[^\[\]]+\]:[ ]*(?:<|\.{0,2}/|#|\w+:)\S*")
_PICTURE = lazy(r"!\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])|<img\b([^<>]*)>", re.IGNORECASE)
_ALT = lazy(r"""\balt=["']([^"']*)["']""", re.IGNORECASE)
_LINK = lazy(r"\[([^\[\]]+)\](?:\([^()]*\)|\[\w[^\[\]]*\])")
_BREAK = lazy(r"<br\s*/?>", re.IGNORECASE)
_CELL_END = lazy(r"</t[dh]\s*>", re.IGNORECASE)
_AUTOLINK = lazy(r"<((?:https?://|mailto:)[^<>\s]+)>")
_TAG = lazy(r"</?[A-Za-z][^<>]*>")
_STARS = lazy(r"(?<!\\)(\*{1,3})(?=[^\s*|])([^*|]*)(?<=[^\s*|\\])\1")
_STRONG = lazy(r"(?<![\w\\])(_{1,3})(?=[^\s_|])([^_|]*)(?<=[^\s_|])\1(?!\w)")
_STRUCK = lazy(r"~~(?=[^\s~])([^~]*)~~")
_CODE = lazy(r"(?<!`)`([^`]+)`(?!`)")
_ESCAPE = lazy(r"\\([\\`*_{}\[\]()#+\-.!~<>])")
_FRONT_MATTER_LINES = 100
_FIELD = lazy(r"(?:[\w.-]+[ ]*:(?:[ \t].*)?|[ \t]+\S.*|-[ \t].*|#.*|\s*)")
_TITLE_FIELD = lazy(r"title[ ]*:[ \t]*(.*)", re.IGNORECASE)
_SYNTAX = lazy(r"^[ ]{0,3}#{1,6}[ \t]+\S|^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|", re.MULTILINE)
_SNIFFED = 65536


def recognises(data: bytes, name: str) -> bool:
    """Take a file by its extension; without a name, text with Markdown headings or delimiter rows."""
    if format_of(data, name) != TEXT:
        return False
    if name.lower().endswith(EXTENSIONS):
        return True
    return "." not in name and bool(_SYNTAX.search(data[:_SNIFFED].decode("utf-8", "ignore")))


def read(data: bytes, name: str) -> Document:
    """Return headings, paragraphs and pictures; raise `ReadError` where the bytes are no text."""
    lines = list(lines_of(data, name))
    remarks: tuple[Paragraph, ...] = ()
    if has_remarks(data):
        from goi_lint.readers.remarks import remarks_of, without_remarks

        remarks, lines = remarks_of(lines), without_remarks(lines)
    blocks: list[Block] = []
    after = _after_front_matter(lines)
    blocks += (paragraph for line in lines[:after] if (paragraph := _metadata_title(line)))
    rulings = Rulings()
    for number, line in _without_comments(lines[after:]):
        if heading := _underlined(line, blocks[-1] if blocks else None, number):
            blocks[-1] = heading
        elif not (rulings.is_ruling(number, line, short=True) or _is_syntax(line)):
            blocks += _blocks(line, Place(number, number))
    return Document(name, NAME, tuple(blocks), remarks=remarks)


def _is_syntax(line: str) -> bool:
    """Tell whether a line is no text: a rule, the fence of a code block, where a link leads."""
    return bool(_RULE.fullmatch(line) or _FENCE.fullmatch(line) or _DEFINITION.fullmatch(line))


def _after_front_matter(lines: Sequence[Line]) -> int:
    """Return the index of the first line after the metadata at the top, 0 where there are none."""
    if not lines or lines[0][0] != 1 or lines[0][1].rstrip() != "---":
        return 0
    for index, (_, line) in enumerate(lines[1:_FRONT_MATTER_LINES], 1):
        if line.rstrip() in ("---", "..."):
            return index + 1
        if not _FIELD.fullmatch(line):
            return 0
    return 0


def _metadata_title(line: Line) -> Paragraph | None:
    """Return the title that the metadata give: the text below may have none."""
    match = _TITLE_FIELD.fullmatch(line[1].rstrip())
    text = match[1].strip("\"'") if match else ""
    return Paragraph(text, Place(line[0], line[0]), 1) if text else None


def _without_comments(lines: Sequence[Line]) -> Iterator[Line]:
    """Leave out what stands in `<!-- -->`; a comment that does not end is text, lest the rest be lost."""
    last = max((index for index, (_, line) in enumerate(lines) if "-->" in line), default=-1)
    inside = False
    for index, (number, line) in enumerate(lines):
        if inside or "<!--" in line:
            line, inside = _uncommented(line, inside, closes_later=index < last)  # noqa: PLW2901
        if line.strip(" "):
            yield number, line


def _uncommented(line: str, inside: bool, *, closes_later: bool) -> tuple[str, bool]:
    """Return a line without its comments, and whether one goes on after it."""
    kept: list[str] = []
    while line:
        before, mark, rest = line.partition("-->" if inside else "<!--")
        if not mark:
            break
        if not inside:
            kept.append(before)
            if "-->" not in rest and not closes_later:
                kept.append(mark + rest)
                return "".join(kept), False
        line, inside = rest, not inside
    return "".join(kept) + ("" if inside else line), inside


def _underlined(line: str, above: Block | None, number: int) -> Paragraph | None:
    """Return the heading that a line of `=` or `-` makes of the text right above it."""
    if not isinstance(above, Paragraph) or number - (above.place.line or 0) != 1 or "|" in above.text:
        return None
    match = _UNDERLINE.fullmatch(line)
    return None if match is None or above.level else above._replace(level=1 if match[1] else 2)


def _blocks(line: str, place: Place) -> Iterator[Block]:
    if "!" in line or "<" in line:
        yield from (Picture(_alternative(picture), place) for picture in _PICTURE.finditer(line))
        line = _PICTURE.sub("", line)
    level = None
    if match := _HEADING.match(line):
        level, line = len(match[1]), _without_closing_hashes(line[match.end() :])
    elif "\t" not in line[:1]:
        line = line[_lead(line) :]
    for piece in [line] if "|" in line else _BREAK.split(line):
        text = _plain(piece)
        if text.strip(" "):
            yield Paragraph(text, place, level)


def _alternative(picture: re.Match[str]) -> str:
    tag = picture[2]
    if tag is None:
        return picture[1] or ""
    alt = _ALT.search(tag)
    return alt[1] if alt else ""


def _lead(line: str) -> int:
    match = _LEAD.match(line)
    lead = match[0] if match else ""
    return len(lead) if lead.strip() else 0


def _without_closing_hashes(text: str) -> str:
    text = text.rstrip()
    bare = text.rstrip("#")
    return bare.rstrip() if bare != text and bare[-1:] in ("", " ", "\t") else text


def _plain(line: str) -> str:
    """Return a line's text as it is shown."""
    if "[" in line:
        line = _LINK.sub(r"\1", line)
    if "<" in line:
        line = _CELL_END.sub(" | ", _BREAK.sub("", line))
        line = _TAG.sub("", _AUTOLINK.sub(r"\1", line))
    line = _without_emphasis(line)
    if "&" in line and ";" in line:
        from html import unescape

        line = unescape(line)
    return _ESCAPE.sub(r"\1", line).removesuffix("\\") if "\\" in line else line


def _without_emphasis(line: str) -> str:
    if "*" in line:
        line = _STARS.sub(r"\2", _STARS.sub(r"\2", line))
    if "_" in line:
        line = _STRONG.sub(r"\2", line)
    if "~~" in line:
        line = _STRUCK.sub(r"\1", line)
    return _CODE.sub(r"\1", line) if "`" in line else line
