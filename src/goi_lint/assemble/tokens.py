"""Lines of a part to tokens: what could be a cell or a piece of one, whatever marks the table has.

Text comes in many flavours: a cell a line with a leading tab, tab-separated rows, pipes around,
between or below the cells, or no marks at all, so that a cell may be broken over lines. A token is
the smallest piece; whether a break before it is certain (`hard`) or may run through a cell is all
that the later steps need to know of the flavour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goi_lint.assemble.vocabulary import around_slashes
from goi_lint.lazy import lazy
from goi_lint.model.document import Grid, Paragraph, Place, span
from goi_lint.text.normalise import DASHES, is_blank, stripped
from goi_lint.text.numbers import looks_like_value

_NARRATIVE_CHARACTERS = 60
_LONGEST_ROW = 20
_NUMBERING_TORN = lazy(r"(?<=\d)\s+(?=[.．、]\s*[^\s\d])|(?<=\d[.．、])\s+(?=[^\s\d])")
_PAGE_NUMBER = lazy(
    rf"[{DASHES}]{{1,2}}\s*\d{{1,3}}\s*[{DASHES}]{{1,2}}|第\s*\d{{1,3}}\s*页(?:[\s,，/]*共\s*\d{{1,3}}\s*页)?"
)


class Token:
    """A piece of text; `row` numbers the printed row (None where no row is marked).

    `marked` says that it is one cell with certain ends, `index` how many tokens of its region stand before it. In a
    grid it stands from `column` up to `edge`, in text these are None. `block` and `until` are the first and the last of
    the region's blocks that it stands in.
    """

    __slots__ = ("block", "column", "edge", "hard", "index", "marked", "place", "row", "text", "until")

    def __init__(
        self, text: str, place: Place, row: int | None, *, hard: bool, marked: bool, index: int = -1
    ) -> None:
        self.text = text
        self.place = place
        self.row = row
        self.hard = hard
        self.marked = marked
        self.index = index
        self.column: int | None = None
        self.edge: int | None = None
        self.block = self.until = -1

    def piece(self, text: str) -> Token:
        """Return a piece of it; what else is known of it holds for each piece."""
        piece = Token(text, self.place, self.row, hard=False, marked=False, index=self.index)
        piece.column, piece.edge, piece.block, piece.until = self.column, self.edge, self.block, self.until
        return piece

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.place}, row {self.row}{', hard' if self.hard else ''})"


class Lexer:
    """Splits the lines of one region; `framed` says that rows begin with a pipe. The rows of a grid are as they are."""

    def __init__(self, *, framed: bool) -> None:
        self._framed = framed
        self.tokens: list[Token] = []
        self._rows = 0
        self._last_line = -1
        self._last_kind = ""
        self._open = False
        self._ends: list[int] = []
        self._gap_above = False
        self._stream: list[tuple[Token, bool]] = []

    def feed(self, block: Paragraph | Grid) -> None:
        """Take the next line or grid."""
        if isinstance(block, Grid):
            self._grid(block)
        else:
            self._line(block)
        self._ends.append(len(self.tokens))

    def _grid(self, grid: Grid) -> None:
        """Take the rows of a grid; one number is left out before them, which shows where another table begins."""
        row = -1
        self._rows += 1
        for cell in grid.cells:
            if cell.row != row:
                row = cell.row
                self._rows += 1
            token = Token(stripped(cell.text), cell.place, self._rows, hard=True, marked=True)
            token.column, token.edge = cell.column, cell.column + cell.columns
            self.tokens.append(token)
        self._last_line = grid.place.end_line or grid.place.end_paragraph or 0
        self._last_kind = "grid"

    def _line(self, paragraph: Paragraph) -> None:
        text, place = paragraph.text, paragraph.place
        gap = (place.line or place.paragraph or 0) - self._last_line > 1
        tabs = text.count("\t")
        pipes = text.count("|") + text.count("｜") if "|" in text or "｜" in text else 0
        if tabs == 1 and text.startswith("\t") and not pipes:
            self._tab_cell(text[1:], place, gap)
        elif tabs:
            self._row_line(text.split("\t"), place)
        elif pipes > 1 or (pipes and not _ends_with_pipe(text)):
            self._row_line(_pipe_cells(text, self._framed), place)
        elif pipes:
            self._pipe_end(text, place, gap)
        elif self._last_kind == "tab cell" and not gap:
            self._continue_cell(text, place)
        else:
            self._plain_line(text, place, gap)
        self._last_line = place.end_line or place.paragraph or 0

    def _tab_cell(self, text: str, place: Place, gap: bool) -> None:
        if gap or self._last_kind != "tab cell":
            self._rows += 1
        cell = text if text.isdecimal() else stripped(text)
        self.tokens.append(Token(cell, place, self._rows, hard=True, marked=True))
        self._last_kind = "tab cell"

    def _row_line(self, cells: list[str], place: Place) -> None:
        self._rows = row = self._rows + 1
        texts = [cell if cell.isdecimal() else stripped(cell) for cell in cells]
        self.tokens += [Token(text, place, row, hard=True, marked=True) for text in texts]
        self.tokens[-len(texts)].hard = False
        self._last_kind = "row line"

    def _pipe_end(self, text: str, place: Place, gap: bool) -> None:
        before, _, after = text.replace("｜", "|").partition("|")
        self._open = self._open or (self._last_kind == "plain" and not gap)
        closes_open = self._open and is_blank(before)
        if closes_open:
            self.tokens[-1].marked = True
        else:
            self.tokens.append(Token(stripped(before), place, None, hard=not self._open, marked=True))
            self._stream.append((self.tokens[-1], gap or self._gap_above))
        self._gap_above = False
        self._open = not is_blank(after)
        if self._open:
            self.tokens.append(Token(stripped(after), place, None, hard=True, marked=True))
        self._last_kind = "pipe"

    def finish(self) -> list[Token]:
        """Return the tokens; where cells come one a line, blank lines between them end rows if they are few."""
        cells = len(self._stream)
        gaps = sum(gap for _, gap in self._stream[1:])
        if cells <= gaps * _LONGEST_ROW and gaps * 2 < cells:
            for token, gap in self._stream:
                self._rows += gap
                token.row = self._rows
        index = 0
        for block, end in enumerate(self._ends):
            for token in self.tokens[index:end]:
                token.index = index
                token.block = block
                index += 1
        return self.tokens

    def _continue_cell(self, text: str, place: Place) -> None:
        token = self.tokens[-1]
        token.text = f"{token.text}\n{stripped(text)}".strip()
        token.place = span(token.place, place)
        token.until = len(self._ends)

    def _plain_line(self, text: str, place: Place, gap: bool) -> None:
        if is_blank(text) or _is_page_number(text.strip()):
            return
        hard = self._last_kind in ("narrative", "grid") or (self._last_kind == "pipe" and not self._open)
        if is_narrative(text):
            self._last_kind = "narrative"
            return
        broken_row = self._last_kind == "row line" and not gap
        self._rows += broken_row
        row = self._rows if broken_row else None
        for piece in _pieces(text):
            self.tokens.append(Token(piece, place, row, hard=hard, marked=False))
            hard = looks_like_value(piece)
        self._gap_above = self._gap_above or gap
        self._open = self._last_kind in ("pipe", "open")
        self._last_kind = "row line" if broken_row else "open" if self._open else "plain"


def tokens_of(blocks: Iterable[Paragraph | Grid]) -> list[Token]:
    """Return the tokens of a region in order."""
    blocks = list(blocks)
    lexer = Lexer(framed=_is_framed(block for block in blocks if isinstance(block, Paragraph)))
    for block in blocks:
        lexer.feed(block)
    return lexer.finish()


def _is_page_number(bare: str) -> bool:
    return (bare[0] == "第" or bare[0] in DASHES) and _PAGE_NUMBER.fullmatch(bare) is not None


def is_narrative(text: str) -> bool:
    """Tell whether an unmarked line is running text: no label of the form is that long or holds a full stop.

    Numbers at its end may be the cells of a row and do not count.
    """
    if "。" in text or "；" in text:
        return True
    if len(text) <= _NARRATIVE_CHARACTERS:
        return False
    words = text.split()
    while words and looks_like_value(words[-1]):
        words.pop()
    return len("".join(words)) > _NARRATIVE_CHARACTERS


def _ends_with_pipe(text: str) -> bool:
    """Tell whether the line's pipe stands at one of its ends: it closes or opens a cell, and makes no row."""
    bare = text.strip()
    return bare[0] in "|｜" or bare[-1] in "|｜"


def _is_framed(paragraphs: Iterable[Paragraph]) -> bool:
    """Tell whether rows begin with a pipe: else a pipe at the beginning closes an empty first cell."""
    starts = [stripped(paragraph.text)[:1] for paragraph in paragraphs if paragraph.text.count("|") > 1]
    return all(start in ("|", "｜") for start in starts)


def _pipe_cells(text: str, framed: bool) -> list[str]:
    cells = stripped(text.replace("｜", "|")).split("|")
    if framed and len(cells) > 1 and is_blank(cells[0]):
        del cells[0]
    if len(cells) > 1 and is_blank(cells[-1]):
        del cells[-1]
    return cells


def _pieces(text: str) -> Iterator[str]:
    """Split an unmarked line at its blanks: each piece may be a cell, a label or a part of one.

    A number stays with its mark, and a sign with its label: 「3 .其他」 and 「本年增 /」 hold no cell.
    """
    if "." in text or "．" in text or "、" in text:
        text = _NUMBERING_TORN.sub("", text)
    if "/" in text or "／" in text:
        text = around_slashes().sub("", text)
    return (piece for part in text.split() if (piece := stripped(part)))
