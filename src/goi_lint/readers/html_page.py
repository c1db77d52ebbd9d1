"""From the bytes of a web page to its document: source, tree, tables, article, blocks."""

from __future__ import annotations

from goi_lint.errors import ReadError, Words
from goi_lint.model.document import Block, Document, Paragraph
from goi_lint.readers.html_article import published_on, shown_of, title_before, titles_of
from goi_lint.readers.html_flow import Line, Piece, blank, grid_of, paragraph, picture, pieces_of
from goi_lint.readers.html_furniture import article_of
from goi_lint.readers.html_grid import Table, tables_of
from goi_lint.readers.html_lines import Lines
from goi_lint.readers.html_source import Source, source_of
from goi_lint.readers.html_tree import Tree, tree_of
from goi_lint.readers.lines import has_remarks
from goi_lint.text.normalise import fold


def document_of(data: bytes, name: str, reader: str) -> Document:
    """Return what the page's article shows; raise `ReadError` where that cannot be had."""
    source = source_of(data)
    tree = tree_of(source)
    tables = tables_of(tree.nodes)
    places = Lines(source, tree.nodes)
    titles = titles_of(tree)
    article = article_of(tree.nodes, tables, [fold(title) for title, _ in titles])
    shown = shown_of(list(pieces_of(tree.nodes, tables, article.dropped)), article)
    blocks = [
        _block(piece, tree, places)
        for piece in shown.pieces
        if not (isinstance(piece, Line) and blank(piece))
    ]
    if not blocks:
        raise ReadError(Words("网页里没有文字", "the page shows no text"))
    title = title_before(shown.pieces, titles, places)
    published = published_on(tree, article, shown.informing, places)
    return Document(
        name,
        reader,
        ((title,) if title else ()) + tuple(blocks),
        whole=True,
        published=published,
        remarks=_remarks(source) if has_remarks(data) else (),
    )


def _remarks(source: Source) -> tuple[Paragraph, ...]:
    from goi_lint.readers.remarks import remarks_of

    return remarks_of(list(enumerate(source.text.split("\n"), 1)))


def _block(piece: Piece, tree: Tree, places: Lines) -> Block:
    if isinstance(piece, Table):
        return grid_of(tree.nodes, piece, places)
    return paragraph(piece, places) if isinstance(piece, Line) else picture(piece, places)
