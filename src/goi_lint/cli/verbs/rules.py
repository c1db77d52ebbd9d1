"""`goi-lint rules`: write the catalogue."""

from __future__ import annotations

import argparse
from argparse import Namespace

from goi_lint.cli.arguments import add_config, add_selection, one_of
from goi_lint.cli.configured import linter_of, settings_of
from goi_lint.cli.help import CONFIG, LANGUAGE, SELECTION, help_of
from goi_lint.cli.writing import put
from goi_lint.errors import Words
from goi_lint.plugins import build_plugins

_FORMATS = ("table", "json", "markdown")
_OPTIONS = Words(
    """\
  --format 格式             table（默认）：编号、级别、要求；json：规则的全部内容；
                            markdown：另有依据
""",
    """\
  --format NAME             table (default): id, level, obligation; json: all that a rule says;
                            markdown: with the source
""",
)
HELP = help_of(
    "用法：goi-lint rules [选项]\n\n列出规则；有 --select 的，只列出所选（检查时总是另有 GOI001、GOI005，\n"
    "说明文件、规则为何无法判断）。\n\n选项：\n",
    "Usage: goi-lint rules [OPTIONS]\n\nLists the rules, with --select these alone (a check always asks GOI001 and "
    "GOI005 too,\nwhich say why a document or rule could not be judged).\n\nOptions:\n",
    _OPTIONS,
    SELECTION,
    CONFIG,
    LANGUAGE,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_selection(parser)
    add_config(parser)
    parser.add_argument("--format", type=one_of(_FORMATS, Words("格式", "format")), default="table")


def run(request: Namespace, language: str) -> int:
    """Write the catalogue."""
    from goi_lint.catalogue import FORMATS

    plugins = build_plugins()
    settings = settings_of(request, plugins)
    linter = linter_of(settings, plugins)
    selected = tuple(prefix.strip().upper() for prefix in settings.asked().choice.select)
    rules = [rule for rule in linter.rules if not selected or rule.id.startswith(selected)]
    put(FORMATS[request.format](rules, language))
    return 0
