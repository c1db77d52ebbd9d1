"""The TOML file of a configuration: its values with their places, or an error that says where it is none."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from goi_lint.config.search import SHARED, TABLE, find_config
from goi_lint.config.toml_places import Spot, Spots, spots_of
from goi_lint.errors import ConfigError, PackFault, UsageError, Words, reason_of
from goi_lint.limits import CONFIG_BYTES
from goi_lint.tuples import NamedTuple

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TOML = Words("应为 TOML", "expected TOML")
_SAID = (
    ("Expected '=' after a key", "键名之后缺少 ="),
    ("Invalid value", '缺少值，或值的写法有误（文本须加引号，如 "GOI3"）'),
    ("Unclosed array", "列表缺少 ]"),
    ("Unclosed inline table", "内联表缺少 }"),
    ("Cannot overwrite a value", "同一个键写了两次"),
    ("Duplicate inline table key", "同一个键写了两次"),
    ("Cannot declare", "同一个表写了两次"),
    ("Cannot mutate", "同一个表写了两次"),
    ("Expected newline or end of document", "一行只能写一个键，值之后不能再有内容"),
    ("Invalid statement", "既不是键，也不是 [表]"),
    ("Invalid initial character for a key part", "键名写法有误"),
    ("Expected ']'", "[表] 缺少 ]"),
    ("Unescaped", "双引号内的反斜杠须写成 \\\\，或改用单引号"),
    ("Illegal character", "有不允许的字符（文本可能缺少后面的引号）"),
    ('Expected "', "文本缺少后面的引号"),
    ("Expected '", "文本缺少后面的引号"),
    ("Invalid date", "日期不存在"),
)
"""What `tomllib` says first, and the same in Chinese."""


class Toml(NamedTuple):
    """One file that was read; `table` is ours, to which `root` leads."""

    file: str
    """As messages show it: relative to the current folder."""
    folder: str
    """Its folder, absolute."""
    table: Mapping[str, object]
    root: tuple[str, ...]
    spots: Spots

    def beside(self, name: str) -> str:
        """Return a path that the file names, as seen from the current folder."""
        return shown(os.path.join(self.folder, name))  # noqa: PTH118 - an absolute name stays as it is


def read_toml(path: str) -> Toml:
    """Return our table of a TOML file; raise `UsageError` if it cannot be read, `ConfigError` if it is no TOML."""
    file, root = shown(path), TABLE if Path(path).name == SHARED else ()
    text = _text(path, file)
    tree = _parsed(text, file)
    spots = spots_of(text)
    table: object = tree
    for number, name in enumerate(root, 1):
        table = table.get(name, {}) if isinstance(table, dict) else None
        if not isinstance(table, dict):
            spot = spots.value(root[:number])
            raise _error(
                file,
                spot,
                Words(f"{name} 不是表", f"{name} is no table"),
                Words("应为表", "expected a table"),
            )
    return Toml(
        file, str(Path(path).absolute().parent), table if isinstance(table, dict) else {}, root, spots
    )


def nearest_toml(start: str) -> Toml | None:
    """Return the file that configures runs in a folder, None if there is none up to the root."""
    folder: str | None = start
    while folder and (path := find_config(folder)):
        toml = read_toml(path)
        if toml.table or not toml.root or toml.root in toml.spots.values:
            return toml
        folder = None if (above := Path(path).parent.parent) == Path(path).parent else str(above)
    return None


def shown(path: str) -> str:
    """Return a path as seen from the current folder, with `/`."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        relative = str(Path(path).absolute())
    return relative.replace(os.sep, "/")


def _text(path: str, file: str) -> str:
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(CONFIG_BYTES + 1)
    except OSError as error:
        reason = reason_of(error)
        raise UsageError(
            Words(
                f"无法读取配置文件 {file}（{reason.zh}）",
                f"cannot read the configuration {file} ({reason.en})",
            )
        ) from error
    if len(data) > CONFIG_BYTES:
        raise _error(
            file,
            Spot(1, 1),
            Words("文件过大", "the file is too large"),
            Words(f"至多 {CONFIG_BYTES:,} 字节", f"expected at most {CONFIG_BYTES:,} bytes"),
        )
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise _error(
            file,
            Spot(line, column),
            Words("不是 UTF-8 文本", "this is not UTF-8"),
            Words("请另存为 UTF-8", "expected a file saved as UTF-8"),
        ) from error


def _parsed(text: str, file: str) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError as error:
        found = Words("嵌套过深", "it is nested too deeply")
        raise _error(file, Spot(1, 1), found, _TOML) from error
    except ValueError as error:  # besides syntax errors, a number of thousands of digits
        said, spot = str(error), Spot(1, 1)
        if match := _PLACE.search(said):
            said = said[: match.start()]
            spot = Spot(int(match[1]), int(match[2])) if match[1] else _end(text)
        raise _error(file, spot, _told(said), _TOML) from error


def _told(said: str) -> Words:
    """Return what `tomllib` has to say in both languages; what it says but rarely stays as it is."""
    zh = next((zh for start, zh in _SAID if said.startswith(start)), said)
    return Words(zh, said[:1].lower() + said[1:])


def _end(text: str) -> Spot:
    lines = text.rstrip().split("\n")
    return Spot(len(lines), len(lines[-1]) + 1)


def _error(file: str, spot: Spot, found: Words, expected: Words) -> ConfigError:
    return ConfigError((PackFault(file, spot.line, spot.column, found, expected),))
