"""The file of exceptions: YAML → entries, or all of its mistakes at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from goi_lint.errors import ConfigError, PackError, UsageError, Words, reason_of
from goi_lint.exceptions.days import day_of
from goi_lint.exceptions.entries import Entry, PathTest
from goi_lint.ignores import is_pattern, patterns_in
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR
from goi_lint.packs.fields import Faults, Fields, described, nearest
from goi_lint.text.normalise import fold
from goi_lint.text.yaml_file import Node, located

if TYPE_CHECKING:
    from goi_lint.model.form import Form, FormTable

_KEYS = ("rule", "path", "body", "year", "place", "reason", "until")
_SPOTS = ("title", "front", "closing", "document", *(f"part {number}" for number in range(1, 7)))
_ID = Words("应为规则编号，如 GOI040，或其列表", "expected the id of a rule such as GOI040, or a list of ids")
_REASON = Words("应写明理由", "expected why")
_DAY = Words("应写成 2027-01-31 的样子", "expected a date such as 2027-01-31")
_LIST = Words("应为列表，每项以 - rule: 开头", "expected a list, each item beginning with - rule:")


def read_exceptions(path: Path, known: Collection[str], forms: Mapping[str, Form]) -> tuple[Entry, ...]:
    """Return the entries; raise `ConfigError` with every fault, `UsageError` where the file cannot be read.

    `known` are the ids of all rules, `forms` those whose rows and columns places may name.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise UsageError(
            Words(f"无法读取例外文件 {path}（{reason.zh}）", f"cannot read the exceptions {path} ({reason.en})")
        ) from error
    file = path.as_posix()
    faults = Faults(file)
    try:
        node = located(data, file) if data.strip() else Node([], 1, 1)
    except PackError as error:
        raise ConfigError(error.faults) from error
    if not isinstance(node.value, list):
        faults.at(node, described(node), _LIST)
        raise ConfigError(tuple(faults.found))
    folder = str(path.absolute().parent)
    entries = tuple(_entry(item, faults, known, forms, folder) for item in node.value)
    if faults.found:
        raise ConfigError(tuple(sorted(faults.found, key=lambda fault: fault[:3])))
    return entries


def _entry(
    node: Node, faults: Faults, known: Collection[str], forms: Mapping[str, Form], folder: str
) -> Entry:
    """Return one entry; after a fault it is not to be used."""
    fields = Fields(node, faults, _KEYS)
    if isinstance(node.value, dict) and "path" not in fields and "body" not in fields:
        found = Words("没有写是哪些报告", "it does not say which reports it is for")
        faults.at(node, found, Words("应有 path 或 body", "expected path or body"))
    return Entry(
        rules=_rules(fields, known),
        matches=_path(fields, folder),
        body=fold(fields.text("body")) if "body" in fields else None,
        year=_year(fields),
        place=_place(fields, forms),
        reason=" ".join(fields.text("reason", expected=_REASON).split()),
        until=_until(fields),
        source=f"{faults.file}:{node.line}",
    )


def _rules(fields: Fields, known: Collection[str]) -> tuple[str, ...]:
    node = fields.need("rule", _ID)
    if node is None:
        return ()
    items = node.value if isinstance(node.value, list) else [node]
    if not items:
        fields.faults.at(node, described(node), _ID)
    for item in items:
        if not isinstance(item.value, str) or not item.value:
            fields.faults.at(item, described(item), _ID)
        elif item.value not in known:
            found = Words(f"没有规则 {item.value}", f"there is no rule {item.value}")
            everything = Words("全部规则见 goi-lint rules", "all rules: goi-lint rules")
            fields.faults.at(item, found, nearest(item.value, known, everything))
    return tuple(dict.fromkeys(str(item.value) for item in items))


def _path(fields: Fields, folder: str) -> PathTest | None:
    """Return the test of a pattern as `.gitignore` has them; it holds in the folder of the file."""
    node = fields.get("path")
    pattern = fields.text("path") if node else ""
    if node is None or not pattern:
        return None
    if pattern.startswith("!") or not is_pattern(pattern):
        expected = Words("应为 .gitignore 式的模式，如 archive/2019/", "expected a pattern: archive/2019/")
        fields.faults.at(node, described(node), expected)
        return None
    return patterns_in(folder, [pattern]).match


def _year(fields: Fields) -> int | None:
    year = fields.whole("year")
    node = fields.get("year")
    if year is not None and node is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        expected = Words(
            f"应为 {FIRST_YEAR} 至 {LAST_YEAR} 之间的年份",
            f"expected a year from {FIRST_YEAR} to {LAST_YEAR}",
        )
        fields.faults.at(node, described(node), expected)
    return year


def _until(fields: Fields) -> date | None:
    node = fields.get("until")
    if node is None:
        return None
    until = day_of(node.value) if isinstance(node.value, str) else None
    if until is None:
        fields.faults.at(node, described(node), _DAY)
    return until


def _place(fields: Fields, forms: Mapping[str, Form]) -> str | None:
    """Return the address of a place; of a table it must be made of the form's keys."""
    node = fields.get("place")
    place = fields.text("place") if node else ""
    if node is None or not place:
        return None
    tables = {key: table for form in forms.values() for key, table in form.tables.items()}
    head, *rest = place.split(".")
    if head not in tables:
        if place not in _SPOTS and (near := _near(place, (*_SPOTS, *tables))):
            fields.faults.at(node, described(node), near)
        return place
    keys = sorted({key for form in forms.values() for key in _keys_of(form.tables[head])})
    for word in rest:
        if word not in keys:
            found = Words(f"{head} 没有行或列 {word}", f"{head} has no row or column {word}")
            fields.faults.at(node, found, nearest(word, keys), place.index(word) if word else 0)
    return place


def _near(place: str, known: Iterable[str]) -> Words | None:
    """Return the nearest place; plugins may have places of their own, which are like none of ours."""
    nothing = Words("", "")
    near = nearest(place, known, nothing)
    return None if near is nothing else near


def _keys_of(table: FormTable) -> Iterator[str]:
    for block in table.blocks:
        yield block.key
        yield from (row.label.key for row in block.rows)
        yield from (column.label.key for column in block.columns)
        yield from (label.key for label in (*block.row_groups, *block.column_groups))
