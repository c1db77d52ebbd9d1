"""`goi-lint rules`: write the catalogue."""

from __future__ import annotations

import argparse
from argparse import Namespace

from goi_lint.cli.arguments import add_selection
from goi_lint.cli.help import LANGUAGE, SELECTION, help_of
from goi_lint.cli.writing import put
from goi_lint.linter import NATIONAL, build_linter
from goi_lint.plugins import build_plugins

HELP = help_of(
    "用法：goi-lint rules [选项]\n\n列出规则：编号、级别、要求。\n\n选项：\n",
    "Usage: goi-lint rules [OPTIONS]\n\nLists the rules: id, level, obligation.\n\nOptions:\n",
    SELECTION,
    LANGUAGE,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_selection(parser)


def run(request: Namespace, language: str) -> int:
    """Write the catalogue."""
    from goi_lint.catalogue import table

    linter = build_linter(build_plugins(), request.pack or NATIONAL, request.select, request.ignore)
    put(table(linter.rules, language))
    return 0
