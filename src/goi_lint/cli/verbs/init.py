"""`goi-lint init`: a configuration to begin with."""

from __future__ import annotations

import argparse
from argparse import Namespace
from pathlib import Path

from goi_lint.cli.help import LANGUAGE, help_of
from goi_lint.cli.writing import put, written_to
from goi_lint.config.search import OWN
from goi_lint.config.starting import START
from goi_lint.errors import UsageError, Words

HELP = help_of(
    """\
用法：goi-lint init [选项]

在当前文件夹写一个配置文件 goi-lint.toml，每个键都有说明。

选项：
  --force                   覆盖已有的文件
""",
    """\
Usage: goi-lint init [OPTIONS]

Writes goi-lint.toml into the current folder, with every key explained.

Options:
  --force                   overwrite a file that is there
""",
    LANGUAGE,
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--force", action="store_true")


def run(request: Namespace, language: str) -> int:
    """Write the file, or raise `UsageError` if there is one."""
    if request.operands:
        raise UsageError(Words("init 不接受路径", "init takes no PATH"))
    with written_to(Words(OWN, OWN)):
        try:
            with Path(OWN).open("w" if request.force else "x", encoding="utf-8", newline="\n") as file:
                file.write(START)
        except FileExistsError:
            raise UsageError(
                Words(f"{OWN} 已存在；用 --force 覆盖", f"{OWN} is there already; --force overwrites it")
            ) from None
    put(Words(f"已写入 {OWN}\n", f"wrote {OWN}\n").in_language(language))
    return 0
