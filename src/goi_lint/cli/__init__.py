"""The command line: the only part that prints. Results go to standard output, diagnostics to standard error.

Exit codes: 0 nothing at or above the threshold, 1 findings at or above it, 2 wrong usage or rule pack; as shells have
it, 130 after an interrupt and 141 if nobody reads the output any more.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from goi_lint.cli.arguments import parsed, verb_of
from goi_lint.cli.language import language_of
from goi_lint.cli.writing import put, replace_closed_streams
from goi_lint.errors import ConfigError, PackError, PluginError, UsageError, Words
from goi_lint.lazy import compile_by
from goi_lint.typed import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import re
    from argparse import Namespace

    from goi_lint.codes import Codes

WRONG = 2
INTERRUPTED = 130
NOBODY_READS = 141
FEW_CIRCLES = 100_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    language = language_of(given, os.environ)
    replace_closed_streams()
    _speak_utf8()
    try:
        request = parsed(given, language)
        language = _configured(request, language)
        return _run(request, language)
    except BrokenPipeError:
        _stop_writing()
        return NOBODY_READS
    except KeyboardInterrupt:
        return _interrupted(language)
    except (UsageError, PluginError) as error:
        _stop_writing()
        return _failed(error.words.in_language(language), WRONG)
    except (PackError, ConfigError) as error:
        return _faulty(error, language)
    except Exception as defect:
        return _interrupted(language) if _by_interrupt(defect) else _defective(defect, language)


def entry() -> NoReturn:
    """Run the command of this process and end it: what `goi_lint.__main__` calls.

    Everything is written by then, so the interpreter need not take itself apart, which costs more than judging a
    report. Where somebody (a plugin) has imported threads, it ends in the ordinary way, for they may have to be waited
    for. What the run makes are trees without circles: to look for circles often would find nothing.
    """
    gc.set_threshold(FEW_CIRCLES)
    compile_by(_compile)
    try:
        code = main()
        for codes in _codes:
            codes.keep()
    except KeyboardInterrupt:  # before `main` can say so, or after all was said
        code = INTERRUPTED
    if "threading" in sys.modules:
        sys.exit(code)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody reads it
        code = code or WRONG
    os._exit(code)


_codes: list[Codes] = []
"""Made when the first pattern is compiled: what needs none, needs no cache either."""


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    from goi_lint.codes import Codes

    if not _codes:
        _codes.append(Codes())
    return _codes[0].compile(pattern, flags)


def _run(request: Namespace | str, language: str) -> int:
    """Import what the command needs, and run it; help and version need nothing."""
    if isinstance(request, str):
        put(request)
        return 0
    return verb_of(request.command).run(request, language)


def _configured(request: Namespace | str, language: str) -> str:
    """Give the request its configuration, and return the language that people are spoken to in from here on."""
    if isinstance(request, str) or not hasattr(request, "config"):
        return language
    from goi_lint.cli.configured import find_toml, language_in

    request.toml = find_toml(request)
    return request.lang or language_in(request.toml) or language


def _faulty(error: PackError | ConfigError, language: str) -> int:
    """Show each fault on a line of its own that begins with its place, as editors and CI expect."""
    sys.stderr.writelines(f"{fault.in_language(language)}\n" for fault in error.faults)
    number = len(error.faults)
    what = (
        Words("规则包", "the rule pack")
        if isinstance(error, PackError)
        else Words("配置", "the configuration")
    )
    words = Words(f"{what.zh}有 {number} 处错误", f"{what.en} has {number} fault{'s'[: number > 1]}")
    return _failed(words.in_language(language), WRONG)


def _failed(message: str, code: int) -> int:
    sys.stderr.write(f"goi-lint: {message}\n")
    return code


def _interrupted(language: str) -> int:
    return _failed(Words("已中断", "interrupted").in_language(language), INTERRUPTED)


def _by_interrupt(error: BaseException | None) -> bool:
    """Tell whether an interrupt led to the error: argparse fails on it, and Python tells of some as other errors."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _defective(defect: Exception, language: str) -> int:
    """Show where goi-lint failed; the exit code says that nothing can be concluded, not that findings were made."""
    from traceback import format_exception

    words = Words("程序缺陷，请向开发者报告以下内容", "a defect of the program; please report what follows")
    return _failed(f"{words.in_language(language)}\n{''.join(format_exception(defect)).rstrip()}", WRONG)


def _speak_utf8() -> None:
    """Write UTF-8 with plain line ends whatever the console speaks: the same input gives the same bytes."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def _stop_writing() -> None:
    """Let Python's own flush at its end go nowhere if it would fail: it would complain, and change the exit code."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
