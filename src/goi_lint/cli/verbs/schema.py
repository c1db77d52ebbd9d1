"""`goi-lint schema`: write the JSON Schema of a kind of file, so that editors complete and check it."""

from __future__ import annotations

import argparse
from argparse import Namespace
from pathlib import Path

from goi_lint.cli.arguments import unknown
from goi_lint.cli.help import LANGUAGE, help_of
from goi_lint.cli.writing import put, written_to
from goi_lint.errors import UsageError, Words
from goi_lint.model.settings import Choice
from goi_lint.plugins import Plugins, build_plugins
from goi_lint.rulebook import RuleBook
from goi_lint.schema import SCHEMAS, Known, written

_OPTIONS = Words(
    """\
  --pack 名称或文件夹       列出这些规则包的规则，供 override 和 disable 补全；可重复；默认 national
  --output, -o 文件         写到此文件；默认标准输出
""",
    """\
  --pack NAME_OR_PATH       complete override and disable by the rules of these packs; repeatable;
                            default national
  --output, -o FILE         write it to this file; default standard output
""",
)
_KINDS = Words(
    """
种类：rule 规则，pack 规则包的 pack.yaml，case 案例，config 配置 goi-lint.toml，exceptions 例外，
roster 单位名录。
在 VS Code 中（插件 YAML）：goi-lint schema rule -o rule.schema.json，并在规则文件第一行写
# yaml-language-server: $schema=../rule.schema.json
""",
    """
KIND is rule, pack (pack.yaml), case, config (goi-lint.toml), exceptions or roster.
In VS Code (extension YAML): goi-lint schema rule -o rule.schema.json, and in the first line of a rule's file
# yaml-language-server: $schema=../rule.schema.json
""",
)
HELP = help_of(
    "用法：goi-lint schema [选项] 种类\n\n输出 JSON Schema，供编辑器补全和检查。\n\n选项：\n",
    "Usage: goi-lint schema [OPTIONS] KIND\n\nWrites a JSON Schema, by which editors complete and check.\n\nOptions:\n",
    _OPTIONS,
    LANGUAGE,
    _KINDS,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("operands", nargs="*")
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("-o", "--output")


def run(request: Namespace, language: str) -> int:
    """Write one schema."""
    kind = _kind(request.operands)
    text = written(kind, known(build_plugins(), tuple(request.pack)))
    if not request.output:
        put(text)
        return 0
    with written_to(Words(request.output, request.output)):
        Path(request.output).write_text(text, encoding="utf-8", newline="\n")
    return 0


def _kind(operands: list[str]) -> str:
    kinds = Words("、".join(SCHEMAS), ", ".join(SCHEMAS))
    if len(operands) != 1:
        raise UsageError(Words(f"应指定一种文件：{kinds.zh}", f"expected one kind of file: {kinds.en}"))
    if operands[0] not in SCHEMAS:
        raise unknown(Words("文件种类", "kind of file"), operands[0], SCHEMAS)
    return operands[0]


def known(plugins: Plugins, packs: tuple[str, ...] = ()) -> Known:
    """Return what this installation has for files to name."""
    from goi_lint.assemble import load_forms

    rules = RuleBook(plugins).rules(Choice(packs) if packs else Choice())
    bases = Path(plugins.packs["national"], "cases", "base")
    return Known(
        checks=plugins.checks,
        forms=load_forms(),
        rules=tuple(sorted(rules, key=lambda rule: rule.id)),
        packs=tuple(sorted(plugins.packs)),
        bases=tuple(sorted(path.stem for path in bases.glob("*.yaml"))),
        formats=tuple(sorted(plugins.formatters)),
    )
