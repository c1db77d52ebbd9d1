"""What people are told of a file that no reader reads: what it is, and what to do."""

from __future__ import annotations

from goi_lint.errors import ReadError, Words
from goi_lint.tuples import NamedTuple


class _Kind(NamedTuple):
    """A format by what people call it, and what they can do about it."""

    name: Words
    advice: Words


SAVE = Words(
    "请在 WPS 或 Word 中另存为 .docx 后再检查", "save it as .docx in WPS or Word and check that file"
)
_UNPACK = Words("请解压后检查里面的文件", "unpack it and check the files in it")
_ORIGINAL = Words(
    "图片里的文字读不出来，请检查原来的 Word 文件",
    "the text in a picture cannot be read; check the Word file it was made of",
)
_EXPORT = Words(
    "请导出为 PDF 或另存为 .docx 后再检查", "export it as PDF or save it as .docx and check that file"
)
_RENAME = Words("请改用与内容相符的扩展名", "give it the extension of what it is")

_KINDS: dict[str, _Kind] = {
    "html": _Kind(Words("网页（HTML）", "a web page (HTML)"), _RENAME),
    "pdf": _Kind(Words("PDF 文件", "a PDF file"), _RENAME),
    "docx": _Kind(Words("Word 文件（.docx）", "a Word file (.docx)"), _RENAME),
    "ole": _Kind(
        Words("旧版 Office 文件（.doc、.wps、.xls）", "an old Office file (.doc, .wps, .xls)"), SAVE
    ),
    "xml": _Kind(Words("XML 文件", "an XML file"), SAVE),
    "word xml": _Kind(Words("Word 的 XML 文件", "a Word file in XML"), SAVE),
    "uof": _Kind(Words("UOF 文件（标文通）", "a UOF file"), SAVE),
    "mht": _Kind(Words("网页归档（MHT）", "a web archive (MHT)"), SAVE),
    "rtf": _Kind(Words("RTF 文件", "an RTF file"), SAVE),
    "word 2": _Kind(Words("很早的 Word 文件", "a file of a very old Word"), SAVE),
    "xlsx": _Kind(Words("Excel 文件（.xlsx）", "an Excel file (.xlsx)"), SAVE),
    "pptx": _Kind(Words("PowerPoint 文件（.pptx）", "a PowerPoint file (.pptx)"), SAVE),
    "odf": _Kind(Words("OpenDocument 文件", "an OpenDocument file"), SAVE),
    "ofd": _Kind(Words("OFD 文件", "an OFD file"), _EXPORT),
    "zip": _Kind(Words("ZIP 压缩包", "a ZIP archive"), _UNPACK),
    "rar": _Kind(Words("RAR 压缩包", "a RAR archive"), _UNPACK),
    "7z": _Kind(Words("7z 压缩包", "a 7z archive"), _UNPACK),
    "gzip": _Kind(Words("gzip 压缩文件", "a gzip file"), _UNPACK),
    "png": _Kind(Words("图片（PNG）", "a picture (PNG)"), _ORIGINAL),
    "jpeg": _Kind(Words("图片（JPEG）", "a picture (JPEG)"), _ORIGINAL),
    "gif": _Kind(Words("图片（GIF）", "a picture (GIF)"), _ORIGINAL),
    "tiff": _Kind(Words("图片（TIFF）", "a picture (TIFF)"), _ORIGINAL),
    "bmp": _Kind(Words("图片（BMP）", "a picture (BMP)"), _ORIGINAL),
    "webp": _Kind(Words("图片（WebP）", "a picture (WebP)"), _ORIGINAL),
}


def refusal(found: str) -> ReadError:
    """Return the error that names a format and says what to do."""
    kind = _KINDS[found]
    blank = " " if kind.name.zh[0].isascii() else ""
    return ReadError(
        Words(
            f"这是{blank}{kind.name.zh}，不能直接检查；{kind.advice.zh}",
            f"this is {kind.name.en}, which cannot be checked as it is; {kind.advice.en}",
        )
    )
