"""Make `tests/data/reports/`: reports as PDF, .doc and .docx, each beside the text that it was made from.

    python tests/data/build_reports.py          # needs soffice, chromium and fonttools

Run by hand, when the generator of reports changes: the files are committed, for tests must not need these programs.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from shutil import copy
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from data import box_font
from goi_lint.cases.draft import Draft
from goi_lint.cases.flavours import write
from writing.base import draft
from writing.faults_chosen import CHOSEN
from writing.flavours import encode
from writing.html import write_html

FOLDER = Path(__file__).parent / "reports"
FLAGS = ("--headless", "--no-sandbox", "--no-pdf-header-footer", "--disable-pdf-tagging")


def reports() -> Iterator[tuple[str, Draft]]:
    """Yield the faultless reports of both forms, then one with each fault, by the names of their files."""
    for form in ("form_2019", "form_2021"):
        yield f"faultless-{form[-4:]}", draft(form, Random(1))
    for number, fault in enumerate(CHOSEN, 1):
        yield f"fault-{number:02}", fault.apply(draft(fault.form, Random(1), fault.kind))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as made:
        pages = [_page(Path(made), name, report) for name, report in reports()]
        environment = _with_font(Path(made), {sign for page in pages for sign in page.read_text("utf-8")})
        _office(Path(made), "doc:MS Word 97", pages, environment)
        _office(Path(made), "docx:MS Word 2007 XML", pages, environment)
        _office(Path(made), "pdf:writer_pdf_Export", pages[::2], environment)
        for page in pages[1::2]:
            target = f"--print-to-pdf={page.with_suffix('.pdf')}"
            subprocess.run(["chromium", *FLAGS, target, page.as_uri()], check=True, env=environment)
        for page in pages:
            copy(page.with_suffix(".pdf"), FOLDER)
            copy(page.with_suffix(".doc"), FOLDER)
            copy(page.with_suffix(".docx"), FOLDER)


def _page(made: Path, name: str, report: Draft) -> Path:
    (FOLDER / f"{name}.txt").write_bytes(encode(write(report, "tabs")))
    page = made / f"{name}.html"
    page.write_bytes(write_html(report, style="centred"))
    return page


def _with_font(made: Path, signs: set[str]) -> dict[str, str]:
    """Return an environment in which there is one font, of boxes: what is printed with it stays small."""
    box_font.write(sorted(signs), made / "box.ttf")
    settings = made / "fonts.conf"
    settings.write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{made}</dir><cachedir>{made}/cache</cachedir></fontconfig>"
    )
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}


def _office(made: Path, form: str, pages: Sequence[Path], environment: dict[str, str]) -> None:
    profile = f"-env:UserInstallation={(made / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--norestore", "--infilter=HTML (StarWriter)"]
    command += ["--convert-to", form, "--outdir", str(made), *map(str, pages)]
    subprocess.run(command, check=True, env=environment)


if __name__ == "__main__":
    main()
