"""Write some of the text examples as the files in which reports come: a web page, Word files, a PDF.

    PYTHONPATH=tests python scripts/build_example_formats.py      # needs LibreOffice (soffice)

What it writes differs from run to run (it notes the time), so this is run by hand when an example changes.
"""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from goi_lint.assemble import assemble
from goi_lint.cases.draft import Draft, Part, blank_table
from goi_lint.model.document import Paragraph
from goi_lint.model.report import Report
from goi_lint.readers import txt
from writing.docx import write_docx
from writing.html import write_html

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in SIDES)
WIDTH = '<w:tblW w:w="5000" w:type="pct"/>'
BORDERS = f"<w:tblPr>{WIDTH}<w:tblBorders>{LINES}</w:tblBorders></w:tblPr>".encode()
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def main() -> None:
    """Write the files."""
    page = write_html(draft_of("faultless-town-2022.txt"), style="site", seed=1)
    (EXAMPLES / "faultless-site-2022.html").write_bytes(page)
    (EXAMPLES / "sums-word-2023.docx").write_bytes(
        _ruled(write_docx(draft_of("sums-2023.txt"), numbered=True))
    )
    _convert(_ruled(write_docx(draft_of("old-form-2022.txt"))), "old-form-word-2022", "doc:MS Word 97")
    _convert(_ruled(write_docx(draft_of("faultless-government-2024.txt"))), "faultless-printed-2024", "pdf")


def draft_of(name: str) -> Draft:
    """Return a text example in pieces."""
    report = assemble(txt.read((EXAMPLES / name).read_bytes(), name))
    if report.title is None or report.form is None:
        raise SystemExit(f"{name}: no title or no tables")
    title = report.title.text
    sections = report.outline.sections
    return Draft(
        form=report.form.key,
        title=(title,),
        front=tuple(text for text in _texts(report.outline.front) if text.strip() not in title),
        parts=tuple(
            Part(section.heading.part, section.heading.text, _texts(section.paragraphs), section.table)
            for section in sections
        ),
        tables={
            key: blank_table(report.form.key, key).with_cells(_cells(report, key)) for key in report.tables
        },
        closing=_texts(report.outline.closing),
    )


def _texts(paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    return tuple(paragraph.text.strip() for paragraph in paragraphs)


def _cells(report: Report, table: str) -> dict[tuple[str, str], str]:
    return {at: cell.text for at, cell in report.tables[table].cells.items()}


def _ruled(word: bytes) -> bytes:
    """Give the tables of a Word file their borders."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(word)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(entry, source.read(entry).replace(b"<w:tblPr/>", BORDERS))
    return made.getvalue()


def _convert(word: bytes, name: str, target: str) -> None:
    """Let LibreOffice write a Word file in another format into the examples."""
    with TemporaryDirectory() as folder:
        source = Path(folder, f"{name}.docx")
        source.write_bytes(word)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            target,
            "--outdir",
            str(EXAMPLES),
        ]
        subprocess.run([*command, str(source)], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
