"""Keeps the code that `re` makes of patterns, as Python keeps the bytecode that it makes of modules.

`re` compiles in Python, and slowly where a pattern has Chinese characters; what comes of it, a list of numbers for its
engine, is the same in every run of one version of Python. It is kept in the cache folder, by the same rules as packs,
and given back to the engine, which checks it. Where this Python has no such engine, or anything does not fit,
`re.compile` does the work.
"""

from __future__ import annotations

import re
import sys
from array import array

from goi_lint.cache import Entry, fetch, key_of, store
from goi_lint.typed import Any

_NAME = "patterns"
_WORD = "I"
Code = list[Any]
"""Flags, number of groups, names of groups with their numbers, and where the engine's code begins and ends."""


class Codes:
    """The codes of one process: loaded when the first pattern is compiled, kept at its end if any are new."""

    def __init__(self) -> None:
        self._codes: dict[str, Code] | None = None
        self._words = bytearray()
        self._new = False
        self._key = key_of({}, f"{sys.version} {sys.byteorder} {array(_WORD).itemsize}")

    def compile(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """Return what `re.compile` returns."""
        if not pattern.isprintable():  # may hold what JSON in UTF-8 cannot
            return re.compile(pattern, flags)
        codes = self._loaded()
        name = f"{int(flags)} {pattern}"
        try:
            if name not in codes:
                codes[name] = self._code_of(pattern, int(flags))
                self._new = True
            return self._from_code(pattern, codes[name])
        except (ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError, OverflowError):
            codes.pop(name, None)
            return re.compile(pattern, flags)

    def keep(self) -> None:
        """Keep the codes for the next run, if there are new ones."""
        if self._new and self._codes:
            store(_NAME, self._key, Entry(self._codes, bytes(self._words)))

    def _loaded(self) -> dict[str, Code]:
        if self._codes is None:
            entry = fetch(_NAME, self._key)
            self._codes = entry.value if entry and isinstance(entry.value, dict) else {}
            self._words = bytearray(entry.rest if entry else b"")
        return self._codes

    def _code_of(self, pattern: str, flags: int) -> Code:
        """Compile a pattern as `re.compile` does, up to the engine."""
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern, flags)
        state, begin = parsed.state, len(self._words)
        self._words += array(_WORD, _compiler._code(parsed, flags)).tobytes()
        return [flags | state.flags, state.groups, state.groupdict, begin, len(self._words)]

    def _from_code(self, pattern: str, code: Code) -> re.Pattern[str]:
        """Hand the code to the engine; raise `RuntimeError` or the like where it is none."""
        import _sre  # type: ignore[import-not-found]

        flags, groups, numbers, begin, end = code
        words = array(_WORD)
        words.frombytes(self._words[begin:end])
        names = [None] * groups
        for name, number in numbers.items():
            names[number] = name
        found: re.Pattern[str] = _sre.compile(
            pattern, flags, words.tolist(), groups - 1, numbers, tuple(names)
        )
        return found
