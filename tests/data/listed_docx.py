"""A document whose numbers Word counts: several kinds, on levels."""

from __future__ import annotations

from typing import Any

import docx
from docx.oxml import parse_xml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LEVELS = (
    ("chineseCountingThousand", "%1、", "nothing"),
    ("chineseCounting", "（%2）", "nothing"),
    ("decimal", "%3.", "tab"),
    ("decimal", "%3.%4", "space"),
    ("decimalEnclosedCircle", "%5", "nothing"),
    ("lowerLetter", "%6)", "tab"),
    ("bullet", "●", "tab"),
    ("upperRoman", "%8", "tab"),
    ("none", "附：", "nothing"),
)
LISTED = (
    *(
        (1, 0, "一、甲"),
        (1, 1, "（一）乙"),
        (1, 2, "1.丙"),
        (1, 3, "1.1 丁"),
        (1, 3, "1.2 戊"),
        (1, 2, "2.己"),
    ),
    *((1, 3, "2.1 庚"), (1, 1, "（二）辛"), (1, 2, "1.壬"), (1, 4, "①癸"), (1, 5, "a)子"), (1, 5, "b)丑")),
    *((1, 6, "寅"), (1, 7, "I 卯"), (1, 8, "附：辰"), (1, 0, "二、巳"), (1, 1, "（一）午"), (0, 0, "未")),
    *((1, 0, "三、申"), (1, 2, "1.酉")),
)
"""List (0: none), level (from 0) and text of each paragraph, with its number."""


def listed_document() -> Any:
    """Return the document."""
    document: Any = docx.Document()
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="{after}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text, after) in enumerate(_LEVELS)
    )
    for xml in (
        f'<w:abstractNum {_W} w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>',
        f'<w:num {_W} w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ):
        numbering.append(parse_xml(xml))
    for number, depth, text in LISTED:
        paragraph = document.add_paragraph(text[-1])
        if number:
            properties = f'<w:numPr {_W}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(properties))
    return document
