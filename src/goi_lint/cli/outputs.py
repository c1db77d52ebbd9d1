"""Where results go: `--format NAME[=FILE]`, several at once, at most one of them to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress

from goi_lint.cli.writing import STDOUT, put, written_to
from goi_lint.errors import UsageError, Words
from goi_lint.model.finding import DocumentResult, Totals
from goi_lint.model.plugin import Formatter, Run
from goi_lint.selection import near_miss
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TextIO

DEFAULT = "text"
_BY_LINES = "jsonl"


class Wanted(NamedTuple):
    """One output that was asked for; no file means standard output."""

    formatter: Formatter
    file: str | None


def wanted_outputs(texts: Sequence[str], formatters: Mapping[str, Formatter]) -> list[Wanted]:
    """Return what `--format` asks for; raise `UsageError` for an unknown format or two outputs in one place."""
    wanted = [_wanted(text, formatters) for text in texts or [DEFAULT]]
    places = [os.path.realpath(output.file) if output.file else "" for output in wanted]
    twice = next(
        (output for output, place in zip(wanted, places, strict=True) if places.count(place) > 1), None
    )
    if twice is None:
        return wanted
    if twice.file:
        raise UsageError(Words(f"{twice.file} 被指定了两次", f"{twice.file} is asked for twice"))
    raise UsageError(
        Words(
            "只能有一个 --format 输出到标准输出，其余请写成 格式=文件",
            "only one --format may go to standard output; write the others as NAME=FILE",
        )
    )


def _wanted(text: str, formatters: Mapping[str, Formatter]) -> Wanted:
    name, equals, file = text.partition("=")
    if name not in formatters:
        near = near_miss(name, formatters)
        known = sorted(formatters)
        zh = f"是否指 {near}？" if near else f"可用：{'、'.join(known)}"
        en = f"did you mean {near}?" if near else f"known: {', '.join(known)}"
        raise UsageError(Words(f"没有输出格式 {name}；{zh}", f"there is no output format {name}; {en}"))
    if equals and not file:
        raise UsageError(Words(f"--format {text} 缺少文件名", f"--format {text} lacks the file"))
    return Wanted(formatters[name], file or None)


class Output:
    """One output of a run, open for writing."""

    def __init__(
        self, formatter: Formatter, run: Run, stream: TextIO, name: Words, *, at_once: bool = True
    ) -> None:
        self._formatter, self._run, self._stream, self._name = formatter, run, stream, name
        self._at_once = at_once
        self._write(formatter.begin(run))

    def document(self, result: DocumentResult, so_far: Totals) -> None:
        """Write one document's piece; who reads along sees it before the next one is judged."""
        self._write(self._formatter.document(result, self._run._replace(so_far=so_far)))

    def end(self, totals: Totals) -> None:
        """Write what stands after the last document."""
        self._write(self._formatter.end(totals, self._run))

    def _write(self, piece: str) -> None:
        put(piece, self._stream, self._name, at_once=self._at_once)


def opened(wanted: Sequence[Wanted], run: Run, files: ExitStack) -> list[Output]:
    """Open the outputs; color is for standard output only. The files are closed with `files`."""
    return [_opened(output, run, files) for output in wanted]


def _opened(output: Wanted, run: Run, files: ExitStack) -> Output:
    """Open an output; nobody reads along in a file that is no output before it is complete."""
    formatter, name = output.formatter, output.file
    if not name:
        return Output(formatter, run, sys.stdout, STDOUT)
    stream = _file(output, files)
    at_once = formatter.NAME == _BY_LINES or not os.path.isfile(name)
    return Output(formatter, run._replace(color=False), stream, Words(name, name), at_once=at_once)


def _file(output: Wanted, files: ExitStack) -> TextIO:
    """Open a file, and the folder it is in; it is flushed once more when it is closed, which may fail as well.

    What a run that was broken off has written of it is no output, and is taken away, unless each line is one.
    """
    name = str(output.file)
    files.enter_context(written_to(Words(name, name)))
    if folder := os.path.dirname(name):
        os.makedirs(folder, exist_ok=True)
    stream = open(name, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115
    if output.formatter.NAME != _BY_LINES:
        files.push(lambda kind, *_: _without(name) if kind else None)
    return files.enter_context(stream)


def _without(path: str) -> None:
    """Remove a file; a device or a pipe stays."""
    with suppress(OSError):
        if os.path.isfile(path):
            os.unlink(path)
