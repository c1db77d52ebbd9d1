"""The roster that a run compares reports by: a file of its own, or a table of the configuration.

Every run asks this, so it imports next to nothing where there is none.
"""

from __future__ import annotations

import os

from goi_lint.errors import ConfigError, PackError, PackFault, UsageError, Words, reason_of
from goi_lint.limits import YAML_BYTES
from goi_lint.typed import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from goi_lint.config.settings import Settings
    from goi_lint.model.roster import Roster

ROSTER = "roster"


def roster_of(settings: Settings) -> Roster | None:
    """Return the roster of a run, None where it has none.

    Raises `ConfigError` with all mistakes of the file, `UsageError` where it cannot be read. Those of a table in the
    configuration are told when that is read.
    """
    value, origin = settings.of_run()[ROSTER]
    if not isinstance(value, str):
        return cast("Roster | None", value)
    try:
        return read_roster(value)
    except UsageError as error:
        if not isinstance(origin, int):
            raise
        place, (zh, en) = f"{settings.file}:{origin}", error.words
        raise UsageError(Words(f"{place}: {zh}", f"{place}: {en}")) from error


def read_roster(path: str) -> Roster:
    """Return the roster in a YAML file, from the cache where it is warm; errors as above."""
    from goi_lint.cache import kept, key_of, name_for
    from goi_lint.config.toml_file import shown

    file, folder = shown(path), os.path.dirname(os.path.abspath(path))
    data = _data(path, file)
    name = os.path.basename(path)
    entry = kept(name_for(path), key_of({name: data}, "bodies"), lambda: _read(data, file, folder))
    return _again(cast("Any", entry), file, folder)


def _read(data: bytes, file: str, folder: str) -> object:
    """Return the members and years of a faultless roster, which JSON can keep."""
    from goi_lint.config.roster_entries import YAML, roster_in
    from goi_lint.packs.fields import Faults
    from goi_lint.text.yaml_file import located

    faults = Faults(file)
    try:
        roster = roster_in(located(data, file), folder, faults, YAML)
    except PackError as error:
        raise ConfigError(error.faults) from error
    if faults.found:
        raise ConfigError(tuple(sorted(faults.found, key=lambda fault: fault[:3])))
    return roster.members, roster.years


def _again(entry: Any, file: str, folder: str) -> Roster:
    """Return the roster whose tuples JSON makes lists of; it may have been read from another folder."""
    from goi_lint.model.roster import Member, Roster

    members, years = entry
    return Roster(
        file,
        folder,
        tuple(
            Member(name, line, tuple(aliases), tuple(paths), parent, tuple(own))
            for name, line, aliases, paths, parent, own in members
        ),
        tuple(years),
    )


def _data(path: str, file: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            data = stream.read(YAML_BYTES + 1)
    except OSError as error:
        reason = reason_of(error)
        raise UsageError(
            Words(f"无法读取单位名录 {file}（{reason.zh}）", f"cannot read the roster {file} ({reason.en})")
        ) from error
    if len(data) > YAML_BYTES:
        found = Words("文件过大", "the file is too large")
        expected = Words(f"至多 {YAML_BYTES:,} 字节", f"expected at most {YAML_BYTES:,} bytes")
        raise ConfigError((PackFault(file, 1, 1, found, expected),))
    return data
