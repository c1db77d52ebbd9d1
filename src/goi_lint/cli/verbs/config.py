"""`goi-lint config`: what holds, and who says so."""

from __future__ import annotations

import argparse
import os
from argparse import Namespace

from goi_lint.cli.arguments import add_config, add_given, add_selection, add_threshold, one_of
from goi_lint.cli.configured import linter_of, settings_of
from goi_lint.cli.help import CONFIG, GIVEN, LANGUAGE, SELECTION, THRESHOLD, help_of
from goi_lint.cli.language import locale_of
from goi_lint.cli.writing import put
from goi_lint.config.settings import DEFAULT, LOCALE, Held, Settings
from goi_lint.config.showing import Document, Shown, as_json, as_text
from goi_lint.errors import Words
from goi_lint.model.settings import Choice
from goi_lint.plugins import build_plugins

_FORMATS = ("text", "json")
HELP = help_of(
    """\
用法：goi-lint config [选项] [路径…]

输出生效的设置，以及每个值来自何处：默认、配置文件的哪一行、命令行。写明路径时，输出对这些文件生效的设置。

选项：
  --format text|json        输出格式；默认 text，即 TOML
""",
    """\
Usage: goi-lint config [OPTIONS] [PATH…]

Writes the settings that hold, and where each value comes from: default, a line of the configuration,
the command line. With paths, what holds for these files.

Options:
  --format text|json        output format; default text, which is TOML
""",
    THRESHOLD,
    SELECTION,
    GIVEN,
    CONFIG,
    LANGUAGE,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("operands", nargs="*")
    parser.add_argument("--format", type=one_of(_FORMATS, Words("格式", "format")), default="text")
    add_threshold(parser)
    add_selection(parser)
    add_given(parser)
    add_config(parser)


def run(request: Namespace, language: str) -> int:
    """Write what holds for a run, or for the paths that are given."""
    plugins = build_plugins()
    settings = settings_of(request, plugins)
    linter = linter_of(settings, plugins)
    shown = Shown(
        file=settings.file,
        tables=settings.tables,
        settings=_of_run(settings, language),
        packs=linter.book.used(Choice(settings.texts("packs"))),
        documents=tuple(_document(settings, path.replace(os.sep, "/")) for path in request.operands),
    )
    put(as_json(shown) if request.format == "json" else as_text(shown, language))
    return 0


def _of_run(settings: Settings, language: str) -> dict[str, Held]:
    """Return what holds; the language may come from the system, which the settings know nothing of."""
    held = settings.of_run()
    if held["lang"][0] is None:
        spoken = locale_of(os.environ).lower().startswith(("en", "zh"))

        held["lang"] = (language, LOCALE if spoken else DEFAULT)
    return held


def _document(settings: Settings, path: str) -> Document:
    exclude = settings.sieve(searching=False).exclude
    excluded = exclude is not None and (exclude.match(path) or exclude.match_above(os.path.dirname(path)))  # noqa: PTH120
    return Document(path, excluded, settings.of_document(path))
