"""Which files git would leave out: the `.gitignore` files from the repository's root down to a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE = ".gitignore"


class Ignores(NamedTuple):
    """The patterns that hold in a folder, each with the folder of its file; the deepest stand last."""

    levels: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def within(self, folder: str) -> Ignores:
        """Return these with the patterns of `folder` itself."""
        spec = _patterns(Path(folder, FILE))
        return Ignores((*self.levels, (folder, spec))) if spec is not None else self

    def ignored(self, path: str, folder: bool) -> bool:
        """Tell whether a folder or file is left out: the last pattern that speaks of it decides."""
        for root, spec in reversed(self.levels):
            relative = os.path.relpath(path, root).replace(os.sep, "/")
            verdict = spec.check_file(f"{relative}/" if folder else relative).include
            if verdict is not None:
                return verdict
        return False


NOTHING = Ignores()


def ignores_above(folder: str) -> Ignores:
    """Return what the repository around `folder` ignores; nothing outside a repository.

    A folder that is itself ignored was named on purpose: the patterns around it do not hold in it.
    """
    above = _repository_folders(folder)
    found = NOTHING
    for parent in above:
        found = found.within(parent)
    parts = [*above, folder][1:]
    return NOTHING if any(found.ignored(part, True) for part in parts) else found


def _repository_folders(folder: str) -> list[str]:
    """Return the folders from the repository's root to the parent of `folder`; none for the root itself."""
    if Path(folder, ".git").exists():
        return []
    parents = [str(parent) for parent in Path(folder).parents]
    for number, parent in enumerate(parents):
        if Path(parent, ".git").exists():
            return parents[number::-1]
    return []


def _patterns(file: Path) -> GitIgnoreSpec | None:
    """Return the patterns of one file; a line that is no pattern is left out, as git does."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(line for line in lines if _valid(line))


def _valid(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
