"""Patterns of our own that are compiled when they are first used: most reports need but a few of them.

To compile a pattern of Chinese characters takes a tenth to a whole millisecond, a hundred of them a fifth of a run.
The command line has them compiled by `goi_lint.codes`, which does so once for all runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from goi_lint.typed import Any, cast

Compile = Callable[[str, int], re.Pattern[str]]

_compile: Compile = re.compile


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns."""
    return _compile(pattern, flags)


def compile_by(function: Compile) -> None:
    """Have patterns compiled by another function from now on."""
    global _compile  # noqa: PLW0603 - one for the process, as the cache of `re` is
    _compile = function


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, as far as matching goes, without compiling it yet."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Lazy:
    """Takes over the methods of the compiled pattern when the first of them is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        pattern = compiled(*self._given)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)
