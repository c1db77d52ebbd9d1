"""Who is above whom on a roster: everyone's parent is on it, and nobody is above itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goi_lint.errors import Words
from goi_lint.packs.fields import Faults, nearest
from goi_lint.text.normalise import fold
from goi_lint.text.yaml_file import Node

_ON_IT = Words("应为名录中的单位", "expected a body of the roster")
_NO_CIRCLE = Words(
    "上级不能是自己，也不能是自己的下级", "expected a parent that is neither the body nor below it"
)
_MOST_NEAR = 50
"""For so many names the nearest one is sought: among thousands that takes a tenth of a second for each."""
_MOST_SHOWN = 6


def verify_parents(
    parents: Sequence[tuple[str, Node]], names: Mapping[str, tuple[str, str]], faults: Faults
) -> dict[str, str]:
    """Return each body's parent by its own name, whichever of its names is written; note what is wrong.

    `parents` are the bodies with what is written as their parent, `names` holds by folded name each body's own name.
    """
    above: dict[str, str] = {}
    nodes: dict[str, Node] = {}
    lost: dict[str, Words] = {}
    for name, node in parents:
        text = str(node.value).strip()
        if known := names.get(fold(text)):
            above[name], nodes[name] = known[0], node
            continue
        if text not in lost:
            near = [name for name, _ in names.values()] if len(lost) < _MOST_NEAR else []
            lost[text] = nearest(text, dict.fromkeys(near), _ON_IT)
        found = Words(f"名录中没有单位 {text}", f"there is no body {text} on the roster")
        faults.at(node, found, lost[text])
    for circle in _circles(above):
        shown = " → ".join([*circle[:_MOST_SHOWN], *(["…"] if len(circle) > _MOST_SHOWN else []), circle[0]])
        faults.at(
            nodes[circle[0]], Words(f"上级绕成一圈：{shown}", f"a circle of parents: {shown}"), _NO_CIRCLE
        )
    return above


def _circles(above: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """Yield the bodies of each circle, from the first one of the roster on."""
    seen: set[str] = set()
    for start in above:
        trail: list[str] = []
        name = start
        while name in above and name not in seen:
            seen.add(name)
            trail.append(name)
            name = above[name]
        if name in trail:
            yield trail[trail.index(name) :]
