"""Writing a draft down as a web page, in the styles in which reports stand on government sites.

Tables have real spans. The same draft, style and seed always give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from random import Random

from goi_lint.cases.decorations import broken as broken_words
from goi_lint.cases.decorations import vertical
from goi_lint.cases.draft import TABLES, Draft
from goi_lint.cases.grid import ACROSS, DOWN, GridRow, Slot, grids
from writing import html_pages as pages

Span = tuple[Slot, int, int]
"""What is printed, and over how many rows and columns."""

_FONT = "font-size:10.5pt;font-family:宋体"
_CELL = "border:solid windowtext 1.0pt;padding:0cm 5.4pt"


@dataclass(frozen=True, slots=True)
class Style:
    """One way of writing pages.

    `line` turns kind (title, heading, text, closing) and text into markup, `cell` what stands inside of a cell.
    """

    page: Callable[[str, Draft, str], str]
    line: Callable[[str, str], str]
    cell: Callable[[str], str]
    encoding: str = "utf-8"
    charset: str = "utf-8"
    table: str = '<table border="1" cellspacing="0">'
    attributes: str = ""
    thead: bool = False
    tables: str = "apart"
    """`apart`: one for each part; `joined`: one for all parts; `split`: cut in two; `blocks`: one for each block."""
    several_lines: bool = False
    """Labels are broken over lines, some of them vertical."""


def write_html(
    draft: Draft, *, style: str = "plain", broken: bool = False, seed: int = 0, pictured: Collection[str] = ()
) -> bytes:
    """Return the page of a draft; `broken` leaves out what people leave out; tables `pictured` are images."""
    chosen = STYLES[style]
    rng = Random(f"{style} {seed}")
    content = "\n".join(_content(draft, chosen, rng, pictured))
    if broken:
        content = _broken(content, rng)
    return chosen.page(content, draft, chosen.charset).encode(chosen.encoding)


def _content(draft: Draft, style: Style, rng: Random, pictured: Collection[str]) -> Iterator[str]:
    yield from (style.line("title", line) for line in draft.title)
    yield from (style.line("text", line) for line in draft.front)
    joined = style.tables == "joined"
    for part in draft.parts:
        table = draft.tables.get(part.table or "")
        if joined and part.number in TABLES:
            yield from _joined(draft, style, rng) if part.number == min(TABLES) else ()
            continue
        if part.heading:
            yield style.line("heading", part.heading)
        yield from (style.line("text", line) for line in part.paragraphs)
        if table and table.key in pictured:
            yield style.line("picture", f"{table.key}.png")
        elif table:
            yield from _tables(_grids(draft, table.key, style, rng), style, rng)
        yield from (style.line("text", line) for line in part.notes)
    yield from (style.line("closing", line) for line in draft.closing)


def _grids(draft: Draft, key: str, style: Style, rng: Random) -> list[list[GridRow]]:
    found = grids(draft.tables[key])
    if style.several_lines:
        found = [vertical(broken_words(grid, rng), rng) for grid in found]
    return found


def _tables(found: Sequence[Sequence[GridRow]], style: Style, rng: Random) -> Iterator[str]:
    """Yield the table of a part: one, one for each block, or cut in two somewhere below its header."""
    if style.tables == "blocks":
        yield from (_table(grid, style) for grid in found)
        return
    rows = [row for grid in found for row in grid]
    if style.tables == "split" and len(rows) > 12:
        at = rng.randrange(8, len(rows) - 3)
        yield _table(rows[:at], style)
        yield _table(_uncovered(rows[at:]), style)
        return
    yield _table(rows, style)


def _uncovered(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the lower half of a cut table: what covered its first row from above is an empty cell there."""
    first = tuple(Slot("group") if slot is DOWN else slot for slot in rows[0])
    return [first, *rows[1:]]


def spanned(rows: Sequence[GridRow]) -> list[list[Span]]:
    """Return for each row what begins in it, with its spans."""
    return [
        [
            (slot, _down(rows, at, column), _across(row, column))
            for column, slot in enumerate(row)
            if _begins(slot)
        ]
        for at, row in enumerate(rows)
    ]


def _begins(slot: Slot) -> bool:
    return slot.kind not in ("across", "down")


def _across(row: GridRow, column: int) -> int:
    end = column + 1
    while end < len(row) and row[end] is ACROSS:
        end += 1
    return end - column


def _down(rows: Sequence[GridRow], at: int, column: int) -> int:
    end = at + 1
    while end < len(rows) and rows[end][column] is DOWN:
        end += 1
    return end - at


def _table(rows: Sequence[GridRow], style: Style) -> str:
    lines = [_row(row, style) for row in spanned(rows)]
    deep = next((at for at, row in enumerate(rows) if any(slot.kind == "value" for slot in row)), 0)
    if style.thead and deep:
        lines = ["<thead>", *lines[:deep], "</thead>", "<tbody>", *lines[deep:], "</tbody>"]
        lines[1 : deep + 1] = [re.sub(r"(</?)td\b", r"\1th", line) for line in lines[1 : deep + 1]]
    return "\n".join((style.table, *lines, "</table>"))


def _row(row: Sequence[Span], style: Style) -> str:
    return "<tr>\n" + "\n".join(_cell(span, style) for span in row) + "\n</tr>"


def _cell(span: Span, style: Style) -> str:
    slot, down, across = span
    spans = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
    return f"<td{spans}{style.attributes}>{style.cell(slot.text)}</td>"


def _joined(draft: Draft, style: Style, rng: Random) -> Iterator[str]:
    """Yield all parts that should have a table as one table: their headings are rows of it."""
    width = max(len(row) for key in draft.tables for grid in grids(draft.tables[key]) for row in grid)
    rows: list[GridRow] = []
    for part in draft.parts:
        if part.number not in TABLES:
            continue
        lines = (part.heading, *part.paragraphs, *part.notes)
        rows += [(Slot("title", line), *[ACROSS] * (width - 1)) for line in lines if line]
        for grid in _grids(draft, part.table, style, rng) if part.table else ():
            rows += [(*row, *[ACROSS] * (width - len(row))) for row in grid]
    yield _table(rows, style)


def _plain(kind: str, text: str) -> str:
    if kind == "picture":
        return f'<p><img src="{text}" alt=""></p>'
    tag = {"title": "h1", "heading": "h2"}.get(kind, "p")
    return f"<{tag}>{_text(text)}</{tag}>"


def _aligned(kind: str, text: str) -> str:
    """Mark nothing as a heading: paragraphs, centred, bold, indented by style."""
    if kind == "picture":
        return f'<p style="text-align: center;"><img src="/upload/{text}" title="{text}" alt="{text}"/></p>'
    how = {"title": "text-align: center;", "closing": "text-align: right;"}.get(kind, "text-indent: 2em;")
    inner = f"<strong>{_text(text)}</strong>" if kind in ("title", "heading") else _text(text)
    return f'<p style="{how} line-height: 1.75em;"><span style="font-family: 仿宋; font-size: 16px;">{inner}</span></p>'


def _indented(kind: str, text: str) -> str:
    """Indent by no-break or ideographic blanks, as editors do."""
    if kind == "picture":
        return f'<p align="center"><img src="/upload/{text}"></p>'
    blank = {"title": "", "closing": "&nbsp; " * 12, "heading": "　　"}.get(kind, "&nbsp;&nbsp;&nbsp; ")
    return f"<p>{blank}{_text(text)}</p>"


def _in_div(kind: str, text: str) -> str:
    if kind == "picture":
        return f'<div class="pic"><img src="/upload/{text}" alt=""></div>'
    return f'<div class="{kind}">{_text(text)}</div>'


def _before_break(kind: str, text: str) -> str:
    if kind == "picture":
        return f'<img src="/upload/{text}"><br>'
    return f"{_text(text)}<br><br>" if kind in ("title", "text") else f"{_text(text)}<br>"


def _ms_normal(kind: str, text: str) -> str:
    if kind == "picture":
        return f'<p class=MsoNormal><span lang=EN-US><img width=554 height=310 src="年报.files/{text}"></span></p>'
    how = "text-align:center" if kind == "title" else "text-indent:32.0pt;mso-char-indent-count:2.0"
    return f"<p class=MsoNormal style='{how};line-height:28.0pt'>{_runs(text)}</p>"


def _runs(text: str) -> str:
    """Put what is Latin and what is Han into spans of their own, as Word does, source lines broken between."""
    pieces = re.findall(r"[ -~]+|[^ -~]+", text)
    spans = (
        f"<span{' lang=EN-US' * piece.isascii()}\nstyle='{_FONT}'>{_text(piece)}</span>" for piece in pieces
    )
    return "".join(spans) + "<span lang=EN-US><o:p></o:p></span>"


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _cell_paragraph(text: str) -> str:
    return "".join(f"<p class=MsoNormal align=center>{_runs(line)}</p>" for line in text.split("\n"))


def _cell_paragraphs(text: str) -> str:
    lines = text.split("\n")
    if len(lines) == 1:
        return f"<p>{_text(text) or '&nbsp;'}</p>"
    return "\n".join(f"<p>{_text(line)}</p>" for line in lines)


def _cell_breaks(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br/>\n")


_WORD_TABLE = (
    "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>"
)

STYLES: Mapping[str, Style] = {
    "plain": Style(pages.bare, _plain, _text),
    "centred": Style(pages.bare, _aligned, _text),
    "site": Style(pages.site, _aligned, _cell_paragraphs, thead=True),
    "word": Style(
        pages.word,
        _ms_normal,
        _cell_paragraph,
        "gb18030",
        "gb2312",
        _WORD_TABLE,
        f" valign=top style='{_CELL}'",
    ),
    "div-only": Style(pages.bare, _in_div, _text, several_lines=True),
    "breaks": Style(pages.site, _before_break, _cell_breaks, "gb18030", "gbk", several_lines=True),
    "layout": Style(pages.layout, _indented, _text, "gb18030", "gb2312"),
    "catalogue": Style(pages.catalogue, _aligned, _cell_paragraphs, several_lines=True),
    "joined": Style(pages.bare, _plain, _text, tables="joined"),
    "split": Style(pages.site, _plain, _cell_paragraphs, tables="split"),
    "blocks": Style(pages.bare, _indented, _text, tables="blocks"),
    "fragment": Style(pages.fragment, _aligned, _cell_breaks),
}


def _broken(content: str, rng: Random) -> str:
    """Leave out ends of cells, rows and paragraphs, leave a `div` open here and close one there that is not open."""

    def change(match: re.Match[str]) -> str:
        return match[0] if rng.random() < 0.6 else ""

    content = re.sub(r"</(?:td|th|tr|p|tbody|thead|span)>", change, content)
    lines = content.split("\n")
    for stray in ("</div>", "</span>", "<div>", "</b>"):
        between = [at for at in range(1, len(lines)) if lines[at - 1].endswith(">")]
        lines.insert(rng.choice(between), stray)
    return "\n".join(lines)
