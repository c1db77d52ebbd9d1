"""`change` of a case: its edits, made one by one in the order in which they stand; a fault stops none of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher

from goi_lint.cases import edit
from goi_lint.cases.draft import Draft
from goi_lint.cases.values import counted, entries, items, lines, text, texts
from goi_lint.errors import CaseError, Words
from goi_lint.packs.fields import Faults, Fields, described
from goi_lint.packs.slips import HALF_WIDTH, is_wide
from goi_lint.text.yaml_file import Node
from goi_lint.tuples import NamedTuple

REPLACE = "replace"
"""The change that is made in the written text, after all others."""
_PAIR = Words("应为两行或两列：[requests.granted, requests.refused]", "expected two rows or two columns")
_ADDRESSES = Words(
    "应为映射，如 {requests.granted.total: 5}", "expected a mapping such as {requests.granted.total: 5}"
)
_PLACES = Words("应为映射，如 {part 6: 无}", "expected a mapping such as {part 6: 无}")
_MOVES = Words("应为映射，如 {part 3: after part 4}", "expected a mapping such as {part 3: after part 4}")
_ROW_KEYS = ("table", "after", "label", "cells")
_AFTER = "after "
_COMPARED = 200
"""Up to how many characters a text is compared with the report to tell what may be meant."""
_MARKS = "，。；：、！？（）“”「」《》,;:!?()\t\n "
_ONCE = Words("应恰好一次", "expected once")


class _Step(NamedTuple):
    """One edit, and where it stands."""

    place: Node
    make: Callable[..., Draft]
    what: object
    """What the edit takes besides the draft."""


def changed(draft: Draft, node: Node, faults: Faults) -> Draft:
    """Return the draft with all changes but `replace`; those that cannot be made are faults."""
    fields = Fields(node, faults, (*_STEPS, REPLACE))
    for verb in node.value if isinstance(node.value, dict) else ():
        change = fields.get(verb)
        if change is None or verb not in _STEPS:
            continue
        for step in _STEPS[verb](change, faults):
            draft = _made(draft, step, faults)
    return draft


def _made(draft: Draft, step: _Step, faults: Faults) -> Draft:
    try:
        return step.make(draft, step.what)
    except CaseError as error:
        faults.at(step.place, error.found, error.expected)
        return draft


def replaced(written: str, node: Node, faults: Faults) -> str:
    """Return the written text with texts exchanged, each of which must stand there exactly once."""
    for old, value in entries(node, faults, Words("应为映射 {旧: 新}", "expected a mapping {old: new}")):
        if value.value is None and is_wide(str(old.value)):
            faults.at(
                old, Words(f"“{old.value}”没有对应的新文字", f"“{old.value}” has no new text"), HALF_WIDTH
            )
            continue
        new = text(value, faults)
        times = written.count(str(old.value)) if old.value else 0
        if times != 1:
            found = Words(
                f"“{old.value}”在报告中出现 {times} 次",
                f"“{old.value}” stands in the report {counted(times, 'time')}",
            )
            faults.at(old, found, _alike(str(old.value), written) if not times else _ONCE)
        elif new is not None:
            written = written.replace(str(old.value), new)
    return written


def _alike(old: str, written: str) -> Words:
    """Say what stands in the report instead, where that is alike at all."""
    if len(old) > _COMPARED:
        return _ONCE
    matcher = SequenceMatcher(None, written, old, autojunk=False)
    start, within, length = matcher.find_longest_match()
    near = _untorn(written, max(start - within, 0), len(old))
    if length < 2 or 2 * length < len(old):
        return Words(
            "应恰好一次；基准报告的文字见 goi-lint test --base 名称",
            "expected once; goi-lint test --base NAME prints a base report",
        )
    return Words(f"是否为“{near}”？", f"did you mean “{near}”?")


def _untorn(written: str, start: int, length: int) -> str:
    """Return the text about there from mark to mark, of one line: half a word looks like none of the report."""
    line = written.rfind("\n", 0, start + length // 2) + 1
    start = max(start, line)
    end = min(start + length, (written + "\n").index("\n", start))
    while start > line and written[start] not in _MARKS and written[start - 1] not in _MARKS:
        start -= 1
    while end < len(written) and written[end - 1] not in _MARKS and written[end] not in _MARKS:
        end += 1
    return written[start:end]


def _cells(node: Node, faults: Faults) -> Iterator[_Step]:
    for address, value in entries(node, faults, _ADDRESSES):
        cell = "" if value.value is None else text(value, faults)
        if cell is not None:
            yield _Step(address, edit.set_cells, {str(address.value): cell})


def _labels(node: Node, faults: Faults) -> Iterator[_Step]:
    for address, value in entries(node, faults, _ADDRESSES):
        label = text(value, faults)
        if label is not None:
            yield _Step(address, edit.relabel, {str(address.value): label})


def _deletions(node: Node, faults: Faults) -> Iterator[_Step]:
    for item in items(node, faults):
        address = text(item, faults)
        if address is not None:
            yield _Step(item, edit.delete, [address])


def _swaps(node: Node, faults: Faults) -> Iterator[_Step]:
    for item in items(node, faults):
        pair = texts(item, faults, _PAIR)
        if pair is not None and len(pair) != 2:
            faults.at(item, Words(f"这里有 {len(pair)} 项", counted(len(pair), "item")), _PAIR)
        elif pair is not None:
            yield _Step(item, edit.swap, [pair])


def _additions(node: Node, faults: Faults) -> Iterator[_Step]:
    for item in items(node, faults):
        fields = Fields(item, faults, _ROW_KEYS)
        wanted = Words(f"应有 {'、'.join(_ROW_KEYS)}", f"expected {', '.join(_ROW_KEYS)}")
        table, after, label, cells = (fields.need(key, wanted) for key in _ROW_KEYS)
        if table is None or after is None or label is None or cells is None:
            continue
        row = texts(cells, faults)
        words = [text(each, faults) for each in (table, after, label)]
        if row is None or None in words:
            continue
        yield _Step(item, _with_row, (f"{words[0]}.{words[1]}", str(words[2]), row))


def _with_row(draft: Draft, row: tuple[str, str, list[str]]) -> Draft:
    return edit.add_row(draft, *row)


def _duplicates(node: Node, faults: Faults) -> Iterator[_Step]:
    for item in items(node, faults):
        part = text(item, faults)
        if part is not None:
            yield _Step(item, _duplicate, part)


def _duplicate(draft: Draft, part: str) -> Draft:
    return edit.duplicate(draft, edit.part_number(part))


def _moves(node: Node, faults: Faults) -> Iterator[_Step]:
    for part, value in entries(node, faults, _MOVES):
        target = text(value, faults)
        if target is not None and not target.startswith(_AFTER):
            faults.at(value, described(value), Words("应为 after part 4", "expected after part 4"))
        elif target is not None:
            yield _Step(part, _move, (str(part.value), target.removeprefix(_AFTER)))


def _move(draft: Draft, parts: tuple[str, str]) -> Draft:
    part, after = map(edit.part_number, parts)
    return edit.move(draft, part, after)


def _texts(node: Node, faults: Faults) -> Iterator[_Step]:
    for place, found in _lines_at(node, faults):
        yield _Step(place, _set_text, (str(place.value), found))


def _set_text(draft: Draft, change: tuple[str, tuple[str, ...]]) -> Draft:
    return edit.set_text(draft, *change)


def _insertions(node: Node, faults: Faults) -> Iterator[_Step]:
    for place, found in _lines_at(node, faults):
        yield _Step(place, _insert, (str(place.value), found))


def _insert(draft: Draft, change: tuple[str, tuple[str, ...]]) -> Draft:
    return edit.insert(draft, *change)


def _lines_at(node: Node, faults: Faults) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Yield places and what is to stand there."""
    for place, value in entries(node, faults, _PLACES):
        found = lines(value, faults)
        if found is not None:
            yield place, found


_STEPS: Mapping[str, Callable[[Node, Faults], Iterator[_Step]]] = {
    "cells": _cells,
    "labels": _labels,
    "delete": _deletions,
    "swap": _swaps,
    "add": _additions,
    "duplicate": _duplicates,
    "move": _moves,
    "text": _texts,
    "insert": _insertions,
}
