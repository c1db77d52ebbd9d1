"""What a paragraph of a Word file shows: its text as accepted changes leave it, its pictures and text boxes."""

from __future__ import annotations

from collections.abc import Iterator

from goi_lint.readers.docx_styles import Styles
from goi_lint.readers.docx_xml import (
    ALTERNATIVES,
    BOX,
    RPR,
    VAL,
    WRAPPERS,
    Element,
    R,
    W,
    alternative,
    is_on,
)

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXT, _BREAK, _FIELD = f"{W}t", f"{W}br", f"{W}fldChar"
_VANISH, _STYLE, _TYPE = f"{W}vanish", f"{W}rStyle", f"{W}type"
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_DRAWN = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
# Phonetic signs above the characters are no part of the text below them.
_RUBY, _RUBY_BASE = f"{W}ruby", f"{W}rubyBase"
_FORMULAS = frozenset((f"{_MATHS}oMath", f"{_MATHS}oMathPara"))
_IMAGES = ("}blip", "}imagedata")
_PAGES = ("page", "column")


class Shown:
    """Collects what a paragraph shows; deletions, field codes, hidden text and notes are left out."""

    def __init__(self, styles: Styles, *, hidden: bool = False) -> None:
        self.pictures: list[str] = []
        self.boxes: list[Element] = []
        self._styles = styles
        self._hidden = hidden
        self._pieces: list[str] = []
        self._fields: list[bool] = []
        """For each field that is open, the outermost first, whether its result has begun."""
        self._codes = 0
        """How many of them are at their code still."""

    @property
    def text(self) -> str:
        """The text; line breaks are `\\n`."""
        return "".join(self._pieces)

    def take(self, element: Element) -> None:
        """Take what a paragraph, or something that wraps runs, holds."""
        for child in element:
            tag = child.tag
            if tag == R:
                self._take_run(child)
            elif tag in WRAPPERS:
                self.take(child)
            elif tag == ALTERNATIVES:
                self.take(alternative(child))
            elif tag in _FORMULAS:
                self._pieces += (text.text or "" for text in child.iter(f"{_MATHS}t"))

    def _take_run(self, run: Element) -> None:
        hidden = self._hidden
        for child in run:
            tag = child.tag
            if tag == RPR:
                hidden = self._hides(child)
            elif tag == _FIELD:
                self._take_field(child.get(f"{W}fldCharType"))
            elif not hidden and not self._codes:
                self._take_shown(child, tag)

    def _take_shown(self, child: Element, tag: str) -> None:
        if tag == _TEXT:
            # A line end in the source is a blank to Word.
            self._pieces.append((child.text or "").replace("\n", " "))
        elif tag in _SIGNS:
            self._pieces.append(_SIGNS[tag])
        elif tag == _BREAK:
            self._pieces.append("" if child.get(_TYPE) in _PAGES else "\n")
        elif tag in _DRAWN:
            self._take_drawn(child)
        elif tag == ALTERNATIVES:
            for inner in alternative(child):
                self._take_shown(inner, inner.tag)
        elif tag == _RUBY:
            for base in child.iterchildren(_RUBY_BASE):
                self.take(base)

    def _take_drawn(self, drawn: Element) -> None:
        has_picture = False
        for found in _drawn_in(drawn):
            if found.tag == BOX:
                self.boxes.append(found)
            else:
                has_picture = True
        if has_picture:
            self.pictures.append(_alternative_text(drawn))

    def _take_field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
            self._codes += 1
        elif self._fields and kind == "separate":
            self._codes -= not self._fields[-1]
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._codes -= not self._fields.pop()

    def _hides(self, properties: Element) -> bool:
        vanish = properties.find(_VANISH)
        if vanish is not None:
            return is_on(vanish)
        style = properties.find(_STYLE) if self._styles.hide else None
        return self._hidden or (style is not None and bool(self._styles.named(style.get(VAL)).hidden))


def _drawn_in(element: Element) -> Iterator[Element]:
    """Yield the outermost text boxes and the images that a drawing is made of."""
    for child in element:
        tag = child.tag
        if tag == BOX or tag.endswith(_IMAGES):
            yield child
        else:
            yield from _drawn_in(alternative(child) if tag == ALTERNATIVES else child)


def _alternative_text(drawn: Element) -> str:
    for described in drawn.iter("{*}docPr", "{*}shape", "{*}rect"):
        text = described.get("descr") or described.get("alt") or described.get("title")
        if text:
            return str(text)
    return ""
