"""What the command line may say. The values are checked here, each with an error that says what would do."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module

from goi_lint.cli.help import USAGE
from goi_lint.cli.language import LANGUAGES, OPTION
from goi_lint.cli.verbs import VERBS
from goi_lint.errors import UsageError, Words
from goi_lint.limits import MAX_JOBS
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR
from goi_lint.model.settings import AUTO
from goi_lint.typed import NoReturn, Protocol, cast
from goi_lint.version import VERSION

# What argparse says is said in our words: nobody need look for translations of it, nor import `locale` for that.
argparse._ = str  # type: ignore[attr-defined]

THRESHOLDS = ("error", "warning", "note", "never")
LEVELS = ("department", "government", "town", "subdistrict")


class Verb(Protocol):
    """One module of `goi_lint.cli.verbs`: what it says to `--help`, which options it has, and what it does."""

    HELP: Words

    def options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""

    def run(self, request: argparse.Namespace, language: str) -> int:
        """Do what was asked and return the exit code."""


def verb_of(command: str) -> Verb:
    """Return the module of a verb; only the one that was asked for is imported."""
    return cast("Verb", import_module(f"goi_lint.cli.verbs.{command}"))


def parsed(given: Sequence[str], language: str) -> argparse.Namespace | str:
    """Return the request with its `command`, or the text to show; raise `UsageError` if it makes no sense."""
    command = given[0] if given else "--help"
    if command in ("-h", "--help"):
        return USAGE.in_language(language)
    if command in ("-V", "--version"):
        return f"goi-lint {VERSION}\n"
    if command.startswith("-"):
        raise UsageError(_misplaced(command, given))
    if command not in VERBS:
        raise unknown(Words("命令", "command"), command, VERBS)
    options, operands = _parted(given[1:])
    if not all(operands):
        raise UsageError(_nothing(""))
    if any(text in ("-h", "--help") for text in options):
        return verb_of(command).HELP.in_language(language)
    request = parser_of(command).parse_intermixed_args(options)
    request.command = command
    request.operands = [*getattr(request, "operands", []), *operands]
    return request


def _misplaced(option: str, given: Sequence[str]) -> Words:
    """Say that options stand behind the command, and how what was given is meant."""
    name = option.partition("=")[0]
    verb = next((text for text in given if text in VERBS), VERBS[0])
    return Words(
        f"选项 {name} 应写在命令之后：goi-lint {verb} … {name}",
        f"the option {name} stands behind the command: goi-lint {verb} … {name}",
    )


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

    def _get_value(self, action: argparse.Action, text: str) -> object:
        """Return a value as the verb takes it; an error says which option it is about."""
        option = max(action.option_strings, key=len, default="")
        if not text.strip():
            raise UsageError(_nothing(option))
        try:
            return super()._get_value(action, text)
        except UsageError as error:
            zh, en = error.words
            if not option or zh.startswith(option):
                raise
            raise UsageError(Words(f"{option}：{zh}", f"{option}: {en}")) from error


def _nothing(option: str) -> Words:
    """Say that an option or path is empty: mostly that of a variable which is not set."""
    if option:
        return Words(
            f"{option} 的值是空的；不需要时请去掉该选项",
            f"the value of {option} is empty; leave the option out where it is not needed",
        )
    return Words("有一个路径或名称是空的", "a path or name is empty")


def _told(message: str, parser: argparse.ArgumentParser) -> Words:
    """Return what argparse has to say in our words; what it says but rarely stays as it is."""
    rest = message.removeprefix("unrecognized arguments: ")
    if rest != message:
        return unknown(
            Words("选项", "option"), rest.split()[0].split("=")[0], parser._option_string_actions
        ).words
    option = message.removeprefix("argument ").removesuffix(": expected one argument")
    if message == f"argument {option}: expected one argument":
        return Words(f"{option} 后面缺少值", f"{option} needs a value")
    return Words(message, message)


def unknown(kind: Words, found: str, known: Iterable[str]) -> UsageError:
    """Return the error for a word that is none of those known, with the nearest of them, else all."""
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(found, names, 1)
    zh = f"是否指 {near[0]}？" if near else f"可用：{'、'.join(names)}"
    en = f"did you mean {near[0]}?" if near else f"known: {', '.join(names)}"
    return UsageError(Words(f"没有{kind.zh} {found}；{zh}", f"there is no {kind.en} {found}; {en}"))


def parser_of(command: str) -> argparse.ArgumentParser:
    """Return what reads the options of one verb."""
    prog = f"goi-lint {command}"
    # Where no usage is given, argparse writes one in every run; nobody sees it.
    parser = _Parser(prog=prog, usage=prog, add_help=False, allow_abbrev=False, formatter_class=_Plain)
    parser.add_argument(OPTION, type=one_of(LANGUAGES, Words("语言", "language")))
    verb_of(command).options(parser)
    return parser


def add_input(parser: argparse.ArgumentParser) -> None:
    """Add the options of verbs that read reports."""
    parser.add_argument("operands", nargs="*")
    parser.add_argument("--stdin-filename")
    add_given(parser)


def add_given(parser: argparse.ArgumentParser) -> None:
    """Add the options that say of reports what they do not say themselves."""
    parser.add_argument("--year", type=_year)
    parser.add_argument("--level", type=one_of(LEVELS, Words("主体类别", "kind of body")))
    parser.add_argument("--province", type=_province)
    parser.add_argument("--city", type=_city)


def add_threshold(parser: argparse.ArgumentParser) -> None:
    """Add the option that says which findings fail a run."""
    parser.add_argument("--fail-on", type=one_of(THRESHOLDS, Words("级别", "level")))


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose rules."""
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("--select", type=listed, action="extend", default=[])
    parser.add_argument("--ignore", type=listed, action="extend", default=[])


def add_config(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which configuration holds."""
    parser.add_argument("--config")
    parser.add_argument("--no-config", action="store_true")


def one_of(names: tuple[str, ...], kind: Words) -> Callable[[str], str]:
    """Return what takes one of the names and refuses any other text with the nearest of them."""

    def chosen(text: str) -> str:
        if text in names:
            return text
        raise unknown(kind, text, names)

    return chosen


def listed(text: str) -> list[str]:
    """Return the items between commas, half width or full; raise `UsageError` where there are none."""
    if items := [item.strip() for item in text.replace("，", ",").split(",") if item.strip()]:
        return items
    raise UsageError(Words(f"“{text}”中没有规则编号", f"“{text}” has no id of a rule"))


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add the option that says how many processes judge."""
    parser.add_argument("--jobs", type=_jobs)


def _jobs(text: str) -> int | str:
    """Return the number of processes, or `auto`."""
    if text == AUTO:
        return text
    if text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= MAX_JOBS:
        return int(text)
    raise UsageError(
        Words(
            f"--jobs {text}：应为 1 至 {MAX_JOBS} 的进程数，或 auto",
            f"--jobs {text}: expected 1 to {MAX_JOBS} processes, or auto",
        )
    )


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
    from goi_lint.reference.provinces import province_called, province_words

    if (key := province_called(text)) is None:
        raise unknown(Words("省份", "province"), text, province_words())
    return key


def _city(text: str) -> str:
    """Return the official name of a prefecture."""
    from goi_lint.reference.cities import city_called

    if city := city_called(text):
        return city.name
    from goi_lint.packs.places import unknown_city

    found, expected = unknown_city(text)
    raise UsageError(Words(f"{found.zh}；{expected.zh}", f"{found.en}; {expected.en}"))
