"""Write the documentation of the rules from their YAML: a page for each, and the table in `rules/README.md`.

    PYTHONPATH=tests python scripts/build_rule_docs.py            # write
    PYTHONPATH=tests python scripts/build_rule_docs.py --check    # exit code 1 where something is not current

The example of a page is what goi-lint really says of the rule's first `bad-` case.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from goi_lint.cases.case_file import Case
from goi_lint.cases.running import found_in
from goi_lint.catalogue import CUSTOM
from goi_lint.errors import Words
from goi_lint.formatters.wording import LEVELS
from goi_lint.model.finding import Finding
from goi_lint.model.plugin import BODIES, SERIES, scope_of
from goi_lint.model.rule import Applies, Rule, Source
from goi_lint.plugins import build_plugins
from goi_lint.suites import Suite, suite_of

ROOT = Path(__file__).resolve().parents[1]
PACK = "national"
PAGES = ROOT / "docs" / "rules"
OVERVIEW = ROOT / "rules" / "README.md"
BEGIN, END = "<!-- rules: begin -->", "<!-- rules: end -->"
Pages = Mapping[Path, str]
_FOLDERS = {SERIES: "series/", BODIES: "bodies/"}


def main(arguments: list[str]) -> int:
    """Write the pages, or tell with `--check` which are not current; return the exit code."""
    pages = documentation()
    paths = stale(pages, PAGES)
    if "--check" in arguments:
        for path in paths:
            print(f"{path}: not current; run scripts/build_rule_docs.py", file=sys.stderr)
        return 1 if paths else 0
    write(pages, paths)
    print(f"{len(paths)} of {len(pages)} files written")
    return 0


def stale(pages: Pages, folder: Path) -> list[Path]:
    """Return the pages that are not there as they should be, and what stands in the folder without a rule."""
    changed = [path for path, text in pages.items() if not path.is_file() or path.read_text("utf-8") != text]
    return changed + [path for path in sorted(folder.glob("*.md")) if path not in pages]


def write(pages: Pages, paths: Iterable[Path]) -> None:
    """Write these pages; take away those that are none."""
    for path in paths:
        if path in pages:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages[path], "utf-8")
        else:
            path.unlink()


def documentation() -> Pages:
    """Return the text of every generated file by its path."""
    suite = suite_of(build_plugins(), PACK)
    rules = suite.linter.rules
    examples = dict(_examples(suite))
    folders = {name: _FOLDERS.get(scope_of(check), "") for name, check in suite.linter.checks.items()}
    pages = {PAGES / f"{rule.id}.md": _page(rule, folders[rule.check], examples) for rule in rules}
    pages[OVERVIEW] = with_table(OVERVIEW.read_text("utf-8"), rules)
    return pages


def _examples(suite: Suite) -> Iterator[tuple[str, tuple[Case, Finding]]]:
    """Yield for each rule its first bad case that it finds, with the finding."""
    done: set[str] = set()
    for case in suite.cases:
        if case.rule in done or not case.every_expected:
            continue
        findings = found_in(case, suite.linter)
        finding = next((finding for finding in findings if finding.rule == case.rule), None)
        if finding:
            done.add(case.rule)
            yield case.rule, (case, finding)


def _page(rule: Rule, folder: str, examples: Mapping[str, tuple[Case, Finding]]) -> str:
    example = examples.get(rule.id)
    path = f"rules/national/{rule.file}"
    sections = (
        f"<!-- Written by scripts/build_rule_docs.py from {path}; change that file. -->",
        f"# {rule.id} {rule.name}",
        f"**{rule.title.zh}**",
        rule.title.en,
        _facts(rule, folder),
        _example(*example) if example else "",
        _both("怎么改 Remedy", example[1].advice if example else rule.advice),
        _both("不报告的情形 Exceptions", rule.exceptions),
    )
    return "\n\n".join(section for section in sections if section) + "\n"


def _facts(rule: Rule, folder: str) -> str:
    file = f"src/goi_lint/checks/{folder}{rule.check}.py"
    rows = {
        "级别 Level": f"{LEVELS[rule.level].zh} `{rule.level}`",
        "依据 Source": "<br>".join(_source(form, source) for form, source in rule.sources.items()),
        "范围 Scope": _scope(rule.applies),
        "检查 Check": f"[`{rule.check}`](../../{file})",
        "规则 Rule": f"[{rule.file}](../../rules/national/{rule.file})",
    }
    return "\n".join(
        ["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows.items() if value)]
    )


def _source(form: str, source: Source) -> str:
    where = f"`{form}`：" if form else ""
    return f"{where}{source}{f'{CUSTOM.zh}{CUSTOM.en}' if source.custom else ''}"


def _scope(applies: Applies) -> str:
    """Return to which reports a rule applies, empty if to all."""
    years = "–".join(str(year or "") for year in (applies.first_year, applies.last_year))
    parts = [f"年度 years {years}" if years != "–" else "", *applies.forms, *applies.levels]
    return "、".join(str(part) for part in parts if part)


def _example(case: Case, finding: Finding) -> str:
    path = case.path.resolve().relative_to(ROOT).as_posix()
    reason = case.path.read_text("utf-8").partition("\n")[0]
    cause = f"：{reason.lstrip('# ')}" if reason.startswith("#") else ""
    quoted = f"> {finding.message.zh}\n>\n> {finding.message.en}"
    return f"## 例 Example\n\n[{case.path.stem}](../../{path}){cause}\n\n{quoted}"


def _both(heading: str, words: Words) -> str:
    return f"## {heading}\n\n{words.zh}\n\n{words.en}"


def with_table(text: str, rules: tuple[Rule, ...]) -> str:
    """Return the overview with its table made anew between the markers."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{OVERVIEW}: the markers {BEGIN} and {END} are missing")
    head = ["| id | 级别 level | 要求 obligation | 依据 source |", "|---|---|---|---|"]
    rows = [_row(rule) for rule in sorted(rules, key=lambda rule: rule.id)]
    return "\n".join([before + begin, "", *head, *rows, "", end + after])


def _row(rule: Rule) -> str:
    sources = "<br>".join(dict.fromkeys(_source("", source) for source in rule.sources.values()))
    link = f"[{rule.id}](../docs/rules/{rule.id}.md)"
    return f"| {link} | {rule.level} | {rule.title.zh}<br>{rule.title.en} | {sources} |"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
