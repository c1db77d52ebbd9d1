"""A font whose every character is a box: what is printed with it stays small, and only its text matters."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

FAMILY = "Goi Box"
EM = 1000


def write(characters: Iterable[str], path: Path) -> None:
    """Write a TrueType font with those characters; ASCII is half as wide as the others (needs fonttools)."""
    font, pens = import_module("fontTools.fontBuilder"), import_module("fontTools.pens.ttGlyphPen")
    codes = sorted({ord(character) for character in characters} | set(range(0x20, 0x7F)) | {0x3000, 0xA0})
    names = {code: f"u{code:04X}" for code in codes}
    builder = font.FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    glyphs, widths = {}, {}
    for name, code in [(".notdef", 0x4E00), *((name, code) for code, name in names.items())]:
        width = EM // 2 if code < 0x7F or code == 0xA0 else EM
        pen = pens.TTGlyphPen(None)
        if chr(code).strip():
            for at, point in enumerate(((50, -80), (50, 780), (width - 50, 780), (width - 50, -80))):
                (pen.lineTo if at else pen.moveTo)(point)
            pen.closePath()
        glyphs[name], widths[name] = pen.glyph(), (width, 50)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    builder.save(str(path))
