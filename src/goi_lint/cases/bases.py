"""Base reports: the faultless reports that cases begin with.

A base is written out whole, or it is another base with changes: `base: form_2021` and `change`, as in a case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from goi_lint.cases.changes import REPLACE, changed
from goi_lint.cases.draft import TABLES, Draft, Part, Table, blank_table, form_names
from goi_lint.cases.values import counted, entries, items, lines, text, texts
from goi_lint.errors import PackError, PackFault, Words
from goi_lint.packs.fields import Faults, Fields, choice_of, nearest
from goi_lint.text.yaml_file import Node, located

FOLDER = "cases/base"
_WHOLE = ("form", "title", "front", "parts", "tables", "closing")
_DERIVED = ("base", "change")
_CELLS = Words("应为映射，如 {granted: [0, 0, 0]}", "expected a mapping such as {granted: [0, 0, 0]}")


class Bases:
    """The bases of a pack and of those that it extends; of two with one name the nearer pack's counts.

    Faults of bases are noted in `found`, once each.
    """

    def __init__(self, packs: Sequence[Path], found: list[PackFault]) -> None:
        self._found = found
        self._files: dict[str, list[Path]] = {}
        for pack in packs:
            for path in sorted((pack / FOLDER).glob("*.yaml")):
                self._files.setdefault(path.stem, []).append(path)
        self._drafts: dict[Path, Draft | None] = {}
        self._open: list[Path] = []

    def draft(self, node: Node, faults: Faults, within: Path | None = None) -> Draft | None:
        """Return the base that the node names; None after a fault, of its name or of its file.

        `within` is the base that derives from it: a base may derive from the one whose place it takes.
        """
        name = text(node, faults)
        if name is None:
            return None
        files = self._files.get(name, [])
        if within in files:
            files = files[files.index(within) + 1 :]
        if not files:
            found = Words(f"没有基准报告 {name}", f"there is no base {name}")
            faults.at(node, found, nearest(name, sorted({*self._files} - {name})))
        elif files[0] in self._open:
            found = Words(f"基准报告 {name} 又回到自身", f"the base {name} leads back to itself")
            faults.at(node, found, Words("应另选一个", "expected another one"))
        else:
            return self.read(files[0])
        return None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all bases."""
        return tuple(sorted(self._files))

    def path(self, name: str) -> Path:
        """Return the file of a base that there is."""
        return self._files[name][0]

    def read(self, path: Path) -> Draft | None:
        """Return the base in that file; None if it is faulty."""
        if path not in self._drafts:
            self._open.append(path)
            self._drafts[path] = self._read(path)
            self._open.pop()
        return self._drafts[path]

    def _read(self, path: Path) -> Draft | None:
        faults = Faults(path.as_posix())
        try:
            node = located(path.read_bytes(), faults.file)
            derived = isinstance(node.value, dict) and "base" in node.value
            draft = self._derived(node, faults, path) if derived else _draft(node, faults)
        except PackError as error:
            faults.take(error)
            draft = None
        self._found.extend(faults.found)
        return None if faults.found else draft

    def _derived(self, node: Node, faults: Faults, path: Path) -> Draft | None:
        fields = Fields(node, faults, _DERIVED)
        name, change = fields.get("base"), fields.get("change")
        draft = self.draft(name, faults, path) if name else None
        if draft is None or change is None:
            return draft
        if isinstance(change.value, dict) and REPLACE in change.value:
            found = Words("基准报告不能用 replace", "replace in a base")
            faults.at_key(change, REPLACE, found, Words("应用 text 或 insert", "expected text or insert"))
        return changed(draft, change, faults)


def _draft(node: Node, faults: Faults) -> Draft | None:
    """Return a base that is written out."""
    fields = Fields(node, faults, _WHOLE)
    form = fields.choice("form", form_names())
    title, front, closing = (_lines(fields, key) for key in ("title", "front", "closing"))
    parts = _parts(fields)
    if not form:
        return None
    return Draft(form, title, front, parts, _tables(fields, form), closing)


def _lines(fields: Fields, key: str) -> tuple[str, ...]:
    node = fields.need(key, Words("应为一行或多行文字", "expected lines of text"))
    return (lines(node, fields.faults) or ()) if node else ()


def _parts(fields: Fields) -> tuple[Part, ...]:
    wanted = Words("应为六个部分的列表", "expected a list of six parts")
    node = fields.need("parts", wanted)
    found = items(node, fields.faults, wanted) if node else []
    if node and found and len(found) != 6:
        fields.faults.at(node, Words(f"这里有 {len(found)} 个部分", counted(len(found), "part")), wanted)
    return tuple(_part(number, item, fields.faults) for number, item in enumerate(found, 1))


def _part(number: int, node: Node, faults: Faults) -> Part:
    fields = Fields(node, faults, ("heading", "text"))
    heading, words = fields.text("heading"), fields.get("text")
    paragraphs = (lines(words, faults) or ()) if words else ()
    return Part(number, heading, paragraphs, TABLES.get(number))


def _tables(fields: Fields, form: str) -> Mapping[str, Table]:
    """Return the three tables; rows that are left out hold zeros."""
    node = fields.get("tables")
    given = Fields(node, fields.faults, tuple(TABLES.values())) if node else None
    return {
        key: _table(blank_table(form, key), given.get(key) if given else None, fields.faults)
        for key in TABLES.values()
    }


def _table(table: Table, node: Node | None, faults: Faults) -> Table:
    rows = {row.key: block.columns for block in table.blocks for row in block.rows}
    cells = {(row, column.key): "0" for row, columns in rows.items() for column in columns}
    for name, value in entries(node, faults, _CELLS) if node else ():
        row = choice_of(name, list(rows), faults)
        found = texts(value, faults)
        if row and found is not None and len(found) != len(rows[row]):
            amount = Words(f"这里有 {len(found)} 格", counted(len(found), "cell"))
            faults.at(value, amount, Words(f"应为 {len(rows[row])} 格", f"expected {len(rows[row])}"))
        elif row and found is not None:
            cells.update(zip(((row, column.key) for column in rows[row]), found, strict=True))
    return table.with_cells(cells)
