"""A configuration as it is written: each value with its line."""

from __future__ import annotations

from collections.abc import Mapping

from goi_lint.tuples import NamedTuple


class Setting(NamedTuple):
    """A value of the configuration and the line in which it stands."""

    value: object
    line: int


class Table(NamedTuple):
    """What holds for some paths only."""

    patterns: tuple[str, ...]
    line: int
    settings: Mapping[str, Setting]


_NO_SETTINGS: Mapping[str, Setting] = {}


class Named(NamedTuple):
    """An id or beginning of ids of rules that the configuration names, and where."""

    text: str
    line: int
    column: int


class Config(NamedTuple):
    """A configuration file; `file` is as messages show it, `folder` is absolute."""

    file: str = ""
    folder: str = ""
    settings: Mapping[str, Setting] = _NO_SETTINGS
    tables: tuple[Table, ...] = ()
    named: tuple[Named, ...] = ()
    """All rules that it names, wherever it does."""
