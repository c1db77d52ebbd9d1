"""Which files git would leave out: the `.gitignore` files from the repository's root down to a folder.

Lists of the same kind of patterns tell elsewhere too which files are meant.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING

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


class Patterns(NamedTuple):
    """Patterns as in a `.gitignore` file, for the files in and below a folder."""

    folder: str
    """Absolute."""
    spec: GitIgnoreSpec

    def match(self, path: str, folder: bool = False) -> bool:
        """Tell whether a file or folder is meant; what does not lie in the folder is not."""
        relative = self._relative(path)
        if relative is None:
            return False
        return bool(self.spec.check_file(f"{relative}/" if folder else relative).include)

    def matching(self, path: str) -> Iterator[int]:
        """Yield the numbers, from 0, of the patterns that fit a file, the last one first."""
        relative = self._relative(path)
        if relative is None:
            return
        patterns = self.spec.patterns
        for number in range(len(patterns) - 1, -1, -1):
            if patterns[number].match_file(relative) is not None:
                yield number

    def match_above(self, path: str) -> bool:
        """Tell whether a folder is meant, or one in which it lies."""
        relative = self._relative(path)
        parts = [] if relative is None else relative.split("/")
        return any(
            self.spec.check_file(f"{'/'.join(parts[:end])}/").include for end in range(1, len(parts) + 1)
        )

    def _relative(self, path: str) -> str | None:
        """Return a path from the folder on; links on the way to it count where it is not found otherwise."""
        path = os.path.abspath(path)
        return _below(path, self.folder) or _below(os.path.realpath(path), os.path.realpath(self.folder))


def patterns_in(folder: str, lines: Iterable[str]) -> Patterns:
    """Return the patterns that hold in an absolute folder; raise `ValueError` for what is none."""
    return Patterns(folder, _spec(lines))


def is_pattern(text: str) -> bool:
    """Tell whether a text is a pattern by which some file can be meant."""
    try:
        spec = _spec([text])
    except ValueError:
        return False
    meant = [pattern for pattern in spec.patterns if pattern.include is not None]
    return bool(meant) and text.strip("/") != "" and not climbs(text)


def climbs(text: str) -> bool:
    """Tell whether a pattern has `.` or `..` for a folder: paths from a folder on have none, so it means no file."""
    return not {".", ".."}.isdisjoint(text.removeprefix("!").split("/"))


def _below(path: str, folder: str) -> str | None:
    """Return the path from the folder on, with `/`, None where it leads elsewhere."""
    start = folder if folder.endswith(os.sep) else f"{folder}{os.sep}"
    if not path.startswith(start):
        return None
    return path[len(start) :].replace(os.sep, "/")


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
    try:
        return _spec(lines)
    except ValueError:
        return _spec(line for line in lines if _valid(line))


def _valid(line: str) -> bool:
    try:
        _spec([line])
    except ValueError:
        return False
    return True


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    """Return patterns; raise `ValueError` where one is none, as with `[z-a]`, which pathspec hands on unseen.

    Python warns of brackets such as `[[]`, which may once mean something else; here they mean what git says.
    """
    import re
    import warnings

    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        try:
            return GitIgnoreSpec.from_lines(lines)
        except re.error as error:
            raise ValueError(str(error)) from error
