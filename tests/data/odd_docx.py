"""A document of everything that may stand in a Word file and that a reader must see or overlook."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.shared import Cm

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FIELD = """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>"""
_FLOATING = """<w:p {w} xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<w:r><w:t>锚</w:t></w:r><w:r><w:pict>{shape}</w:pict></w:r><w:r><w:t>后</w:t></w:r></w:p>"""
_BOX = """<v:{kind} id="{id}" type="{type}" style="position:absolute;width:100pt;height:50pt"><v:textbox><w:txbxContent>
<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:{kind}>"""
_TWO = "框一</w:t></w:r></w:p><w:p><w:r><w:t>框二"
_CHANGED = """<w:p {w}><w:r><w:t>收到申请</w:t></w:r>
<w:del w:id="1" w:author="a" w:date="2024-01-02T03:04:05Z"><w:r><w:delText>12</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="a" w:date="2024-01-02T03:04:05Z"><w:r><w:t>13</w:t></w:r></w:ins>
<w:r><w:t>件</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>（指2022年）</w:t></w:r><w:r><w:t>。</w:t></w:r></w:p>"""


def odd_document() -> Any:
    """Return the document."""
    document: Any = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    document.add_heading("一、标题一", 1)
    document.add_heading("标题二", 2)
    document.add_paragraph("上一行").add_run().add_break()
    document.paragraphs[-1].add_run("下一行\t制表")
    document.add_paragraph("Latin only")
    document.add_paragraph("编号一", "List Number")
    document.add_paragraph("编号二", "List Number")
    _append(document, f"<w:p {_W}>{_FIELD.format(code='HYPERLINK x', shown='网址')}</w:p>")
    _append(document, _CHANGED.format(w=_W))
    document.add_paragraph("图").add_run().add_picture(io.BytesIO(_picture()), Cm(1))
    document.add_page_break()
    _tables(document)
    document.add_paragraph("结束")
    return document


def floating_document() -> Any:
    """Return a document with boxes of text, a line and a picture that float above its paragraphs."""
    document: Any = docx.Document()
    document.add_paragraph("前")
    picture, _ = document.part.get_or_add_image(io.BytesIO(_picture()))
    for shape in (
        _BOX.format(kind="shape", id="box", type="#_x0000_t202", text=_TWO),
        '<v:line id="line" from="0,0" to="200pt,0" style="position:absolute" strokecolor="red"/>',
        f'<v:shape id="seal" style="position:absolute;width:60pt"><v:imagedata r:id="{picture}"/></v:shape>',
        _BOX.format(kind="rect", id="rect", type="", text="框三"),
    ):
        _append(document, _FLOATING.format(w=_W, shape=shape))
    document.add_paragraph("末")
    return document


def _tables(document: Any) -> None:
    ragged = document.add_table(3, 4, "Table Grid")
    for at, cell in enumerate(ragged._cells):
        cell.text = str(at) if at % 3 else ""
    ragged.cell(0, 1).merge(ragged.cell(0, 2)).text = "并列"
    ragged.cell(0, 0).merge(ragged.cell(2, 0)).text = "并\n行"
    ragged.cell(1, 1).paragraphs[0].add_run().add_picture(io.BytesIO(_picture()), Cm(1))
    document.add_paragraph("表间")
    frame = document.add_table(1, 1)
    frame.cell(0, 0).text = "框内段落"
    inner = frame.cell(0, 0).add_table(2, 2)
    for at, cell in enumerate(inner._cells):
        cell.text = f"内{at}"
    frame.cell(0, 0).add_paragraph("框内之后")
    document.add_paragraph("单列")
    column = document.add_table(2, 1, "Table Grid")
    column.cell(0, 0).text, column.cell(1, 0).text = "甲", "乙"


def _append(document: Any, xml: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml.replace("\n", "")))


def _picture() -> bytes:
    """Return a PNG file of one grey point."""
    parts = (
        (b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\x7f")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
