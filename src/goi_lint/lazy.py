"""Patterns of our own that are compiled when they are first used: most reports need but a few of them.

To compile a pattern of Chinese characters takes a tenth to a whole millisecond, a hundred of them a fifth of a run.
"""

from __future__ import annotations

import re
from typing import Any, cast


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, as far as matching goes, without compiling it yet."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Lazy:
    """Takes over the methods of the compiled pattern when the first of them is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
