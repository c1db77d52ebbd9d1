"""Where the time goes: each step of one run in a fresh interpreter, and again once everything is warm."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

ROUNDS = 15

STEPS = """
import time
marks = [("", time.perf_counter())]
def mark(name):
    marks.append((name, time.perf_counter()))
import gc, json, os, sys
gc.set_threshold(100_000)
import argparse, contextlib, datetime, decimal, re, unicodedata
mark("the standard library's modules")
import goi_lint.cli
from goi_lint.cli.arguments import parsed
from goi_lint.codes import Codes
from goi_lint.lazy import compile_by
codes = Codes()
compile_by(codes.compile)
parsed(["check", sys.argv[1]], "zh")
mark("our modules, the command line")
from goi_lint.plugins import build_plugins
plugins = build_plugins()
mark("reader and formatter modules, entry points")
from goi_lint.linter import build_linter
linter = build_linter(plugins)
mark("rules from the cache")
from goi_lint.assemble import assemble
from goi_lint.engine import judge
from goi_lint.model.finding import DocumentResult
from goi_lint.model.plugin import Run
run = Run("0", linter.packs)
with open(sys.argv[1], "rb") as file:
    data = file.read()
reader = next(reader for reader in linter.readers if reader.NAME == "txt")
def judged(turn):
    document = reader.read(data, "one.txt")
    mark(turn + "bytes to document")
    report = assemble(document)
    mark(turn + "document to report")
    rules = linter.rules_for("one.txt", report.identity)
    outcomes = judge(report, rules, linter.checks)
    mark(turn + "report to outcomes")
    result = DocumentResult("one.txt", "txt", None, report.identity, None, outcomes)
    for name in ("json", "text"):
        plugins.formatters[name].document(result, run)
    mark(turn + "outcomes to text")
judged("first report: ")
codes.keep()
mark("")
for _ in range(30):
    judged("next report: ")
    mark("")
best = {}
for (_, before), (name, after) in zip(marks, marks[1:]):
    best[name] = min(best.get(name, 9.0), after - before)
best.pop("")
print(json.dumps(best))
"""


def phases_table(python: str, folder: Path) -> str:
    """Return the table of steps with their milliseconds, the best of some processes."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = {**kept, "GOI_LINT_CACHE_DIR": str(folder / "warm")}
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        command = [python, "-c", STEPS, str(folder / "one.txt")]
        shown = subprocess.run(command, env=environment, capture_output=True, check=True)
        best = {name: min(best.get(name, 9.0), found) for name, found in json.loads(shown.stdout).items()}
    rows = (f"| {name} | {seconds * 1000:.2f} |" for name, seconds in best.items())
    return "\n".join(("| step | ms |", "|---|--:|", *rows))
