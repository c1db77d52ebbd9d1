"""What the command line may say. The values are checked here, each with an error that says what would do.

The options of each command are a table; reading them takes a page, and spares every run the 6 ms in which `argparse`
is imported and built. An option stands anywhere before `--`, its value behind `=` or in the next word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple

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
SHORT = {"-q": "--quiet"}


class Option(NamedTuple):
    """One option: `take` reads its value, None where it has none; the values of one that repeats are added up."""

    name: str
    take: Callable[[str], Any] | None = None
    default: object = None
    repeats: bool = False

    @property
    def attribute(self) -> str:
        """Name of the value in a request."""
        return self.name.removeprefix("--").replace("-", "_")


def parsed(given: Sequence[str], language: str) -> SimpleNamespace | str:
    """Return the request with its `command`, or the text to show; raise `UsageError` if it makes no sense."""
    command = given[0] if given else "--help"
    if command in ("-h", "--help"):
        return USAGE.in_language(language)
    if command in ("-V", "--version"):
        return f"goi-lint {VERSION}\n"
    if command not in HELP:
        raise _unknown(Words("命令", "command"), command, HELP)
    words, operands = _parted(given[1:])
    if any(text in ("-h", "--help") for text in words):
        return HELP[command].in_language(language)
    return _request(command, words, operands)


def _parted(given: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return what stands before `--` and after it: there is no option among the latter, whatever it looks like."""
    end = given.index("--") if "--" in given else len(given)
    return given[:end], given[end + 1 :]


def _request(command: str, words: Sequence[str], operands: Sequence[str]) -> SimpleNamespace:
    """Read options and operands, in any order; a command without operands refuses each word that is no option."""
    known = {option.name: option for option in OPTIONS[command]}
    values: dict[str, Any] = {
        option.attribute: [] if option.repeats else option.default for option in known.values()
    }
    free: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if not _is_option(word) and command not in WITHOUT_OPERANDS:
            free.append(word)
            continue
        name, equals, inline = word.partition("=")
        option = known.get(SHORT.get(name, name))
        if option is None:
            short = [each for each, long in SHORT.items() if long in known]
            raise _unknown(Words("选项", "option"), name, [*known, *short])
        text = inline if equals else None if option.take is None else next(waiting, None)
        value = _value(option, name, text, inline=bool(equals))
        values[option.attribute] = [*values[option.attribute], *value] if option.repeats else value
    return SimpleNamespace(**values, command=command, operands=[*free, *operands])


def _is_option(word: str) -> bool:
    """Tell whether a word is meant as an option: `-` is standard input, `-5` a number, `-a b` a file's name."""
    return (
        word.startswith("-")
        and len(word) > 1
        and not word[1:].isdecimal()
        and " " not in word.partition("=")[0]
    )


def _value(option: Option, name: str, text: str | None, *, inline: bool) -> Any:
    if option.take is None:
        if inline:
            raise UsageError(Words(f"{name} 不带值", f"{name} takes no value"))
        return True
    if text is None or (not inline and _is_option(text)):
        raise UsageError(Words(f"{name} 后面缺少值", f"{name} needs a value"))
    return option.take(text)


def _unknown(kind: Words, found: str, known: Iterable[str]) -> UsageError:
    """Return the error for a word that is none of those known, with the nearest of them, else all."""
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(found, names, 1)
    zh = f"是否指 {near[0]}？" if near else f"可用：{'、'.join(names)}"
    en = f"did you mean {near[0]}?" if near else f"known: {', '.join(names)}"
    return UsageError(Words(f"没有{kind.zh} {found}；{zh}", f"there is no {kind.en} {found}; {en}"))


def _one_of(names: tuple[str, ...], kind: Words) -> Callable[[str], str]:
    def chosen(text: str) -> str:
        if text in names:
            return text
        raise _unknown(kind, text, names)

    return chosen


def _once(text: str) -> list[str]:
    return [text]


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


_LANG = Option(OPTION, _one_of(LANGUAGES, Words("语言", "language")))
_PACK = Option("--pack", _once, repeats=True)
_SELECTION = (
    _PACK,
    Option("--select", _listed, repeats=True),
    Option("--ignore", _listed, repeats=True),
)
_INPUT = (
    Option("--stdin-filename", str),
    Option("--year", _year),
    Option("--level", _one_of(LEVELS, Words("主体类别", "kind of body"))),
    Option("--province", _province),
)
OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "check": (
        _LANG,
        *_INPUT,
        *_SELECTION,
        Option("--format", _once, repeats=True),
        Option("--fail-on", _one_of(THRESHOLDS, Words("级别", "level")), "error"),
        Option("--quiet", default=False),
        Option("--statistics", default=False),
        Option("--color", _one_of(COLORS, Words("取值", "value")), "auto"),
    ),
    "rules": (_LANG, *_SELECTION),
    "explain": (_LANG, _PACK),
    "extract": (_LANG, *_INPUT, Option("--format", _one_of(EXTRACTS, Words("格式", "format")), "json")),
}
"""By command."""

WITHOUT_OPERANDS = frozenset({"rules"})
