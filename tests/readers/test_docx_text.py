"""What paragraphs of a Word file show, piece by piece."""

from __future__ import annotations

import pytest

from goi_lint.model.document import Block, Grid, Paragraph, Picture
from goi_lint.readers import docx
from writing.docx import STYLES, package, run

BY = 'w:id="1" w:author="审核"'
HIDDEN_STYLES = (
    '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="z"><w:rPr><w:vanish/></w:rPr></w:style>'
)
DRAWING = (
    '<w:drawing><wp:inline xmlns:wp="wp"><wp:docPr id="1" name="图片 1" {}/>'
    '<a:blip xmlns:a="a"/></wp:inline></w:drawing>'
)
SHAPE = '<w:pict><v:shape xmlns:v="v" {}><v:imagedata/></v:shape></w:pict>'


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def gone(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def box(content: str) -> str:
    """Return a text box as Word writes it: twice, for programs that know the newer kind and for others."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="wps">{inner}</wps:txbx></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:textbox xmlns:v="v">{inner}</v:textbox></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def picture(kind: str, attribute: str = "") -> str:
    return f"<w:r>{kind.format(attribute)}</w:r>"


def field(code: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


def shown(blocks: tuple[Block, ...]) -> list[str]:
    """Return the texts with their paragraphs' numbers and levels, as `3: 甲`, `3 # 甲`, `3 picture 甲`."""
    return [_line(block) for block in blocks]


def _line(block: Block) -> str:
    number = f"{block.place.paragraph}"
    assert block.place.end_paragraph
    if isinstance(block, Grid):
        return f"{number} grid"
    if isinstance(block, Picture):
        return f"{number} picture {block.text}".rstrip()
    return f"{number}{'#' * block.level if block.level else ':'} {block.text}"


SHOWN = {
    "runs are joined": (p(run("一、总体") + run("情况")), ["1: 一、总体情况"]),
    "empty paragraphs are counted alone": (
        "<w:p/>" + p(run(" \u3000\u00a0")) + p(run("甲")),
        ["3: 甲"],
    ),
    "line breaks and tabs are kept": (p(run("甲\n乙\t丙")), ["1: 甲\n乙\t丙"]),
    "page and column breaks are nothing": (
        p('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:br w:type="column"/><w:t>乙</w:t></w:r>'),
        ["1: 甲乙"],
    ),
    "line breaks at the ends are nothing": (p(run("\n甲\n")), ["1: 甲"]),
    "signs that are elements": (
        p(
            "<w:r><w:t>0537</w:t><w:noBreakHyphen/><w:t>341</w:t><w:cr/><w:softHyphen/><w:ptab/><w:t>乙</w:t></w:r>"
        ),
        ["1: 0537-341\n\t乙"],
    ),
    "symbols, marks of notes and of pages are nothing": (
        p(
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:footnoteReference w:id="2"/><w:endnoteReference/>'
            "<w:commentReference/><w:annotationRef/><w:lastRenderedPageBreak/><w:t>甲</w:t></w:r>"
        ),
        ["1: 甲"],
    ),
    "a line end in the source is a blank": (p("<w:r><w:t>甲\n乙</w:t></w:r>"), ["1: 甲 乙"]),
    "insertions are in, deletions out": (
        p(run("新收") + gone("3") + f"<w:ins {BY}>{run('5')}</w:ins>" + run("件")),
        ["1: 新收5件"],
    ),
    "what was moved stands where it was moved to": (
        p(f"<w:moveFrom {BY}>{run('甲')}</w:moveFrom>{run('乙')}")
        + p(f"<w:moveTo {BY}>{run('甲')}</w:moveTo>"),
        ["1: 乙", "2: 甲"],
    ),
    "a deleted paragraph is none": (
        p(gone("甲"), f"<w:rPr><w:del {BY}/></w:rPr>") + p(run("乙")),
        ["2: 乙"],
    ),
    "a deleted end joins two paragraphs": (
        p(run("三、收到"), f"<w:rPr><w:del {BY}/></w:rPr>") + p(run("和处理"), '<w:outlineLvl w:val="0"/>'),
        ["2# 三、收到和处理"],
    ),
    "a deleted end at the very end joins nothing": (
        p(run("甲"), f"<w:rPr><w:del {BY}/></w:rPr>"),
        ["1: 甲"],
    ),
    "former properties are none": (
        p(run("甲"), f'<w:pPrChange {BY}><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'),
        ["1: 甲"],
    ),
    "hidden text is none": (
        p(
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r>"
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>乙</w:t></w:r>'
        ),
        ["1: 乙"],
    ),
    "text hidden by its style is none": (
        p('<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>甲</w:t></w:r>' + run("乙"))
        + p(run("窗体顶端"), '<w:pStyle w:val="z"/>')
        + p(
            '<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>丙</w:t></w:r>' + run("丁"),
            '<w:pStyle w:val="z"/>',
        ),
        ["1: 乙", "3: 丙"],
    ),
    "fields show their result": (
        p(
            run("第")
            + field(" PAGE ", run("3"))
            + run("页")
            + f'<w:fldSimple w:instr="DATE">{run("2月")}</w:fldSimple>'
        ),
        ["1: 第3页2月"],
    ),
    "a field within the code of another is not shown": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + field("A", run("甲"))
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("乙")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        ["1: 乙"],
    ),
    "a field that does not end hides nothing in the next paragraph": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(run("甲")),
        ["2: 甲"],
    ),
    "links, controls and tags are transparent": (
        p(
            f"<w:hyperlink>{run('甲')}</w:hyperlink><w:smartTag><w:smartTagPr/>{run('乙')}</w:smartTag>"
            f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('丙')}</w:sdtContent></w:sdt>"
            f"<w:customXml><w:customXmlPr/>{run('丁')}</w:customXml>"
        ),
        ["1: 甲乙丙丁"],
    ),
    "paragraphs in controls are paragraphs": (
        f"<w:sdt><w:sdtContent>{p(run('甲'))}<w:customXml>{p(run('乙'))}</w:customXml></w:sdtContent></w:sdt>",
        ["1: 甲", "2: 乙"],
    ),
    "phonetic signs are left out": (
        p(
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('hàn')}</w:rt><w:rubyBase>{run('汉')}</w:rubyBase></w:ruby></w:r>"
        ),
        ["1: 汉"],
    ),
    "formulas are text": (
        p(
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>1+2</m:t></m:r></m:oMath>'
        ),
        ["1: 1+2"],
    ),
    "a text box follows its paragraph, once": (
        p(run("甲") + box(p(run("乙")) + p(run("丙"))) + run("丁")) + p(run("戊")),
        ["1: 甲丁", "2: 乙", "3: 丙", "4: 戊"],
    ),
    "a text box within a text box": (p(box(p(run("乙") + box(p(run("丙")))))), ["2: 乙", "3: 丙"]),
    "pictures follow their paragraph": (
        p(run("甲") + picture(DRAWING, 'descr="表一"')),
        ["1: 甲", "1 picture 表一"],
    ),
    "pictures of older programs": (
        p(picture(SHAPE, 'alt="表二"')) + p(picture(SHAPE)),
        ["1 picture 表二", "2 picture"],
    ),
    "pictures without words": (p(picture(DRAWING)), ["1 picture"]),
    "deleted and hidden pictures are none": (
        p(f"<w:del {BY}>{picture(SHAPE)}</w:del>" + picture("<w:rPr><w:vanish/></w:rPr>" + SHAPE)),
        [],
    ),
    "drawings without an image are none": (p("<w:r><w:drawing/><w:pict/></w:r>"), []),
    "headings by their style": (
        p(run("甲"), '<w:pStyle w:val="1"/>') + p(run("乙"), '<w:pStyle w:val="2"/>'),
        ["1# 甲", "2# 乙"],
    ),
    "headings by themselves": (
        p(run("甲"), '<w:outlineLvl w:val="1"/>')
        + p(run("乙"), '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'),
        ["1## 甲", "2: 乙"],
    ),
    "unknown styles say nothing": (p(run("甲"), '<w:pStyle w:val="?"/>'), ["1: 甲"]),
    "comments in the source are nothing": (p(run("甲") + "<!-- 乙 --><?丙?>"), ["1: 甲"]),
}


@pytest.mark.parametrize(("body", "expected"), SHOWN.values(), ids=SHOWN)
def test_paragraphs(body: str, expected: list[str]) -> None:
    data = package(body, STYLES + HIDDEN_STYLES)
    assert shown(docx.read(data, "a.docx").blocks) == expected


STYLED = {
    "through the style that it is based on": (
        '<w:style w:styleId="s"><w:basedOn w:val="t"/></w:style>'
        '<w:style w:styleId="t"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>',
        3,
    ),
    "its own level counts more": (
        '<w:style w:styleId="s"><w:basedOn w:val="t"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="t"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>',
        1,
    ),
    "based on one another in a circle": (
        '<w:style w:styleId="s"><w:basedOn w:val="t"/></w:style>'
        '<w:style w:styleId="t"><w:basedOn w:val="s"/></w:style>',
        None,
    ),
    "Word's own heading": ('<w:style w:styleId="s"><w:name w:val="heading 2"/></w:style>', 2),
    "levels that are none": (
        '<w:style w:styleId="s"><w:pPr><w:outlineLvl w:val="x"/></w:pPr></w:style>',
        None,
    ),
}


@pytest.mark.parametrize(("styles", "level"), STYLED.values(), ids=STYLED)
def test_levels_of_styles(styles: str, level: int | None) -> None:
    (block,) = docx.read(package(p(run("甲"), '<w:pStyle w:val="s"/>'), styles), "a.docx").blocks
    assert isinstance(block, Paragraph)
    assert (block.text, block.level) == ("甲", level)
