"""Files of other Words go through LibreOffice, here a script in its place."""

from __future__ import annotations

import os
import shlex
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import docx as python_docx
import pytest

from goi_lint.errors import ReadError, Words
from goi_lint.model.document import Document, Paragraph, Place
from goi_lint.readers import doc, doc_office
from goi_lint.readers.doc_streams import ADVICE

DATA = (Path(__file__).parents[1] / "data" / "doc" / "odd.doc").read_bytes()
FIB = DATA.index(b"\xec\xa5\x01\x01")
OLD = DATA[: FIB + 2] + b"\x68\0" + DATA[FIB + 4 :]
OLDER = Words(f"这是 Word 95 或更早的文件；{ADVICE.zh}", f"this is a file of Word 95 or before; {ADVICE.en}")
LATE = Words(
    f"LibreOffice 在 1 秒内没有转换完；{ADVICE.zh}", f"LibreOffice did not convert it within 1 s; {ADVICE.en}"
)
NOT_RUN = Words(f"无法运行 LibreOffice；{ADVICE.zh}", f"LibreOffice cannot be run; {ADVICE.en}")
_OOR = "http://openoffice.org/2001/registry"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a POSIX shell")


def office(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a script in the place of LibreOffice; `$made` is where it should write, `$given` what it was given."""
    program = folder / "soffice"
    system = shlex.quote(os.environ["PATH"])
    script = f'PATH={system}\nfor given; do :; done\nmade="${{given%.doc}}.docx"\n{script}\n'
    program.write_text(f"#!/bin/sh\n{script}", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_what_it_makes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = python_docx.Document()
    document.add_paragraph("一、总体情况")
    document.save(str(tmp_path / "made.docx"))
    log = tmp_path / "log"
    script = f'cp {tmp_path}/made.docx "$made"; cp "$given" {tmp_path}/given; echo "$@" > {log}; '
    script += f'cp "${{1#*file://}}/user/registrymodifications.xcu" {tmp_path}/settings'
    office(tmp_path, monkeypatch, script)
    paragraph = Paragraph("一、总体情况", Place(paragraph=1, end_paragraph=1))
    assert doc.read(OLD, "a.wps") == Document("a.wps", "doc", (paragraph,), whole=True)
    assert (tmp_path / "given").read_bytes() == OLD
    settings = ElementTree.parse(tmp_path / "settings").getroot()
    assert [item[0].attrib[f"{{{_OOR}}}name"] for item in settings] == [
        name for _, name, _ in doc_office._SETTINGS
    ]
    asked = log.read_text("utf-8").split()
    assert asked[0].startswith("-env:UserInstallation=file:///")
    assert asked[1:-2] == [*doc_office._OPTIONS, "--convert-to", "docx", "--outdir"]
    assert not Path(asked[-1]).parent.exists()


FAILING = {
    "it makes nothing": ("exit 1", OLDER),
    "it makes too much": ('dd if=/dev/zero of="$made" bs=1000000 count=21 2>/dev/null', OLDER),
    "it never ends": ("sleep 60 & sleep 60", LATE),
}


@pytest.mark.parametrize(("script", "cause"), FAILING.values(), ids=FAILING)
def test_where_it_fails(script: str, cause: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc_office, "OFFICE_SECONDS", 1)
    office(tmp_path, monkeypatch, script)
    start = time.perf_counter()
    with pytest.raises(ReadError) as error:
        doc.read(OLD, "a.doc")
    assert error.value.cause == cause
    assert time.perf_counter() - start < 10


def test_where_it_makes_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, monkeypatch, 'echo "no package" > "$made"')
    with pytest.raises(ReadError):
        doc.read(OLD, "a.doc")


def test_where_it_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, monkeypatch, "")
    (tmp_path / "soffice").write_bytes(b"#!/no/such/shell\n")
    with pytest.raises(ReadError) as error:
        doc.read(OLD, "a.doc")
    assert error.value.cause == NOT_RUN


def test_a_file_that_can_be_read_does_not_need_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, monkeypatch, f"touch {tmp_path}/asked")
    assert len(doc.read(DATA, "a.doc").blocks) == 20
    assert not (tmp_path / "asked").exists()
