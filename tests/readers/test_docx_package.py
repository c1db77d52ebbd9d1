"""Word files as packages: what is recognised, what is refused and with which reason."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from random import Random

import pytest

from goi_lint import limits
from goi_lint.errors import ReadError
from goi_lint.model.document import Document, Paragraph, Place
from goi_lint.readers import docx
from writing.base import draft
from writing.docx import STYLES, W, package, relationships, root, run, write_docx, zipped

PARAGRAPH = f"<w:p>{run('甲')}</w:p>"
BODY = f"<w:body>{PARAGRAPH}</w:body>"
READ = Document("a.docx", "docx", (Paragraph("甲", Place(paragraph=1, end_paragraph=1)),), whole=True)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f'<Types><Override PartName="/x.xml" ContentType="{MAIN}"/></Types>'
STRICT = root("document", BODY).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")


def parts(**changes: str | bytes | None) -> list[tuple[str, str | bytes]]:
    """Return the members of the smallest Word file, some of them changed, or left out (None)."""
    members: dict[str, str | bytes | None] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": root("document", BODY),
    }
    members.update(changes)
    return [(name, content) for name, content in members.items() if content is not None]


TAKEN = {
    "the smallest": parts(),
    "strict names": parts(**{"word/document.xml": STRICT}),
    "in UTF-16": parts(**{"word/document.xml": root("document", BODY).split("\n")[1].encode("utf-16")}),
    "with a byte order mark": parts(**{"word/document.xml": root("document", BODY).encode("utf-8-sig")}),
    "no relationships": parts(**{"_rels/.rels": None}),
    "no content types": parts(**{"[Content_Types].xml": None}),
    "another name of the body": parts(
        **{
            "word/document.xml": None,
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relationships({"officeDocument": "/X/../x.xml"}),
            "x.xml": root("document", BODY),
        }
    ),
    "names in capitals and with backslashes": parts(
        **{"word/document.xml": None, "WORD\\Document.xml": root("document", BODY)}
    ),
    "entries that lead out of the package": parts(**{"../../evil": "x", "/etc/evil": "x"}),
    "styles that lie elsewhere": parts(
        **{
            "word/_rels/document.xml.rels": relationships(
                {"styles": "../../../etc/passwd", "numbering": "gone.xml"}
            )
        }
    ),
    "styles on the network": parts(
        **{
            "word/_rels/document.xml.rels": relationships({"styles": "http://example.org/"}).replace(
                "/>", ' TargetMode="External"/>'
            )
        }
    ),
    "stored twice, but not what is read": [*parts(), ("docProps/app.xml", "1"), ("docprops/App.xml", "2")],
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("members", TAKEN.values(), ids=TAKEN)
def test_packages_that_are_taken(members: list[tuple[str, str | bytes]]) -> None:
    data = zipped(members)
    assert docx.recognises(data, "a.wps")
    assert docx.read(data, "a.docx") == READ


NOT_WORD = {
    "text": b"PK is not enough",
    "nothing": b"",
    "a package of tables": zipped([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>")]),
    "an archive": zipped([("a.txt", "甲")]),
    "an archive of a Word file": zipped([("a.docx", package(PARAGRAPH))]),
    "a cut archive": zipped([("a.txt", "甲")])[:-30],
}


@pytest.mark.parametrize("data", NOT_WORD.values(), ids=NOT_WORD)
def test_other_files_are_left_to_others(data: bytes) -> None:
    assert not docx.recognises(data, "a.wps")


def of_body(content: str, head: str = "") -> bytes:
    return zipped(parts(**{"word/document.xml": head + root("document", content).split("\n")[1]}))


def encrypted(data: bytes) -> bytes:
    changed = bytearray(data)
    at = changed.rindex(b"PK\x01\x02")
    changed[at + 8] |= 1
    return bytes(changed)


def lzma() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in parts():
            archive.writestr(name, content)
    return file.getvalue()


ENTITIES = '<!DOCTYPE w [<!ENTITY a "甲甲甲甲">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
CELL = "<w:tc><w:p/></w:tc>"
MANY = limits.DOCX_MARKS // 2
REFUSED = {
    "cut off": (package(PARAGRAPH)[:900], "文件不完整"),
    "damaged": (package(PARAGRAPH).replace(b"PK\x01\x02", b"PK\x01\x03"), "文件已损坏"),
    "encrypted": (encrypted(zipped(parts())), "文件已加密"),
    "packed otherwise": (lzma(), "文件的压缩方式"),
    "no body": (zipped([("[Content_Types].xml", TYPES)]), "压缩包里没有 Word 正文"),
    "a body that is none": (of_body(""), "压缩包里没有 Word 正文"),
    "the body twice": (zipped([*parts(), ("word/Document.xml", "x")]), "文件结构异常"),
    "a body that is no XML": (zipped(parts(**{"word/document.xml": "甲"})), "文件已损坏"),
    "an empty body": (zipped(parts(**{"word/document.xml": ""})), "文件已损坏"),
    "elements that do not end": (of_body("<w:body><w:p>"), "文件已损坏"),
    "a web page within": (of_body('<w:body><w:altChunk r:id="x"/></w:body>'), "正文是嵌在 Word 文件里的网页"),
    "entities of entities": (of_body("<w:body>&i;</w:body>", f"{ENTITIES}]>"), "文件内含不允许的 DOCTYPE"),
    "an entity from elsewhere": (
        of_body(
            f"<w:body><w:p>{run('x').replace('x', '&a;')}</w:p></w:body>",
            '<!DOCTYPE w [<!ENTITY a SYSTEM "a">]>',
        ),
        "文件内含不允许的 DOCTYPE",
    ),
    "unknown entities": (of_body("<w:body>&a;</w:body>"), "文件已损坏"),
    "a zip bomb": (package(" " * 5_000_000), "文件压缩比异常"),
    "more than may be unpacked": (package(" " * (limits.DOCX_UNPACKED + 1)), "文件解压后过大"),
    "too many entries": (
        zipped([*parts(), *((f"{number}", "") for number in range(limits.DOCX_ENTRIES))]),
        "压缩包内的文件过多",
    ),
    "too large": (b"PK\x03\x04" + bytes(limits.MAX_BYTES), "文件过大"),
    "tables within one another": (
        of_body(f"<w:body>{'<w:tbl><w:tr><w:tc>' * 30}{'</w:tc></w:tr></w:tbl>' * 30}</w:body>"),
        "表格或文本框嵌套过深",
    ),
    "a hundred thousand tables within one another": (
        of_body("<w:tbl><w:tr><w:tc>" * 100_000 + "</w:tc></w:tr></w:tbl>" * 100_000),
        "文件",
    ),
    "a million cells": (
        of_body(f"<w:body><w:tbl>{f'<w:tr>{CELL * 1000}</w:tr>' * 1000}</w:tbl></w:body>"),
        "文件",
    ),
    "too many columns": (
        of_body(f"<w:body><w:tbl><w:tr>{CELL * (limits.DOCX_COLUMNS + 1)}</w:tr></w:tbl></w:body>"),
        "表格列数过多",
    ),
    "a cell over too many columns": (
        of_body(
            '<w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl></w:body>'
        ),
        "表格列数过多",
    ),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(data: bytes, reason: str) -> None:
    began = time.process_time()
    assert docx.recognises(data, "a.docx")
    with pytest.raises(ReadError) as caught:
        docx.read(data, "a.docx")
    assert caught.value.cause.zh.startswith(reason)
    assert time.process_time() - began < 5


LARGE = {
    "tags": ("<w:p/>" * (limits.MAX_LINES + 1), "段落过多"),
    "marks": ("<w:r/>" * (limits.DOCX_MARKS + 1), "文件内容过于庞大"),
    "attributes": ('<w:p a="" b="" c=""/>' * MANY, "文件内容过于庞大"),
    "cells": ("<w:tbl>" + f"<w:tr>{'<w:tc/>' * 150}</w:tr>" * 700 + "</w:tbl>", "表格单元格过多"),
    "slots": (
        "<w:tbl>"
        + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr></w:tc></w:tr>' * 2_600
        + "</w:tbl>",
        "表格过大",
    ),
    "controls within one another": (
        "<w:sdt>" * 240 + "<w:p/>" * 50_000 + "</w:sdt>" * 240,
        None,
    ),
    "fields within one another": (
        "<w:p>"
        + '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * 50_000
        + "</w:p>",
        None,
    ),
}


@pytest.mark.parametrize(("content", "reason"), LARGE.values(), ids=LARGE)
def test_size_costs_neither_time_nor_memory(
    content: str, reason: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the limit on ratios away, for a hostile file need not be as dull as these."""
    monkeypatch.setattr("goi_lint.readers.docx_package.DOCX_RATIO", 100_000)
    data = package(content, STYLES)
    began = time.process_time()
    if reason is None:
        assert docx.read(data, "a.docx").blocks == ()
    else:
        with pytest.raises(ReadError) as caught:
            docx.read(data, "a.docx")
        assert caught.value.cause.zh.startswith(reason)
    assert time.process_time() - began < 8


def outcome(data: bytes) -> str:
    """Return how reading ends; whatever is no `ReadError` fails the test."""
    docx.recognises(data, "a.docx")
    try:
        docx.read(data, "a.docx")
    except ReadError:
        return "refused"
    return "read"


@pytest.mark.parametrize("seed", range(3))
def test_truncated_files_are_refused(seed: int) -> None:
    data = write_docx(draft("form_2021", Random(seed)), numbered=True, seed=seed)
    cuts = [*range(0, len(data), 1000), len(data) - 1]
    assert {outcome(data[:cut]) for cut in cuts} == {"refused"}


@pytest.mark.parametrize("seed", range(4))
def test_flipped_bytes_are_refused_or_do_no_harm(seed: int) -> None:
    rng = Random(seed)
    good = write_docx(draft("form_2021", rng), numbered=True, tracked=True, seed=seed)
    outcomes = {outcome(flipped(good, rng)) for _ in range(100)}
    assert outcomes == {"read", "refused"}


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels"]
)
def test_flipped_bytes_within_a_part_are_refused_or_do_no_harm(part: str) -> None:
    rng = Random(part)
    good = write_docx(draft("form_2021", rng), numbered=True, tracked=True, nested=True)
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(60):
        changed = flipped(members[part], rng)
        assert outcome(zipped([*({**members, part: changed}).items()])) in ("read", "refused")


def flipped(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def test_what_is_not_read_is_not_unpacked() -> None:
    data = zipped([*parts(), ("word/media/1.bmp", bytes(50_000_000))])
    docx.read(data, "a.docx")
    tracemalloc.start()
    docx.read(data, "a.docx")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000
