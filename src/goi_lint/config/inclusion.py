"""Where a run without paths begins to look: `include` says which files are meant, this in which folders they can be."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from goi_lint.config.toml_file import shown
from goi_lint.errors import UsageError, Words

_WILD = "*?[\\"


def included(patterns: Sequence[str], folder: str, said: str) -> tuple[str, ...]:
    """Return the folders and files to search, as seen from the current folder, outer ones without what is in them.

    The patterns hold in `folder`; `said` is the place where they are written. Raises `UsageError` where a pattern
    names a folder or file that is not there.
    """
    starts = [_start(pattern, folder, said) for pattern in patterns if not pattern.startswith("!")]
    return tuple(shown(start) for start in dict.fromkeys(starts) if not _inside(start, starts))


def _start(pattern: str, folder: str, said: str) -> str:
    """Return the deepest folder that holds all that a pattern can mean."""
    if "/" not in pattern.rstrip("/"):  # such a pattern holds at any depth
        return folder
    steps: list[str] = []
    for step in pattern.strip("/").split("/"):
        if any(mark in step for mark in _WILD):
            break
        steps.append(step)
    start = os.path.join(folder, *steps)
    if not _is_there(start):
        raise UsageError(
            Words(
                f"{said}: include 中的 {pattern}：没有 {shown(start)}",
                f"{said}: include has {pattern}, but there is no {shown(start)}",
            )
        )
    return start


def _is_there(path: str) -> bool:
    """Tell whether there is such a file or folder; where nobody may look, to read it gives the true reason."""
    try:
        return Path(path).exists()
    except PermissionError:
        return True


def _inside(path: str, others: Iterable[str]) -> bool:
    return any(path.startswith(f"{other.rstrip(os.sep)}{os.sep}") for other in others if other != path)
