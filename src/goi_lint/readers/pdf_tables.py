"""Tables of a PDF from page to page: one that a page breaks is one again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from goi_lint.lazy import lazy
from goi_lint.model.document import Grid, GridCell, Place
from goi_lint.readers.pdf_grid import Ruled
from goi_lint.readers.pdf_lines import TextLine, cell_text, joined, lines_of
from goi_lint.readers.pdf_runs import Run
from goi_lint.tuples import NamedTuple

_NEAR = 3.2
_SHARED = 0.75
_NUMBERED = lazy(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
_WORDS = lazy(r"[^\W\d_]")
_NUMBER = lazy(r"[-+−－]?[\d,，.．]+")


class Piece(NamedTuple):
    """A cell: rows from 0, where it begins and ends in points from the left edge of the page.

    Its lines are `written`, or else told from the `runs` of characters where somebody asks.
    """

    text: str
    page: int
    top: int
    bottom: int
    left: float
    right: float
    runs: Sequence[Run]
    written: tuple[TextLine, ...] = ()

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """Return the lines of its text."""
        return self.written or tuple(lines_of(self.runs))

    @property
    def rows(self) -> int:
        """Return how many rows it covers."""
        return self.bottom - self.top

    @property
    def numbered(self) -> bool:
        """Tell whether the text begins with a number of its own: it goes on from no other."""
        return bool(_NUMBERED.match(self.text.replace("\n", "")))

    @property
    def is_number(self) -> bool:
        """Tell whether the text is a number."""
        return bool(_NUMBER.fullmatch(self.text.strip()))


class Sheet(NamedTuple):
    """A table, of one page or more; `xs` are its column rulings in points from the left edge of the page."""

    page: int
    xs: tuple[float, ...]
    rows: int
    pieces: tuple[Piece, ...]
    aside: tuple[TextLine, ...] = ()
    """Lines to the left of it: they may stand in a cell whose rulings are on another page."""


Pair = tuple[Piece, Piece]
"""Cells that adjoin across the end of a page."""


def sheet(table: Ruled, page: int, aside: Sequence[TextLine]) -> Sheet:
    """Return a table of one page with the text of its cells, and the lines beside it."""
    pieces, xs = [], table.xs
    for top, left, bottom, right, runs in table.areas:
        text = cell_text(runs) if runs else ""
        pieces.append(Piece(text, page, top, bottom, xs[left], xs[right], runs))
    return Sheet(page, tuple(xs), len(table.ys) - 1, tuple(pieces), tuple(aside))


def continued(above: Sheet, below: Sheet) -> Sheet | None:
    """Return the two tables as one if they have the same columns, as far as both show them."""
    apart = above.xs[0] - below.xs[0]
    if not _fits(above.xs, below.xs):
        below = _shifted(below, apart)
        if not _fits(above.xs, below.xs):
            return None
    return _put_together(above, _with_open_side(above, below))


def _fits(above: Sequence[float], below: Sequence[float]) -> bool:
    """Tell whether two tables begin and end at one place and most columns of one are columns of the other."""
    if abs(above[-1] - below[-1]) > _NEAR or (not _has(above, below[0]) and not _has(below, above[0])):
        return False
    fewer, more = sorted((above, below), key=len)
    return sum(_has(more, x) for x in fewer) >= _SHARED * len(fewer)


def _has(xs: Sequence[float], x: float) -> bool:
    return any(abs(x - other) <= _NEAR for other in xs)


def _shifted(table: Sheet, by: float) -> Sheet:
    """Return a table as it stands on pages whose margins are others."""
    pieces = [piece._replace(left=piece.left + by, right=piece.right + by) for piece in table.pieces]
    return table._replace(xs=tuple(x + by for x in table.xs), pieces=tuple(pieces))


def _with_open_side(above: Sheet, below: Sheet) -> Sheet:
    """Return the second table with the cells of the first that go on beside it without rulings."""
    edge = below.xs[0] + _NEAR
    if above.xs[0] > below.xs[0] - _NEAR:
        return below
    last = [piece for piece in above.pieces if piece.bottom == above.rows and piece.right <= edge]
    added = tuple(_beside(below, piece) for piece in last)
    xs = (*(x for x in above.xs if x < edge - 2 * _NEAR), *below.xs)
    return below._replace(xs=xs, pieces=(*added, *below.pieces))


def _beside(table: Sheet, above: Piece) -> Piece:
    """Return the cell that stands beside a table and goes on from one of the page before."""
    lines = tuple(line for line in table.aside if above.left <= line.left and line.right <= above.right)
    text = joined(line.text for line in lines)
    return Piece(text, table.page, 0, table.rows, above.left, above.right, (), lines)


def _put_together(above: Sheet, below: Sheet) -> Sheet:
    """Return one table of two: a repeated head counts once, and so does a row or cell that the page cuts in two."""
    below = _without_head(above, below)
    if not below.rows:
        return above
    pairs = _pairs(above, below)
    cut = _cuts_row(pairs, above, below)
    shift = above.rows - cut
    cells = pairs if cut else [*_groups(pairs, below), *_broken(pairs)]
    ends = {id(p): _one(p, q, shift) for p, q in cells}
    merged = {id(q) for _, q in cells}
    pieces = [ends.get(id(piece), piece) for piece in above.pieces]
    pieces += [_moved(piece, shift) for piece in below.pieces if id(piece) not in merged]
    xs = sorted((*above.xs, *(x for x in below.xs if not _has(above.xs, x))))
    return Sheet(above.page, tuple(xs), above.rows + below.rows - cut, tuple(pieces))


def grid(table: Sheet, first: int) -> Grid:
    """Return the table with the running numbers of its cells, which begin with `first`."""
    ordered = sorted(table.pieces, key=itemgetter(2, 4))
    edges = {piece.left for piece in ordered} | {piece.right for piece in ordered}
    columns = {x: bisect_right(table.xs, x + _NEAR) - 1 for x in edges}
    cells = tuple(
        [
            GridCell(
                text,
                Place(None, None, page, number, number),
                top,
                (column := columns[left]),
                bottom - top,
                max(1, columns[right] - column),
            )
            for number, (text, page, top, bottom, left, right, *_) in enumerate(ordered, first)
        ]
    )
    place = Place(page=table.page, paragraph=first, end_paragraph=first + len(cells) - 1)
    return Grid(cells, len(table.xs) - 1, place)


def _moved(piece: Piece, shift: int) -> Piece:
    text, page, top, bottom, left, right, runs, written = piece
    return Piece(text, page, top + shift, bottom + shift, left, right, runs, written)


def _one(above: Piece, below: Piece, shift: int) -> Piece:
    texts = [above.text] if above.text == below.text else [above.text, below.text]
    return above._replace(
        text="\n".join(text for text in texts if text),
        bottom=below.bottom + shift,
        written=above.lines + below.lines,
    )


def _same_columns(one: Piece, other: Piece) -> bool:
    return abs(one.left - other.left) <= _NEAR and abs(one.right - other.right) <= _NEAR


def _without_head(above: Sheet, below: Sheet) -> Sheet:
    """Return the second table without the rows with which the first begins too."""
    repeated = 0
    for rows in range(1, min(above.rows, below.rows) + 1):
        head, again = _head(above, rows), _head(below, rows)
        if head is None or again is None:
            continue
        if len(head) != len(again) or not all(map(_same, head, again)):
            break
        repeated = rows
    if not any(piece.text and not piece.is_number for piece in _head(below, repeated) or ()):
        return below
    kept = tuple(_moved(piece, -repeated) for piece in below.pieces if piece.top >= repeated)
    return below._replace(rows=below.rows - repeated, pieces=kept)


def _head(table: Sheet, rows: int) -> list[Piece] | None:
    """Return the cells of the first rows, None where a cell reaches below them."""
    found = [piece for piece in table.pieces if piece.top < rows]
    return None if any(piece.bottom > rows for piece in found) else found


def _same(one: Piece, other: Piece) -> bool:
    return one.top == other.top and one.text == other.text and _same_columns(one, other)


def _pairs(above: Sheet, below: Sheet) -> list[Pair]:
    """Return the cells that adjoin across the page's end and have the same columns, from left to right."""
    last = [piece for piece in above.pieces if piece.bottom == above.rows]
    first = sorted((piece for piece in below.pieces if piece.top == 0), key=lambda piece: piece.left)
    return [(p, q) for q in first for p in last if _same_columns(p, q)]


def _cuts_row(pairs: Sequence[Pair], above: Sheet, below: Sheet) -> bool:
    """Tell whether the page cuts a row in two: a label is broken off, and no column has two numbers."""
    last = sum(piece.bottom == above.rows for piece in above.pieces)
    first = sum(piece.top == 0 for piece in below.pieces)
    if not (len(pairs) == last == first):
        return False
    both = [(p, q) for p, q in pairs if p.text and q.text and p.text != q.text]
    return bool(both) and all(_goes_on(p, q) for p, q in both)


def _goes_on(above: Piece, below: Piece) -> bool:
    """Tell whether a text does not end on its page: its last line is full, and what follows begins nothing."""
    if not above.text or below.numbered or above.is_number or not _WORDS.search(below.text):
        return False
    if all(len(line.text) == 1 for line in above.lines + below.lines):
        return True
    last, head = above.lines[-1], below.lines[0].head
    return above.right - above.left - (last.right - last.left) < 1.5 * head + 2 * _NEAR


def _groups(pairs: Sequence[Pair], below: Sheet) -> Iterator[Pair]:
    """Yield the cells of row groups that the page cuts in two: they stand before the row's own label."""
    reached = pairs[0][1].left if pairs else 0.0
    for p, q in pairs:
        if abs(q.left - reached) > _NEAR or not _is_group(p, q):
            return
        reached = q.right
        labels = (piece for piece in below.pieces if piece.top == 0 and piece.left >= reached - _NEAR)
        label = next((piece.text for piece in labels if piece.text), "")
        if not label or _NUMBER.fullmatch(label):
            return
        yield p, q


def _broken(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the cells whose text the page breaks off, with the cells beside them that have no more text."""
    if any(p.text and q.is_number for p, q in pairs):
        return
    run: list[Pair] = []
    for p, q in pairs:
        if run and abs(q.left - run[-1][1].right) > _NEAR:
            yield from _with_text_broken(run)
            run = []
        if (p.text and not q.text and not p.is_number) or _goes_on(p, q):
            run.append((p, q))
        elif run:
            yield from _with_text_broken(run)
            run = []
    yield from _with_text_broken(run)


def _with_text_broken(run: list[Pair]) -> list[Pair]:
    return run if any(q.text for _, q in run) else []


def _is_group(above: Piece, below: Piece) -> bool:
    """Tell whether two cells are one label: one part is blank, or the second has no number of its own."""
    if not below.text:
        return bool(above.text) and not above.is_number
    if above.rows == below.rows == 1:
        return False
    if not above.text or above.text == below.text:
        return True
    return not below.numbered and (above.numbered or _goes_on(above, below))
