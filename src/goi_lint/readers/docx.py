"""Word files (.docx), and files of WPS that are such: paragraphs, headings, lists, tables with merged cells."""

from __future__ import annotations

from goi_lint.errors import ReadError, Words
from goi_lint.model.document import Block, Document
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.readers.docx_package import Package
    from goi_lint.readers.docx_xml import Element

NAME = "docx"
EXTENSIONS = (".docx", ".docm")
_START = b"PK\x03\x04"


def recognises(data: bytes, name: str) -> bool:
    """Take a ZIP file that says it is a Word file; where it is damaged, its name or what is left of it decides."""
    if not data.startswith(_START):
        return False
    from goi_lint.readers.docx_package import Package

    try:
        return Package(data).is_word()
    except ReadError:
        return name.lower().endswith(EXTENSIONS) or b"word/" in data


def read(data: bytes, name: str) -> Document:
    """Return what the document shows, tracked changes accepted; raise `ReadError` where it cannot be read."""
    from goi_lint.readers.docx_package import Package

    package = Package(data)
    return Document(name, NAME, tuple(_blocks(package, package.body())), whole=True)


def _blocks(package: Package, main: str) -> list[Block]:
    from goi_lint.readers.docx_body import Body
    from goi_lint.readers.docx_numbering import Lists
    from goi_lint.readers.docx_styles import Styles
    from goi_lint.readers.docx_xml import W, parse

    body = parse(package.part(main) or b"").find(f"{W}body")
    if body is None:
        raise ReadError(
            Words("压缩包里没有 Word 正文，不是 .docx 文件", "its package holds no Word document")
        )
    styles = Styles(_related(package, main, "styles"))
    blocks = Body(styles, Lists(_related(package, main, "numbering"), styles)).blocks(body)
    if not blocks and next(body.iter(f"{W}altChunk"), None) is not None:
        raise ReadError(
            Words(
                "正文是嵌在 Word 文件里的网页；请用 Word 打开后另存为 .docx 再试",
                "its text is a web page embedded in a Word file; open it in Word and save it as .docx again",
            )
        )
    return blocks


def _related(package: Package, main: str, kind: str) -> Element | None:
    """Return another part that belongs to the body; it is what the body refers to, or there is none."""
    from goi_lint.readers.docx_xml import parse

    name = package.related(main, kind)
    data = package.part(name) if name else None
    return parse(data) if data else None
