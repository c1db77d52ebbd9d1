"""Word 97 to 2003 (.doc), and what WPS saves as such: text and tables out of the binary file.

Files of older programs are read after LibreOffice has converted them, where it is installed.
"""

from __future__ import annotations

from goi_lint.model.document import Block, Document
from goi_lint.readers.formats import is_ole

NAME = "doc"
EXTENSIONS = (".doc", ".wps")


def recognises(data: bytes, name: str) -> bool:
    """Take every compound file: whether a document of Word is in it shows when it is read."""
    return is_ole(data)


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs, pictures and tables; raise `ReadError` with the true reason."""
    return Document(name, NAME, _blocks(data, name), whole=True)


def _blocks(data: bytes, name: str) -> tuple[Block, ...]:
    from goi_lint.readers.doc_body import body_of
    from goi_lint.readers.doc_streams import ForeignError, streams_of

    try:
        return body_of(streams_of(data))
    except ForeignError as error:
        from goi_lint.readers.doc_office import as_docx
        from goi_lint.readers.docx import read as read_docx

        return read_docx(as_docx(data, error), name).blocks
