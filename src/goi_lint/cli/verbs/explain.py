"""`goi-lint explain`: all that is to be said of some rules."""

from __future__ import annotations

import argparse
from argparse import Namespace

from goi_lint.cli.arguments import add_config
from goi_lint.cli.configured import settings_of
from goi_lint.cli.help import CONFIG, LANGUAGE, help_of
from goi_lint.cli.writing import put
from goi_lint.errors import PackError, UsageError, Words
from goi_lint.linter import Linter, build_linter
from goi_lint.model.finding import Finding
from goi_lint.model.rule import Rule
from goi_lint.model.settings import Choice
from goi_lint.plugins import Plugins, build_plugins
from goi_lint.selection import known_rule

HELP = help_of(
    "用法：goi-lint explain [选项] 编号…\n\n说明规则：要求、依据、示例、建议、例外。\n\n选项：\n"
    "  --pack 名称或文件夹       所用规则包，可重复；默认 national\n",
    "Usage: goi-lint explain [OPTIONS] ID…\n\nExplains rules: obligation, legal basis, example, advice, "
    "exceptions.\n\nOptions:\n  --pack NAME_OR_PATH       rule pack, repeatable; default national\n",
    CONFIG,
    LANGUAGE,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("operands", nargs="*")
    parser.add_argument("--pack", action="append", default=[])
    add_config(parser)


def run(request: Namespace, language: str) -> int:
    """Write all that is to be said of the rules that are named."""
    from goi_lint.catalogue import absence, explanation
    from goi_lint.check_docs import check_doc

    if not request.operands:
        raise UsageError(
            Words(
                "没有指定规则；例如 goi-lint explain GOI310（全部规则：goi-lint rules）",
                "no rule is given; for example goi-lint explain GOI310 (all rules: goi-lint rules)",
            )
        )
    plugins = build_plugins()
    choice = Choice(settings_of(request, plugins).texts("packs"))
    linter = build_linter(plugins, choice)
    disabled = {one.id: one for one in linter.book.disabled(choice)}
    pieces = []
    for text in request.operands:
        if left_out := disabled.get(text.strip().upper()):
            pieces.append(absence(left_out, language))
            continue
        rule = _rule(text, linter, plugins)
        facts = check_doc(plugins.checks[rule.check]).facts
        pieces.append(explanation(rule, language, _example(rule, choice, linter, plugins), facts))
    put("\n".join(pieces))
    return 0


def _example(rule: Rule, choice: Choice, linter: Linter, plugins: Plugins) -> Finding | None:
    """Return what the rule says of one of its cases; None where it has none."""
    from goi_lint.suites import example_of

    names = linter.book.names(choice)
    if rule not in linter.rules:
        names = (rule.pack,)
        linter = build_linter(plugins, Choice(names), book=linter.book)
    return example_of(plugins, linter, names, rule)


def _rule(text: str, linter: Linter, plugins: Plugins) -> Rule:
    """Return the rule of that id or name: of the packs in use, else of any other pack that is known."""
    try:
        return known_rule(text, linter.rules)
    except UsageError as unknown:
        others = (rule for name in plugins.packs for rule in _rules(name, linter))
        found = next((rule for rule in others if text.strip() in (rule.id, rule.name)), None)
        if found is None:
            raise unknown
        return found


def _rules(pack: str, linter: Linter) -> tuple[Rule, ...]:
    """Return the rules of a pack that nobody asked for; that it is faulty is another matter."""
    try:
        return linter.book.rules(Choice((pack,)))
    except PackError:
        return ()
