"""`applies`: to which reports a rule applies, for a whole pack or for one rule."""

from __future__ import annotations

from goi_lint.model.report import BodyLevel, Rank
from goi_lint.packs.fields import LIST, SOME, Faults, Fields, described
from goi_lint.packs.places import city_of, province_of
from goi_lint.text.yaml_file import Node
from goi_lint.typed import Any

KEYS = ("years", "forms", "levels", "ranks", "provinces", "cities")


def read_applies(node: Node | None, faults: Faults, forms: tuple[str, ...]) -> list[Any]:
    """Return `[first year, last year, forms, levels, ranks, provinces, cities]`: what `Applies` is made of."""
    if node is None:
        return [None, None, [], [], [], [], []]
    applies = Fields(node, faults, KEYS)
    years = applies.get("years")
    bounds = Fields(years, faults, ("first", "last")) if years else None
    return [
        bounds.whole("first") if bounds else None,
        bounds.whole("last") if bounds else None,
        applies.choices("forms", forms),
        applies.choices("levels", [str(level) for level in BodyLevel]),
        applies.choices("ranks", [str(rank) for rank in Rank]),
        [province_of(item, faults) for item in _items(applies, "provinces")],
        [city_of(item, faults) for item in _items(applies, "cities")],
    ]


def _items(fields: Fields, key: str) -> list[Node]:
    node = fields.get(key)
    if node is None:
        return []
    if isinstance(node.value, list) and node.value:
        return node.value
    fields.faults.at(node, described(node), SOME if isinstance(node.value, list) else LIST)
    return []
