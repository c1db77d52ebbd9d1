"""What the values of a configuration may be: each function takes what stands there or notes a fault."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

from goi_lint.config.toml_file import Toml
from goi_lint.config.toml_places import Spot, Steps
from goi_lint.config.written import Named
from goi_lint.errors import PackFault, Words
from goi_lint.limits import MAX_JOBS
from goi_lint.model.finding import Level
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR, BodyLevel
from goi_lint.model.settings import AUTO
from goi_lint.packs.fields import nearest
from goi_lint.tuples import NamedTuple

FAIL_ON = ("error", "warning", "note", "never")
LANGUAGES = ("zh", "en")
_LEVELS = tuple(level.value for level in Level)
_BODIES = tuple(level.value for level in BodyLevel)
_TEXTS = Words('应为文本的列表，如 ["…"]', 'expected a list of texts: ["…"]')
_IDS = Words("应为规则编号或其开头，如 GOI3", "expected the id of a rule or its beginning: GOI3")


class Known(NamedTuple):
    """What can be named in a configuration besides what goi-lint itself defines."""

    formats: Collection[str] = ()
    packs: Collection[str] = ()


class Where(NamedTuple):
    """One value of the file, and where its faults are noted."""

    toml: Toml
    faults: list[PackFault]
    named: list[Named]
    """The rules that are named so far."""
    known: Known
    path: Steps = ()

    def inner(self, step: str | int) -> Where:
        """Return what stands at a key or number inside this."""
        return self._replace(path=(*self.path, step))

    @property
    def _whole(self) -> Steps:
        return (*self.toml.root, *self.path)

    @property
    def spot(self) -> Spot:
        """Where the value stands."""
        return self.toml.spots.value(self._whole)

    @property
    def key_spot(self) -> Spot:
        """Where the key stands."""
        return self.toml.spots.key(self._whole)

    def names_rule(self, text: str, spot: Spot) -> None:
        """Take a text as a rule's name, or note a fault."""
        if text.isascii() and text.isalnum() and text[:1].isalpha():
            self.named.append(Named(text.upper(), *spot))
        else:
            self._note(spot, described(text), _IDS)

    def wrong(self, found: Words, expected: Words) -> None:
        """Note a fault in the value."""
        self._note(self.spot, found, expected)

    def wrong_key(self, found: Words, expected: Words) -> None:
        """Note a fault in the key."""
        self._note(self.key_spot, found, expected)

    def _note(self, spot: Spot, found: Words, expected: Words) -> None:
        self.faults.append(PackFault(self.toml.file, spot.line, spot.column, found, expected))

    def unknown(self, kind: Words, name: str, valid: Sequence[str]) -> None:
        """Note that a value is none of those there are."""
        found = Words(f"没有{kind.zh} {name}", f"there is no {kind.en} {name}")
        self.wrong(found, nearest(name, valid))


Take = Callable[[object, Where], object]
"""Returns the value as it is used, None where it is a fault."""


def described(value: object) -> Words:
    """Say what stands there, to people who did not expect it."""
    match value:
        case bool():
            return Words(f"这里是 {str(value).lower()}", str(value).lower())
        case int() | float():
            return Words(f"这里是数字 {value}", f"the number {value}")
        case str():
            short = value if len(value) <= 40 else f"{value[:40]}…"
            return Words(f"这里是“{short}”", f"“{short}”") if value else Words("这里是空的", "nothing")
        case list():
            return Words("这里是列表", "a list")
        case datetime() | date() | time():
            return Words(f"这里是日期 {value}", f"the date {value}")
        case _:
            return Words("这里是表", "a table")


def texts(value: object, where: Where) -> tuple[str, ...] | None:
    """Take a list of texts, none of them blank."""
    if not isinstance(value, list):
        where.wrong(described(value), _TEXTS)
        return None
    for number, item in enumerate(value):
        if not isinstance(item, str) or not item.strip():
            where.inner(number).wrong(described(item), Words("应为文本", "expected a text"))
            return None
    return tuple(item.strip() for item in value)


def ids(value: object, where: Where) -> tuple[str, ...] | None:
    """Take ids of rules or their beginnings; whether there are such rules is seen when the packs are there."""
    found = texts(value, where)
    for number, text in enumerate(found or ()):
        where.names_rule(text, where.inner(number).spot)
    return found and tuple(text.upper() for text in found)


def patterns(value: object, where: Where) -> tuple[str, ...] | None:
    """Take patterns as `.gitignore` has them."""
    from goi_lint.ignores import is_pattern

    found = texts(value, where)
    for number, text in enumerate(found or ()):
        if not is_pattern(text):
            expected = Words("应为 .gitignore 写法的路径", "expected a path as in a .gitignore file")
            where.inner(number).wrong(described(text), expected)
    return found


def packs(value: object, where: Where) -> tuple[str, ...] | None:
    """Take names and folders of packs; folders are relative to the file's."""
    found = texts(value, where)
    if found == ():
        where.wrong(
            Words("列表是空的", "an empty list"), Words("至少写一个规则包", "expected at least one pack")
        )
    return found and tuple(_pack(name, where.inner(number)) for number, name in enumerate(found))


def _pack(name: str, where: Where) -> str:
    """Return a name as it is; a path as seen from the current folder and never like a name."""
    if name == AUTO or name in where.known.packs:
        return name
    path = where.toml.beside(name)
    if Path(path, "pack.yaml").is_file():
        return path if "/" in path else f"./{path}"
    if Path(path).is_dir():
        where.wrong(
            Words(f"规则包 {name} 中没有 pack.yaml", f"the rule pack {name} has no pack.yaml"),
            Words("应为规则包的名称或文件夹", "expected a pack's name or folder"),
        )
    else:
        where.unknown(Words("规则包", "rule pack"), name, [*where.known.packs, AUTO])
    return name


def formats(value: object, where: Where) -> tuple[str, ...] | None:
    """Take what `--format` takes; files are relative to the configuration's folder."""
    found = texts(value, where)
    taken = [_format(text, where.inner(number)) for number, text in enumerate(found or ())]
    for number, output in enumerate(taken):
        _refuse_second(output, taken[:number], where.inner(number))
    return found and tuple(taken)


def _refuse_second(output: str, before: Sequence[str], where: Where) -> None:
    """Note a fault in an output that would go where one before goes."""
    file = output.partition("=")[2]
    if file not in [other.partition("=")[2] for other in before]:
        return
    if file:
        found = Words(f"前面的输出已写入 {file}", f"an output before is written to {file}")
        where.wrong(found, Words("每项输出应有自己的文件", "expected a file for each output"))
    else:
        found = Words("前面已有输出到标准输出的格式", "an output before goes to standard output")
        where.wrong(found, Words(f"应写成 {output}=文件", f"expected {output}=FILE"))


def _format(text: str, where: Where) -> str:
    name, equals, file = text.partition("=")
    if name not in where.known.formats:
        where.unknown(Words("输出格式", "output format"), name, sorted(where.known.formats))
    if equals and not file:
        where.wrong(described(text), Words("应为 格式=文件", "expected NAME=FILE"))
    return f"{name}={where.toml.beside(file)}" if file else name


def file(value: object, where: Where) -> str | None:
    """Take a file, relative to the configuration's folder."""
    if isinstance(value, str) and value.strip():
        return where.toml.beside(value)
    where.wrong(described(value), Words("应为文件名", "expected the name of a file"))
    return None


def jobs(value: object, where: Where) -> int | str | None:
    """Take a number of processes, or `auto`."""
    if value == AUTO or (isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MAX_JOBS):
        return value
    expected = Words(
        f'应为 1 至 {MAX_JOBS} 的进程数或 "auto"', f'expected 1 to {MAX_JOBS} processes or "auto"'
    )
    where.wrong(described(value), expected)
    return None


def one_of(valid: tuple[str, ...], kind: Words) -> Take:
    """Return what takes one of some words."""

    def take(value: object, where: Where) -> str | None:
        if isinstance(value, str) and value in valid:
            return value
        if isinstance(value, str) and value:
            where.unknown(kind, value, valid)
        else:
            where.wrong(described(value), Words(f"应为 {'、'.join(valid)}", f"expected {', '.join(valid)}"))
        return None

    return take


fail_on = one_of(FAIL_ON, Words("级别", "level"))
lang = one_of(LANGUAGES, Words("语言", "language"))
rule_level = one_of(_LEVELS, Words("级别", "level"))
body_level = one_of(_BODIES, Words("主体类别", "kind of body"))


def levels(value: object, where: Where) -> dict[str, Level] | None:
    """Take a table of ids or beginnings of ids and the levels of these rules."""
    if not isinstance(value, Mapping):
        example = '{GOI040 = "warning"}'
        where.wrong(described(value), Words(f"应为表，如 {example}", f"expected a table: {example}"))
        return None
    taken = {}
    for key, level in value.items():
        inner = where.inner(key)
        where.names_rule(key, inner.key_spot)
        if name := rule_level(level, inner):
            taken[key.upper()] = Level(str(name))
    return taken


def year(value: object, where: Where) -> int | None:
    """Take the year of a report."""
    if isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR:
        return value
    where.wrong(
        described(value),
        Words(
            f"应为 {FIRST_YEAR} 至 {LAST_YEAR} 之间的年份（不加引号）",
            f"expected a year from {FIRST_YEAR} to {LAST_YEAR}, without quotes",
        ),
    )
    return None


def province(value: object, where: Where) -> str | None:
    """Take a province by its key or its Chinese name and return the key."""
    from goi_lint.reference.provinces import province_called, province_words

    found = province_called(value) if isinstance(value, str) else None
    if found is None and isinstance(value, str) and value:
        where.unknown(Words("省份", "province"), value, province_words())
    elif found is None:
        where.wrong(
            described(value), Words("应为省份，如 henan 或 河南", "expected a province: henan or 河南")
        )
    return found


def city(value: object, where: Where) -> str | None:
    """Take a prefecture by its full or short name and return the full one."""
    from goi_lint.packs.places import unknown_city
    from goi_lint.reference.cities import EXAMPLE, city_called

    found = city_called(value) if isinstance(value, str) else None
    if found is None and isinstance(value, str) and value:
        where.wrong(*unknown_city(value))
    elif found is None:
        where.wrong(described(value), EXAMPLE)
    return found and found.name
