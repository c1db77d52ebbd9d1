"""Styles and properties of the paragraphs of a Word file: depth of headings, lists, hidden text."""

from collections.abc import Mapping
from typing import NamedTuple

from goi_lint.readers.docx_xml import RPR, VAL, Element, W, is_on, number_of

_PROPERTIES, _STYLE, _NAME, _BASE = f"{W}pPr", f"{W}pStyle", f"{W}name", f"{W}basedOn"
_LEVEL, _LIST, _LIST_ID, _LIST_LEVEL = f"{W}outlineLvl", f"{W}numPr", f"{W}numId", f"{W}ilvl"
_ID, _VANISH = f"{W}styleId", f"{W}vanish"
_MERGED = (f"{W}del", f"{W}moveFrom")
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


class Properties(NamedTuple):
    """What a paragraph says of itself or through its style."""

    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    list_style: str | None = None
    hidden: bool = False
    merged: bool = False
    """The end of the paragraph is deleted: its text goes on in the next one."""


class Styles(NamedTuple):
    """The styles of a file by their ids."""

    by_id: Mapping[str, Style] = {}
    default: str | None = None
    hidden: frozenset[str] = frozenset()
    """Those that hide a text."""
    none: Style = Style()

    def of(self, element: Element | None) -> Style:
        """Return the style that a property names, else the default of paragraphs."""
        name = element.get(VAL) if element is not None else self.default
        return self.by_id.get(name or "", self.none)


def styles_of(root: Element | None) -> Styles:
    """Return the styles of a file; each is complete with what it takes over from others."""
    elements = (
        {style.get(_ID, ""): style for style in root.iterchildren(f"{W}style")} if root is not None else {}
    )
    own = {name: _own(style, name) for name, style in elements.items()}
    bases = {
        name: base.get(VAL) for name, style in elements.items() if (base := style.find(_BASE)) is not None
    }
    complete = {name: _complete(name, own, bases) for name in own}
    default = next((name for name, style in elements.items() if _is_default(style)), None)
    hidden = frozenset(name for name, style in complete.items() if style.hidden)
    return Styles(complete, default, hidden)


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")


def _own(style: Element, name: str) -> Style:
    found = _list_and_level(style.find(_PROPERTIES))
    if found.level is None:
        found = found._replace(level=_built_in_level(style))
    vanish = style.find(f"{RPR}/{_VANISH}")
    hidden = is_on(vanish) if vanish is not None else None
    return found._replace(hidden=hidden, list_style=name if found.list_id is not None else None)


def _built_in_level(style: Element) -> int | None:
    """Return the depth of Word's own headings, which are headings whatever the file says."""
    name = style.find(_NAME)
    text = name.get(VAL, "").lower() if name is not None else ""
    depth = text.removeprefix(_HEADING)
    return int(depth) if depth != text and len(depth) == 1 and depth in "123456789" else None


def _complete(name: str, own: Mapping[str, Style], bases: Mapping[str, str | None]) -> Style:
    style = own[name]
    base = bases.get(name)
    for _ in range(_LONGEST_CHAIN):
        if base is None or base not in own:
            break
        style = _over(style, own[base])
        base = bases.get(base)
    return style


def _over(style: Style, base: Style) -> Style:
    """Return a style with what it takes over; the number of a list and the style that has it go together."""
    has_list = style.list_id is not None
    return Style(
        base.level if style.level is None else style.level,
        style.list_id if has_list else base.list_id,
        base.list_level if style.list_level is None else style.list_level,
        style.list_style if has_list else base.list_style,
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
            number, depth = child.find(_LIST_ID), child.find(_LIST_LEVEL)
            list_id = number.get(VAL) if number is not None else None
            list_level = number_of(depth) if depth is not None else None
    return Style(level, list_id, list_level)


def properties_of(paragraph: Element, styles: Styles) -> Properties:
    """Return what holds for a paragraph."""
    properties = next(paragraph.iterchildren(_PROPERTIES), None)
    if properties is None:
        style = styles.of(None)
        return Properties(_depth(style.level), *style[1:4], bool(style.hidden))
    style = styles.of(properties.find(_STYLE))
    own = _list_and_level(properties)
    level = style.level if own.level is None else own.level
    of_list = style[1:4]
    if own.list_id is not None:
        of_list = (own.list_id, own.list_level, None)
    elif own.list_level is not None:
        of_list = (style.list_id, own.list_level, None)
    return Properties(_depth(level), *of_list, bool(style.hidden), _is_merged(properties))


def _depth(level: int | None) -> int | None:
    return level if level is not None and level < _BODY_TEXT else None


def _is_merged(properties: Element) -> bool:
    mark = properties.find(RPR)
    return mark is not None and any(mark.find(name) is not None for name in _MERGED)
