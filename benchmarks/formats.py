"""Measure how long a report of each format takes to be read, beside what other programs need for less.

    python benchmarks/formats.py          # by an environment with goi-lint and the test extras

Every line is measured in one process, what is compared in turn: bytes to `Report` by goi-lint, and by another library
only the step named. The same fourteen reports stand in every format. Nothing here passes or fails.
"""

from __future__ import annotations

import gc
import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fuzz.memory import peak_memory
from goi_lint.cli import FEW_CIRCLES
from writing.base import draft
from writing.html import write_html

TESTS = Path(__file__).parents[1] / "tests"
Read = Callable[[bytes], object]

ROUNDS = 15
FORMATS = ("txt", "html", "docx", "pdf", "doc")
BARS = {"html": ("html5lib: parse", 1 / 4), "docx": ("python-docx: text of all cells", 1 / 2)}
BARS |= {"pdf": ("pdfplumber: extract_tables", 1 / 10), "doc": ("goi-lint: the same as .docx", 1.0)}


def files(kind: str) -> list[bytes]:
    """Return the reports in a format; pages are Word's export, of 60 to 80 kB."""
    if kind != "html":
        return [path.read_bytes() for path in sorted((TESTS / "data" / "reports").glob(f"*.{kind}"))]
    forms = ("form_2019", "form_2021")
    return [write_html(draft(forms[seed % 2], Random(seed)), style="word") for seed in range(14)]


def goi_lint(kind: str) -> Read:
    """Return how goi-lint reads the bytes of a format to a `Report`."""
    from goi_lint.linter import build_linter
    from goi_lint.plugins import build_plugins

    linter = build_linter(build_plugins())
    return lambda data: linter.read_report(data, f"report.{kind}")


def other(kind: str) -> Read | None:
    """Return what it is compared with: less than reading a report."""
    match kind:
        case "html":
            return _html5lib()
        case "docx":
            return _python_docx()
        case "pdf":
            return _pdfplumber()
    return None


def _html5lib() -> Read:
    import html5lib

    parse: Read = html5lib.parse
    return parse


def _python_docx() -> Read:
    import docx

    def read(data: bytes) -> object:
        tables = docx.Document(io.BytesIO(data)).tables
        return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]

    return read


def _pdfplumber() -> Read:
    import logging

    import pdfplumber

    logging.disable()  # it warns of every font without a box

    def read(data: bytes) -> object:
        with pdfplumber.open(io.BytesIO(data)) as pages:
            return [page.extract_tables() for page in pages.pages]

    return read


def quartiles(reads: Sequence[tuple[Read, list[bytes]]]) -> list[float]:
    """Return the lower quartile of milliseconds a file, run in turn, so that a busy moment strikes all alike."""
    found: list[list[float]] = [[] for _ in reads]
    for one in range(ROUNDS + 1):
        for times, (read, data) in zip(found, reads, strict=True):
            gc.collect()
            start = time.perf_counter()
            for each in data:
                read(each)
            if one:  # the first time warms up
                times.append((time.perf_counter() - start) * 1000 / len(data))
    return [sorted(times)[ROUNDS // 4] for times in found]


def memory(kind: str, by: str) -> float:
    """Return the peak memory, in MB, of a process of its own that reads all the reports of a format."""
    shown = subprocess.run([sys.executable, __file__, by, kind], capture_output=True, check=True)
    return float(json.loads(shown.stdout))


def _peak(by: str, kind: str) -> float:
    data = files(kind)
    read = goi_lint(kind) if by == "goi-lint" else other(kind)
    assert read is not None
    for each in data:
        read(each)
    return peak_memory()


def row(kind: str) -> str:
    """Return the line of the table about one format."""
    data = files(kind)
    reads = [(goi_lint(kind), data)]
    if (compared := other(kind)) is not None:
        reads.append((compared, data))
    elif kind == "doc":
        reads.append((goi_lint("docx"), files("docx")))
    found = quartiles(reads)
    size = sum(map(len, data)) / len(data) / 1000
    start = f"| {kind} | {size:.0f} | {found[0]:.1f} | {memory(kind, 'goi-lint'):.0f} |"
    if kind not in BARS:
        return f"{start} | | | | |"
    name, bar = BARS[kind]
    peak = f"{memory(kind, 'other'):.0f}" if compared else ""
    return f"{start} {name} | {found[1]:.1f} | {peak} | {found[0] / found[1]:.2f} | {bar:g} |"


def main() -> None:
    gc.set_threshold(FEW_CIRCLES)  # as the command line does
    if len(sys.argv) == 3:
        print(_peak(*sys.argv[1:]))
        return
    print("| format | kB | ms to a report | peak MB | compared with | ms | peak MB | ratio | bar |")
    print("|---|--:|--:|--:|---|--:|--:|--:|--:|")
    for kind in FORMATS:
        print(row(kind), flush=True)


if __name__ == "__main__":
    main()
