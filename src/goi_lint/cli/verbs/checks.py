"""`goi-lint checks`: the kinds of checks that rules are made of."""

from __future__ import annotations

import argparse
from argparse import Namespace

from goi_lint.cli.arguments import one_of, unknown
from goi_lint.cli.help import LANGUAGE, help_of
from goi_lint.cli.writing import put
from goi_lint.errors import Words
from goi_lint.plugins import build_plugins

_FORMATS = ("text", "json", "markdown")
HELP = help_of(
    "用法：goi-lint checks [选项] [名称…]\n\n列出编写规则可用的检查；指定名称时，说明其参数、事实、词语和示例。\n"
    "\n选项：\n"
    "  --keys                    列出两种格式的行、列、块的键及其中文名，公式和案例用这些键；\n"
    "                            可指定格式，如 goi-lint checks --keys form_2021\n"
    "  --format 格式             text（默认）、json 或 markdown\n",
    "Usage: goi-lint checks [OPTIONS] [NAME…]\n\nLists the checks that rules are made of; of those that are named "
    "it gives parameters,\nfacts, codes and an example.\n\nOptions:\n"
    "  --keys                    list the keys of the forms' rows, columns and blocks beside their labels, by which\n"
    "                            formulas and cases name them; a form may be named: goi-lint checks --keys form_2021\n"
    "  --format NAME             text (default), json or markdown\n",
    LANGUAGE,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("operands", nargs="*")
    parser.add_argument("--keys", action="store_true")
    parser.add_argument("--format", type=one_of(_FORMATS, Words("格式", "format")), default="text")


def run(request: Namespace, language: str) -> int:
    """Write the table of all checks, or all that is to be said of some; or the keys of the forms."""
    if request.keys:
        put(_keys(request, language))
        return 0
    from goi_lint import check_pages
    from goi_lint.packs.internal import for_packs

    checks = build_plugins().checks
    for name in request.operands:
        if name not in checks:
            raise unknown(Words("检查", "check"), name, sorted(checks))
    chosen = [checks[name] for name in request.operands] or for_packs(checks[name] for name in sorted(checks))
    if request.format == "json":
        put(check_pages.as_json(chosen, language))
    elif request.format == "markdown":
        put((check_pages.markdown if request.operands else check_pages.markdown_table)(chosen, language))
    else:
        put((check_pages.explanations if request.operands else check_pages.table)(chosen, language))
    return 0


def _keys(request: Namespace, language: str) -> str:
    from goi_lint.assemble import load_forms
    from goi_lint.form_keys import FORMATS

    forms = load_forms()
    for name in request.operands:
        if name not in forms:
            raise unknown(Words("格式", "form"), name, forms)
    return FORMATS[request.format]([forms[name] for name in request.operands or forms], language)
