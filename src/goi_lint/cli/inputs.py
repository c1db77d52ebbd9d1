"""What a verb reads: the paths of a request as inputs, and what is said where there is none."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence

from goi_lint.discovery import STDIN, Input, discover
from goi_lint.errors import UsageError, Words
from goi_lint.linter import Linter
from goi_lint.model.report import BodyLevel, Given
from goi_lint.model.settings import Asked, Choice


def asked(request: Namespace) -> Asked:
    """Return what the command line asks of every document."""
    return Asked(choice(request), given(request))


def choice(request: Namespace) -> Choice:
    """Return the rules that the command line chooses."""
    chosen = Choice(tuple(request.pack)) if request.pack else Choice()
    return chosen._replace(select=tuple(request.select), ignore=tuple(request.ignore))


def given(request: Namespace) -> Given:
    """Return what the command line says of every report."""
    level = BodyLevel(request.level) if request.level else None
    return Given(year=request.year, level=level, province=request.province)


def inputs_of(
    request: Namespace, linter: Linter, files: Sequence[str], unread: Counter[str]
) -> Iterator[Input]:
    """Return what is to be read; raise `UsageError` if that is nothing, or one of the `files` that are written."""
    if not request.operands:
        raise UsageError(
            Words(
                f"没有指定路径；例如 goi-lint {request.command} 报告文件夹",
                f"no PATH is given; for example goi-lint {request.command} reports/",
            )
        )
    targets = {os.path.realpath(file) for file in files}
    lost = [path for path in request.operands if path != STDIN and os.path.realpath(path) in targets]
    if lost:
        raise UsageError(
            Words(f"输出会覆盖输入 {lost[0]}", f"the output would overwrite the input {lost[0]}")
        )
    return discover(request.operands, linter.extensions, request.stdin_filename, files, unread)


def say_nothing_found(linter: Linter, language: str) -> None:
    """Tell that the paths hold no report."""
    known = "、".join(linter.extensions) if language == "zh" else ", ".join(linter.extensions)
    words = Words(f"没有找到报告（扩展名 {known}）", f"no reports were found (extensions {known})")
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
