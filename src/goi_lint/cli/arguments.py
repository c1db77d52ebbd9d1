"""What the command line may say. The values are checked here, each with an error that says what would do."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from goi_lint.cli.help import HELP, USAGE
from goi_lint.cli.language import LANGUAGES, OPTION
from goi_lint.errors import UsageError, Words
from goi_lint.version import VERSION

THRESHOLDS = ("error", "warning", "note", "never")
LEVELS = ("department", "government", "town", "subdistrict")
COLORS = ("auto", "always", "never")
EXTRACTS = ("json", "csv")
FIRST_YEAR, LAST_YEAR = 2008, 2100
"""Years that a report may be of: the first regulation is in force since 2008."""


def parsed(given: Sequence[str], language: str) -> argparse.Namespace | str:
    """Return the request with its `command`, or the text to show; raise `UsageError` if it makes no sense."""
    command = given[0] if given else "--help"
    if command in ("-h", "--help"):
        return USAGE.in_language(language)
    if command in ("-V", "--version"):
        return f"goi-lint {VERSION}\n"
    if command not in HELP:
        raise _unknown(Words("命令", "command"), command, HELP)
    options, operands = _parted(given[1:])
    if any(text in ("-h", "--help") for text in options):
        return HELP[command].in_language(language)
    request = _parser(command).parse_intermixed_args(options)
    request.command = command
    request.operands = [*getattr(request, "operands", []), *operands]
    return request


def _parted(given: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return what stands before `--` and after it: there is no option among the latter, whatever it looks like."""
    end = given.index("--") if "--" in given else len(given)
    return given[:end], given[end + 1 :]


class _Plain(argparse.HelpFormatter):
    """Of a fixed width: to ask for the terminal's would import the compression modules, and our help is written."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class _Parser(argparse.ArgumentParser):
    """Reads the options of one command; its errors are ours."""

    def error(self, message: str) -> NoReturn:
        """Raise `UsageError` in both languages."""
        raise UsageError(_told(message, self))


def _told(message: str, parser: argparse.ArgumentParser) -> Words:
    """Return what argparse has to say in our words; what it says but rarely stays as it is."""
    unknown = message.removeprefix("unrecognized arguments: ")
    if unknown != message:
        return _unknown(
            Words("选项", "option"), unknown.split()[0].split("=")[0], parser._option_string_actions
        ).words
    option = message.removeprefix("argument ").removesuffix(": expected one argument")
    if message == f"argument {option}: expected one argument":
        return Words(f"{option} 后面缺少值", f"{option} needs a value")
    return Words(message, message)


def _unknown(kind: Words, found: str, known: Iterable[str]) -> UsageError:
    """Return the error for a word that is none of those known, with the nearest of them, else all."""
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(found, names, 1)
    zh = f"是否指 {near[0]}？" if near else f"可用：{'、'.join(names)}"
    en = f"did you mean {near[0]}?" if near else f"known: {', '.join(names)}"
    return UsageError(Words(f"没有{kind.zh} {found}；{zh}", f"there is no {kind.en} {found}; {en}"))


def _parser(command: str) -> argparse.ArgumentParser:
    parser = _Parser(prog=f"goi-lint {command}", add_help=False, allow_abbrev=False, formatter_class=_Plain)
    parser.add_argument(OPTION, type=_one_of(LANGUAGES, Words("语言", "language")))
    PARSERS[command](parser)
    return parser


def _check(parser: argparse.ArgumentParser) -> None:
    _input(parser)
    _selection(parser)
    parser.add_argument("--format", action="append", default=[])
    parser.add_argument("--fail-on", type=_one_of(THRESHOLDS, Words("级别", "level")), default="error")
    parser.add_argument("--quiet", "-q", action="store_true")
    parser.add_argument("--statistics", action="store_true")
    parser.add_argument("--color", type=_one_of(COLORS, Words("取值", "value")), default="auto")


def _rules(parser: argparse.ArgumentParser) -> None:
    _selection(parser)


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("operands", nargs="*")
    parser.add_argument("--pack", action="append", default=[])


def _extract(parser: argparse.ArgumentParser) -> None:
    _input(parser)
    parser.add_argument("--format", type=_one_of(EXTRACTS, Words("格式", "format")), default="json")


def _input(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("operands", nargs="*")
    parser.add_argument("--stdin-filename")
    parser.add_argument("--year", type=_year)
    parser.add_argument("--level", type=_one_of(LEVELS, Words("主体类别", "kind of body")))
    parser.add_argument("--province", type=_province)


def _selection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("--select", type=_listed, action="extend", default=[])
    parser.add_argument("--ignore", type=_listed, action="extend", default=[])


PARSERS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "check": _check,
    "rules": _rules,
    "explain": _explain,
    "extract": _extract,
}


def _one_of(names: tuple[str, ...], kind: Words) -> Callable[[str], str]:
    def chosen(text: str) -> str:
        if text in names:
            return text
        raise _unknown(kind, text, names)

    return chosen


def _listed(text: str) -> list[str]:
    """Return the items between commas, half width or full."""
    return [item.strip() for item in text.replace("，", ",").split(",") if item.strip()]


def _year(text: str) -> int:
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise UsageError(
        Words(
            f"--year {text}：应为 {FIRST_YEAR} 至 {LAST_YEAR} 之间的年份",
            f"--year {text}: expected a year from {FIRST_YEAR} to {LAST_YEAR}",
        )
    )


def _province(text: str) -> str:
    """Return the key of a province that is named by key or by its Chinese name."""
    from goi_lint.reference.gazetteer import province_keys, province_name

    names = {province_name(key).zh: key for key in province_keys()}
    for name, key in names.items():
        if text == key or (len(text) >= 2 and name.startswith(text)):
            return key
    raise _unknown(Words("省份", "province"), text, [*names.values(), *names])
