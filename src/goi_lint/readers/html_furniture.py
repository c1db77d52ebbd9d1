"""What of a web page is no part of its article: navigation, tools, links to other pages, the foot of the site.

The article is the smallest element that holds nearly all running text and tables. Within it nearly everything stays;
around it nearly everything goes, but for headings and running text: text of the article must never be lost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from goi_lint.readers.html_grid import Table
from goi_lint.readers.html_tree import Node
from goi_lint.readers.html_words import (
    has_footer_mark,
    is_label,
    may_have_footer_mark,
    may_name_furniture,
    names_furniture,
    names_of,
    names_title,
)
from goi_lint.text.normalise import fold

_MOST_OF_ALL = 0.9
_LITTLE = 0.1
_CELL_MASS = 10
_SENTENCE = 8
_CONTAINERS = frozenset(
    (
        "html",
        "body",
        "div",
        "section",
        "article",
        "main",
        "form",
        "center",
        "td",
        "tr",
        "tbody",
        "table",
        "dd",
        "li",
    )
)
_ALWAYS = frozenset(("nav", "menu"))
_OUTSIDE = frozenset(("header", "footer", "aside", "form", "marquee", "search"))
_HEADINGS = frozenset(("h1", "h2", "h3"))
_LONGEST_FOOTER = 800
_SHORT = 60
_MOST_INFO_CELLS = 60


class Article:
    """Where a page's article is, and which elements and texts are not shown of the page."""

    __slots__ = ("beginning", "dropped", "main")

    def __init__(self, main: Node, dropped: set[int], beginning: int) -> None:
        self.main = main
        self.dropped = dropped
        """Indexes of elements and texts that are left out with all that is in them."""
        self.beginning = beginning
        """Index of the first running text or table of the article."""


def article_of(nodes: Sequence[Node], tables: Mapping[int, Table], titles: Sequence[str]) -> Article:
    """Return where the article is; `titles` are those that the page gives itself, folded."""
    _weigh(tables)
    main = _main(nodes, tables)
    around = set(_ancestors(main)) | {main.at}
    feet = _feet(nodes, around)
    dropped: set[int] = set()
    headings = _Headings(nodes, main)
    most = _LITTLE * nodes[0].mass
    at, kept_until, begun = 1, 0, False
    while at < len(nodes):
        node = nodes[at]
        inside = main.at < at < main.end
        if at in around:
            at += 1
        elif at in feet or _is_furniture(nodes, node, tables, headings, inside, most):
            dropped.add(at)
            at = node.end
        elif inside or at < kept_until:
            at = node.end if at in tables and not tables[at].is_layout else at + 1
        elif _is_kept(nodes, node, main, headings, titles) or (begun and _is_beside(node, main)):
            begun = begun or (_is_beside(node, main) and node.mass >= 2 * _SENTENCE)
            kept_until = max(kept_until, node.end)
            at += 1
        else:
            dropped.add(at)
            at = node.end
    return Article(main, dropped, _beginning(nodes, tables, main, dropped))


def _weigh(tables: Mapping[int, Table]) -> None:
    """Count the cells of tables in with the running text of every element."""
    for table in tables.values():
        if _is_data(table):
            above: Node | None = table.node
            while above is not None:
                above.mass += _CELL_MASS * len(table.slots)
                above = above.parent


def _is_data(table: Table) -> bool:
    node = table.node
    return (
        not table.is_layout and table.height >= 2 and len(table.slots) >= 6 and node.linked * 2 <= node.chars
    )


def _main(nodes: Sequence[Node], tables: Mapping[int, Table]) -> Node:
    main = nodes[0]
    least = _MOST_OF_ALL * main.mass
    while least:
        heaviest = max(
            (child for child in _children(nodes, main) if child.tag in _CONTAINERS),
            key=lambda child: child.mass,
            default=None,
        )
        if heaviest is None or heaviest.mass < least:
            break
        if heaviest.at in tables and not tables[heaviest.at].is_layout:
            break
        main = heaviest
    return main


def _children(nodes: Sequence[Node], node: Node) -> Iterator[Node]:
    at = node.at + 1
    while at < node.end:
        yield nodes[at]
        at = nodes[at].end


def _ancestors(node: Node) -> Iterator[int]:
    above = node.parent
    while above is not None:
        yield above.at
        above = above.parent


def _feet(nodes: Sequence[Node], around: set[int]) -> set[int]:
    """Return the largest elements around marks of a site's foot that do not reach into the article."""
    found: set[int] = set()
    texts = [node for node in nodes if not node.tag and node.chars <= _LONGEST_FOOTER]
    if not may_have_footer_mark("\n".join([node.value for node in texts])):
        return found
    for node in texts:
        if not has_footer_mark(node.value):
            continue
        foot = node
        while (above := foot.parent) is not None and above.at not in around:
            if above.chars > _LONGEST_FOOTER or above.mass > _LITTLE * nodes[0].mass:
                break
            foot = above
        if foot.mass <= _LITTLE * nodes[0].mass:
            found.add(foot.at)
    return found


def _is_furniture(
    nodes: Sequence[Node],
    node: Node,
    tables: Mapping[int, Table],
    headings: _Headings,
    inside: bool,
    most: float,
) -> bool:
    """Tell whether an element is what surrounds articles, by its kind, its name or its links."""
    if not node.tag or node.tag in ("br", "img", "hr"):
        return False
    if node.at in tables and _is_information_table(nodes, tables[node.at]):
        return True
    if node.mass > most:
        return False
    if _is_links(node):
        is_grid = inside and node.at in tables and not tables[node.at].is_layout
        return not is_grid or node.linked * 10 >= node.chars * 9
    if inside:
        little = node.mass <= _SHORT and node.chars <= 4 * _SHORT
        return node.tag in _ALWAYS or (little and names_furniture(names_of(node.value)))
    return not headings.within(node) and _is_around(node)


def _is_around(node: Node) -> bool:
    """Tell whether an element outside of the article is furniture by its kind or name."""
    if node.tag in _ALWAYS or node.tag in _OUTSIDE:
        return True
    names = names_of(node.value)
    return names_furniture(names) or (node.mass <= _SHORT and may_name_furniture(names))


def _is_links(node: Node) -> bool:
    """Tell whether an element is a list of links."""
    return (
        node.tag != "p"
        and node.links >= 3
        and node.linked >= 2 * node.links
        and node.linked * 5 >= node.chars * 3
    )


class _Headings:
    """Knows which elements around the article hold a heading, or what is named one."""

    def __init__(self, nodes: Sequence[Node], main: Node) -> None:
        around = (*nodes[: main.at], *nodes[main.end :])
        self._at = [node.at for node in around if node.tag and node.chars and self._is_one(node)]

    @staticmethod
    def _is_one(node: Node) -> bool:
        return node.tag in _HEADINGS or (not node.links and names_title(names_of(node.value)))

    def within(self, node: Node) -> bool:
        """Tell whether the element is a heading or holds one."""
        first = bisect_left(self._at, node.at)
        return first < len(self._at) and self._at[first] < node.end


def _is_information_table(nodes: Sequence[Node], table: Table) -> bool:
    """Tell whether a table informs about the page: number, publisher, dates."""
    if len(table.slots) > _MOST_INFO_CELLS or table.node.chars > _LONGEST_FOOTER:
        return False
    labels = sum(
        1 for node in nodes[table.node.at : table.node.end] if node.chars and not node.tag and _labels(node)
    )
    return labels >= 2


def _labels(node: Node) -> bool:
    label, colon, _ = fold(node.value[:30]).partition(":")
    return is_label(label + colon)


def _is_kept(
    nodes: Sequence[Node], node: Node, main: Node, headings: _Headings, titles: Sequence[str]
) -> bool:
    """Tell whether something around the article belongs to it: its heading, running text, what follows it."""
    if node.mass >= 2 * _SENTENCE:
        return True
    if not node.tag:
        return node.parent is main.parent and node.chars > 0
    if node.at < main.at and headings.within(node):
        return True
    if node.chars <= _SHORT * 2 and _is_title(nodes, node, titles):
        return True
    beside = node.parent is main.parent
    return beside and (node.tag == "p" or (node.at > main.at and not node.links and node.chars <= 2 * _SHORT))


def _is_beside(node: Node, main: Node) -> bool:
    """Tell whether an element stands right beside the main one: an article may begin before it."""
    return node.parent is main.parent and not node.links


def _is_title(nodes: Sequence[Node], node: Node, titles: Sequence[str]) -> bool:
    text = fold("".join(inner.value for inner in nodes[node.at : node.end] if not inner.tag))
    return len(text) >= _SENTENCE and any(text in title or title in text for title in titles)


def _beginning(nodes: Sequence[Node], tables: Mapping[int, Table], main: Node, dropped: set[int]) -> int:
    at = main.at
    while at < main.end:
        node = nodes[at]
        if at in dropped:
            at = node.end
            continue
        if (not node.tag and node.mass >= 2 * _SENTENCE) or (at in tables and _is_data(tables[at])):
            return at
        at += 1
    return main.end
