"""`goi-lint baseline`: write down what is found, so that from then on only what is new is reported."""

from __future__ import annotations

import argparse
import os
import sys
from argparse import Namespace
from collections import Counter

from goi_lint.cli.arguments import add_config, add_input, add_selection
from goi_lint.cli.configured import linter_of, settings_of
from goi_lint.cli.excepting import HELP as EXCEPTIONS
from goi_lint.cli.excepting import add_exceptions, excepting
from goi_lint.cli.help import CONFIG, INPUT, LANGUAGE, PATHS, SELECTION, help_of
from goi_lint.cli.inputs import inputs_of, say_nothing_found, say_unread
from goi_lint.cli.together import HELP as TOGETHER
from goi_lint.cli.together import Together, add_together
from goi_lint.cli.writing import put, written_to
from goi_lint.config.roster import roster_of
from goi_lint.errors import Words
from goi_lint.plugins import build_plugins
from goi_lint.version import VERSION

_OPTIONS = Words(
    """\
  --output, -o 文件         写到此文件，其中的路径从它所在的文件夹算起；
                            默认标准输出，路径从当前文件夹算起
""",
    """\
  --output, -o FILE         write it to this file, with paths from its folder on;
                            default standard output, with paths from here on
""",
)
HELP = help_of(
    "用法：goi-lint baseline [选项] 路径…\n\n把现有问题记为基线；以后用 goi-lint check --baseline 文件，"
    "只报告新的问题。\n\n选项：\n",
    "Usage: goi-lint baseline [OPTIONS] PATH…\n\nWrites down what is found; goi-lint check --baseline FILE then "
    "reports only\nwhat is new.\n\nOptions:\n",
    _OPTIONS,
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
    parser.add_argument("--output", "-o")


def run(request: Namespace, language: str) -> int:
    """Judge reports and write what is found; an older baseline covers nothing here."""
    from goi_lint.baseline import Recorder
    from goi_lint.exceptions.together import as_documents

    plugins = build_plugins()
    settings = settings_of(request, plugins)
    linter = excepting(linter_of(settings, plugins), settings, request, baseline=False)
    unread: Counter[str] = Counter()
    recorder = Recorder(os.path.dirname(request.output or "") or ".")
    documents = 0
    together = Together(linter, roster_of(settings), request)
    written = [request.output] if request.output else []
    inputs = together.inputs(inputs_of(request, settings, linter, written, unread))
    for result in together.judged(map(together.linter.lint_input, inputs)):
        documents += 1
        recorder.add(result, language)
    for result in as_documents(together.outcomes()):
        recorder.add(result, language)
    _write(recorder.text(VERSION), request.output)
    if not documents:
        say_nothing_found(linter, language)
    say_unread(unread, language)
    together.say_unreadable(language)
    if request.output:
        _say_written(recorder.findings, documents, request.output, language)
    return 0


def _write(text: str, file: str | None) -> None:
    """Write the whole at once, when all is judged: a run that fails leaves an older baseline as it was."""
    if file is None:
        put(text)
        return
    from pathlib import Path

    with written_to(Words(file, file)):
        Path(file).write_text(text, encoding="utf-8", newline="\n")


def _say_written(findings: int, documents: int, file: str, language: str) -> None:
    words = Words(
        f"已将 {documents} 份报告的 {findings} 处问题写入 {file}",
        f"wrote {findings} finding{'s'[: findings != 1]} of {documents} report{'s'[: documents != 1]} to {file}",
    )
    sys.stderr.write(f"goi-lint: {words.in_language(language)}\n")
