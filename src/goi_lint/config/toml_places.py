"""Where the keys and values of a TOML file stand: `tomllib` gives the values alone.

The text must be one that `tomllib` has taken: what is wrong with it is not looked for again. A path leads to a key
or value as in the parsed tree: `("paths", 0, "patterns", 1)`.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from goi_lint.tuples import NamedTuple

Steps = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*+")
_SPACE = re.compile(r"[ \t]*+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_STRING = re.compile(
    r'"""(?:[^\\"]|\\.|"(?!""))*+"""(?:"{0,2})'
    r"|'''(?:[^']|'(?!''))*+'''(?:'{0,2})"
    r'|"(?:[^\\"]|\\.)*+"'
    r"|'[^']*+'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}#\n]*+")
"""Numbers, dates and truth values: a blank may stand within a date."""


class Spot(NamedTuple):
    """A place in the text; line and column count from 1."""

    line: int
    column: int


class Spots(NamedTuple):
    """The places of all keys and of all values; a table made by a header has the place of its name as its value's."""

    keys: dict[Steps, Spot]
    values: dict[Steps, Spot]

    def key(self, path: Steps) -> Spot:
        """Return where a key stands, else its table."""
        while path and path not in self.keys:
            path = path[:-1]
        return self.keys.get(path, Spot(1, 1))

    def value(self, path: Steps) -> Spot:
        """Return where a value stands, else its key."""
        return self.values.get(path) or self.key(path)


def spots_of(text: str) -> Spots:
    """Return the places of everything in a faultless TOML text."""
    scan = _Scan(text.replace("\r\n", "\n"))
    scan.document()
    return Spots(scan.keys, scan.values)


class _Scan:
    """One walk through the text; every method begins at `at` and leaves it behind what it has read."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.keys: dict[Steps, Spot] = {}
        self.values: dict[Steps, Spot] = {}
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._last: dict[Steps, int] = {}
        """Of each array of tables that headers make, the number of the table that was opened last."""

    def document(self) -> None:
        table: Steps = ()
        while self._more():
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _more(self) -> bool:
        self._skip(_BLANK)
        return self.at < len(self.text)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise AssertionError(f"no TOML at {self.at}")
        self.at = match.end()
        return match[0]

    def _spot(self) -> Spot:
        line = bisect_right(self._lines, self.at)
        return Spot(line, self.at - self._lines[line - 1] + 1)

    def _header(self) -> Steps:
        """Read `[a.b]` or `[[a.b]]` and return the path of the table that it opens."""
        start = self._spot()
        array = self.text.startswith("[[", self.at)
        self.at += 1 + array
        path = self._key((), lead_in=True)
        self.at += 1 + array
        self.values.setdefault(path, start)
        if not array:
            return path
        self._last[path] = number = self._last.get(path, -1) + 1
        self.values[(*path, number)] = self.keys[(*path, number)] = start
        return (*path, number)

    def _key(self, table: Steps, lead_in: bool = False) -> Steps:
        """Read a dotted key; where it names a table, a name of an array stands for its last table."""
        path = table
        while True:
            self._skip(_SPACE)
            spot = self._spot()
            path = (*path, self._name())
            self.keys.setdefault(path, spot)
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return path
            self.values.setdefault(path, spot)
            self.at += 1
            if lead_in and path in self._last:
                path = (*path, self._last[path])

    def _name(self) -> str:
        if self.text[self.at] not in "\"'":
            return self._skip(_BARE_KEY)
        quoted = self._skip(_STRING)
        return _plain(quoted) if "\\" in quoted else quoted[1:-1]

    def _pair(self, table: Steps) -> None:
        path = self._key(table)
        self.at += 1
        self._skip(_SPACE)
        self._value(path)

    def _value(self, path: Steps) -> None:
        self.values[path] = self._spot()
        match self.text[self.at]:
            case '"' | "'":
                self._skip(_STRING)
            case "[":
                self._items(path)
            case "{":
                self._inline(path)
            case _:
                self._skip(_SCALAR)

    def _items(self, path: Steps) -> None:
        number = 0
        self._inside()
        while self.text[self.at] != "]":
            self._value((*path, number))
            number += 1
            self._after("]")
        self.at += 1

    def _inline(self, path: Steps) -> None:
        self._inside()
        while self.text[self.at] != "}":
            self._pair(path)
            self._after("}")
        self.at += 1

    def _inside(self) -> None:
        self.at += 1
        self._skip(_BLANK)

    def _after(self, end: str) -> None:
        """Pass the comma between two items, or stop before the end."""
        self._skip(_BLANK)
        if self.text[self.at] != end:
            self._inside()


def _plain(quoted: str) -> str:
    """Return what a quoted key says."""
    import tomllib

    return str(tomllib.loads(f"key = {quoted}")["key"])
