"""Numbers that Word puts before paragraphs by itself are read as if they stood in the text."""

from __future__ import annotations

import pytest

from goi_lint.readers import docx
from goi_lint.readers.docx_numerals import numeral
from writing.docx import package, run


def level(
    depth: int, style: str, text: str, more: str = "", *, start: int = 1, after: str = "nothing"
) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:suff w:val="{after}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def override(depth: int, content: str) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}">{content}</w:lvlOverride>'


def item(list_id: int | None, depth: int | None = 0, text: str = "甲", style: str = "") -> str:
    """Return a paragraph; `list_id` None: of the list that its style has."""
    in_list = f'<w:ilvl w:val="{depth}"/>' if depth is not None else ""
    in_list += f'<w:numId w:val="{list_id}"/>' if list_id is not None else ""
    in_list = f"<w:numPr>{in_list}</w:numPr>" if in_list else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{in_list}</w:pPr>{run(text) if text else ''}</w:p>"


def items(*places: tuple[int, int]) -> str:
    return "".join(item(list_id, depth) for list_id, depth in places)


PARTS = abstract(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
)
CHAPTERS = abstract(0, level(0, "upperRoman", "%1."), level(1, "chineseCounting", "%1.%2 "))
STYLED_PARTS = abstract(
    0,
    level(0, "chineseCounting", "%1、", '<w:pStyle w:val="s"/>'),
    level(1, "decimal", "%2.", '<w:pStyle w:val="t"/>'),
)
LIST_STYLES = (
    '<w:style w:type="paragraph" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:basedOn w:val="s"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="u"><w:basedOn w:val="s"/></w:style>'
    '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)
IN_TABLE = (
    f"<w:tbl><w:tr><w:tc>{item(1)}</w:tc><w:tc><w:p/></w:tc></w:tr>"
    f"<w:tr><w:tc>{item(1, text='')}</w:tc><w:tc>{item(1)}</w:tc></w:tr></w:tbl>"
)
LISTS = {
    "one level": (PARTS + num(1, 0), items((1, 0), (1, 0), (1, 0)), "一、甲 二、甲 三、甲"),
    "deeper levels begin again below each item": (
        PARTS + num(1, 0),
        items((1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)),
        "一、甲 （一）甲 1.甲 2.甲 （二）甲 1.甲 二、甲 （一）甲",
    ),
    "paragraphs between do not interrupt": (
        PARTS + num(1, 0),
        item(1) + item(0) + item(None, None) + item(1),
        "一、甲 甲 甲 二、甲",
    ),
    "unknown lists have no numbers": (
        PARTS + num(1, 0) + num(2, 7),
        items((2, 0), (9, 0), (1, 8)),
        "甲 甲 甲",
    ),
    "two names of one list count on": (
        PARTS + num(1, 0) + num(2, 0),
        items((1, 0), (2, 0), (1, 0)),
        "一、甲 二、甲 三、甲",
    ),
    "a name that starts anew, once": (
        PARTS + num(1, 0) + num(2, 0, override(0, '<w:startOverride w:val="1"/>')),
        items((1, 0), (1, 0), (2, 0), (2, 0), (1, 0)),
        "一、甲 二、甲 一、甲 二、甲 三、甲",
    ),
    "a name that changes a level": (
        PARTS + num(1, 0) + num(2, 0, override(0, level(0, "decimal", "%1."))),
        items((1, 0), (2, 0)),
        "一、甲 2.甲",
    ),
    "another first number": (
        abstract(0, level(0, "decimal", "%1.", start=3)) + num(1, 0),
        items((1, 0)),
        "3.甲",
    ),
    "a level that never begins again": (
        abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
        + num(1, 0),
        items((1, 0), (1, 1), (1, 0), (1, 1)),
        "1.甲 1)甲 2.甲 2)甲",
    ),
    "a level that begins again after the first alone": (
        abstract(
            0,
            level(0, "decimal", "%1."),
            level(1, "decimal", "%2)"),
            level(2, "decimal", "%3]", '<w:lvlRestart w:val="1"/>'),
        )
        + num(1, 0),
        items((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)),
        "1.甲 1)甲 1]甲 2)甲 2]甲 2.甲 1]甲",
    ),
    "numbers of several levels": (
        CHAPTERS + num(1, 0),
        items((1, 0), (1, 1), (1, 1)),
        "I.甲 I.一 甲 I.二 甲",
    ),
    "all in plain digits": (
        abstract(0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
        + num(1, 0),
        items((1, 0), (1, 1)),
        "一、甲 1.1.甲",
    ),
    "a blank where the number ends without a sign": (
        abstract(
            0, level(0, "chineseCounting", "第%1部分", after="tab"), level(1, "decimal", "%2.", after="tab")
        )
        + num(1, 0),
        items((1, 0), (1, 1)),
        "第一部分 甲 1.甲",
    ),
    "bullets, levels without numbers and hidden ones": (
        abstract(
            0,
            level(0, "bullet", "●"),
            level(1, "none", "%2"),
            level(2, "decimal", "%3.", "<w:rPr><w:vanish/></w:rPr>"),
            level(3, "decimal", ""),
        )
        + num(1, 0),
        items((1, 0), (1, 1), (1, 2), (1, 3)),
        "甲 甲 甲 甲",
    ),
    "lists of styles": (
        STYLED_PARTS + num(1, 0),
        item(None, None, style="s")
        + item(None, None, style="t")
        + item(None, None, style="u")
        + item(0, style="s"),
        "一、甲 1.甲 二、甲 甲",
    ),
    "a level of one's own in the list of a style": (
        STYLED_PARTS + num(1, 0),
        item(None, None, style="s") + item(None, 1, style="s"),
        "一、甲 1.甲",
    ),
    "a list that stands under the name of a style": (
        PARTS
        + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="n"/></w:abstractNum>'
        + num(1, 5)
        + num(2, 0),
        items((1, 0), (2, 0)),
        "一、甲 二、甲",
    ),
    "empty paragraphs show their number": (PARTS + num(1, 0), item(1, text="") + item(1), "一、 二、甲"),
    "hidden paragraphs and deleted ends have none": (
        PARTS + num(1, 0),
        item(1, text="").replace("</w:pPr>", "<w:rPr><w:vanish/></w:rPr></w:pPr>")
        + item(1).replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
        + item(1),
        "一、甲甲",
    ),
    "cells count as they follow one another": (PARTS + num(1, 0), IN_TABLE, "一、甲||二、|三、甲"),
}


@pytest.mark.parametrize(("numbering", "body", "expected"), LISTS.values(), ids=LISTS)
def test_lists(numbering: str, body: str, expected: str) -> None:
    blocks = docx.read(package(body, LIST_STYLES, numbering), "a.docx").blocks
    texts = ["|".join(cell.text for cell in getattr(block, "cells", [block])) for block in blocks]
    assert " ".join(texts) == expected


NUMERALS = {
    "decimal": {1: "1", 12: "12"},
    "chineseCounting": {1: "一", 10: "十", 12: "十二", 20: "二十", 99: "九十九", 105: "一○五"},
    "chineseCountingThousand": {
        10: "十",
        100: "一百",
        105: "一百零五",
        110: "一百一十",
        1001: "一千零一",
        3010: "三千零一十",
    },
    "japaneseCounting": {3: "三", 11: "十一", 21: "二十一", 100: "百", 1105: "千百五"},
    "chineseLegalSimplified": {3: "叁", 10: "壹拾", 12: "壹拾贰", 105: "壹佰零伍"},
    "ideographLegalTraditional": {3: "參", 20: "貳拾"},
    "ideographDigital": {3: "三", 10: "一〇"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {1: "子", 12: "亥", 13: "13"},
    "decimalFullWidth": {12: "１２"},
    "decimalZero": {3: "03", 12: "12"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedParen": {1: "⑴"},
    "decimalEnclosedFullstop": {1: "⒈"},
    "ideographEnclosedCircle": {1: "㈠", 10: "㈩", 11: "11"},
    "lowerLetter": {1: "a", 26: "z", 27: "aa", 53: "aaa"},
    "upperLetter": {3: "C"},
    "lowerRoman": {4: "iv", 9: "ix", 14: "xiv", 1990: "mcmxc"},
    "upperRoman": {3: "III"},
    "bullet": {1: ""},
    "none": {1: ""},
    "unknown": {3: "3"},
}


@pytest.mark.parametrize("style", NUMERALS)
def test_numerals(style: str) -> None:
    assert {number: numeral(number, style) for number in NUMERALS[style]} == NUMERALS[style]


@pytest.mark.parametrize("style", NUMERALS)
@pytest.mark.parametrize("number", [0, 4_000, 999_999_999])
def test_numbers_that_no_list_reaches_are_short(style: str, number: int) -> None:
    assert len(numeral(number, style)) <= 9
