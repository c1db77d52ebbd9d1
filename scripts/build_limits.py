"""Write the table of limits into docs/formats.md from `src/goi_lint/limits.py`.

python scripts/build_limits.py            # write
python scripts/build_limits.py --check    # exit code 1 where the table is not current
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMITS = ROOT / "src" / "goi_lint" / "limits.py"
PAGE = ROOT / "docs" / "formats.md"
TABLE = re.compile(r"(?<=<!-- limits -->\n).*?(?=<!-- limits end -->)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Write the table, or tell with `--check` whether it is current; return the exit code."""
    page = PAGE.read_text(encoding="utf-8")
    current = with_limits(page)
    if "--check" in arguments:
        if page != current:
            print(f"{PAGE}: not current; run scripts/build_limits.py", file=sys.stderr)
        return 1 if page != current else 0
    PAGE.write_text(current, encoding="utf-8")
    return 0


def with_limits(page: str) -> str:
    """Return the page with the table as it should be."""
    rows = "".join(f"| `{name}` | {value:,} | {meaning} |\n" for name, value, meaning in limits())
    return TABLE.sub(lambda _: f"| limit | | what |\n|---|--:|---|\n{rows}", page)


def limits() -> Iterator[tuple[str, float, str]]:
    """Yield name, value and meaning of every limit."""
    body = ast.parse(LIMITS.read_text(encoding="utf-8")).body
    for given, below in pairwise(body):
        if isinstance(given, ast.Assign) and isinstance(given.targets[0], ast.Name):
            meaning = ast.literal_eval(below.value) if isinstance(below, ast.Expr) else ""
            yield given.targets[0].id, ast.literal_eval(given.value), " ".join(meaning.split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
