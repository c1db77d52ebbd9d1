"""Write what goi-lint says of the reports in `examples/` beside each of them, and into the READMEs.

    python scripts/build_examples.py            # write
    python scripts/build_examples.py --check    # exit code 1 where something is not current

A change of these files is a change of what users see: read the difference before you commit it.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import chdir, redirect_stdout
from pathlib import Path

from goi_lint.cli import main as goi_lint

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
REPORTS = (".txt", ".md", ".html", ".docx", ".doc", ".pdf")
OUTPUTS = (".out", ".json", ".jsonl", ".xml", ".csv")
KEPT = "copied-2024.txt"
"""The report of which every format is kept."""
SHOWN = ("check", "--history", "examples/faultless-town-2022.txt", "examples/next-year-2023.txt")
"""What the READMEs show."""
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
BLOCK = re.compile(r"<!-- output: (?P<name>\S+) -->\n```console\n.*?```\n<!-- output: end -->", re.DOTALL)
"""Where a README shows an output: between two markers."""
Outputs = Mapping[Path, str]


def main(arguments: list[str]) -> int:
    """Write the outputs, or tell with `--check` which are not current; return the exit code."""
    outputs = all_outputs()
    outputs |= {path: with_outputs(read(path), outputs) for path in READMES}
    paths = stale(outputs, EXAMPLES)
    if "--check" in arguments:
        for path in paths:
            print(f"{path}: not current; run scripts/build_examples.py", file=sys.stderr)
        return 1 if paths else 0
    write(outputs, paths)
    print(f"{len(paths)} of {len(outputs)} files written")
    return 0


def all_outputs() -> dict[Path, str]:
    """Return every golden output by its path."""
    return {EXAMPLES / name: said(*command) for name, command in commands().items()}


def commands() -> dict[str, tuple[str, ...]]:
    """Return what is asked of goi-lint for each golden output, by its name."""
    reports = sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in REPORTS)
    kept = Path(KEPT).stem
    return {
        **{f"{Path(name).stem}.out": ("check", f"examples/{name}") for name in reports},
        "all.out": ("check", "examples/"),
        "sums-2023.statistics.out": ("check", "--statistics", "examples/sums-2023.txt"),
        "next-year-2023.history.out": SHOWN,
        "next-year-2023.history.en.out": (SHOWN[0], "--lang", "en", *SHOWN[1:]),
        f"{kept}.json": ("check", "--format", "json", f"examples/{KEPT}"),
        f"{kept}.jsonl": ("check", "--format", "jsonl", f"examples/{KEPT}"),
        f"{kept}.xml": ("check", "--format", "junit", f"examples/{KEPT}"),
        f"{kept}.csv": ("extract", "--format", "csv", f"examples/{KEPT}"),
    }


def said(verb: str, *arguments: str) -> str:
    """Return what goi-lint writes to standard output when it is run in the project's folder, in Chinese by default."""
    shown = io.StringIO()
    with chdir(ROOT), redirect_stdout(shown):
        code = goi_lint([verb, "--lang", "zh", *arguments])
    if code not in (0, 1):
        raise SystemExit(f"goi-lint {verb} {' '.join(arguments)}: exit code {code}")
    return shown.getvalue()


def with_outputs(text: str, outputs: Outputs) -> str:
    """Return a README in which every marked block shows a command and what it writes."""
    asked = commands()

    def block(match: re.Match[str]) -> str:
        name = match["name"]
        shown = f"$ goi-lint {' '.join(asked[name])}\n{outputs[EXAMPLES / name]}"
        return f"<!-- output: {name} -->\n```console\n{shown}```\n<!-- output: end -->"

    return BLOCK.sub(block, text)


def stale(outputs: Outputs, folder: Path) -> list[Path]:
    """Return the outputs that are not there as they should be, and those in the folder that belong to no report."""
    changed = [path for path, text in outputs.items() if not path.is_file() or read(path) != text]
    strangers = (path for path in sorted(folder.iterdir()) if path.suffix in OUTPUTS)
    return changed + [path for path in strangers if path not in outputs]


def read(path: Path) -> str:
    """Return a golden output, its line ends as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def write(outputs: Outputs, paths: Iterable[Path]) -> None:
    """Write these outputs; take away those that belong to no report."""
    for path in paths:
        if path in outputs:
            path.write_text(outputs[path], encoding="utf-8", newline="")
        else:
            path.unlink()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
