"""A Word file as the ZIP package it is: which part is the body, and its parts within limits."""

from __future__ import annotations

import posixpath

from goi_lint.errors import ReadError, Words
from goi_lint.limits import DOCX_ENTRIES, DOCX_RATIO, DOCX_UNPACKED, MAX_BYTES
from goi_lint.readers.docx_xml import damaged, parse
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipInfo

_BODY = "word/document.xml"
_BODY_TYPES = (
    b"wordprocessingml.document.main+xml",
    b"wordprocessingml.template.main+xml",
    b"ms-word.document.macroEnabled.main+xml",
    b"ms-word.template.macroEnabledTemplate.main+xml",
)
_ENTRY = b"PK\x01\x02"
_END = b"PK\x05\x06"
_STORED, _DEFLATED = 0, 8
_RATIO_FROM = 1_000_000


class Package:
    """A ZIP file by the names of its parts; what is unpacked is counted, and never written anywhere."""

    def __init__(self, data: bytes) -> None:
        """Raise `ReadError` where the bytes are no whole ZIP file or have too many entries."""
        import io
        from zipfile import ZipFile

        _check_limits(data)
        try:
            self._archive = ZipFile(io.BytesIO(data))
        except Exception as error:
            # On damaged files `zipfile` raises whatever comes up, from `BadZipFile` to `struct.error`.
            raise damaged() from error
        self._entries: dict[str, list[ZipInfo]] = {}
        for entry in self._archive.infolist():
            self._entries.setdefault(_key(entry.filename), []).append(entry)
        self._left = DOCX_UNPACKED

    def part(self, name: str) -> bytes | None:
        """Return a part, None where there is none; raise `ReadError` where it cannot be had safely."""
        entries = self._entries.get(_key(name), [])
        if not entries:
            return None
        if len(entries) > 1:
            raise ReadError(
                Words(
                    f"文件结构异常：压缩包内有两个 {name}，无法判断以哪个为准",
                    f"its package holds {name} twice, and nothing says which one counts",
                )
            )
        _check_entry(entries[0], self._left)
        try:
            with self._archive.open(entries[0]) as file:
                data = file.read(self._left + 1)
        except Exception as error:
            raise damaged() from error
        self._left -= len(data)
        return data

    def body(self) -> str:
        """Return the name of the part that holds the text; raise `ReadError` where there is none."""
        for name in (self.related("", "officeDocument"), _BODY):
            if name and _key(name) in self._entries:
                return name
        raise ReadError(
            Words("压缩包里没有 Word 正文，不是完整的 .docx 文件", "its package holds no Word document")
        )

    def related(self, name: str, kind: str) -> str | None:
        """Return the name of the part that another part (`""`: the package) refers to as its styles, lists, …"""
        folder, file = posixpath.split(name)
        relations = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in parse(relations) if relations else ():
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        return None

    def is_word(self) -> bool:
        """Tell whether the package is a Word file: by the name of its body, or by what it says of its parts."""
        if _BODY in self._entries:
            return True
        try:
            types = self.part("[Content_Types].xml") or b""
        except ReadError:
            return False
        return any(kind in types for kind in _BODY_TYPES)


def _key(name: str) -> str:
    """Return a name as names are compared: neither case nor a leading slash counts."""
    return name.replace("\\", "/").lstrip("/").lower()


def _check_limits(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise ReadError(
            Words(f"文件过大（上限 {MAX_BYTES} 字节）", f"it is too large (at most {MAX_BYTES} bytes)")
        )
    if _END not in data:
        raise ReadError(
            Words(
                "文件不完整（可能没有下载或复制完），请重新获取该文件",
                "it is cut off (an unfinished download or copy); get the file again",
            )
        )
    # Counted in the bytes: to build the list of the entries is already the work that the limit is to spare.
    if data.count(_ENTRY) > DOCX_ENTRIES:
        raise ReadError(
            Words(
                f"压缩包内的文件过多（上限 {DOCX_ENTRIES} 个）",
                f"its package has too many entries (at most {DOCX_ENTRIES})",
            )
        )


def _check_entry(entry: ZipInfo, left: int) -> None:
    if entry.flag_bits & 1:
        raise ReadError(Words("文件已加密，请去掉密码后再试", "it is encrypted; remove the password first"))
    if entry.compress_type not in (_STORED, _DEFLATED):
        raise ReadError(
            Words("文件的压缩方式不是 Word 所用的", "it is packed in a way that Word does not use")
        )
    if entry.file_size > left:
        raise ReadError(
            Words(
                f"文件解压后过大（上限 {DOCX_UNPACKED} 字节）",
                f"it is too large once unpacked (at most {DOCX_UNPACKED} bytes)",
            )
        )
    if entry.file_size > max(_RATIO_FROM, DOCX_RATIO * entry.compress_size):
        raise ReadError(
            Words(
                f"文件压缩比异常（超过 {DOCX_RATIO} 倍），可能是恶意文件",
                f"it unpacks to more than {DOCX_RATIO} times its size, as no real report does",
            )
        )
