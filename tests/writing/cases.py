"""Cases of a rule pack: a faultless base report, one change, and the complete list of what must be found.

The format is described in `rules/README.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from goi_lint.cases import edit
from goi_lint.cases.draft import TABLES, Draft, Part, Table, blank_table, form_data
from goi_lint.cases.flavours import Flavour, write
from goi_lint.text.yaml_file import located

DEFAULT_BASE = "form_2021"
DEFAULT_FLAVOUR = "tabs"


class CaseError(ValueError):
    """A case (or base) cannot be used: the file, what was found, what was expected."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case: `bad-` ones expect findings, `ok-` ones none."""

    rule: str
    name: str
    path: Path
    base: Path
    flavour: Flavour
    change: Mapping[str, Any]
    expect: tuple[str, ...]
    """Every finding of the whole report, as `ID at address`, sorted."""

    @property
    def id(self) -> str:
        """Name the case for people: `GOI311/bad-carried-forward-lost`."""
        return f"{self.rule}/{self.name}"

    @classmethod
    def load(cls, path: Path) -> Case:
        """Return the case that the file describes; its bases lie in `cases/base`."""
        data = _mapping(path, _read(path), ("base", "flavour", "change", "expect"))
        expect = tuple(sorted(str(item) for item in data.get("expect") or ()))
        kind = path.stem.partition("-")[0]
        if kind not in ("bad", "ok"):
            raise CaseError(f"{path}: the name begins with {kind!r}; expected bad- or ok-")
        if (kind == "bad") != bool(expect):
            raise CaseError(f"{path}: expect lists {len(expect)} findings; bad- has some, ok- has none")
        base = path.parents[1] / "base" / f"{data.get('base', DEFAULT_BASE)}.yaml"
        if not base.is_file():
            known = ", ".join(sorted(other.stem for other in base.parent.glob("*.yaml")))
            raise CaseError(f"{path}: no base {base.stem!r}; expected one of {known}")
        change = _mapping(path, data.get("change") or {}, tuple(_CHANGES))
        try:
            flavour = Flavour.parse(str(data.get("flavour", DEFAULT_FLAVOUR)))
        except ValueError as error:
            raise CaseError(f"{path}: {error}") from error
        return cls(path.parent.name, path.stem, path, base, flavour, change, expect)

    def draft(self) -> Draft:
        """Return the base with the change, `replace` left out: that one is made in the written text."""
        draft = load_draft(self.base)
        for verb, change in self.change.items():
            try:
                draft = _CHANGES[verb](draft, change)
            except edit.EditError as error:
                raise CaseError(f"{self.path}: {verb}: {error}") from error
        return draft

    def text(self) -> str:
        """Return the report as text."""
        text = write(self.draft(), self.flavour)
        for old, new in (self.change.get("replace") or {}).items():
            if (times := text.count(str(old))) != 1:
                raise CaseError(f"{self.path}: replace: {old!r} occurs {times} times; expected once")
            text = text.replace(str(old), str(new))
        return text


def pack_cases(pack: Path) -> list[Case]:
    """Return all cases of a pack, by rule and name."""
    paths = sorted((pack / "cases").glob("*/*.yaml"))
    return [Case.load(path) for path in paths if path.parent.name != "base"]


def load_draft(path: Path) -> Draft:
    """Return the draft that a base file holds."""
    data = _mapping(
        path,
        _read(path),
        ("form", "title", "front", "parts", "tables", "closing"),
    )
    form = str(data["form"])
    parts = tuple(
        Part(number, item["heading"], tuple(item.get("text", ())), TABLES.get(number))
        for number, item in enumerate(data["parts"], 1)
    )
    tables = {key: _table(path, form, key, data["tables"].get(key, {})) for key in TABLES.values()}
    return Draft(form, tuple(data["title"]), tuple(data["front"]), parts, tables, tuple(data["closing"]))


def _read(path: Path) -> object:
    return located(path.read_bytes(), path.name, escapes=True).plain()


def _table(path: Path, form: str, key: str, rows: Mapping[str, Sequence[object]]) -> Table:
    texts: dict[tuple[str, str], str] = {}
    table = blank_table(form, key)
    for block in table.blocks:
        for row in block.rows:
            cells = rows.get(row.key, [0] * len(block.columns))
            if len(cells) != len(block.columns):
                raise CaseError(
                    f"{path}: {key}.{row.key} has {len(cells)} cells; expected {len(block.columns)}"
                )
            texts.update(zip(((row.key, c.key) for c in block.columns), map(str, cells), strict=True))
    known = {row.key for block in table.blocks for row in block.rows}
    if unknown := set(rows) - known:
        raise CaseError(f"{path}: {key} has no row {min(unknown)!r} in {form_data(form)['name']}")
    return table.with_cells(texts)


def _mapping(path: Path, data: object, keys: Sequence[str]) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise CaseError(f"{path}: {type(data).__name__} found; expected a mapping with {', '.join(keys)}")
    for key in data:
        if key not in keys:
            near = get_close_matches(str(key), keys, 1, 0)
            raise CaseError(f"{path}: unknown key {key!r}; did you mean {near[0]!r}?")
    return data


def _texts(cells: Mapping[str, object]) -> dict[str, str | None]:
    return {address: None if text is None else str(text) for address, text in cells.items()}


def _lines(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _cells(draft: Draft, change: Mapping[str, object]) -> Draft:
    return edit.set_cells(draft, _texts(change))


def _added(draft: Draft, rows: Sequence[Mapping[str, Any]]) -> Draft:
    for row in rows:
        address = f"{row['table']}.{row['after']}"
        draft = edit.add_row(draft, address, str(row["label"]), [str(text) for text in row["cells"]])
    return draft


def _duplicated(draft: Draft, parts: Sequence[str]) -> Draft:
    for part in parts:
        draft = edit.duplicate(draft, _part(part))
    return draft


def _moved(draft: Draft, moves: Mapping[str, str]) -> Draft:
    for part, target in moves.items():
        draft = edit.move(draft, _part(part), _part(target.removeprefix("after ")))
    return draft


def _set(draft: Draft, texts: Mapping[str, object]) -> Draft:
    for place, lines in texts.items():
        draft = edit.set_text(draft, place, _lines(lines))
    return draft


def _inserted(draft: Draft, texts: Mapping[str, object]) -> Draft:
    for place, lines in texts.items():
        draft = edit.insert(draft, place, _lines(lines))
    return draft


def _part(text: str) -> int:
    kind, _, number = text.partition(" ")
    if kind != "part" or number not in list("123456"):
        raise edit.EditError(f"{text!r} found; expected part 1 to part 6")
    return int(number)


_CHANGES: Mapping[str, Callable[[Draft, Any], Draft]] = {
    "cells": _cells,
    "labels": edit.relabel,
    "delete": edit.delete,
    "swap": edit.swap,
    "add": _added,
    "duplicate": _duplicated,
    "move": _moved,
    "text": _set,
    "insert": _inserted,
    "replace": lambda draft, _: draft,
}
