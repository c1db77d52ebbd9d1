"""Measure what it costs to load ten packs of 600 rules, beside the national pack alone.

    python benchmarks/packs.py            # by an environment with goi-lint

Nine packs are made of the national rules under ids of their own; each is a folder, as a province hands it out, so that
its patterns are foreign ones. `cold`: nothing is kept yet, and all YAML is parsed and verified; `warm`: what a second
run needs. Each time is of the processor, the least of several processes. Nothing here passes or fails.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

PACKS, RULES = 9, 59
ROUNDS = 15
_CODE = """
import gc, json, sys, time
from goi_lint.cli import FEW_CIRCLES
gc.set_threshold(FEW_CIRCLES)
from goi_lint.model.settings import Choice
from goi_lint.plugins import build_plugins
from goi_lint.rulebook import RuleBook
plugins = build_plugins()
start = time.process_time()
rules = RuleBook(plugins).rules(Choice(tuple(sys.argv[1:])))
print(json.dumps([(time.process_time() - start) * 1000, len(rules)]))
"""
_PACK = "name: {name}\nversion: '1'\ntitle: {{zh: 甲, en: A}}\nprefix: {prefix}\n"


def national() -> Path:
    """Return the folder of the national pack."""
    return Path(import_module("goi_lint.rules").__path__[0]) / "national"


def write_packs(folder: Path) -> list[str]:
    """Write nine packs into a folder and return theirs."""
    sources = sorted(path for path in national().glob("[0-9]-*/*.yaml") if not path.stem.startswith("GOI00"))
    written = []
    for number in range(1, PACKS + 1):
        prefix, pack = f"P{number}", folder / f"pack-{number}"
        for source in sources[:RULES]:
            text = source.read_text(encoding="utf-8")
            path = pack / source.parent.name / source.name.replace("GOI", prefix)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                text.replace("id: GOI", f"id: {prefix}").replace("gate: true\n", ""), encoding="utf-8"
            )
        (pack / "pack.yaml").write_text(_PACK.format(name=pack.name, prefix=prefix), encoding="utf-8")
        written.append(str(pack))
    return written


def loaded(names: Sequence[str], cache: Path) -> tuple[float, int]:
    """Return how many milliseconds one process takes to load packs, and how many rules that gives."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = {**kept, "GOI_LINT_CACHE_DIR": str(cache)}
    command = [sys.executable, "-c", _CODE, *names]
    shown = subprocess.run(command, capture_output=True, check=True, env=environment)
    milliseconds, rules = json.loads(shown.stdout)
    return float(milliseconds), int(rules)


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        ways = {"national": ["national"], "ten packs": ["national", *write_packs(folder)]}
        for path in folder.rglob("*.yaml"):
            os.utime(path, (1, 1))
        print("| packs | rules | cold, ms | warm, ms |\n|---|--:|--:|--:|")
        for name, packs in ways.items():
            cold, rules = loaded(packs, folder / "cache" / name)
            loaded(packs, folder / "cache" / name)
            warm = min(loaded(packs, folder / "cache" / name)[0] for _ in range(ROUNDS))
            print(f"| {name} | {rules} | {cold:.0f} | {warm:.1f} |", flush=True)


if __name__ == "__main__":
    main()
