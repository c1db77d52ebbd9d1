"""The streams of a Word 97 file out of its compound file, and what other compound files are."""

from __future__ import annotations

from collections.abc import Collection

from goi_lint.errors import ReadError, Words
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

ADVICE = Words(
    "请在 WPS 或 Word 中另存为 .docx 后再检查", "save it as .docx in WPS or Word and check that file"
)
_WORD, _WORD_95 = 0xA5EC, 0xA5DC
_WORD_97 = 0xC1
_ENCRYPTED = 0x0100
_OTHER_TABLE = 0x0200
_FIB_PAIRS = 154
_SECTOR = 512

_OTHERS: tuple[tuple[str, Words], ...] = (
    ("workbook", Words("Excel 文件（.xls）", "an Excel file (.xls)")),
    ("book", Words("Excel 文件（.xls）", "an Excel file (.xls)")),
    ("powerpoint document", Words("PowerPoint 文件（.ppt）", "a PowerPoint file (.ppt)")),
    ("__properties_version1.0", Words("Outlook 邮件（.msg）", "an Outlook message (.msg)")),
    ("visiodocument", Words("Visio 文件（.vsd）", "a Visio file (.vsd)")),
)
PASSWORD = Words(
    "文件设有密码；请去掉密码，另存后再检查",
    "it is protected by a password; save it without one and check that file",
)
DAMAGED = Words(f"文件已损坏或不完整；{ADVICE.zh}", f"the file is damaged or incomplete; {ADVICE.en}")


class ForeignError(ReadError):
    """It may be a document of Word or WPS, but not of a structure known here; another program may read it."""


class Streams(NamedTuple):
    """The streams of a Word 97 file."""

    main: bytes
    table: bytes
    data: bytes

    def number(self, at: int) -> int:
        """Return the number of four bytes in the file information block."""
        return int.from_bytes(self.main[at : at + 4], "little")

    def part(self, index: int) -> bytes:
        """Return a part of the table stream by its index in the file information block, empty where there is none."""
        start, size = self.place(index)
        return self.table[start : start + size]

    def place(self, index: int) -> tuple[int, int]:
        """Return start and size of a part of the table stream."""
        at = _FIB_PAIRS + 8 * index
        return self.number(at), self.number(at + 4)


def streams_of(data: bytes) -> Streams:
    """Return the streams of a Word 97 file; raise `ReadError` where it is none, `ForeignError` for other Words."""
    try:
        return _streams(data)
    except ReadError:
        raise
    except Exception as error:  # whatever olefile meets in a damaged file
        raise ReadError(DAMAGED) from error


def _streams(data: bytes) -> Streams:
    import io

    import olefile

    _check_size(data)
    open_file: Any = olefile.OleFileIO  # has no types
    with open_file(io.BytesIO(data)) as ole:
        names = {"/".join(entry).lower() for entry in ole.listdir()}
        if "worddocument" not in names:
            raise ReadError(DAMAGED) if ole.parsing_issues or not names else _other(names)
        main = _stream(ole, "WordDocument", len(data))
        return _known(main, ole, names, len(data))


def _check_size(data: bytes) -> None:
    """A table of sectors larger than the file would be built in memory before anything is read."""
    sector = 1 << min(int.from_bytes(data[30:32], "little"), 16)
    claimed = sum(int.from_bytes(data[at : at + 4], "little") for at in (44, 64, 72))
    if claimed * sector > len(data) + _SECTOR:
        raise ReadError(DAMAGED)


def _other(names: Collection[str]) -> ReadError:
    if "encryptedpackage" in names:
        return ReadError(PASSWORD)
    known = next((words for name, words in _OTHERS if name in names), None)
    if known is None:
        return ForeignError(
            Words(
                f"不认识这种旧版 Office 文件；{ADVICE.zh}",
                f"this kind of old Office file is not known; {ADVICE.en}",
            )
        )
    return ReadError(
        Words(f"这是 {known.zh}，不是报告的 Word 文件", f"this is {known.en} and no Word file of a report")
    )


def _known(main: bytes, ole: Any, names: Collection[str], most: int) -> Streams:
    identity, version, flags = (int.from_bytes(main[at : at + 2], "little") for at in (0, 2, 10))
    if identity not in (_WORD, _WORD_95):
        raise ForeignError(DAMAGED)
    if identity == _WORD_95 or version < _WORD_97:
        raise ForeignError(
            Words(
                f"这是 Word 95 或更早的文件；{ADVICE.zh}", f"this is a file of Word 95 or before; {ADVICE.en}"
            )
        )
    if flags & _ENCRYPTED:
        raise ReadError(PASSWORD)
    tables = ["1Table", "0Table"] if flags & _OTHER_TABLE else ["0Table", "1Table"]
    table = next((name for name in tables if name.lower() in names), None)
    if table is None:
        raise ReadError(DAMAGED)
    data = _stream(ole, "Data", most) if "data" in names else b""
    return Streams(main, _stream(ole, table, most), data)


def _stream(ole: Any, name: str, most: int) -> bytes:
    if ole.get_size(name) > most:
        raise ReadError(DAMAGED)
    found: bytes = ole.openstream(name).read()
    return found
