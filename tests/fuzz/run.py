"""Judge thousands of damaged files of every format: each is a finding or a normal result, soon, in little memory.

    python tests/fuzz/run.py [--number 5000] [--first 0] [FORMAT ...]
    python tests/fuzz/run.py --write FILE FORMAT --first NUMBER        # the bytes of one of them

A number always gives the same file. Prints a table; ends with 1 where a file was too much for the program.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.memory import peak_memory
from fuzz.variants import FORMATS, variant

SECONDS = 10
MEGABYTES = 400
KILLED_AFTER = 30
NUMBER = 5_000
SHOWN = 20
"""Failures that are printed in full."""


class Failure(NamedTuple):
    """A damaged file, by its number, and what was wrong with judging it."""

    kind: str
    number: int
    what: str


class Row(NamedTuple):
    """What came of all damaged files of a format."""

    kind: str
    variants: int
    unreadable: int
    slowest: float
    memory: float
    """Peak of the process, in MB."""
    failures: tuple[Failure, ...]


def fuzz(kind: str, first: int, number: int) -> Row:
    """Judge that many variants of a format in processes of their own: not even a crash ends the run."""
    found: list[dict[str, Any]] = []
    failures: list[Failure] = []
    at, end = first, first + number
    while at < end:
        command = [sys.executable, "-W", "error", __file__, "--judge", kind, "--first", str(at)]
        ran = subprocess.run(
            [*command, "--number", str(end - at)], capture_output=True, text=True, check=False
        )
        found += (lines := [json.loads(one) for one in ran.stdout.splitlines()])
        at += len(lines)
        if ran.returncode:
            failures.append(
                Failure(kind, at, f"the process ended with {ran.returncode}: {ran.stderr[-800:]}")
            )
            if not found:  # it does not even begin
                break
            at += 1
        elif ran.stderr:
            failures.append(Failure(kind, at - 1, f"by then it had said: {ran.stderr[-800:]}"))
    memory = max((one["memory"] for one in found), default=0.0)
    failures += (Failure(kind, one["number"], what) for one in found for what in _faults(one))
    unreadable = sum(bool(one["unreadable"]) for one in found)
    return Row(
        kind, number, unreadable, max((one["seconds"] for one in found), default=0.0), memory, tuple(failures)
    )


def _faults(one: dict[str, Any]) -> Iterator[str]:
    if one["failure"]:
        yield one["failure"]
    if one["seconds"] > SECONDS:
        yield f"it took {one['seconds']:.1f} s"
    if one["grown"] > 1 and one["memory"] > MEGABYTES:
        yield f"it took {one['memory']:.0f} MB"


def judge(kind: str, first: int, number: int) -> None:
    """Judge variants in this process; print a line of JSON about each as soon as it is done.

    LibreOffice, which a damaged .doc may be handed to, is not asked: it would take hours, and has a limit of its own.
    """
    from goi_lint.linter import build_linter
    from goi_lint.plugins import build_plugins

    os.environ["PATH"] = ""
    linter = build_linter(build_plugins())
    before = peak_memory()
    for at in range(first, first + number):
        data = variant(kind, at)
        signal.alarm(KILLED_AFTER)
        start = time.perf_counter()
        unreadable, failure = _judged(linter, data, f"{at}.{kind}")
        seconds = time.perf_counter() - start
        signal.alarm(0)
        after = peak_memory()
        found = {"number": at, "unreadable": unreadable, "failure": failure, "seconds": seconds}
        print(json.dumps({**found, "memory": after, "grown": after - before}), flush=True)
        before = after


def _judged(linter: Any, data: bytes, name: str) -> tuple[str | None, str | None]:
    """Return why the file cannot be read, and what went wrong although nothing may."""
    try:
        result = linter.lint_bytes(data, name)
    except BaseException:
        return None, traceback.format_exc()
    broken = [finding.message.en for finding in result.findings if finding.rule == "GOI005"]
    if result.unreadable is None:
        return None, broken[0] if broken else None
    defect = "defect of the program" in result.unreadable.en
    return result.unreadable.en, _traceback(linter, data, name) if defect else None


def _traceback(linter: Any, data: bytes, name: str) -> str:
    """Return the traceback of the exception that became a finding."""
    try:
        linter.read_report(data, name)
    except Exception:
        return traceback.format_exc().partition("The above exception was the direct cause")[0]
    return "it happened once only"


HEAD = (
    "| format | damaged files | cannot be read (GOI001) | slowest, s | peak memory, MB | failures |\n"
    "|---|--:|--:|--:|--:|--:|"
)


def line(row: Row) -> str:
    """Return a line of the table, in Markdown."""
    counts = f"{row.variants:,} | {row.unreadable:,} | {row.slowest:.2f} | {row.memory:.0f}"
    return f"| {row.kind} | {counts} | {len(row.failures)} |"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("--number", type=int, default=NUMBER)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--judge", choices=FORMATS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.judge:
        judge(chosen.judge, chosen.first, chosen.number)
        return 0
    if chosen.write:
        chosen.write.write_bytes(variant(chosen.formats[0], chosen.first))
        return 0
    print(HEAD, flush=True)
    rows: list[Row] = []
    for kind in chosen.formats or FORMATS:
        rows.append(fuzz(kind, chosen.first, chosen.number))
        print(line(rows[-1]), flush=True)
    failures = [failure for row in rows for failure in row.failures]
    for failure in failures[:SHOWN]:
        print(f"\n{failure.kind} {failure.number}: {failure.what}")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
