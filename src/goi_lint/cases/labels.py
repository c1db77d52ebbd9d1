"""Printed labels for the keys of a report: what an author means who writes `requests.予以公开`."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from goi_lint.cases.draft import Block, Draft
from goi_lint.errors import Words

ALL_KEYS = Words("键和中文名见 goi-lint checks --keys", "expected one of goi-lint checks --keys")
ADDRESS = Words(
    "应为“表.行”“表.列”等地址，如 requests.granted；键和中文名见 goi-lint checks --keys",
    "expected an address such as requests.granted; for the keys see goi-lint checks --keys",
)


def meant(draft: Draft, text: str) -> Words | None:
    """Return the address that bears the label which is most like the text's last piece; None if none is."""
    addresses: dict[str, str] = {}
    for table in draft.tables.values():
        for block in table.blocks:
            for label, key in _labels(block):
                addresses.setdefault(label, f"{table.key}.{key}")
    near = get_close_matches(text.rpartition(".")[2], addresses, 1)
    return Words(f"是否为 {addresses[near[0]]}？", f"did you mean {addresses[near[0]]}?") if near else None


def _labels(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the labels of a block with their keys."""
    yield block.title, block.key
    yield from ((row.label, row.key) for row in block.rows)
    yield from ((column.label, column.key) for column in block.columns)
    yield from ((label, key) for key, label in block.group_labels.items())
