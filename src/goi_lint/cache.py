"""Keeps what was computed from files, as JSON in the user's cache folder, until the files change.

An entry is one JSON value; it may have further bytes, which are handed out as they are, to be decoded when needed.

An entry counts only if its key (content and versions) and its checksum agree and folder and file belong
to the user alone; anything else, a damaged or unwritable cache included, is silently computed anew.
`GOI_LINT_CACHE_DIR` names another folder.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from binascii import crc32
from collections.abc import Callable, Mapping
from contextlib import suppress

from goi_lint.tuples import NamedTuple
from goi_lint.version import VERSION

_SCHEMA = 11
_MARK = b"goi-lint"
_NO_STAMP = "-"


class Entry(NamedTuple):
    """A JSON value, and what else belongs to it, which is not decoded."""

    value: object
    rest: bytes = b""


def key_of(files: Mapping[str, bytes], context: str = "") -> str:
    """Return the key of what is computed from these files by this version in this context."""
    from goi_lint.digest import sha256

    digest = sha256(f"{_SCHEMA} {VERSION} {context}\0".encode())
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def kept(name: str, key: str, compute: Callable[[], object]) -> object:
    """Return the JSON value kept under that name for that key; else compute it, and keep it where that can be done."""
    entry = fetch(name, key)
    if entry is not None:
        return entry.value
    value = compute()
    store(name, key, Entry(value))
    return value


def fetch(name: str, key: str = "", *, stamp: str = "") -> Entry | None:
    """Return what is kept under that name for that key, or with that stamp; None where there is nothing."""
    path = _path(name)
    return None if path is None else _load(path, key, stamp)


def store(name: str, key: str, entry: Entry, stamp: str = "") -> None:
    """Keep an entry under that name for that key, where that can be done.

    `stamp` is what else tells that nothing has changed, without reading what the value was computed from.
    """
    path = _path(name)
    if path is not None:
        _store(path, key, entry, stamp or _NO_STAMP)


def encoded(value: object) -> bytes:
    """Return a JSON value on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _path(name: str) -> str | None:
    folder = _folder()
    return os.path.join(folder, f"{name}.json") if folder else None


def name_for(folder: str | os.PathLike[str]) -> str:
    """Return the name of the entry that belongs to a folder of files: one for each folder."""
    from goi_lint.digest import sha256

    place = sha256(os.fsencode(os.path.join(os.getcwd(), folder))).hexdigest()[:16]
    return f"{os.path.basename(folder)}-{place}"


def _folder() -> str | None:
    """Return the cache folder of this user on this system, None where there is none."""
    own = os.environ.get("GOI_LINT_CACHE_DIR")
    if own:
        return own
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return os.path.join(local, "goi-lint", "Cache") if local else None
    home = os.path.expanduser("~")
    if home.startswith("~"):
        return None
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "goi-lint")
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "goi-lint") if os.path.isabs(base) else None


def _load(path: str, key: str, stamp: str) -> Entry | None:
    """Return an entry that is sound and ours alone, None for any other."""
    try:
        if not _ours_alone(os.lstat(os.path.dirname(path))):
            return None
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not _ours_alone(os.fstat(descriptor)):
                return None
            data = file.read()
        mark, its_key, its_stamp, checksum = data[: data.index(b"\n")].split()
        ours = its_key == key.encode() or its_stamp == stamp.encode()
        begin = data.index(b"\n") + 1
        if mark != _MARK or not ours or checksum != _checksum(memoryview(data)[begin:]):
            return None
        end = data.index(b"\n", begin)
        return Entry(json.loads(data[begin:end]), data[end + 1 :])
    except (OSError, ValueError, RecursionError):
        return None


def _store(path: str, key: str, entry: Entry, stamp: str) -> None:
    """Write an entry that appears whole or not at all; what cannot be written is not kept."""
    body = encoded(entry.value) + b"\n" + entry.rest
    folder, temporary = os.path.dirname(path), f"{path}.{os.getpid()}"
    try:
        os.makedirs(folder, 0o700, exist_ok=True)
        if not _ours_alone(os.lstat(folder)):
            return
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as file:
            file.write(b" ".join((_MARK, key.encode(), stamp.encode(), _checksum(body))) + b"\n" + body)
        os.replace(temporary, path)
    except OSError:
        _remove(temporary)
    except KeyboardInterrupt:
        _remove(temporary)
        raise


def _ours_alone(status: os.stat_result) -> bool:
    """Tell whether a folder or file belongs to this user and nobody else may write it; Windows sees to it itself."""
    if sys.platform == "win32":
        return True
    kind = stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode)
    return kind and status.st_uid == os.geteuid() and not status.st_mode & 0o022


def _checksum(body: bytes | memoryview) -> bytes:
    """Return what tells damage; it need not withstand forgers, who cannot write here."""
    return b"%08x" % crc32(body)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)
