"""The file of exceptions: YAML → entries, or all of its mistakes at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from goi_lint.errors import ConfigError, PackError, UsageError, Words, reason_of
from goi_lint.exceptions.days import day_of
from goi_lint.exceptions.entries import Entry, PathTest
from goi_lint.exceptions.naming import unknown_rule
from goi_lint.exceptions.places import Places
from goi_lint.ignores import climbs, is_pattern, patterns_in
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR
from goi_lint.packs.fields import Faults, Fields, described
from goi_lint.text.normalise import fold
from goi_lint.text.yaml_file import Node, located
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.model.form import Form

_KEYS = ("rule", "path", "body", "year", "place", "reason", "until")
_ID = Words("应为规则编号，如 GOI040，或其列表", "expected the id of a rule such as GOI040, or a list of ids")
_REASON = Words("应写明理由", "expected why")
_DAY = Words("应写成 2027-01-31 的样子", "expected a date such as 2027-01-31")
_LIST = Words("应为列表，每项以 - rule: 开头", "expected a list, each item beginning with - rule:")


_PATTERN = Words("应为 .gitignore 式的模式，如 archive/2019/", "expected a pattern: archive/2019/")
_BELOW = Words(
    "应为 archive/2019/ 的样子：从本文件所在的文件夹算起，不含 . 和 ..",
    "expected a pattern: archive/2019/, from the folder of this file on, without . and ..",
)


def read_exceptions(
    path: Path, known: Collection[str], forms: Mapping[str, Form], other_places: bool = False
) -> tuple[Entry, ...]:
    """Return the entries; raise `ConfigError` with every fault, `UsageError` where the file cannot be read.

    `known` are the ids of all rules, `forms` those whose rows and columns places may name. With `other_places`, checks
    of strangers may have others of their own.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise UsageError(
            Words(
                f"无法读取例外文件 {path}（{reason.zh}）", f"cannot read the exceptions {path} ({reason.en})"
            )
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
    folder, places = str(path.absolute().parent), Places(forms, other_places)
    entries = tuple(_entry(item, faults, known, places, folder) for item in node.value)
    if faults.found:
        raise ConfigError(tuple(sorted(faults.found, key=lambda fault: fault[:3])))
    return entries


def _entry(node: Node, faults: Faults, known: Collection[str], places: Places, folder: str) -> Entry:
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
        place=_place(fields, places),
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
            fields.faults.at(item, *unknown_rule(item.value, known))
    return tuple(dict.fromkeys(str(item.value) for item in items))


def _path(fields: Fields, folder: str) -> PathTest | None:
    """Return the test of a pattern as `.gitignore` has them; it holds in the folder of the file."""
    node = fields.get("path")
    pattern = fields.text("path") if node else ""
    if node is None or not pattern:
        return None
    if pattern.startswith("!") or not is_pattern(pattern):
        fields.faults.at(node, described(node), _BELOW if climbs(pattern) else _PATTERN)
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


def _place(fields: Fields, places: Places) -> str | None:
    """Return the address of a place."""
    node = fields.get("place")
    place = fields.text("place") if node else ""
    if node is None or not place:
        return None
    places.verify(node, place, fields.faults)
    return place
