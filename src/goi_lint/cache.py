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
from pathlib import Path

from goi_lint.tuples import NamedTuple
from goi_lint.version import VERSION

_SCHEMA = 10
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


def _path(name: str) -> Path | None:
    folder = _folder()
    return folder / f"{name}.json" if folder else None


def name_for(folder: Path) -> str:
    """Return the name of the entry that belongs to a folder of files: one for each folder."""
    from goi_lint.digest import sha256

    place = sha256(os.fsencode(Path.cwd() / folder)).hexdigest()[:16]
    return f"{folder.name}-{place}"


def _folder() -> Path | None:
    """Return the cache folder of this user on this system, None where there is none."""
    own = os.environ.get("GOI_LINT_CACHE_DIR")
    if own:
        return Path(own)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "goi-lint" / "Cache" if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "goi-lint"
    base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "goi-lint" if base.is_absolute() else None


def _load(path: Path, key: str, stamp: str) -> Entry | None:
    """Return an entry that is sound and ours alone, None for any other."""
    try:
        if not _ours_alone(os.lstat(path.parent)):
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


def _store(path: Path, key: str, entry: Entry, stamp: str) -> None:
    """Write an entry that appears whole or not at all; what cannot be written is not kept."""
    body = encoded(entry.value) + b"\n" + entry.rest
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _ours_alone(os.lstat(path.parent)):
            return
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as file:
            file.write(b" ".join((_MARK, key.encode(), stamp.encode(), _checksum(body))) + b"\n" + body)
        temporary.replace(path)
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


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
