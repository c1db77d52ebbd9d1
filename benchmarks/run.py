"""Measure start-up, throughput and memory of the installed goi-lint; print the results as Markdown.

    python benchmarks/run.py [--python PYTHON]       # of an environment in which goi-lint is installed as a wheel

Times are ratios: what is compared runs in turn, on one machine, in one run. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from phases import phases_table
from reports import USUAL, one_text, written

ROUNDS = 25
CORPORA = ((34, (USUAL,)), (667, (USUAL,)), (667, ()))
"""The bodies of a county and of a city, each of which has reported three times; the last time in odd layouts too."""


class Cost(NamedTuple):
    """What one process took: seconds on the clock, seconds of processor, peak of its memory in MB."""

    wall: float
    processor: float
    memory: float


def cost_of(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a command to its end; it may find what it likes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    memory = used.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)
    return Cost(wall, used.ru_utime + used.ru_stime, memory)


def environment_with(cache: Path) -> dict[str, str]:
    """Return the environment without what slows Python down, and with a cache folder of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "GOI_LINT_CACHE_DIR": str(cache), "LANG": "C.UTF-8"}


def in_turn(runs: Mapping[str, Callable[[], Cost]]) -> dict[str, float]:
    """Return the lower quartile of seconds of what runs in turn, so that a busy moment strikes all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            seconds[name].append(run().wall)
    return {name: sorted(found)[ROUNDS // 4] for name, found in seconds.items()}


def start_up(python: str, folder: Path) -> str:
    """Return the table of whole processes."""
    report = folder / "one.txt"
    report.write_bytes(one_text())
    warm = environment_with(folder / "warm")
    command = str(Path(python).with_name("goi-lint"))
    check = [command, "check", str(report)]
    cost_of(check, warm)

    def cold() -> Cost:
        with TemporaryDirectory() as empty:
            return cost_of(check, environment_with(Path(empty) / "cache"))

    runs: dict[str, Callable[[], Cost]] = {
        "`python -c pass`": lambda: cost_of([python, "-c", "pass"], warm),
        "`goi-lint --version`": lambda: cost_of([command, "--version"], warm),
        f"one report of {report.stat().st_size / 1000:.0f} kB, warm cache": lambda: cost_of(check, warm),
        "the same, no cache yet": cold,
    }
    found = in_turn(runs)
    bare = found["`python -c pass`"]
    rows = (f"| {name} | {seconds * 1000:.0f} | {seconds / bare:.1f} |" for name, seconds in found.items())
    return "\n".join(("| whole process | ms | times `python -c pass` |", "|---|--:|--:|", *rows))


def throughput(python: str, folder: Path) -> str:
    """Return the table of a run over a hundred and over two thousand reports, with two outputs."""
    rows: list[str] = []
    warm = environment_with(folder / "warm")
    outputs = [f"--format=json={folder / 'out.json'}", f"--format=text={folder / 'out.txt'}"]
    for bodies, ways in CORPORA:
        reports = folder / "-".join((str(bodies), *ways))
        number, _ = written(reports, bodies, *ways)
        run = [python, "-m", "goi_lint", "check", "--jobs=1", str(reports), *outputs]
        best = min((cost_of(run, warm) for _ in range(3)), key=lambda cost: cost.processor)
        layouts = "six usual" if ways else "one in ten odd"
        rate = number / best.processor
        rows.append(f"| {number:,} | {layouts} | {rate:.0f} | {best.wall:.1f} | {best.memory:.0f} |")
    head = (
        "| reports | layouts | reports a second of processor time | seconds | peak memory, MB |",
        "|--:|---|--:|--:|--:|",
    )
    return "\n".join((*head, *rows))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python", default=sys.executable)
    python = parser.parse_args().python
    with TemporaryDirectory() as folder:
        for table in (start_up, throughput, phases_table):
            print(table(python, Path(folder)), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
