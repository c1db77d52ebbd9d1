"""The elements and texts of a web page that are displayed, in a row; an element says where its descendants end.

The tree is selectolax's (lexbor), which mends a broken page as browsers do. It is read from its serialisation: in that
every element has its end and every attribute its quotes, so that one pattern cuts it up, and nothing recurs.
"""

from __future__ import annotations

import re

from goi_lint.lazy import lazy
from goi_lint.readers.html_marks import MARK
from goi_lint.readers.html_names import BLOCKS, ENDS, KEPT_VOID, RAW, SEEN_TO, UNSEEN, VOID
from goi_lint.readers.html_source import Source

_TAG = lazy(
    r"<!--.*?-->|<!DOCTYPE[^>]*+>|"
    r'</?[^ \t\n\f\r/>!]++(?: =?[^ \t\n\f\r/>=]*+(?:="[^"]*+")?)*+>',
    re.DOTALL,
)
_WHOLE = lazy(r'[^ ]++(?: =?[^ =]*+(?:="[^"]*+")?)*+')
_ATTRIBUTE = lazy(r' (=?[^ \t\n\f\r/>=]*)(?:="([^"]*)")?')
_HIDDEN = lazy(
    r' hidden=""| style="(?:[^"]*[;\s])?(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)',
    re.IGNORECASE,
)
_STRAY = lazy(rf' {MARK}="?\d+"?')
_NUMBER = f' {MARK}="'
_LONGEST_NUMBER = 10
_SENTENCE = 8


class Node:
    """An element or, where `tag` is empty, a text."""

    __slots__ = ("at", "chars", "end", "linked", "links", "mass", "number", "parent", "tag", "value")

    def __init__(self, tag: str, value: str, number: str, parent: Node | None, at: int) -> None:
        self.tag = tag
        self.value = value
        """A text itself, or an element's attributes as they are serialised."""
        self.number = number
        """That of the element's start tag as it is serialised; of a text, that of the last start tag before it."""
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

    @property
    def mark(self) -> int:
        """Number of the start tag; -1: none."""
        return _mark(self.number)

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, "" where the element has none."""
        return attributes(self.value).get(name, "") if name in self.value else ""


class Tree:
    """What a page displays; nodes in document order, the first is the root."""

    __slots__ = ("metas", "nodes", "title", "title_mark")

    def __init__(self) -> None:
        self.nodes = [Node("#root", "", "", None, 0)]
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
    parser.strip_tags(RAW)
    serialised = parser.html or ""
    try:
        return _Builder(serialised).built()
    except _AnglesInAttributes:
        return _Builder(_TAG.sub(_with_entities, serialised), surely=True).built()


class _AnglesInAttributes(Exception):
    """Not every release of the parser writes `<` and `>` in attributes as entities."""


def _with_entities(tag: re.Match[str]) -> str:
    if tag[0].startswith("<!"):
        return tag[0]
    return "<" + tag[0][1:-1].replace("<", "&lt;").replace(">", "&gt;") + ">"


Kind = tuple[int, str, str]
"""What a tag is, its name, and its attributes as they are serialised."""
_PASSED: Kind = (0, "", "")
_START, _END, _RARE = 1, 2, 3


class _Kinds(dict[str, Kind]):
    """What each tag of a page is; thousands of tags are of some dozens of kinds."""

    def __missing__(self, form: str) -> Kind:
        kind = self[form] = _kind(form)
        return kind


def _kind(form: str) -> Kind:
    """Return what a tag is that has no number."""
    if not _WHOLE.fullmatch(form) or form[0] == "!":
        return _RARE, "!", ""
    name, blank, attributes_ = form.partition(" ")
    if name[0] == "/":
        if name == "/a":
            return _RARE, name, ""
        return (_END, name[1:], "") if name[1:] in BLOCKS else _PASSED
    value = blank + attributes_
    if _HIDDEN.search(value):
        return _RARE, name, value
    if name in BLOCKS:
        return _START, name, value
    return (_RARE, name, value) if name in SEEN_TO else _PASSED


class _Builder:
    """Puts the tags and texts of a serialised page into a tree, one after the other."""

    def __init__(self, serialised: str, *, surely: bool = False) -> None:
        self.surely = surely
        self.tree = Tree()
        self.pieces = iter(serialised.split("<"))
        next(self.pieces)
        self.number = ""
        self.in_link = 0

    def built(self) -> Tree:
        """Return the tree; a page has thousands of tags, so that what most of them are is told here."""
        from html import unescape

        nodes = self.tree.nodes
        last = open_ = nodes[0]
        kinds = _Kinds()
        for piece in self.pieces:
            if piece in ENDS:
                end = ENDS[piece]
                if not end:
                    continue
                if end == open_.tag:
                    open_ = _closed(open_, len(nodes))
                    continue
            form, _, text = piece.rpartition(">")
            if _NUMBER in form:
                form, _, number = form.partition(_NUMBER)
                form, self.number = _parted(form, number) if " " in number else (form, number)
            code, tag, value = kinds[form]
            if not code:
                pass
            elif code == _START:
                last = open_ = Node(tag, value, self.number, open_, len(nodes))
                nodes.append(open_)
            elif code == _END:
                if tag == open_.tag and open_.parent is not None:
                    open_ = _closed(open_, len(nodes))
            elif code == _RARE:
                text = self._rare(piece, tag, value, text, open_)
                last = nodes[-1]
            if text and (not text.isspace() or not (last.tag or last.parent is not open_)):
                last = Node("", unescape(text) if "&" in text else text, self.number, open_, len(nodes))
                nodes.append(last)
                chars = last.chars = len(last.value.strip())
                open_.chars += chars
                if self.in_link or chars >= _SENTENCE:
                    self._weigh(last, open_)
        _close_all(open_, len(nodes))
        return self.tree

    def _weigh(self, node: Node, around: Node) -> None:
        """Count a text that is a link or may be running text."""
        text = node.value
        if self.in_link:
            node.linked = node.chars
            around.linked += node.chars
        elif "，" in text or "。" in text or "；" in text:
            node.mass = node.chars
            around.mass += node.chars

    def _rare(self, piece: str, tag: str, value: str, text: str, open_: Node) -> str:
        """Take in an element that is no block; return the text after its tag or, where it is not seen, its end."""
        if tag == "!":
            return self._comment(piece)
        hidden = bool(_HIDDEN.search(value))
        if tag in VOID:
            if tag in KEPT_VOID and not hidden:
                self.tree.nodes.append(Node(tag, value, self.number, open_, len(self.tree.nodes)))
            elif tag == "meta":
                self._meta(value)
        elif hidden or tag in UNSEEN:
            return self._skip()
        elif tag == "a":
            self.in_link += 1
            open_.links += 1
        elif tag == "/a":
            self.in_link = max(0, self.in_link - 1)
        elif tag == "title":
            return self._title(text)
        return text

    def _comment(self, piece: str) -> str:
        """Leave out a comment, the type of the document, or what is no tag; return the text after it."""
        if not piece.startswith("!"):
            if self.surely:
                return ""
            raise _AnglesInAttributes
        if not piece.startswith("!--"):
            while ">" not in piece:
                piece = next(self.pieces, ">")
            return piece.rpartition(">")[2]
        while "-->" not in piece:
            piece = next(self.pieces, "-->")
        return piece.partition("-->")[2]

    def _skip(self) -> str:
        """Leave out what is hidden, up to its end; return the text after that."""
        depth = 1
        for piece in self.pieces:
            form, _, text = piece.rpartition(">")
            if piece.startswith("!") or not _WHOLE.fullmatch(form):
                self._comment(piece)
                continue
            if _NUMBER in form:
                self.number = form.partition(_NUMBER)[2].partition(" ")[0]
            if form.startswith("/"):
                depth -= 1
            elif form.partition(" ")[0] not in VOID:
                depth += 1
            if not depth:
                return text
        return ""

    def _meta(self, serialised: str) -> None:
        found = attributes(serialised)
        name = found.get("name") or found.get("property") or ""
        if content := found.get("content", "").strip():
            self.tree.metas.append((name.lower(), content, _mark(self.number)))

    def _title(self, text: str) -> str:
        from html import unescape

        if not self.tree.title:
            self.tree.title = _STRAY.sub("", unescape(text)).strip()
            self.tree.title_mark = _mark(self.number)
        return self._skip()


def _mark(number: str) -> int:
    """Return a start tag's number from what is serialised of it, with the quote that ends it; -1: none."""
    digits = number[:-1]
    return int(digits) if digits.isdecimal() and len(digits) < _LONGEST_NUMBER else -1


def _parted(form: str, number: str) -> tuple[str, str]:
    """Return a tag without its number, and that, where attributes stand behind it."""
    number, _, after = number.partition(" ")
    return f"{form} {after}", number


def _close_all(node: Node, end: int) -> None:
    while node.parent is not None:
        node = _closed(node, end)
    node.end = end


def _closed(node: Node, end: int) -> Node:
    """End an element, and count what is in it to that around it; return that."""
    parent = node.parent
    assert parent is not None
    node.end = end
    parent.chars += node.chars
    if node.links or node.linked:
        parent.linked += node.linked
        parent.links += node.links
    if node.mass:
        parent.mass += node.mass
    return parent
