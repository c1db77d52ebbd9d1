"""What a file that is no plain text is by its first bytes, whatever its name says."""

from __future__ import annotations

from goi_lint.errors import ReadError, Words

_PDF_WITHIN = 1024
_HTML_WITHIN = 1024

_STARTS: tuple[tuple[bytes, Words], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Words("旧版 Office 文件（.doc、.wps、.xls）", "an old Office file (.doc, .wps, .xls)"),
    ),
    (b"{\\rtf", Words("RTF 文件", "an RTF file")),
    (b"\x89PNG\r\n\x1a\n", Words("图片（PNG）", "a picture (PNG)")),
    (b"\xff\xd8\xff", Words("图片（JPEG）", "a picture (JPEG)")),
    (b"GIF8", Words("图片（GIF）", "a picture (GIF)")),
    (b"II*\0", Words("图片（TIFF）", "a picture (TIFF)")),
    (b"MM\0*", Words("图片（TIFF）", "a picture (TIFF)")),
    (b"Rar!\x1a\x07", Words("RAR 压缩包", "a RAR archive")),
    (b"7z\xbc\xaf\x27\x1c", Words("7z 压缩包", "a 7z archive")),
    (b"\x1f\x8b", Words("gzip 压缩文件", "a gzip file")),
)
# What kind of package a ZIP file is shows in the names of its members.
_MEMBERS: tuple[tuple[bytes, Words], ...] = (
    (b"word/document", Words("Word 文件（.docx）", "a Word file (.docx)")),
    (b"xl/workbook", Words("Excel 文件（.xlsx）", "an Excel file (.xlsx)")),
    (b"ppt/presentation", Words("PowerPoint 文件（.pptx）", "a PowerPoint file (.pptx)")),
    (b"OFD.xml", Words("OFD 文件", "an OFD file")),
    (b"application/vnd.oasis.opendocument", Words("OpenDocument 文件", "an OpenDocument file")),
)
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<meta ", "<title")


def refuse_other_formats(data: bytes) -> None:
    """Raise `ReadError` that names the format where the bytes are those of a document that is no text."""
    if found := _format(data):
        _refuse(found)


def refuse_html(text: str) -> None:
    """Raise `ReadError` where the text is the source of a web page, or other XML."""
    head = text[:_HTML_WITHIN].lstrip("\ufeff \t\n").lower()
    if head.startswith(_HTML_STARTS) or (head.startswith(("<?xml", "<!--")) and "<html" in head):
        _refuse(Words("网页（HTML）", "a web page (HTML)"))
    if head.startswith("<?xml"):
        _refuse(Words("XML 文件", "an XML file"))


def _refuse(found: Words) -> None:
    blank = " " if found.zh[0].isascii() else ""
    raise ReadError(
        Words(
            f"这是{blank}{found.zh}，不是纯文本；目前不读这种格式",
            f"this is {found.en} and no plain text; that format is not read yet",
        )
    )


def _format(data: bytes) -> Words | None:
    if b"%PDF-" in data[:_PDF_WITHIN] and data[:_PDF_WITHIN].lstrip(b"\xef\xbb\xbf \r\n").startswith(
        b"%PDF-"
    ):
        return Words("PDF 文件", "a PDF file")
    if data.startswith(b"PK\x03\x04"):
        members = (words for name, words in _MEMBERS if name in data)
        return next(members, Words("ZIP 压缩包", "a ZIP archive"))
    return next((words for start, words in _STARTS if data.startswith(start)), None)
