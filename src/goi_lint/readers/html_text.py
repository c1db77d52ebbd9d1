"""Texts of a web page as they are displayed: blanks of the source's layout taken out, lines where it shows lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goi_lint.lazy import lazy
from goi_lint.readers.html_tree import Node
from goi_lint.text.normalise import is_blank

_BLANKS = lazy(r"[ \t\n\f\r]+")
# The source is broken into lines between any two characters; in Chinese no blank stands there.
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’—…"
_WRAPPED = lazy(rf"(?<=[{_WIDE}])[ \t\f\r]*\n[ \t\n\f\r]*(?=[{_WIDE}])")


def shown(text: str) -> str:
    """Return a text of one line as it is displayed."""
    if "\n" in text:
        text = _WRAPPED.sub("", text.strip(" \t\n\f\r"))
    elif text.isalnum():
        return text
    return (
        _BLANKS.sub(" ", text).strip(" ") if "\n" in text or "\t" in text or "  " in text else text.strip(" ")
    )


def cell_text(nodes: Sequence[Node], cell: Node, skipped: Sequence[Node] = ()) -> tuple[str, Sequence[Node]]:
    """Return a cell's lines, "" where all are blank, and its texts; what stands in a skipped element is left out."""
    texts = [node for node in nodes[cell.at + 1 : cell.end] if not node.tag]
    if not texts:
        return "", ()
    if len(texts) == 1 and not skipped:
        if texts[0].value.isalnum():
            return texts[0].value, texts
        text = shown(texts[0].value)
        return ("", ()) if is_blank(text) else (text, texts)
    lines = list(cell_lines(nodes, cell, skipped))
    printed = (shown("".join(node.value for node in line)) for line in lines)
    text = "\n".join(line for line in printed if not is_blank(line))
    return text, [node for line in lines for node in line] if text else ()


def cell_lines(nodes: Sequence[Node], cell: Node, skipped: Sequence[Node] = ()) -> Iterator[list[Node]]:
    """Yield the texts of each line of a cell: its blocks, and `<br>`, end lines."""
    line: list[Node] = []
    parent: Node | None = None
    at = cell.at + 1
    while at < cell.end:
        node = nodes[at]
        at += 1
        if node.tag:
            if node.tag != "img" and line:
                yield line
                line = []
            if node in skipped:
                at = node.end
            continue
        if line and node.parent is not parent:
            yield line
            line = []
        parent = node.parent
        line.append(node)
    if line:
        yield line
