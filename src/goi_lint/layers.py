"""Packs laid over one another: which rules they leave, and where two of them contradict each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from goi_lint.errors import UsageError, Words
from goi_lint.model.rule import Applies, Change, Details, Disabled, Pack, Rule
from goi_lint.packs import Loaded, chain_of
from goi_lint.packs.merging import contradicting
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

_APPLIES = {
    "applies.years.first": "first_year",
    "applies.years.last": "last_year",
    "applies.forms": "forms",
    "applies.levels": "levels",
    "applies.ranks": "ranks",
    "applies.provinces": "provinces",
    "applies.cities": "cities",
}
_FIELDS = {"source": "sources"}
"""Keys of rule files whose fields in `Rule` are called otherwise."""


def layered(chain: Sequence[Loaded]) -> tuple[Rule, ...]:
    """Return the rules that the packs of a chain leave; raise `UsageError` where two packs contradict each other.

    A pack that extends both may decide between them.
    """
    layers = _Layers()
    for loaded in chain:
        layers.add(loaded.pack, frozenset(base.pack.name for base in chain_of(loaded.bases)))
    return layers.rules()


class _Contradiction(NamedTuple):
    """Two packs that leave different things, and who they are: a pack that extends both may settle it."""

    packs: frozenset[str]
    error: UsageError


class _Layers:
    """The rules as they stand after each pack, and which contradictions have not been settled."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}
        self._disabled: dict[str, Disabled] = {}
        self._open: dict[tuple[str, str], _Contradiction] = {}

    def add(self, pack: Pack, inherited: frozenset[str]) -> None:
        """Lay one pack over the others; `inherited` names those that it extends."""
        for rule in pack.rules:
            if rule.pack == pack.name:
                self._own(rule)
            else:
                self._changed(rule, inherited)
        for disabled in pack.disabled:
            self._disable(disabled, inherited)

    def _own(self, rule: Rule) -> None:
        other = self._rules.setdefault(rule.id, rule)
        if other is not rule:
            raise UsageError(
                Words(
                    f"规则包 {other.pack} 与 {rule.pack} 都有规则 {rule.id}",
                    f"the rule packs {other.pack} and {rule.pack} both have a rule {rule.id}",
                )
            )

    def _changed(self, rule: Rule, inherited: frozenset[str]) -> None:
        """Take a rule as its last change leaves it; what packs changed that it does not build on is kept."""
        change = rule.changes[-1]
        disabled = self._disabled.get(rule.id)
        if disabled is not None:
            self._contradict(rule.id, ["disable"], disabled, change)
            return
        before = self._rules[rule.id]
        strangers = [other for other in before.changes if other not in rule.changes]
        for key in change.values:
            known = self._open.get((rule.id, key))
            if known is not None and known.packs <= inherited:
                del self._open[rule.id, key]
        for other in strangers:
            if other.pack not in inherited:
                self._contradict(rule.id, contradicting(change.values, other.values), other, change)
        self._rules[rule.id] = _combined(before, rule, change) if strangers else rule

    def _disable(self, disabled: Disabled, inherited: frozenset[str]) -> None:
        rule = self._rules.pop(disabled.id, None)
        self._disabled[disabled.id] = disabled
        for change in rule.changes if rule else ():
            if change.pack not in inherited:
                self._contradict(disabled.id, ["disable"], change, disabled)

    def _contradict(
        self, rule: str, keys: Sequence[str], one: Change | Disabled, other: Change | Disabled
    ) -> None:
        for key in keys:
            found = _Contradiction(frozenset((one.pack, other.pack)), _contradiction(rule, key, one, other))
            self._open.setdefault((rule, key), found)

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules; raise the first contradiction that no pack has settled."""
        for contradiction in self._open.values():
            raise contradiction.error
        return tuple(self._rules.values())


def _combined(before: Rule, after: Rule, change: Change) -> Rule:
    """Return a rule with one more change, which another pack than those before made of it as it once was."""
    fields: dict[str, Any] = {"changes": (*before.changes, change)}
    for path in change.values:
        key, _, inner = path.partition(".")
        if key in ("params", "terms"):
            values = fields.get(key, getattr(before, key))
            fields[key] = (
                _with(values, inner.split("."), getattr(after, key)) if inner else getattr(after, key)
            )
        elif key == "applies":
            fields[key] = _applying(fields.get(key, before.applies), after.applies, path)
        else:
            name = _FIELDS.get(key, key)
            fields[name] = getattr(after, name)
    details = {name: fields.pop(name) for name in Details._fields if name in fields}
    return before._replace(**fields, details=before.details._replace(**details))


def _with(values: Mapping[str, Any], path: Sequence[str], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return the mapping with the value at the path as it is in another one, where it may be gone."""
    key, *inner = path
    found = dict(values)
    if key not in after:
        found.pop(key, None)
    elif inner and isinstance(found.get(key), Mapping) and isinstance(after[key], Mapping):
        found[key] = _with(found[key], inner, after[key])
    else:
        found[key] = after[key]
    return found


def _applying(before: Applies, after: Applies, path: str) -> Applies:
    names = [name for key, name in _APPLIES.items() if key.startswith(path)]
    return before._replace(**{name: getattr(after, name) for name in names})


def _contradiction(rule: str, key: str, one: Change | Disabled, other: Change | Disabled) -> UsageError:
    first, second = (f"{each.pack}/{each.file}:{each.line}" for each in (one, other))
    return UsageError(
        Words(
            f"规则包对 {rule} 的 {key} 有不同改动：{first} 与 {second}；应只用其中一个，或由继承两者的规则包决定",
            f"rule packs change {key} of {rule} differently: {first} and {second}; use one of them, or a pack that "
            "extends both and decides",
        )
    )
