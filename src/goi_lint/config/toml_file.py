"""The TOML file of a configuration: its values with their places, or an error that says where it is none."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from goi_lint.config.search import SHARED, TABLE, find_config
from goi_lint.config.toml_places import Spot, Spots, spots_of
from goi_lint.config.toml_slips import TOML, told
from goi_lint.errors import ConfigError, PackFault, UsageError, Words, reason_of
from goi_lint.limits import CONFIG_BYTES
from goi_lint.tuples import NamedTuple

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_DANGLING = Words("链接指向的文件不存在", "a link that leads nowhere")


class Toml(NamedTuple):
    """One file that was read; `table` is ours, to which `root` leads."""

    file: str
    """As messages show it: relative to the current folder."""
    folder: str
    """Its folder, absolute."""
    table: Mapping[str, object]
    root: tuple[str, ...]
    spots: Spots

    @property
    def ours(self) -> bool:
        """Whether the file speaks of goi-lint at all: one that other programs share need not."""
        return bool(self.table) or not self.root or self.root in self.spots.values

    def beside(self, name: str) -> str:
        """Return a path that the file names, as seen from the current folder."""
        return shown(os.path.join(self.folder, name))


def read_toml(path: str) -> Toml:
    """Return our table of a TOML file; raise `UsageError` if it cannot be read, `ConfigError` if it is no TOML."""
    file, root = shown(path), TABLE if Path(path).name == SHARED else ()
    text = _text(path, file)
    tree = _parsed(text, file)
    spots = spots_of(text)
    table: object = tree
    for number, name in enumerate(root, 1):
        _refuse_slips(table, root[:number], spots, file)
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


def named_toml(path: str) -> Toml:
    """Return the file that was named; raise `UsageError` if it does not speak of goi-lint at all."""
    toml = read_toml(path)
    if toml.ours:
        return toml
    table = ".".join(toml.root)
    raise UsageError(Words(f"{toml.file} 中没有 [{table}]", f"{toml.file} has no table [{table}]"))


def _refuse_slips(tree: object, path: tuple[str, ...], spots: Spots, file: str) -> None:
    """Raise `ConfigError` for a table whose name is ours but for its hyphen or capitals: nobody would heed it."""
    if path != TABLE or not isinstance(tree, dict):
        return
    for name in tree:
        if name != path[-1] and name.casefold().replace("_", "").replace("-", "") == "goilint":
            slip, right = ".".join((*path[:-1], name)), ".".join(path)
            raise _error(
                file,
                spots.key((*path[:-1], name)),
                Words(f"不认识的表 [{slip}]", f"unknown table [{slip}]"),
                Words(f"应为 [{right}]", f"expected [{right}]"),
            )


def nearest_toml(start: str) -> Toml | None:
    """Return the file that configures runs in a folder, None if there is none up to the root."""
    folder: str | None = start
    while folder and (path := find_config(folder)):
        toml = read_toml(path)
        if toml.ours:
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
        reason = _DANGLING if Path(path).is_symlink() and not Path(path).exists() else reason_of(error)
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
        raise _error(file, Spot(1, 1), found, TOML) from error
    except ValueError as error:  # besides syntax errors, a number of thousands of digits
        said, spot = str(error), Spot(1, 1)
        if match := _PLACE.search(said):
            said = said[: match.start()]
            spot = Spot(int(match[1]), int(match[2])) if match[1] else _end(text)
        raise _error(file, spot, *told(said)) from error


def _end(text: str) -> Spot:
    lines = text.rstrip().split("\n")
    return Spot(len(lines), len(lines[-1]) + 1)


def _error(file: str, spot: Spot, found: Words, expected: Words) -> ConfigError:
    return ConfigError((PackFault(file, spot.line, spot.column, found, expected),))
