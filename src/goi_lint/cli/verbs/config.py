"""`goi-lint config`: what holds, and who says so."""

from __future__ import annotations

import argparse
import os
from argparse import Namespace

from goi_lint.cli.arguments import add_config, add_input, add_jobs, add_selection, add_threshold, one_of
from goi_lint.cli.configured import linter_of, settings_of
from goi_lint.cli.excepting import HELP as EXCEPTIONS
from goi_lint.cli.excepting import add_exceptions, found_exceptions
from goi_lint.cli.help import CONFIG, INPUT, LANGUAGE, SELECTION, THRESHOLD, help_of
from goi_lint.cli.language import locale_of
from goi_lint.cli.writing import put
from goi_lint.config.settings import COMMAND_LINE, DEFAULT, LOCALE, Held, Settings
from goi_lint.config.showing import Document, Shown, as_json, as_text
from goi_lint.config.toml_file import shown
from goi_lint.discovery import discover
from goi_lint.errors import UsageError, Words
from goi_lint.linter import Linter
from goi_lint.model.settings import Choice
from goi_lint.plugins import build_plugins

_FORMATS = ("text", "json")
HELP = help_of(
    """\
用法：goi-lint config [选项] [路径…]

输出生效的设置，以及每个值来自何处：默认、配置文件的哪一行、命令行。写明路径时，输出对这些文件生效的设置；
路径是文件夹时，输出对其中每份报告生效的设置。

选项：
  --format text|json        本命令的输出格式；默认 text，即 TOML
  --baseline 文件           基线
  --roster 文件             单位名录
  --jobs 数量               同时用几个进程
""",
    """\
Usage: goi-lint config [OPTIONS] [PATH…]

Writes the settings that hold, and where each value comes from: default, a line of the configuration,
the command line. With paths, what holds for these files; for a folder, for each report in it.

Options:
  --format text|json        how this command writes; default text, which is TOML
  --baseline FILE           baseline
  --roster FILE             the roster of bodies
  --jobs N                  how many processes
""",
    THRESHOLD,
    SELECTION,
    INPUT,
    EXCEPTIONS,
    CONFIG,
    LANGUAGE,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_input(parser)
    parser.add_argument("--format", type=one_of(_FORMATS, Words("格式", "format")), default="text")
    add_exceptions(parser)
    parser.add_argument("--baseline")
    parser.add_argument("--roster")
    add_jobs(parser)
    add_threshold(parser)
    add_selection(parser)
    add_config(parser)


def run(request: Namespace, language: str) -> int:
    """Write what holds for a run, or for each report that the paths stand for."""
    plugins = build_plugins()
    settings = settings_of(request, plugins)
    linter = linter_of(settings, plugins)
    whole = Shown(
        file=settings.file,
        tables=settings.tables,
        settings=_of_run(settings, language) | _today(request),
        packs=linter.book.used(Choice(settings.texts("packs"))),
        documents=_documents(request, settings, linter),
    )
    put(as_json(whole) if request.format == "json" else as_text(whole, language))
    return 0


def _of_run(settings: Settings, language: str) -> dict[str, Held]:
    """Return what holds; two defaults come from outside, of which the settings know nothing.

    These are the language of the system, and the file of exceptions that is found by itself.
    """
    held = settings.of_run()
    if held["lang"][0] is None:
        spoken = locale_of(os.environ).lower().startswith(("en", "zh"))

        held["lang"] = (language, LOCALE if spoken else DEFAULT)
    if held["exceptions"][0] is None and (file := found_exceptions(settings.folder)):
        held["exceptions"] = (shown(file), DEFAULT)
    return held


def _today(request: Namespace) -> dict[str, Held]:
    """Return the day that the command line wants exceptions judged by; no configuration can name one."""
    return {"today": (request.today.isoformat(), COMMAND_LINE)} if request.today else {}


def _documents(request: Namespace, settings: Settings, linter: Linter) -> tuple[Document, ...]:
    """Return what holds for each report; raise `UsageError` if paths are given that hold none."""
    sieve = settings.sieve(searching=False)
    inputs = discover(request.operands, linter.extensions, request.stdin_filename, sieve=sieve)
    documents = tuple(_document(settings, found.name) for found in inputs)
    if request.operands and not documents:
        raise UsageError(Words("这些路径中没有报告", "there are no reports at these paths"))
    return documents


def _document(settings: Settings, path: str) -> Document:
    exclude = settings.sieve(searching=False).exclude
    excluded = exclude is not None and (exclude.match(path) or exclude.match_above(os.path.dirname(path)))
    return Document(path, excluded, settings.of_document(path))
