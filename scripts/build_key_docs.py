"""Write the tables of keys and labels in `docs/keys.md` from the forms.

python scripts/build_key_docs.py            # write
python scripts/build_key_docs.py --check    # exit code 1 where it is not current
"""

from __future__ import annotations

import sys
from pathlib import Path

from goi_lint import form_keys
from goi_lint.assemble import load_forms

PAGE = Path(__file__).resolve().parents[1] / "docs" / "keys.md"
BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"


def main(arguments: list[str]) -> int:
    """Write the page, or tell with `--check` whether it is current; return the exit code."""
    old = PAGE.read_text("utf-8")
    new = with_keys(old)
    if "--check" in arguments:
        if old != new:
            print(f"{PAGE}: not current; run scripts/build_key_docs.py", file=sys.stderr)
        return int(old != new)
    PAGE.write_text(new, "utf-8")
    return 0


def with_keys(text: str) -> str:
    """Return the page with what stands between its markers made anew."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"the markers {BEGIN} and {END} are missing")
    return f"{before}{begin}\n\n{form_keys.markdown(load_forms().values(), 'zh')}\n{end}{after}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
