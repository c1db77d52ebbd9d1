"""The elements and texts of a web page that are displayed, in a row; an element says where its descendants end.

The tree is selectolax's (lexbor), which mends a broken page as browsers do. It is read from its serialisation: in that
every element has its end and every attribute its quotes, so that one pattern cuts it up, and nothing recurs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goi_lint.lazy import lazy
from goi_lint.readers.html_source import MARK, Source

BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "html", "legend", "li", "main", "marquee", "menu", "nav", "ol",
    "optgroup", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
])  # fmt: skip
"""Elements that begin and end a paragraph; all others stand within a line."""
VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "basefont", "frame", "keygen",
])  # fmt: skip
_RAW = ["script", "style", "noscript", "template", "iframe", "noembed", "noframes", "xmp", "plaintext"]
"""What shows nothing, and what stands in it is no markup."""
_UNSEEN = frozenset([
    "svg", "math", "select", "datalist", "textarea", "button", "object", "applet", "audio", "video", "canvas", "map",
])  # fmt: skip
_KEPT_VOID = frozenset(("br", "img", "hr"))
_ATTRIBUTES = r'((?: =?[^ \t\n\f\r/>=]*+(?:="[^"]*+")?)*+)'
_TOKEN = lazy(
    rf'<(?:(/?)([^ \t\n\f\r/>!]++)(?: {MARK}="(\d++)")?{_ATTRIBUTES}'
    r'|!--.*?--|!DOCTYPE(?:[^>"]|"[^"]*")*)>([^<]*+)',
    re.DOTALL,
)
_ATTRIBUTE = lazy(r' (=?[^ \t\n\f\r/>=]*)(?:="([^"]*)")?')
_HIDDEN = lazy(
    r' hidden=""| style="(?:[^"]*[;\s])?(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)',
    re.IGNORECASE,
)
_STRAY = lazy(rf" {MARK}=\d+")

_RARE = VOID | _UNSEEN | {"a", "title"}

Token = tuple[str, str, str, str, str]
"""`/` of an end tag, name, mark, attributes, and the text after the tag."""


class Node:
    """An element or, where `tag` is empty, a text."""

    __slots__ = ("at", "chars", "end", "linked", "links", "mark", "mass", "parent", "tag", "value")

    def __init__(self, tag: str, value: str, mark: int, parent: Node | None, at: int) -> None:
        self.tag = tag
        self.value = value
        """A text itself, or an element's attributes as they are serialised."""
        self.mark = mark
        """Number of the element's start tag; of a text, that of the last start tag before it. -1: none."""
        self.parent = parent
        self.at = at
        self.end = at + 1
        """Index after the last descendant."""
        self.chars = 0
        """Characters of text within, blanks at the ends of each text left out."""
        self.linked = 0
        """How many of them are links."""
        self.links = 0
        self.mass = 0
        """How much of it is running text or table."""

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, "" where the element has none."""
        return attributes(self.value).get(name, "") if name in self.value else ""


class Tree:
    """What a page displays; nodes in document order, the first is the root."""

    __slots__ = ("metas", "nodes", "title", "title_mark")

    def __init__(self) -> None:
        self.nodes = [Node("#root", "", -1, None, 0)]
        self.title = ""
        self.title_mark = -1
        self.metas: list[tuple[str, str, int]] = []
        """Name in lower case, content and mark of each `<meta>`."""


def attributes(serialised: str) -> dict[str, str]:
    """Return the attributes of an element by their names in lower case."""
    from html import unescape

    return {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(serialised)}


def tree_of(source: Source) -> Tree:
    """Return what the page displays."""
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser(source.marked)
    parser.strip_tags(_RAW)
    return _Builder().built(iter(_TOKEN.findall(parser.html or "")))


class _Builder:
    """Puts tokens into a tree, one after the other."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.open = self.tree.nodes[0]
        self.mark = -1
        self.in_link = 0

    def built(self, tokens: Iterator[Token]) -> Tree:
        """Return the tree; a page has thousands of tokens, so that what most of them are is told here."""
        from html import unescape

        nodes = self.tree.nodes
        shows: dict[str, bool] = {"": True}
        for close, tag, mark, attributes_, following in tokens:
            text = following
            if close:
                if tag == self.open.tag and self.open.parent is not None:
                    self.open.end = len(nodes)
                    self.open = self.open.parent
                elif tag == "a":
                    self.in_link = max(0, self.in_link - 1)
            elif tag:
                if mark:
                    self.mark = int(mark)
                shown = shows.get(attributes_)
                if shown is None:
                    shown = shows[attributes_] = not _HIDDEN.search(attributes_)
                if tag in BLOCKS and shown:
                    self.open = Node(tag, attributes_, self.mark, self.open, len(nodes))
                    nodes.append(self.open)
                elif not shown or tag in _RARE:
                    text = self._rare(tag, attributes_, text, tokens, shown)
            if text and (not text.isspace() or not (nodes[-1].tag or nodes[-1].parent is not self.open)):
                node = Node("", unescape(text) if "&" in text else text, self.mark, self.open, len(nodes))
                node.linked = self.in_link
                nodes.append(node)
        while self.open.parent is not None:
            self.open.end = len(nodes)
            self.open = self.open.parent
        self.open.end = len(nodes)
        _sum_up(nodes)
        return self.tree

    def _rare(self, tag: str, attributes_: str, text: str, tokens: Iterator[Token], shown: bool) -> str:
        """Take in an element that is no block; return the text after its tag or, where it is not seen, its end."""
        if tag in VOID:
            if tag in _KEPT_VOID and shown:
                self.tree.nodes.append(Node(tag, attributes_, self.mark, self.open, len(self.tree.nodes)))
            elif tag == "meta":
                self._meta(attributes_)
        elif not shown or tag in _UNSEEN:
            return self._skip(tokens)
        elif tag == "a":
            self.in_link += 1
            self.open.links += 1
        elif tag == "title":
            return self._title(text, tokens)
        return text

    def _skip(self, tokens: Iterator[Token]) -> str:
        """Leave out what is hidden, up to its end; return the text after that."""
        depth = 1
        for close, tag, mark, _, text in tokens:
            if mark:
                self.mark = int(mark)
            if close:
                depth -= 1
            elif tag and tag not in VOID:
                depth += 1
            if not depth:
                return text
        return ""

    def _meta(self, serialised: str) -> None:
        found = attributes(serialised)
        name = found.get("name") or found.get("property") or ""
        if content := found.get("content", "").strip():
            self.tree.metas.append((name.lower(), content, self.mark))

    def _title(self, text: str, tokens: Iterator[Token]) -> str:
        from html import unescape

        if not self.tree.title:
            self.tree.title = _STRAY.sub("", unescape(text)).strip()
            self.tree.title_mark = self.mark
        return self._skip(tokens)


def _sum_up(nodes: list[Node]) -> None:
    """Give every element the sums of what is in it."""
    for node in reversed(nodes):
        if not node.tag:
            node.chars = len(node.value.strip())
            node.linked = node.chars if node.linked else 0
        if (parent := node.parent) is not None:
            parent.chars += node.chars
            parent.linked += node.linked
            parent.links += node.links
