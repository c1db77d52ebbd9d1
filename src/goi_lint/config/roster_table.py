"""The roster in a configuration: a file that is named, or a table of its own."""

from __future__ import annotations

from collections.abc import Mapping

from goi_lint.config.roster_entries import Notation, roster_in
from goi_lint.config.values import Where, described
from goi_lint.errors import Words
from goi_lint.model.roster import Roster
from goi_lint.packs import fields
from goi_lint.packs.fields import Faults
from goi_lint.text.yaml_file import Node

_DEEPEST = 4
"""How deep the values of a roster lie: `roster.bodies[0].aliases[0]`."""
_TABLE = Words("这里是表", "a table")


def roster_of_table(value: Mapping[str, object], where: Where) -> Roster:
    """Return the roster that a table of the configuration holds; its mistakes are noted."""
    odd: dict[tuple[int, int], Words] = {}

    def said(node: Node) -> Words:
        if isinstance(node.value, dict):
            return _TABLE
        return odd.get((node.line, node.column)) or fields.described(node)

    notation = Notation(
        bodies=Words(
            '应为列表，如 ["单位名称"]，或写作 [[roster.bodies]]', 'expected ["NAME"] or [[roster.bodies]]'
        ),
        body=Words("应为单位名称，或含 name 的表", "expected the name of a body, or a table with its name"),
        texts=Words('应为文本的列表，如 ["科技局/"]', 'expected a list of texts: ["科技局/"]'),
        described=said,
    )
    node = _node(value, where, odd, 0)
    return roster_in(node, where.toml.folder, Faults(where.toml.file, where.faults), notation)


def _node(value: object, where: Where, odd: dict[tuple[int, int], Words], depth: int) -> Node:
    """Return a value of the configuration as one of a YAML file; what YAML has not is told by `odd`."""
    line, column = where.spot
    if isinstance(value, Mapping):
        inner = value if depth < _DEEPEST else {}
        keys: dict[str, tuple[int, int]] = {key: where.inner(key).key_spot for key in inner}
        return Node(
            {key: _node(each, where.inner(key), odd, depth + 1) for key, each in inner.items()},
            line,
            column,
            keys,
        )
    if isinstance(value, list):
        items = value if depth < _DEEPEST else []
        return Node(
            [_node(each, where.inner(number), odd, depth + 1) for number, each in enumerate(items)],
            line,
            column,
        )
    if isinstance(value, (str, int)):
        return Node(value, line, column)
    odd[line, column] = described(value)
    return Node(None, line, column)
