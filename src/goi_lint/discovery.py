"""PATHs of the command line become inputs: files, folders searched for the known extensions, standard input.

Folders are read one at a time and in the order of their names, so that any number of reports passes through.
Links to folders are not followed: a loop of links ends nowhere. What git would ignore is left out; a file or
folder that is named itself is judged all the same. A configuration's `exclude` works likewise.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader

from goi_lint.errors import ReadError, UsageError, Words
from goi_lint.limits import MAX_BYTES
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from goi_lint.ignores import Ignores, Patterns

STDIN = "-"
NO_REPORTS = ("readme", "changelog", "contributing", "license", "security", "code_of_conduct", "requirements")
"""How the names of files begin that repositories have beside reports; one that is named itself is judged."""
UNREAD = (".ofd", ".rtf", ".odt", ".mht", ".mhtml")
"""Formats in which reports come too. A folder's files of these are counted where no reader knows them."""
_HIDDEN = (".", "~$")
"""What Word and WPS keep beside a document that is open begins with `~$` and has its extension."""

CAUSES = {
    PermissionError: Words("没有读取权限", "no permission to read it"),
    FileNotFoundError: Words(
        "文件不存在，或是失效的链接", "it is not there any more, or a link that leads nowhere"
    ),
    IsADirectoryError: Words("这是文件夹", "it is a folder"),
}


class Input(NamedTuple):
    """One document to judge: where its bytes are, and the name that outputs show."""

    path: str
    """As given, `-` for standard input."""
    name: str
    """With `/` on every system."""
    earlier: bool = False
    """It is of an earlier year and given for comparison: it is not judged itself."""


class _Entry(NamedTuple):
    """A file or folder still to be visited; `shown` is its path as given, `real` the same without links."""

    shown: str
    real: str
    folder: bool
    ignores: Ignores


class Sieve(NamedTuple):
    """Which of the files that are found in folders are meant."""

    include: Patterns | None = None
    """None: all of them."""
    exclude: Patterns | None = None

    def keeps(self, path: str, folder: bool) -> bool:
        """Tell whether a file is meant, or may be in a folder."""
        if self.exclude and self.exclude.match(path, folder):
            return False
        return folder or self.include is None or self.include.match(path)

    def within(self, path: str) -> Sieve:
        """Return what holds in a folder that is searched: one that is excluded was named on purpose."""
        return self._replace(exclude=None) if self.exclude and self.exclude.match_above(path) else self


class _Wanted(NamedTuple):
    """What folders are searched for, and what was passed over there."""

    extensions: tuple[str, ...]
    unread: Counter[str]
    sieve: Sieve


def discover(
    paths: Sequence[str],
    extensions: Iterable[str],
    stdin_name: str | None = None,
    without: Iterable[str] = (),
    unread: Counter[str] | None = None,
    sieve: Sieve = Sieve(),  # noqa: B008 - frozen
) -> Iterator[Input]:
    """Return the inputs in the order of `paths`, each file once; raise `UsageError` if a path is not there.

    `without` names files that are never judged: those that the run itself writes. `unread` counts, while the
    inputs are asked for, the files passed over that may be reports in formats not known, by extension. `sieve` is for
    the files in folders.
    """
    missing = [path for path in paths if path != STDIN and not _exists(path)]
    if missing:
        raise UsageError(
            Words(f"路径不存在：{'、'.join(missing)}", f"no such file or folder: {', '.join(missing)}")
        )
    wanted = _Wanted(tuple(extensions), Counter() if unread is None else unread, sieve)
    return _inputs(paths, wanted, stdin_name, {os.path.realpath(path) for path in without})


def _exists(path: str) -> bool:
    try:
        os.lstat(path)
    except PermissionError:  # nobody can tell: to read it gives the true reason
        return True
    except (OSError, ValueError):
        return False
    return True


def _inputs(paths: Sequence[str], wanted: _Wanted, stdin_name: str | None, seen: set[str]) -> Iterator[Input]:
    for path in paths:
        for given, real in _under(path, wanted):
            if real in seen:
                continue
            seen.add(real)
            yield Input(given, (stdin_name or STDIN) if path == STDIN else given.replace(os.sep, "/"))


def _under(path: str, wanted: _Wanted) -> Iterator[tuple[str, str]]:
    """Yield the files that a path stands for, as given and without links."""
    if path == STDIN:
        return iter([(STDIN, STDIN)])
    if not os.path.isdir(path):
        return iter([(path, os.path.realpath(path))])
    return _search(path, wanted)


def _search(folder: str, wanted: _Wanted) -> Iterator[tuple[str, str]]:
    from goi_lint.ignores import ignores_above

    real = os.path.realpath(folder)
    wanted = wanted._replace(sieve=wanted.sieve.within(real))
    try:
        waiting = [_Entry(folder, real, True, ignores_above(real))]
    except OSError:  # it cannot be entered
        yield folder, real
        return
    while waiting:
        entry = waiting.pop()
        if not entry.folder:
            yield entry.shown, entry.real
            continue
        try:
            waiting += reversed(_children(entry, wanted))
        except (
            OSError
        ):  # judged like a file that cannot be read, so that nobody believes the folder to be empty
            yield entry.shown, entry.real


def _children(parent: _Entry, wanted: _Wanted) -> list[_Entry]:
    """Return the folders and reports of a folder by name; hidden and ignored ones are left out."""
    ignores = parent.ignores.within(parent.real)
    with os.scandir(parent.real) as found:
        shown = (entry for entry in found if not entry.name.startswith(_HIDDEN))
        entries = sorted(shown, key=lambda entry: entry.name)
    kept = [entry for entry in entries if _wanted(entry, wanted.extensions)]
    wanted.unread.update(
        suffix
        for entry in entries
        if (suffix := _unread(entry, wanted.extensions))
        and not ignores.ignored(entry.path, False)
        and wanted.sieve.keeps(entry.path, False)
    )
    return [
        _Entry(_joined(parent.shown, entry.name), _real(entry), folder, ignores)
        for entry in kept
        if not ignores.ignored(entry.path, folder := entry.is_dir(follow_symlinks=False))
        and wanted.sieve.keeps(entry.path, folder)
    ]


def _wanted(entry: os.DirEntry[str], extensions: tuple[str, ...]) -> bool:
    if entry.is_dir(follow_symlinks=False):
        return True
    name = entry.name.lower()
    if entry.is_dir() or not name.endswith(extensions) or name.startswith(NO_REPORTS):
        return False
    return entry.is_file() or entry.is_symlink()


def _unread(entry: os.DirEntry[str], extensions: tuple[str, ...]) -> str | None:
    """Return the extension of a file that may be a report in a format not known."""
    name = entry.name.lower()
    suffix = next((suffix for suffix in UNREAD if name.endswith(suffix)), None)
    return suffix if suffix and suffix not in extensions and entry.is_file() else None


def _real(entry: os.DirEntry[str]) -> str:
    return os.path.realpath(entry.path) if entry.is_symlink() else entry.path


def _joined(folder: str, name: str) -> str:
    from pathlib import Path  # here: a single report needs none of it

    return str(Path(folder, name))


def read_input(path: str) -> bytes:
    """Return the bytes of an input; raise `ReadError` with the true reason if they cannot be had."""
    if path != STDIN:
        return _read_file(path)
    if sys.stdin is None:
        raise ReadError(Words("没有标准输入", "there is no standard input"))
    return _limited(sys.stdin.buffer)


def _read_file(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:  # to make a buffer takes three more calls of the system
            size = os.fstat(file.fileno()).st_size
            _check_size(size)
            data = file.read(size + 1) if size else b""
            if size and len(data) == size:
                return data
            with BufferedReader(file) as rest:  # it has no size, or another one by now
                data += _limited(rest)
            _check_size(len(data))
            return data
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError(CAUSES.get(type(error), Words(f"无法读取（{reason}）", reason))) from error


def _limited(file: BinaryIO) -> bytes:
    """Return all of a file whose size nobody knows, and no more of one that is too large than shows it."""
    data = file.read(MAX_BYTES + 1)
    _check_size(len(data))
    return data


def _check_size(size: int) -> None:
    """A size is asked for before a byte is read; what has none, as a pipe, shows it on reading."""
    if size > MAX_BYTES:
        megabytes = MAX_BYTES // 1_000_000
        raise ReadError(
            Words(f"文件超过 {megabytes} MB 的上限", f"the file is larger than the limit of {megabytes} MB")
        )
