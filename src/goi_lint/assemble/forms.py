"""The national forms, read from their YAML."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache

from goi_lint.errors import Words
from goi_lint.model.form import Form, FormBlock, FormColumn, FormLabel, FormRow, FormTable, Holds, PartForm
from goi_lint.text.yaml_file import plain_folder
from goi_lint.typed import Any

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "forms")

Node = Mapping[str, Any]


@cache
def load_forms() -> Mapping[str, Form]:
    """Return the national forms by key, oldest first."""
    forms = (_form(data) for data in plain_folder(_FOLDER).values())
    return {form.key: form for form in sorted(forms, key=lambda form: form.first_year)}


def governing_form(year: int) -> Form | None:
    """Return the form that governs reports of that year; None before 2019."""
    return next((form for form in load_forms().values() if form.governs(year)), None)


def _form(data: Any) -> Form:
    years = data["years"]
    parts = (
        PartForm(part["number"], part["short"], part.get("long"), part.get("table")) for part in data["parts"]
    )
    return Form(
        key=data["key"],
        name=Words(**data["name"]),
        first_year=years["first"],
        last_year=years.get("last"),
        notice=data["notice"],
        parts=tuple(parts),
        tables={key: _table(key, table) for key, table in data["tables"].items()},
        telltales=tuple(data["telltales"]),
    )


def _table(key: str, data: Node) -> FormTable:
    sets = {name: tuple(keys) for name, keys in data.get("sets", {}).items()}
    return FormTable(key, data["part"], data["name"], tuple(_block(block) for block in data["blocks"]), sets)


def _block(data: Node) -> FormBlock:
    columns = list(_walk(data["columns"], "columns"))
    rows = list(_walk(data["rows"], "rows"))
    key, title = data["key"], data.get("title")
    corners = (
        FormLabel(f"{key}.corner_{number}", text) for number, text in enumerate(data.get("corners", ()), 1)
    )
    return FormBlock(
        key=key,
        title=FormLabel(key, title) if title else None,
        corners=tuple(corners),
        columns=tuple(
            FormColumn(label, Holds(node["holds"]), group)
            for label, node, group in columns
            if "columns" not in node
        ),
        column_groups=tuple(label for label, node, _ in columns if "columns" in node),
        rows=tuple(FormRow(label, group) for label, node, group in rows if "rows" not in node),
        row_groups=tuple(label for label, node, _ in rows if "rows" in node),
    )


def _walk(
    nodes: list[Node], children: str, path: tuple[str, ...] = (), group: str | None = None
) -> Iterator[tuple[FormLabel, Node, str | None]]:
    """Yield every label with its node and the key of its group, parents before children, in printed order."""
    for node in nodes:
        variants = tuple(node.get("variants", ()))
        yield FormLabel(node["key"], node["label"], variants, path, node.get("short", "")), node, group
        yield from _walk(node.get(children, []), children, (*path, node["label"]), node["key"])
