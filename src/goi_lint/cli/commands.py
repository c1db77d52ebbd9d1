"""The commands, each a function from what was asked to the exit code."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack

from goi_lint.cli.outputs import Output, Wanted, opened, wanted_outputs
from goi_lint.cli.writing import put
from goi_lint.discovery import STDIN, Input, discover, read_input
from goi_lint.errors import ReadError, UsageError, Words
from goi_lint.linter import NATIONAL, Linter, build_linter
from goi_lint.model.finding import DocumentResult, Level
from goi_lint.model.plugin import Run
from goi_lint.model.report import BodyLevel, Given
from goi_lint.plugins import build_plugins
from goi_lint.selection import known_rule
from goi_lint.tally import Tally
from goi_lint.version import VERSION

CLEAN = 0
FAULTY = 1


def check(request: Namespace, language: str) -> int:
    """Judge reports and write the results as they come."""
    plugins = build_plugins()
    wanted = wanted_outputs(request.format, plugins.formatters)
    linter = build_linter(plugins, request.pack or NATIONAL, request.select, request.ignore, _given(request))
    unread: Counter[str] = Counter()
    inputs = _inputs(request, linter, wanted, unread)
    threshold = None if request.fail_on == "never" else Level(request.fail_on)
    run = Run(
        version=VERSION,
        packs=linter.packs,
        language=language,
        fail_on=threshold,
        color=_color(request.color, os.environ),
        quiet=request.quiet,
        statistics=request.statistics,
    )
    with ExitStack() as files:
        failed = _judge(linter, inputs, opened(wanted, run, files), threshold)
    if failed is None:
        _say_nothing_found(linter, language)
    _say_unread(unread, language)
    return FAULTY if failed else CLEAN


def _judge(
    linter: Linter, inputs: Iterator[Input], outputs: Sequence[Output], threshold: Level | None
) -> bool | None:
    """Write every result to every output; tell whether any reaches the threshold, None if there was no input."""
    tally = Tally()
    failed: bool | None = None
    for result in map(linter.lint_input, inputs):
        so_far = tally.so_far
        tally.add(result)
        failed = bool(failed) or _fails(result, threshold)
        for output in outputs:
            output.document(result, so_far)
    for output in outputs:
        output.end(tally.finished())
    return failed


def _fails(result: DocumentResult, threshold: Level | None) -> bool:
    return any(finding.level.reaches(threshold) for finding in result.findings)


def _given(request: Namespace) -> Given:
    level = BodyLevel(request.level) if request.level else None
    return Given(year=request.year, level=level, province=request.province)


def _inputs(
    request: Namespace, linter: Linter, wanted: Sequence[Wanted], unread: Counter[str]
) -> Iterator[Input]:
    """Return what is to be judged; raise `UsageError` if that is nothing, or a file that would be overwritten."""
    if not request.operands:
        raise UsageError(
            Words(
                f"没有指定路径；例如 goi-lint {request.command} 报告文件夹",
                f"no PATH is given; for example goi-lint {request.command} reports/",
            )
        )
    files = [output.file for output in wanted if output.file]
    targets = {os.path.realpath(file) for file in files}
    lost = [path for path in request.operands if path != STDIN and os.path.realpath(path) in targets]
    if lost:
        raise UsageError(
            Words(f"输出会覆盖输入 {lost[0]}", f"the output would overwrite the input {lost[0]}")
        )
    return discover(request.operands, linter.extensions, request.stdin_filename, files, unread)


def _color(asked: str, environment: Mapping[str, str]) -> bool:
    """Tell whether to color: if asked to, else on a terminal that can, unless `NO_COLOR` is set."""
    if asked != "auto":
        return asked == "always"
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or bool(environment.get("WT_SESSION") or environment.get("ANSICON"))


def _say_nothing_found(linter: Linter, language: str) -> None:
    known = "、".join(linter.extensions) if language == "zh" else ", ".join(linter.extensions)
    words = Words(f"没有找到报告（扩展名 {known}）", f"no reports were found (extensions {known})")
    sys.stderr.write(f"goi-lint: {words.in_language(language)}\n")


def _say_unread(unread: Counter[str], language: str) -> None:
    """Tell of files in folders that may be reports in other formats: silence would pass for a clean bill."""
    if not unread:
        return
    number = sum(unread.values())
    kinds = sorted(unread)
    words = Words(
        f"文件夹中有 {number} 个其他格式的文件（{'、'.join(kinds)}）未检查",
        f"files of other formats in folders ({', '.join(kinds)}) were not judged: {number}",
    )
    sys.stderr.write(f"goi-lint: {words.in_language(language)}\n")


def rules(request: Namespace, language: str) -> int:
    """Write the catalogue."""
    from goi_lint.catalogue import table

    linter = build_linter(build_plugins(), request.pack or NATIONAL, request.select, request.ignore)
    put(table(linter.rules, language))
    return CLEAN


def explain(request: Namespace, language: str) -> int:
    """Write all that is to be said of the rules that are named."""
    from goi_lint.catalogue import explanation

    if not request.operands:
        raise UsageError(
            Words(
                "没有指定规则；例如 goi-lint explain GOI310（全部规则：goi-lint rules）",
                "no rule is given; for example goi-lint explain GOI310 (all rules: goi-lint rules)",
            )
        )
    linter = build_linter(build_plugins(), request.pack or NATIONAL)
    named = [known_rule(text, linter.rules) for text in request.operands]
    put("\n".join(explanation(rule, language) for rule in named))
    return CLEAN


def extract(request: Namespace, language: str) -> int:
    """Write what was read of the tables, document by document."""
    from goi_lint.extract import FORMATS

    linter = build_linter(build_plugins(), packs=(), given=_given(request))
    unread: Counter[str] = Counter()
    inputs = _inputs(request, linter, (), unread)
    form = FORMATS[request.format]
    put(form.begin())
    number = unreadable = 0
    for found in inputs:
        first, number = not number, number + 1
        try:
            put(form.report(linter.read_report(read_input(found.path), found.name), first))
        except ReadError as error:
            unreadable += 1
            put(form.unreadable(found.name, error.cause, first, language))
    put(form.end(not number))
    if not number:
        _say_nothing_found(linter, language)
    _say_unread(unread, language)
    return FAULTY if unreadable else CLEAN


COMMANDS: Mapping[str, Callable[[Namespace, str], int]] = {
    "check": check,
    "rules": rules,
    "explain": explain,
    "extract": extract,
}
