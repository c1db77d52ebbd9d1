"""Packs' folders → `Pack`s: found in the cache, or read, verified and kept there, each after those that it extends.

An entry of the cache is taken where the folder's files are those that it was made of: unchanged by their times and
sizes, else by their content; and where the packs it extends are as they were. So a warm run reads no YAML.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence

from goi_lint.cache import Entry, fetch, key_of, name_for, store
from goi_lint.errors import PackError, PackFault, Words
from goi_lint.model.form import Form
from goi_lint.model.plugin import Check
from goi_lint.model.rule import Pack
from goi_lint.packs.stored import pack_from
from goi_lint.text.yaml_file import bytes_of
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    StrPath = str | os.PathLike[str]

PACK_FILE = "pack.yaml"
_CASES = "cases"
_MEANT = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
_NO_FORMS: Mapping[str, Form] = {}
_NO_PACKS: Mapping[str, StrPath] = {}
_YOUNG = 2_000_000_000
"""Nanoseconds: some file systems keep times no finer."""


class Loaded(NamedTuple):
    """A pack, the packs it extends (nearest last), and the key of all that they are made of."""

    pack: Pack
    bases: tuple[Loaded, ...]
    key: str
    folder: str


def chain_of(loaded: Iterable[Loaded]) -> tuple[Loaded, ...]:
    """Return the packs and all that they extend, each once, each after those that it extends."""
    found: dict[str, Loaded] = {}
    for one in loaded:
        found |= {base.key: base for base in chain_of(one.bases)}
        found[one.key] = one
    return tuple(found.values())


class Packs:
    """Loads packs, each once; `trusted` names those of `known` whose patterns run without time limit.

    `forms` are those whose rows and columns rules may name.
    """

    def __init__(
        self,
        checks: Mapping[str, Check],
        forms: Mapping[str, Form] = _NO_FORMS,
        known: Mapping[str, StrPath] = _NO_PACKS,
        trusted: Iterable[str] = (),
    ) -> None:
        self._checks, self._forms = checks, forms
        self._known = {name: os.fspath(folder) for name, folder in known.items()}
        self._trusted = {os.path.realpath(self._known[name]) for name in trusted}
        self._loaded: dict[str, Loaded] = {}
        self._extending: dict[str, PackFault] = {}
        self._context = _context(checks, forms)

    def load(self, folder: StrPath) -> Loaded:
        """Return the pack; raise `PackError` with all its faults and those of the packs it extends."""
        resolved = os.path.realpath(folder)
        if resolved not in self._loaded:
            self._loaded[resolved] = self._load(os.fspath(folder), resolved in self._trusted)
        return self._loaded[resolved]

    def find(self, text: str, beside: str) -> str | None:
        """Return the folder of a pack that is known by that name, or lies at that path as seen from another pack."""
        if text in self._known:
            return self._known[text]
        folder = os.path.join(beside, text)
        return os.path.normpath(folder) if os.path.isfile(os.path.join(folder, PACK_FILE)) else None

    def _load(self, folder: str, trusted: bool) -> Loaded:
        entries = dict(sorted(_files(folder)))
        if PACK_FILE not in entries:
            found = Words("没有 pack.yaml", "there is no pack.yaml")
            expected = Words("规则包文件夹应有 pack.yaml", "expected one in the folder of a rule pack")
            raise PackError((PackFault(_shown(folder), 1, 1, found, expected),))
        name, context = name_for(folder), f"{trusted} {self._context}"
        stamp = stamp_of(entries, context)
        entry = fetch(name, stamp=stamp) if stamp else None
        if entry is not None and (bases := self._kept_bases(entry, folder)) is not None:
            return _loaded(entry, bases, folder, trusted)
        files = {file: bytes_of(path) for file, (path, _) in entries.items()}
        key = key_of(files, context)
        entry = fetch(name, key)
        if entry is None or (bases := self._kept_bases(entry, folder)) is None:
            entry, bases = self._verified(folder, files, trusted, key)
        store(name, key, entry, stamp)
        return _loaded(entry, bases, folder, trusted)

    def _kept_bases(self, entry: Entry, folder: str) -> tuple[Loaded, ...] | None:
        """Return the packs that a kept one extends, None where one of them is no longer as it was."""
        kept: Any = entry.value
        bases = []
        for text, line, column in kept["extends"]:
            found = self.find(text, folder)
            if found is None or os.path.realpath(found) in self._extending:
                return None
            bases.append(self._base(found, _extends(folder, text, line, column), folder))
        return tuple(bases) if kept["bases"] == [base.key for base in bases] else None

    def _base(self, found: str, place: PackFault, folder: str) -> Loaded:
        """Load a pack that is extended; while it is loaded, it is known who extends it, and where that is said."""
        self._extending[os.path.realpath(folder)] = place
        try:
            return self.load(found)
        finally:
            del self._extending[os.path.realpath(folder)]

    def _verified(
        self, folder: str, files: Mapping[str, bytes], trusted: bool, key: str
    ) -> tuple[Entry, tuple[Loaded, ...]]:
        """Return what is to be kept of a pack, and the packs it extends; raise `PackError` with the faults of all."""
        from goi_lint.packs.rule_file import Known
        from goi_lint.packs.verifying import extends_in, verify_pack

        extends = extends_in(files[PACK_FILE])
        bases, faults = self._bases(folder, extends)
        written = None if faults else self._written(bases)
        try:
            pack, details = verify_pack(files, Known(self._checks, self._forms, trusted, ""), written)
        except PackError as error:
            own = (fault._replace(file=_shown(os.path.join(folder, fault.file))) for fault in error.faults)
            raise PackError((*own, *faults)) from error
        if faults:
            raise PackError(tuple(faults))
        keys = [base.key for base in bases]
        value = {"extends": extends, "bases": keys, "key": "-".join((key, *keys)), "pack": pack}
        return Entry(value, details), tuple(bases)

    def _bases(
        self, folder: str, extends: Sequence[tuple[str, int, int]]
    ) -> tuple[list[Loaded], list[PackFault]]:
        """Return the packs that are extended, and the faults of those that cannot be."""
        bases: list[Loaded] = []
        faults: list[PackFault] = []
        for text, line, column in extends:
            place = _extends(folder, text, line, column)
            found = self.find(text, folder)
            if found is None:
                faults.append(place._replace(expected=self._nearest(text)))
            elif os.path.realpath(found) == os.path.realpath(folder):
                expected = Words("规则包不能继承自己", "a pack cannot extend itself")
                faults.append(place._replace(found=_extending(text), expected=expected))
            elif os.path.realpath(found) in self._extending:
                faults.append(_circle(place, text, self._extending[os.path.realpath(found)]))
            else:
                try:
                    bases.append(self._base(found, place, folder))
                except PackError as error:
                    faults.extend(error.faults)
        return bases, faults

    def _nearest(self, text: str) -> Words:
        from goi_lint.packs.fields import nearest

        return nearest(text, sorted(self._known))

    def _written(self, bases: Iterable[Loaded]) -> dict[str, Any]:
        """Return the rules of packs that are faultless, as written, all changes made."""
        from goi_lint.packs.verifying import written_rules

        found: dict[str, Any] = {}
        for base in bases:
            files = {file: bytes_of(path) for file, (path, _) in sorted(_files(base.folder))}
            found |= written_rules(files, base.pack.name, self._written(base.bases))
        return found


def _loaded(entry: Entry, bases: tuple[Loaded, ...], folder: str, trusted: bool) -> Loaded:
    kept: Any = entry.value
    return Loaded(pack_from(kept["pack"], entry.rest, trusted), bases, kept["key"], folder)


def _extends(folder: str, text: str, line: int, column: int) -> PackFault:
    """Return the place where a pack says that it extends another one, as the fault that it is if there is none."""
    found = Words(f"没有规则包 {text}", f"there is no rule pack {text}")
    return PackFault(_shown(os.path.join(folder, PACK_FILE)), line, column, found, found)


def _shown(path: str) -> str:
    """Return a path as messages show it on every system."""
    return path.replace(os.sep, "/")


def _extending(text: str) -> Words:
    return Words(f"继承 {text}", f"extends {text}")


def _circle(place: PackFault, text: str, other: PackFault) -> PackFault:
    where = f"{other.file}:{other.line}:{other.column}"
    found = Words(
        f"继承 {text}，而它又继承本规则包（{where}）", f"extends {text}, which extends this one ({where})"
    )
    return place._replace(
        found=found, expected=Words("规则包不能互相继承", "packs cannot extend one another in a circle")
    )


def _files(folder: str) -> Iterator[tuple[str, tuple[str, os.stat_result]]]:
    """Yield name within the pack, path and status of its YAML files, without its cases.

    Hidden files are nobody's rules: editors and systems leave such behind. What was meant to be a rule and has another
    extension is a fault that must not pass in silence.
    """
    pending = [("", folder)]
    while pending:
        inside, place = pending.pop()
        for entry in list(os.scandir(place)):
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if inside or name != _CASES:
                    pending.append((f"{inside}{name}/", entry.path))
            elif name.lower().endswith(_MEANT):
                yield inside + name, (entry.path, _status(entry))


def _status(entry: os.DirEntry[str]) -> os.stat_result:
    """Return the status of a file; raise `PackError` for a link that leads nowhere, or to itself."""
    try:
        return entry.stat()
    except OSError as error:
        found = Words(
            "链接所指的文件不存在或无法读取", "a link to a file that is not there or cannot be read"
        )
        expected = Words("应为文件", "expected a file")
        raise PackError((PackFault(_shown(entry.path), 1, 1, found, expected),)) from error


def stamp_of(entries: Mapping[str, tuple[str, os.stat_result]], context: str) -> str:
    """Return what tells whether files were touched; '' where one is so young that its time may not tell."""
    parts = [context]
    newest = 0
    for name, (_, status) in entries.items():
        modified, changed = status.st_mtime_ns, status.st_ctime_ns
        newest = max(newest, modified, changed)
        parts.append(f"{name} {status.st_size} {modified} {changed} {status.st_ino}")
    return key_of({}, "\n".join(parts)) if newest < time.time_ns() - _YOUNG else ""


def _context(checks: Mapping[str, Check], forms: Mapping[str, Form]) -> str:
    """Return the key of what a verdict on a pack depends on besides its files: the checks, and the forms' keys."""
    parts = [f"{name} {_age(check)}" for name, check in sorted(checks.items())]
    for form in forms.values():
        for table in form.tables.values():
            keys = [*(row.label.key for row in table.rows), *(column.label.key for column in table.columns)]
            parts.append(f"{form.key} {table.key} {keys} {sorted(table.sets.items())}")
    return key_of({}, "\n".join(parts))


def _age(check: Check) -> str:
    file = getattr(check, "__file__", None)
    try:
        status = os.stat(file) if file else None
    except OSError:
        status = None
    if status is None:
        return f"{sorted(check.FACTS)} {sorted(check.CODES.items())} {check.Params.__annotations__}"
    return f"{status.st_mtime_ns} {status.st_size}"
