"""Styles and properties of the paragraphs of a Word file: depth of headings, lists, hidden text."""

from __future__ import annotations

from goi_lint.readers.docx_xml import RPR, VAL, Element, W, first, is_on, number_of
from goi_lint.tuples import NamedTuple

_PROPERTIES, _STYLE, _NAME, _BASE = f"{W}pPr", f"{W}pStyle", f"{W}name", f"{W}basedOn"
_LEVEL, _LIST, _LIST_ID, _LIST_LEVEL = f"{W}outlineLvl", f"{W}numPr", f"{W}numId", f"{W}ilvl"
_VANISH = f"{W}vanish"
_MERGED = frozenset((f"{W}del", f"{W}moveFrom"))
_HEADING = "heading "
_LONGEST_CHAIN = 20
_BODY_TEXT = 10


class Style(NamedTuple):
    """What a style says of itself or through the one that it is based on; None: nothing."""

    level: int | None = None
    """Depth of the headings, from 1; 10 is body text."""
    list_id: str | None = None
    list_level: int | None = None
    list_style: str | None = None
    """The style that has the list, whose level may be that which the list gives to this style."""
    hidden: bool | None = None


_NONE = Style()


class Properties(NamedTuple):
    """What a paragraph says of itself or through its style."""

    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    list_style: str | None = None
    hidden: bool = False
    merged: bool = False
    """The end of the paragraph is deleted: its text goes on in the next one."""
    unmarked: bool = False
    """The end of the paragraph is hidden: without text nothing of it is seen, not even a number."""


class Styles:
    """The styles of a file by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterchildren(f"{W}style") if root is not None else ()
        self._elements = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next((name for name, each in self._elements.items() if _is_default(each)), None)
        self._complete: dict[str | None, Style] = {}
        self.hide = root is not None and next(root.iter(_VANISH), None) is not None
        """Whether any of them hides text."""

    def named(self, name: str | None) -> Style:
        """Return a style, complete with what it takes over from others."""
        style = self._complete.get(name)
        if style is None:
            style = self._complete[name] = self._completed(name)
        return style

    def of(self, element: Element | None) -> Style:
        """Return the style that a property names, else the default of paragraphs."""
        return self.named(element.get(VAL) if element is not None else self._default)

    def _completed(self, name: str | None) -> Style:
        style = _NONE
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(name or "")
            if element is None:
                break
            style = _over(style, _own(element, name or ""))
            base = element.find(_BASE)
            name = base.get(VAL) if base is not None else None
        return style


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")


def _own(style: Element, name: str) -> Style:
    found = _list_and_level(style.find(_PROPERTIES))
    if found.level is None:
        found = found._replace(level=_built_in_level(style))
    vanish = style.find(f"{RPR}/{_VANISH}")
    hidden = is_on(vanish) if vanish is not None else None
    return found._replace(hidden=hidden, list_style=name if found[1:3] != (None, None) else None)


def _built_in_level(style: Element) -> int | None:
    """Return the depth of Word's own headings, which are headings whatever the file says."""
    name = style.find(_NAME)
    text = name.get(VAL, "").lower() if name is not None else ""
    depth = text.removeprefix(_HEADING)
    return int(depth) if depth != text and len(depth) == 1 and depth in "123456789" else None


def _over(style: Style, base: Style) -> Style:
    """Return a style with what it takes over; a list of its own is not on the level of the other one's."""
    takes_level = style.list_id is None and style.list_level is None
    return Style(
        base.level if style.level is None else style.level,
        style.list_id or base.list_id,
        base.list_level if takes_level else style.list_level,
        style.list_style or base.list_style,
        base.hidden if style.hidden is None else style.hidden,
    )


def _list_and_level(properties: Element | None) -> Style:
    """Return what the properties of a style or paragraph say of list and heading."""
    level = list_id = list_level = None
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _LEVEL:
            level = number_of(child, 9) + 1
        elif tag == _LIST:
            number, depth = first(child, _LIST_ID), first(child, _LIST_LEVEL)
            list_id = number.get(VAL) if number is not None else None
            list_level = number_of(depth) if depth is not None else None
    return Style(level, list_id, list_level)


def properties_of(paragraph: Element, styles: Styles) -> Properties:
    """Return what holds for a paragraph."""
    properties = first(paragraph, _PROPERTIES)
    if properties is None:
        return _properties(styles.of(None), _NONE)
    named, own = None, _NONE
    marks: Element = ()
    for child in properties:
        tag = child.tag
        if tag == _STYLE:
            named = child
        elif tag == RPR:
            marks = child
        elif tag in (_LIST, _LEVEL):
            own = own if own is not _NONE else _list_and_level(properties)
    found = _properties(styles.of(named), own)
    if any(mark.tag in _MERGED for mark in marks):
        return found._replace(merged=True)
    if any(mark.tag == _VANISH and is_on(mark) for mark in marks):
        return found._replace(unmarked=True)
    return found


def _properties(style: Style, own: Style) -> Properties:
    level = style.level if own.level is None else own.level
    depth = level if level is not None and level < _BODY_TEXT else None
    hidden = bool(style.hidden)
    if own.list_id is not None:
        return Properties(depth, own.list_id, own.list_level, None, hidden, False, hidden)
    if own.list_level is not None:
        return Properties(depth, style.list_id, own.list_level, None, hidden, False, hidden)
    return Properties(depth, style.list_id, style.list_level, style.list_style, hidden, False, hidden)
