"""One report in every format that reports come in is the same report: only the places differ."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from goi_lint.cases.draft import Draft
from goi_lint.cases.edit import delete, insert
from goi_lint.cases.flavours import Flavour, write
from goi_lint.discovery import Input
from goi_lint.linter import Linter, build_linter
from goi_lint.model.document import Paragraph, Place
from goi_lint.model.finding import DocumentResult
from goi_lint.model.form import Form, FormTable
from goi_lint.model.report import Dates, Report
from goi_lint.model.table import Bound, Labels
from goi_lint.plugins import build_plugins
from writing.base import draft
from writing.docx import run, write_docx
from writing.faults_chosen import CHOSEN
from writing.flavours import encode
from writing.html import STYLES, write_html
from writing.mutate import Fault

Writer = Callable[[Draft, int], tuple[bytes, str]]
"""Draft and seed in, bytes and name of the file out."""

FORMS = ("form_2019", "form_2021")


def _text(flavour: str) -> Writer:
    chosen = Flavour.parse(flavour)
    return lambda report, seed: (encode(write(report, chosen, seed)), f"report{chosen.extension}")


def _page(style: str, broken: bool) -> Writer:
    return lambda report, seed: (write_html(report, style=style, broken=broken, seed=seed), "report.html")


def _word(**how: bool) -> Writer:
    return lambda report, seed: (write_docx(report, seed=seed, **how), "report.docx")


def docx_with_picture(report: Draft, pictured: Sequence[str]) -> bytes:
    """Return a Word file with pictures in the place of some tables."""
    for table in pictured:
        report = insert(delete(report, [f"table {table}"]), f"part {report_part(report, table)}", [MARK])
    with zipfile.ZipFile(io.BytesIO(write_docx(report))) as package:
        members = {name: package.read(name) for name in package.namelist()}
    document = members["word/document.xml"].decode()
    assert document.count(run(MARK)) == len(pictured)
    members["word/document.xml"] = document.replace(run(MARK), DRAWING).encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def report_part(report: Draft, table: str) -> int:
    return next(part.number for part in report.parts if part.table == table)


MARK = "图"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
DRAWING = f"""<w:r><w:drawing>
<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:docPr id="1" name="图片 1" descr="表"/>
<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">
<pic:blipFill><a:blip/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""

WRITERS: Mapping[str, Writer] = {
    **{f"text {name}": _text(name) for name in ("cells", "tabs", "lines", "pipes", "trailing-pipes")},
    "markdown": _text("markdown"),
    **{f"HTML {style}": _page(style, False) for style in STYLES},
    **{f"broken HTML {style}": _page(style, True) for style in STYLES},
    "docx": _word(),
    "docx without styles": _word(styled=False),
    "docx with counted headings": _word(numbered=True),
    "docx with tracked changes": _word(tracked=True),
    "docx with tables in tables": _word(nested=True),
}
REFERENCE = WRITERS["text tabs"]
COMMITTED = sorted(
    path for path in (Path(__file__).parent / "data" / "reports").iterdir() if path.suffix != ".txt"
)
"""Files of LibreOffice and Chromium, each beside the text that it was made from (`data/build_reports.py`)."""


@cache
def linter() -> Linter:
    return build_linter(build_plugins())


def without_places(value: Any) -> Any:
    """Return a report, or a piece of one, as nested lists, without what only its file has.

    That is: name and format, places, how its cells were bound, which headings the format marks, the date on which a
    page was published, the blanks around a paragraph, and where a label or cell is broken over lines.
    """
    if isinstance(value, Place | Bound | None):
        return None
    if isinstance(value, Form | FormTable):
        return value.key
    if isinstance(value, Paragraph | str):
        return "".join(value.split()) if isinstance(value, str) else value.text.strip()
    if isinstance(value, Report | Dates):
        return {name: without_places(piece) for name, piece in _pieces(value)}
    if isinstance(value, Mapping):
        return [[key, without_places(piece)] for key, piece in value.items()]
    return [without_places(piece) for piece in value] if isinstance(value, tuple | Labels) else value


def _pieces(value: Report | Dates) -> Iterator[tuple[str, Any]]:
    own = ("name", "format", "end", "publication")
    return ((name, piece) for name, piece in value._asdict().items() if name not in own)


def found(result: DocumentResult) -> list[Any]:
    return sorted(
        [
            finding.rule,
            finding.level,
            finding.message.zh,
            without_places(finding.location),
            without_places(finding.related),
        ]
        for finding in result.findings
    )


def read(data: bytes, name: str) -> Any:
    return without_places(linter().read_report(data, name))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", WRITERS)
def test_a_report_is_the_same_in_every_format(name: str, form: str, seed: int) -> None:
    report = draft(form, Random(seed))

    assert read(*WRITERS[name](report, seed)) == read(*REFERENCE(report, seed))


@pytest.mark.parametrize("fault", CHOSEN, ids=lambda fault: fault.name)
@pytest.mark.parametrize("name", WRITERS)
def test_a_fault_is_the_same_in_every_format(name: str, fault: Fault) -> None:
    report = fault.apply(draft(fault.form, Random(1), fault.kind))
    if name == "text lines" and "blank" in fault.name:
        pytest.skip("no blank cell can be seen in it")
    result = linter().lint_bytes(*WRITERS[name](report, 1))

    assert {finding.rule for finding in result.findings} == set(fault.rules)
    assert found(result) == found(linter().lint_bytes(*REFERENCE(report, 1)))


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.name)
def test_what_other_programs_wrote_is_the_same(path: Path) -> None:
    source = path.with_suffix(".txt")

    assert read(path.read_bytes(), path.name) == read(source.read_bytes(), source.name)
    assert found(linter().lint_input(Input(str(path), path.name))) == found(
        linter().lint_input(Input(str(source), source.name))
    )


PICTURED: Mapping[str, Callable[..., bytes]] = {
    **{
        f"HTML {style}": partial(write_html, style=style)
        for style in STYLES
        if STYLES[style].tables != "joined"
    },
    "docx": docx_with_picture,
}


@pytest.mark.parametrize(
    ("table", "rule"), [("disclosure", "GOI201"), ("requests", "GOI301"), ("review", "GOI401")]
)
@pytest.mark.parametrize("name", PICTURED)
def test_a_table_that_is_a_picture_is_said_to_be_one(name: str, table: str, rule: str) -> None:
    data = PICTURED[name](draft("form_2021", Random(2)), pictured=[table])
    (finding,) = linter().lint_bytes(data, "report").findings

    assert (finding.rule, "，表格的位置上是图片" in finding.message.zh) == (rule, True)
