"""`goi-lint extract`: what was read of the tables."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections import Counter

from goi_lint.cli.arguments import add_config, add_input, one_of
from goi_lint.cli.configured import linter_of, settings_of
from goi_lint.cli.help import CONFIG, INPUT, LANGUAGE, PATHS, help_of
from goi_lint.cli.inputs import inputs_of, say_nothing_found, say_unread
from goi_lint.cli.writing import put
from goi_lint.discovery import read_input
from goi_lint.errors import ReadError, Words
from goi_lint.plugins import build_plugins

_FORMATS = ("json", "csv")
HELP = help_of(
    "用法：goi-lint extract [选项] 路径…\n\n输出从表格中读到的每个单元格：行、列、原文、数值、位置。\n\n选项：\n"
    "  --format json|csv         输出格式；默认 json\n",
    "Usage: goi-lint extract [OPTIONS] PATH…\n\nWrites every table cell that was read: row, column, text, "
    "value, place.\n\nOptions:\n  --format json|csv         output format; default json\n",
    INPUT,
    CONFIG,
    LANGUAGE,
    PATHS,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_input(parser)
    add_config(parser)
    parser.add_argument("--format", type=one_of(_FORMATS, Words("格式", "format")), default="json")


def run(request: Namespace, language: str) -> int:
    """Write what was read of the tables, document by document."""
    from goi_lint.extract import FORMATS

    plugins = build_plugins()
    settings = settings_of(request, plugins)
    linter = linter_of(settings, plugins)
    unread: Counter[str] = Counter()
    inputs = inputs_of(request, settings, linter, (), unread)
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
        say_nothing_found(linter, language)
    say_unread(unread, language)
    return int(unreadable > 0)
