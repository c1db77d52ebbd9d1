"""`goi-lint check`: judge reports and write the results as they come."""

from __future__ import annotations

import argparse
import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import chain, islice

from goi_lint.cli.arguments import add_config, add_input, add_jobs, add_selection, add_threshold, one_of
from goi_lint.cli.configured import linter_of, settings_of
from goi_lint.cli.excepting import HELP as EXCEPTIONS
from goi_lint.cli.excepting import add_exceptions, excepting, finished
from goi_lint.cli.help import CONFIG, INPUT, LANGUAGE, PATHS, SELECTION, THRESHOLD, help_of
from goi_lint.cli.inputs import inputs_of, say_nothing_found, say_shadowed, say_unread
from goi_lint.cli.outputs import Output, opened, wanted_outputs
from goi_lint.cli.together import HELP as TOGETHER
from goi_lint.cli.together import Together, add_together
from goi_lint.config.roster import roster_of
from goi_lint.discovery import Input
from goi_lint.errors import Words
from goi_lint.linter import Linter
from goi_lint.model.finding import DocumentResult, Level, Totals
from goi_lint.model.plugin import Run
from goi_lint.model.settings import AUTO
from goi_lint.plugins import build_plugins
from goi_lint.rulebook import NATIONAL
from goi_lint.tally import Tally
from goi_lint.version import VERSION

CLEAN = 0
FAULTY = 1
FEW = 64
"""So many files are judged before other processes have begun."""
_COLORS = ("auto", "always", "never")
_OPTIONS = Words(
    """\
  --format 格式[=文件]      text（默认）、json、jsonl、junit；可重复，如
                            --format text --format junit=report.xml
  --baseline 文件           基线；其中记录的问题不再报告
  --jobs 数量               同时用几个进程；默认 auto：文件超过 64 个时用全部处理器
  --quiet, -q               只显示问题
  --statistics              另列各规则的问题数、未列出和已改正的问题、规则无法判断的原因
  --color 取值              auto（默认）、always、never
""",
    """\
  --format NAME[=FILE]      text (default), json, jsonl, junit; repeatable:
                            --format text --format junit=report.xml
  --baseline FILE           findings recorded there are not reported
  --jobs N                  how many processes; default auto: all processors where files are more than 64
  --quiet, -q               show findings only
  --statistics              add counts by rule, what is suppressed or repaired, why rules could not be judged
  --color WHEN              auto (default), always, never
""",
)
HELP = help_of(
    "用法：goi-lint check [选项] 路径…\n\n检查报告。\n\n选项：\n",
    "Usage: goi-lint check [OPTIONS] PATH…\n\nJudges reports.\n\nOptions:\n",
    _OPTIONS,
    THRESHOLD,
    SELECTION,
    INPUT,
    TOGETHER,
    EXCEPTIONS,
    CONFIG,
    LANGUAGE,
    PATHS,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_input(parser)
    add_together(parser)
    add_selection(parser)
    add_config(parser)
    add_exceptions(parser)
    parser.add_argument("--baseline")
    parser.add_argument("--format", action="append", default=[])
    add_threshold(parser)
    add_jobs(parser)
    parser.add_argument("--quiet", "-q", action="store_true")
    parser.add_argument("--statistics", action="store_true")
    parser.add_argument("--color", type=one_of(_COLORS, Words("取值", "value")), default="auto")


def run(request: Namespace, language: str) -> int:
    """Judge reports and write the results as they come."""
    plugins = build_plugins()
    settings = settings_of(request, plugins)
    wanted = wanted_outputs(settings.texts("format"), plugins.formatters)
    linter = excepting(linter_of(settings, plugins), settings, request)
    say_shadowed(request.pack, plugins.packs, language)
    unread: Counter[str] = Counter()
    files = [output.file for output in wanted if output.file]
    together = Together(linter, roster_of(settings), request)
    inputs = together.inputs(inputs_of(request, settings, linter, files, unread))
    threshold = settings.threshold
    how = Run(
        version=VERSION,
        packs=linter.packs,
        language=language,
        fail_on=threshold,
        color=_color(request.color, os.environ),
        quiet=request.quiet,
        statistics=request.statistics,
        explain=_explain(request.pack),
        local_rules=linter.book.local_rules(settings.asked().choice),
    )
    with ExitStack() as open_files:
        results = _results(together.linter, inputs, settings.value("jobs"), partial(_linter_again, request))
        failed = _judge(together, results, opened(wanted, how, open_files), threshold)
    if failed is None:
        say_nothing_found(linter, language)
    say_unread(unread, language)
    together.say_unreadable(language)
    return FAULTY if failed else CLEAN


def _explain(packs: Sequence[str]) -> str:
    """Return how to ask for an explanation under the same packs."""
    named = [pack for pack in packs if pack not in (AUTO, NATIONAL)]
    if not named:
        return "goi-lint explain"
    from shlex import quote

    return " ".join(["goi-lint explain", *(f"--pack {quote(pack)}" for pack in named)])


def _results(
    linter: Linter, inputs: Iterator[Input], jobs: object, build: Callable[[], Linter]
) -> Iterator[DocumentResult]:
    """Return the results as they come, by several processes where that is asked for or there are many inputs."""
    if jobs == 1:
        return map(linter.lint_input, inputs)
    first = list(islice(inputs, FEW + 1))
    inputs = chain(first, inputs)
    if jobs == AUTO and len(first) <= FEW:
        return map(linter.lint_input, inputs)
    from goi_lint.processes import judged, processors

    number = processors() if jobs == AUTO else int(str(jobs))
    if len(first) <= FEW:
        number = min(number, max(len(first), 1))
    if number == 1:
        return map(linter.lint_input, inputs)
    return judged(linter, inputs, number, build)


def _linter_again(request: Namespace) -> Linter:
    """Return the linter of a request, in a process that has none yet."""
    plugins = build_plugins()
    settings = settings_of(request, plugins)
    linter = excepting(linter_of(settings, plugins), settings, request)
    return linter._replace(
        register=linter.register.for_comments() if linter.register else None, digests=linter.compares
    )


def _judge(
    together: Together, results: Iterator[DocumentResult], outputs: Sequence[Output], threshold: Level | None
) -> bool | None:
    """Write every result to every output; tell whether any reaches the threshold, None if there was no input."""
    tally = Tally()
    failed: bool | None = None
    for result in together.judged(results):
        so_far = tally.so_far
        tally.add(result)
        failed = bool(failed) or _fails(result, threshold)
        for output in outputs:
            output.document(result, so_far)
    outcomes = together.outcomes()
    tally.add_together(outcomes)
    totals = finished(tally.finished(), together.linter)
    for output in outputs:
        output.end(totals)
    if _fails(totals, threshold):
        return True
    if failed is None:
        return None
    return failed or bool(totals.exceptions and Level.WARNING.reaches(threshold))


def _fails(result: DocumentResult | Totals, threshold: Level | None) -> bool:
    return any(finding.level.reaches(threshold) for finding in result.findings)


def _color(asked: str, environment: Mapping[str, str]) -> bool:
    """Tell whether to color: if asked to, else on a terminal that can, unless `NO_COLOR` is set."""
    if asked != "auto":
        return asked == "always"
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or bool(environment.get("WT_SESSION") or environment.get("ANSICON"))
