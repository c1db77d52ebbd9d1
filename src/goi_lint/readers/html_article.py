"""The lines of an article: those about the page taken out, its title and its day of publication made out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph, Place
from goi_lint.readers.html_flow import Line, Piece, level_of
from goi_lint.readers.html_furniture import Article
from goi_lint.readers.html_lines import Lines
from goi_lint.readers.html_tree import Node, Tree
from goi_lint.readers.html_words import (
    dates_in,
    is_breadcrumb,
    is_information,
    is_label,
    is_neighbour,
    is_publication_meta,
    is_related,
    is_site_name,
    is_stamp,
    is_title_meta,
    is_tool,
    may_inform,
    names_of,
    names_title,
)
from goi_lint.text.normalise import fold
from goi_lint.tuples import NamedTuple

_BETWEEN = lazy(r"\s*[_|]\s*|\s+[-—–]+\s+|--+|——+|[-—–](?=[^\d])")
_CENTRED = lazy(r"text-align\s*:\s*center|align=\"center\"", 2)
_LONGEST_TITLE = 80
_LEAST_TITLE = 8
_FIRST_LINES = 8
_UNSURE = 9
_RANKS = {
    **dict.fromkeys(("发布日期", "发布时间"), 0),
    **dict.fromkeys(("发稿时间", "发稿日期", "发表时间", "发表日期", "公开日期", "公开时间"), 1),
    **dict.fromkeys(("上传时间", "上传日期", "录入时间", "录入日期"), 1),
    **dict.fromkeys(("成文日期", "生成日期", "发文日期", "发文时间", "印发日期"), 3),
    **dict.fromkeys(("更新时间", "更新日期"), 4),
    **dict.fromkeys(("日期", "时间"), 5),
}
"""How well a date's label says that it is the day of publication; a `<meta>` stands at 2."""
_META_RANK = 2
_STAMP_RANK = 6


class Shown(NamedTuple):
    """What is left of a page, in reading order, and what was taken out of it before its first running text."""

    pieces: list[Piece]
    informing: list[Line]


def titles_of(tree: Tree) -> list[tuple[str, int]]:
    """Return the titles that a page gives itself, the surest first, each with the number of its tag."""
    found = [(content, mark) for name, content, mark in tree.metas if is_title_meta(name)]
    pieces = [piece.strip() for piece in _BETWEEN.split(tree.title)] if tree.title else []
    found += [(piece, tree.title_mark) for piece in sorted(pieces, key=len, reverse=True)[:1]]
    return [
        (title, mark)
        for title, mark in found
        if len(fold(title)) >= _LEAST_TITLE and not is_site_name(fold(title))
    ]


def shown_of(pieces: Sequence[Piece], article: Article) -> Shown:
    """Take the lines that speak of the page, not of its subject, out of what it shows."""
    kept: list[Piece] = []
    informing: list[Line] = []
    informs = _informing(pieces, article)
    related = False
    for at, piece in enumerate(pieces):
        if not isinstance(piece, Line):
            kept.append(piece)
            continue
        folded = fold(piece.text)
        related = is_related(folded) or (related and _is_link(piece))
        if at in informs:
            informing.append(piece)
        elif not (related or is_tool(folded) or is_neighbour(folded)):
            kept.append(piece)
    return Shown(kept, informing)


def _informing(pieces: Sequence[Piece], article: Article) -> set[int]:
    """Return the indexes of lines that inform about the page, in front of its running text or after it."""
    found: set[int] = set()
    after_label = False
    lines = [(at, piece) for at, piece in enumerate(pieces) if isinstance(piece, Line)]
    for at, piece in lines:
        folded = fold(piece.text) if len(piece.text) < 400 else ""
        early = piece.texts[0].at < article.beginning
        speaks = is_breadcrumb(folded) or is_stamp(folded) or is_label(folded) or after_label
        if (early and speaks) or (is_information(folded) and (early or not dates_in(piece.text))):
            found.add(at)
        after_label = early and not after_label and is_label(folded)
    for at, piece in lines:
        if piece.texts[0].at >= article.beginning:
            break
        if (at - 1 in found or at + 1 in found) and may_inform(fold(piece.text)):
            found.add(at)
    return found


def _is_link(line: Line) -> bool:
    return all(node.linked or not node.chars for node in line.texts)


def title_before(
    pieces: Sequence[Piece], titles: Sequence[tuple[str, int]], places: Lines
) -> Paragraph | None:
    """Return the title that only the page's head has, None where the article has its own."""
    if not titles:
        return None
    lines = [piece for piece in pieces[:_FIRST_LINES] if isinstance(piece, Line)]
    if any(_is_title(line, at == 0, titles) for at, line in enumerate(lines)):
        return None
    title, mark = titles[0]
    return Paragraph(title, places.of_tag(mark), 1)


def _is_title(line: Line, is_first: bool, titles: Sequence[tuple[str, int]]) -> bool:
    text = fold(line.text)
    if len(text) > _LONGEST_TITLE:
        return False
    if (level_of(line.block) or _UNSURE) <= 2 or any(
        text in fold(title) for title, _ in titles if len(text) > 4
    ):
        return True
    if any(fold(title) in text for title, _ in titles):
        return True
    if text.endswith(("。", "；", ";", ":")):
        return False
    return names_title(names_of(line.block.value)) or (is_first and bool(_CENTRED.search(line.block.value)))


def published_on(tree: Tree, article: Article, informing: Sequence[Line], places: Lines) -> Paragraph | None:
    """Return the day on which the page says it was published, with its label, as printed."""
    found: list[tuple[int, str, tuple[Node, ...], Place | None]] = []
    for node, following in _labelled(tree.nodes, article):
        text = "".join(other.value[:_LONGEST_TITLE] for other in (node, *following))
        found += ((_RANKS[label], date, (node, *following), None) for label, date in dates_in(text))
    for name, content, mark in tree.metas:
        if is_publication_meta(name) and any(letter.isdigit() for letter in content):
            found.append((_META_RANK, content[:_LONGEST_TITLE], (), places.of_tag(mark)))
    for line in informing:
        if is_stamp(fold(line.text)):
            found.append((_STAMP_RANK, line.text, line.texts, None))
    if not found:
        return None
    _, text, nodes, place = min(found, key=lambda item: item[0])
    return Paragraph(" ".join(text.split()), place or places.of_texts(_holding(nodes, text)))


def _labelled(nodes: Sequence[Node], article: Article) -> Iterator[tuple[Node, list[Node]]]:
    """Yield the texts around the article and in front of it that may label a date, each with the two texts after it."""
    for node in nodes:
        if node.tag or article.beginning <= node.at < article.main.end:
            continue
        if "日期" in node.value or "时间" in node.value:
            yield node, [other for other in nodes[node.at + 1 : node.at + 6] if not other.tag][:2]


def _holding(nodes: Sequence[Node], text: str) -> list[Node]:
    """Return the first of the nodes that together hold the text."""
    held: list[Node] = []
    whole = ""
    for node in nodes:
        held.append(node)
        whole += node.value[:_LONGEST_TITLE]
        if text in whole:
            break
    return held
