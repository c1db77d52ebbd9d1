"""Write what `docs/checks.md` and `docs/checks.zh-CN.md` say of each check, from the YAML files beside the checks.

python scripts/build_check_docs.py            # write
python scripts/build_check_docs.py --check    # exit code 1 where something is not current
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from goi_lint import check_pages
from goi_lint.check_docs import check_doc
from goi_lint.checks import goi_lint_checks
from goi_lint.errors import Words
from goi_lint.model.plugin import DOCUMENT, scope_of

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = {"en": DOCS / "checks.md", "zh": DOCS / "checks.zh-CN.md"}
BEGIN, END = "<!-- checks: begin -->", "<!-- checks: end -->"
TOGETHER = Words("比较几份报告的检查", "Checks that compare several reports")
INTERNAL = Words("规则包不用的检查", "Checks that packs do not use")


def main(arguments: list[str]) -> int:
    """Write the pages, or tell with `--check` which are not current; return the exit code."""
    pages = documentation()
    stale = [path for path, text in pages.items() if path.read_text("utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path}: not current; run scripts/build_check_docs.py", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages[path], "utf-8")
    print(f"{len(stale)} of {len(pages)} files written")
    return 0


def documentation() -> Mapping[Path, str]:
    """Return the text of both pages by path."""
    return {path: with_checks(path.read_text("utf-8"), language) for language, path in PAGES.items()}


def with_checks(text: str, language: str) -> str:
    """Return a page with what stands between its markers made anew."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"the markers {BEGIN} and {END} are missing")
    checks = goi_lint_checks()
    internal = [check for check in checks if check_doc(check).internal]
    own = [check for check in checks if check not in internal]
    alone = [check for check in own if scope_of(check) == DOCUMENT]
    together = [check for check in own if check not in alone]
    parts = [
        check_pages.markdown_table(alone, language),
        check_pages.markdown(alone, language),
        f"## {TOGETHER.in_language(language)}\n",
        check_pages.markdown_table(together, language),
        check_pages.markdown(together, language),
        f"## {INTERNAL.in_language(language)}\n",
        check_pages.markdown(internal, language),
    ]
    return "\n".join([before + begin + "\n", *parts, end + after])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
