"""Measure what the rules over several reports add to a run: time and peak memory, and how both grow.

    python benchmarks/repository.py [--python PYTHON]   # of an environment in which goi-lint is installed as a wheel

Reports of 100, 333 and 1,000 bodies in three years, with a roster and the faults of the tests planted among them. The
same reports are judged with and without the rules GOI7 and GOI8, in turn, by processes of their own; only ratios mean
something elsewhere. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from reports import written
from run import Cost, cost_of, environment_with

from writing.repository import ROSTER

BODIES = (100, 333, 1_000)
ROUNDS = 3
ALONE = "--ignore=GOI7,GOI8"


class Compared(NamedTuple):
    """The best of some runs with the rules over several reports, and of as many without them."""

    reports: int
    found: int
    together: Cost
    alone: Cost


def compared(python: str, folder: Path, bodies: int) -> Compared:
    """Judge the reports of so many bodies with and without the rules, in turn."""
    reports = folder / str(bodies)
    number, found = written(reports, bodies)
    environment = environment_with(folder / "warm")
    common = [python, "-m", "goi_lint", "check", "--jobs=1", f"--format=json={folder / 'out.json'}"]
    ways = {
        "together": [*common, f"--roster={reports / ROSTER}", str(reports)],
        "alone": [*common, ALONE, str(reports)],
    }
    costs: dict[str, list[Cost]] = {way: [] for way in ways}
    cost_of(ways["together"], environment)
    for _ in range(ROUNDS):
        for way, command in ways.items():
            costs[way].append(cost_of(command, environment))
    return Compared(number, found, *(_best(costs[way]) for way in ways))


def _best(costs: Sequence[Cost]) -> Cost:
    """Return the run that took the processor least, with the highest peak of memory of all."""
    best = min(costs, key=lambda cost: cost.processor)
    return best._replace(memory=max(cost.memory for cost in costs))


def table(rows: Sequence[Compared]) -> str:
    """Return the results as a table."""
    head = (
        "| reports | findings of several | seconds, with GOI7 and GOI8 | without | ratio | ms a report more "
        "| peak memory, MB, with | without | kB a report more |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    )
    return "\n".join((*head, *map(_row, rows)))


def _row(row: Compared) -> str:
    seconds = row.together.processor, row.alone.processor
    memory = row.together.memory, row.alone.memory
    return (
        f"| {row.reports:,} | {row.found} | {seconds[0]:.2f} | {seconds[1]:.2f} | {seconds[0] / seconds[1]:.2f} "
        f"| {(seconds[0] - seconds[1]) * 1000 / row.reports:.2f} | {memory[0]:.0f} | {memory[1]:.0f} "
        f"| {(memory[0] - memory[1]) * 1000 / row.reports:.1f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python", default=sys.executable)
    python = parser.parse_args().python
    with TemporaryDirectory() as folder:
        print(table([compared(python, Path(folder), bodies) for bodies in BODIES]))


if __name__ == "__main__":
    main()
