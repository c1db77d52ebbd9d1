"""A pack's folder → `Pack`: found in the cache, or read, verified and kept there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from goi_lint.cache import kept, key_of, name_for
from goi_lint.errors import PackError, PackFault, Words
from goi_lint.model.form import Form
from goi_lint.model.plugin import Check
from goi_lint.model.rule import Pack
from goi_lint.packs.stored import pack_from

PACK_FILE = "pack.yaml"
_CASES = "cases"
_NO_FORMS: Mapping[str, Form] = {}


def load_pack(
    folder: Path, checks: Mapping[str, Check], trusted: bool, forms: Mapping[str, Form] = _NO_FORMS
) -> Pack:
    """Return the pack with its rules by id; raise `PackError` with all its faults.

    `trusted` packs' patterns run without time limit. `forms` are those whose rows and columns rules may name.
    """
    files = {name: path.read_bytes() for name, path in _files(folder)}
    if PACK_FILE not in files:
        found = Words("没有 pack.yaml", "there is no pack.yaml")
        expected = Words("规则包文件夹应有 pack.yaml", "expected one in the folder of a rule pack")
        raise PackError((PackFault(folder.as_posix(), 1, 1, found, expected),))

    def verified() -> object:
        from goi_lint.packs.verifying import verify_pack

        return verify_pack(files, checks, trusted, forms)

    data: Any = kept(name_for(folder), key_of(files, _context(checks, trusted, forms)), verified)
    return pack_from(data, trusted)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name within the pack and path of its YAML files, without its cases.

    `.yml` is a fault that must not pass in silence.
    """
    root = os.fspath(folder)
    for place, folders, names in os.walk(root):
        inside = place[len(root) :].replace(os.sep, "/").strip("/")
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (inside or name != _CASES)
        )
        found = (name for name in sorted(names) if name.endswith((".yaml", ".yml")))
        yield from ((f"{inside}/{name}".lstrip("/"), Path(place, name)) for name in found)


def _context(checks: Mapping[str, Check], trusted: bool, forms: Mapping[str, Form]) -> str:
    """Return what a verdict on a pack depends on besides its files: the checks as they are and the forms' keys."""
    parts = [str(trusted)]
    parts += (f"{name} {_age(check)}" for name, check in sorted(checks.items()))
    for form in forms.values():
        for table in form.tables.values():
            keys = [*(row.label.key for row in table.rows), *(column.label.key for column in table.columns)]
            parts.append(f"{form.key} {table.key} {keys} {sorted(table.sets.items())}")
    return "\n".join(parts)


def _age(check: Check) -> str:
    file = getattr(check, "__file__", None)
    try:
        status = Path(file).stat() if file else None
    except OSError:
        status = None
    if status is None:
        return f"{sorted(check.FACTS)} {sorted(check.CODES.items())} {check.Params.__annotations__}"
    return f"{status.st_mtime_ns} {status.st_size}"
