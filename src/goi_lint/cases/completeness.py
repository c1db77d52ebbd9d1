"""Which rules of a pack lack a bad or a good example: a pack that calls itself stable must have both for each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from goi_lint.cases.case_file import BAD, OK, Case
from goi_lint.engine import COMPLETED
from goi_lint.errors import PackFault, Words
from goi_lint.model.rule import Pack, Rule
from goi_lint.tuples import NamedTuple

STABLE = "stable"


class Lack(NamedTuple):
    """A rule, its file within the pack, and the kinds of cases that it has none of: `bad`, `ok`."""

    rule: str
    file: str
    kinds: tuple[str, ...]


def lacks(pack: Pack, cases: Iterable[Case]) -> tuple[Lack, ...]:
    """Return the pack's own and changed rules that lack a case.

    No report makes a rule exceed its time or fail: the rule that tells of this cannot have a bad case.
    """
    had = {(case.rule, BAD if case.every_expected else OK) for case in cases}
    found = []
    for rule in pack.rules:
        wanted = (OK,) if rule.check == COMPLETED else (BAD, OK)
        kinds = tuple(kind for kind in wanted if (rule.id, kind) not in had)
        if kinds:
            found.append(Lack(rule.id, _file(rule, pack.name), kinds))
    return tuple(found)


def fault_of(lack: Lack, folder: Path) -> PackFault:
    """Return what lacks as a fault, which it is in a pack that calls itself stable."""
    zh, en = "、".join(lack.kinds), " and no ".join(lack.kinds)
    example = f"cases/{lack.rule}/{lack.kinds[0]}-….yaml"
    return PackFault(
        (folder / lack.file).as_posix(),
        1,
        1,
        Words(f"{lack.rule} 没有 {zh} 案例", f"{lack.rule} has no {en} case"),
        Words(
            f"status 为 stable 的规则包，每条规则都应有（{example}，或规则文件中的 examples）",
            f"expected of each rule of a stable pack ({example}, or examples in the rule's file)",
        ),
    )


def _file(rule: Rule, pack: str) -> str:
    """Return the file of this pack that says something of the rule."""
    return next((change.file for change in reversed(rule.changes) if change.pack == pack), rule.file)
