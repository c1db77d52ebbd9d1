"""The keys of the forms beside their printed labels: rows, columns, groups and blocks, as formulas and cases name them.

In text, JSON and Markdown; `docs/keys.md` and `goi-lint checks --keys` show them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from goi_lint.errors import Words
from goi_lint.formatters.wording import one_line, padded, width
from goi_lint.model.form import Form, FormBlock, FormColumn, FormLabel, FormRow, FormTable
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

_KINDS: Mapping[str, Words] = {
    "block": Words("块", "block"),
    "column_group": Words("列组", "columns"),
    "column": Words("列", "column"),
    "row_group": Words("行组", "rows"),
    "row": Words("行", "row"),
    "set": Words("集合", "set"),
}
_NO_LABEL = Words("（没有行名）", "(no label)")
_STEP = "　"
"""Stands before the label of what lies within a group: as wide as a character, and Markdown keeps it."""


class FormKey(NamedTuple):
    """One key of a table; `path` holds the labels of the groups above it, outermost first."""

    kind: str
    key: str
    label: str
    path: tuple[str, ...]
    address: str
    """How findings and cases name it; `sum(leaves)` for a set, which only formulas name."""


def keys_of(table: FormTable) -> tuple[FormKey, ...]:
    """Return all keys of a table in printed order, of each block the columns before the rows."""
    return (*(key for block in table.blocks for key in _block(table, block)), *_sets(table))


def _block(table: FormTable, block: FormBlock) -> Iterator[FormKey]:
    if block.key != table.key:
        label = block.title.text if block.title else ""
        yield FormKey("block", block.key, label, (), f"{table.key}.{block.key}")
    yield from _leaves(table, "column", block.columns, block.column_groups)
    yield from _leaves(table, "row", block.rows, block.row_groups)


def _leaves(
    table: FormTable, kind: str, leaves: Sequence[FormColumn | FormRow], groups: Iterable[FormLabel]
) -> Iterator[FormKey]:
    """Yield columns or rows, each group before what lies within it."""
    waiting = list(groups)
    for leaf in leaves:
        path = leaf.label.path
        above = [group for group in waiting if (*group.path, group.text) == path[: len(group.path) + 1]]
        yield from (_key(table, f"{kind}_group", group) for group in above)
        waiting = [group for group in waiting if group not in above]
        yield _key(table, kind, leaf.label)


def _key(table: FormTable, kind: str, label: FormLabel) -> FormKey:
    return FormKey(kind, label.key, label.text, label.path, f"{table.key}.{label.key}")


def _sets(table: FormTable) -> Iterator[FormKey]:
    labels = {row.label.key: row.label.text for row in table.rows}
    labels |= {column.label.key: column.label.text for column in table.columns}
    for name, members in table.sets.items():
        said = f"{labels[members[0]]} … {labels[members[-1]]}"
        yield FormKey("set", name, said, (), f"sum({name})")


def text(forms: Iterable[Form], language: str) -> str:
    """Return a list of keys and labels for each table of each form."""
    return "\n".join(_form_text(form, language) for form in forms)


def _form_text(form: Form, language: str) -> str:
    tables = "\n".join(_table_text(table, language) for table in form.tables.values())
    return f"{form.key}  {form.name.in_language(language)}\n\n{tables}"


def _table_text(table: FormTable, language: str) -> str:
    keys = keys_of(table)
    kinds = [_KINDS[key.kind].in_language(language) for key in keys]
    widest, names = max(map(width, kinds)), max(width(key.key) for key in keys)
    lines = (
        f"  {padded(kind, widest)}  {padded(key.key, names)}  {_label(key, language)}\n"
        for kind, key in zip(kinds, keys, strict=True)
    )
    return f"{table.key}  {table.name}\n{''.join(lines)}"


def _label(key: FormKey, language: str) -> str:
    return _STEP * len(key.path) + (one_line(key.label) or _NO_LABEL.in_language(language))


def as_json(forms: Iterable[Form], language: str) -> str:
    """Return all keys as JSON, in both languages."""
    objects = [
        {
            "form": form.key,
            "name": form.name._asdict(),
            "tables": [_object(table) for table in form.tables.values()],
        }
        for form in forms
    ]
    return json.dumps({"schema": "goi-lint-keys/1", "forms": objects}, ensure_ascii=False, indent=2) + "\n"


def _object(table: FormTable) -> dict[str, Any]:
    keys = [{**key._asdict(), "path": list(key.path)} for key in keys_of(table)]
    return {"table": table.key, "name": table.name, "part": table.part, "keys": keys}


def markdown(forms: Iterable[Form], language: str) -> str:
    """Return a section for each form, a table of keys for each of its tables; it is for readers of both languages."""
    return "\n".join(_section(form, language) for form in forms)


def _section(form: Form, language: str) -> str:
    tables = "\n".join(_table_markdown(table, language) for table in form.tables.values())
    return f"### {form.key} {form.name.zh} {form.name.en}\n\n{tables}"


def _table_markdown(table: FormTable, language: str) -> str:
    rows = (
        f"| {_KINDS[key.kind].zh} {_KINDS[key.kind].en} | `{key.key}` | {_label(key, language)} |\n"
        for key in keys_of(table)
    )
    head = "| | 键 key | 格式中的文字 label |\n|---|---|---|\n"
    return f"**`{table.key}` {table.name}**\n\n{head}{''.join(rows)}"


FORMATS = {"text": text, "json": as_json, "markdown": markdown}
"""How the keys can be listed, by the name of the format."""
