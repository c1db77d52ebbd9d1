"""What a verb reads: the paths of a request as inputs, and what is said where there is none."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from goi_lint.config.settings import Settings
from goi_lint.discovery import STDIN, Input, discover
from goi_lint.errors import UsageError, Words
from goi_lint.linter import Linter


def inputs_of(
    request: Namespace, settings: Settings, linter: Linter, files: Sequence[str], unread: Counter[str]
) -> Iterator[Input]:
    """Return what is to be read; raise `UsageError` if that is nothing, or one of the `files` that are written."""
    paths = request.operands or settings.included()
    if not paths:
        raise UsageError(
            Words(
                f"没有指定路径；例如 goi-lint {request.command} 报告文件夹",
                f"no PATH is given; for example goi-lint {request.command} reports/",
            )
        )
    targets = {os.path.realpath(file) for file in files}
    lost = [path for path in paths if path != STDIN and os.path.realpath(path) in targets]
    lost += [file for file in files if file.lower().endswith(linter.extensions) and _lies_in(file, paths)]
    if lost:
        raise UsageError(
            Words(
                f"输出会覆盖输入，或被当作报告：{lost[0]}",
                f"the output would overwrite an input, or be taken for one: {lost[0]}",
            )
        )
    sieve = settings.sieve(searching=not request.operands)
    return discover(paths, linter.extensions, request.stdin_filename, files, unread, sieve)


def _lies_in(file: str, folders: Sequence[str]) -> bool:
    """Tell whether a file is, or will be, in one of the folders that are searched."""
    target = os.path.realpath(file)
    return any(target.startswith(os.path.join(os.path.realpath(folder), "")) for folder in folders)


def say_nothing_found(linter: Linter, language: str) -> None:
    """Tell that the paths hold no report."""
    known = "、".join(linter.extensions) if language == "zh" else ", ".join(linter.extensions)
    words = Words(f"没有找到报告（扩展名 {known}）", f"no reports were found (extensions {known})")
    sys.stderr.write(f"goi-lint: {words.in_language(language)}\n")


def say_shadowed(packs: Sequence[str], known: Mapping[str, str], language: str) -> None:
    """Tell of folders here that have the name of a pack that is known: not they are used."""
    for name in packs:
        here = os.path.join(name, "pack.yaml")
        if name in known and os.path.exists(here) and not os.path.samefile(name, known[name]):
            words = Words(
                f"用的是已安装的规则包 {name}；要用当前文件夹中的，请写 ./{name}",
                f"the installed rule pack {name} is used; for the folder here write ./{name}",
            )
            sys.stderr.write(f"goi-lint: {words.in_language(language)}\n")


def say_unread(unread: Counter[str], language: str) -> None:
    """Tell of files in folders that may be reports in other formats: silence would pass for a clean bill."""
    if not unread:
        return
    number = sum(unread.values())
    kinds = sorted(unread)
    words = Words(
        f"文件夹中有 {number} 个其他格式的文件（{'、'.join(kinds)}）未检查",
        f"files of other formats in folders ({', '.join(kinds)}) were not judged: {number}",
    )
    sys.stderr.write(f"goi-lint: {words.in_language(language)}\n")
