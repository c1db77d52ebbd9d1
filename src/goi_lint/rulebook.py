"""Which rules a report is judged by: packs by name or folder, those of its province, and what a run chooses of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property

from goi_lint.assemble import load_forms
from goi_lint.errors import PackError, UsageError, Words
from goi_lint.model.finding import Level, PackInfo
from goi_lint.model.plugin import DOCUMENT, scope_of
from goi_lint.model.report import Identity
from goi_lint.model.rule import Disabled, Pack, Rule
from goi_lint.model.settings import AUTO, Choice
from goi_lint.packs import Loaded, Packs, chain_of
from goi_lint.plugins import Plugins
from goi_lint.selection import ALWAYS, find_pack, known_prefix, select_rules
from goi_lint.tuples import NamedTuple

NATIONAL = "national"


class Parted(NamedTuple):
    """Rules by what they judge: one report alone, or several together."""

    alone: tuple[Rule, ...]
    together: tuple[Rule, ...]


class RuleBook:
    """Loads packs when they are first asked for, and remembers what each choice of them comes to."""

    def __init__(self, plugins: Plugins) -> None:
        self._known = plugins.packs
        self._packs = Packs(plugins.checks, load_forms(), plugins.packs, plugins.built_in_packs)
        self._layered: dict[tuple[str, ...], tuple[Rule, ...]] = {}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._chosen: dict[tuple[object, ...], tuple[Rule, ...]] = {}
        self._others: tuple[str, ...] = ()
        self._together = frozenset(
            name for name, check in plugins.checks.items() if scope_of(check) != DOCUMENT
        )
        self._parted: dict[int, tuple[tuple[Rule, ...], Parted]] = {}

    def chain(self, names: Sequence[str]) -> tuple[Pack, ...]:
        """Return the packs of these names and those that they extend, each after these; `auto` stands for none."""
        return tuple(loaded.pack for loaded in self._chain(names))

    def rules(self, choice: Choice, identity: Identity | None = None) -> tuple[Rule, ...]:
        """Return the rules for a report, or, without its identity, for one of which nothing is known."""
        names = self.names(choice, identity)
        key = (names, choice.select, choice.ignore, *choice.levels.items())
        if key not in self._chosen:
            found = select_rules(self._rules(names), choice.select, choice.ignore, self._elsewhere(choice))
            self._chosen[key] = (
                tuple(_levelled(rule, choice.levels) for rule in found) if choice.levels else found
            )
        return self._chosen[key]

    def parted(self, choice: Choice, identity: Identity | None = None) -> Parted:
        """Return the rules for a report: those that judge it alone, and those that judge several together."""
        rules = self.rules(choice, identity)
        kept = self._parted.get(id(rules))
        if kept is None:
            alone = tuple(rule for rule in rules if rule.check not in self._together)
            several = tuple(rule for rule in rules if rule.check in self._together)
            kept = self._parted[id(rules)] = (rules, Parted(alone, several))
        return kept[1]

    def pack_names(self, choice: Choice, identity: Identity | None = None) -> tuple[str, ...]:
        """Return the names of all packs whose rules judge a report, those that others extend first."""
        names = self.names(choice, identity)
        if names not in self._names:
            self._names[names] = tuple(pack.name for pack in self.chain(names))
        return self._names[names]

    def disabled(self, choice: Choice) -> tuple[Disabled, ...]:
        """Return the rules that the packs leave out."""
        return tuple(disabled for pack in self.used(choice) for disabled in pack.disabled)

    def names(self, choice: Choice, identity: Identity | None = None) -> tuple[str, ...]:
        """Return the names of the packs that are laid over one another for a report."""
        named = tuple(name for name in choice.packs if name != AUTO)
        if AUTO not in choice.packs:
            return named
        home = identity or Identity()
        local = (name for name, pack in self._local if _at_home(pack, home))
        return tuple(dict.fromkeys((*(named or (NATIONAL,)), *local)))

    def used(self, choice: Choice) -> tuple[Pack, ...]:
        """Return all packs that reports may be judged by, national ones first."""
        local = tuple(name for name, _ in self._local) if AUTO in choice.packs else ()
        return self.chain((*self.names(choice), *local))

    def ids(self, choice: Choice, *, everywhere: bool = False) -> frozenset[str]:
        """Return the ids of all rules of the packs used, asked or not.

        `everywhere` adds all packs that are known; one that is faulty concerns nobody who does not use it.
        """
        packs = [*self.used(choice)]
        for folder in self._known.values() if everywhere else ():
            with suppress(PackError):
                packs.append(self._packs.load(folder).pack)
        return frozenset(
            [
                *(rule.id for pack in packs for rule in pack.rules),
                *(disabled.id for pack in packs for disabled in pack.disabled),
                *(rule.id for rule in self._rules(self.names(choice))),
            ]
        )

    def all_used(self, lists: Sequence[Sequence[str]]) -> tuple[Pack, ...]:
        """Return all packs that reports may be judged by which are judged by one of these lists of packs."""
        for names in lists:
            self._verify_packs(Choice(tuple(names)))
        used = (pack for names in lists for pack in self.used(Choice(tuple(names))))
        return tuple({pack.name: pack for pack in used}.values())

    def rule_ids(self, lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """Return the ids of all rules of these lists of packs, asked or not."""
        return tuple(sorted({id for names in lists for id in self.ids(Choice(tuple(names)))}))

    def also(self, ids: tuple[str, ...]) -> None:
        """Let choices name these rules too, by which other reports of the run may be judged."""
        self._others = ids

    def local_rules(self, choice: Choice) -> dict[str, frozenset[str]]:
        """Return the packs that `auto` may choose, each with the rules that it has or changes; none without `auto`."""
        if AUTO not in choice.packs:
            return {}
        return {name: frozenset(rule.id for rule in pack.rules) for name, pack in self._local}

    def verify(self, choice: Choice) -> None:
        """Raise `UsageError` for a level that is set for no rule, and for packs that contradict each other.

        That is seen before anything is judged: which packs `auto` lays over one another depends on the reports.
        """
        self._verify_packs(choice)
        ids = [*(rule.id for rule in self._rules(self.names(choice))), *self._elsewhere(choice)]
        for prefix in choice.levels:
            known_prefix(prefix, ids)

    def _verify_packs(self, choice: Choice) -> None:
        self._rules(self.names(choice))
        if AUTO not in choice.packs:
            return
        for province, city in {(pack.province, pack.city) for _, pack in self._local}:
            names = self.names(choice, Identity(province=province, city=city))
            try:
                self._rules(names)
            except UsageError as error:
                raise _contradicting(names, error) from error

    @cached_property
    def _local(self) -> tuple[tuple[str, Pack], ...]:
        """The known packs that are for one province or city, those of provinces first."""
        packs = [(name, self._packs.load(folder).pack) for name, folder in self._known.items()]
        return tuple(
            sorted((one for one in packs if one[1].province), key=lambda one: (bool(one[1].city), one[0]))
        )

    def _chain(self, names: Sequence[str]) -> tuple[Loaded, ...]:
        folders = [find_pack(name, self._known) for name in names if name != AUTO]
        return chain_of([self._packs.load(folder) for folder in folders])

    def _rules(self, names: tuple[str, ...]) -> tuple[Rule, ...]:
        if names not in self._layered:
            self._layered[names] = self._with_standing(_layered(self._chain(names)))
        return self._layered[names]

    def _with_standing(self, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """Add the national rules on what could not be read or judged, where the packs have none of their own.

        Without them a document that was not judged would look like one without findings.
        """
        lacking = set(ALWAYS) - {rule.check for rule in rules}
        if not lacking:
            return rules
        national = self._packs.load(self._known[NATIONAL]).pack
        return (*(rule for rule in national.rules if rule.check in lacking), *rules)

    def _elsewhere(self, choice: Choice) -> tuple[str, ...]:
        """Return the ids of rules that other reports of the run are judged by: to name them is no mistake."""
        if not (choice.select or choice.ignore or choice.levels):
            return self._others
        left_out = (disabled.id for disabled in self.disabled(choice))
        local = self._local if AUTO in choice.packs else ()
        return (*self._others, *left_out, *(rule.id for _, pack in local for rule in pack.rules))


def _contradicting(names: Sequence[str], error: UsageError) -> UsageError:
    """Return the error where `auto` adds packs to others that they contradict."""
    zh, en = "、".join(names), ", ".join(names)
    return UsageError(
        Words(
            f"auto 把互相矛盾的规则包（{zh}）用于同一地方：{error.words.zh}。可在其中一个的 pack.yaml 中写 "
            "extends: 另一个的名称",
            f"auto uses packs for one place that contradict each other ({en}): {error.words.en}. One of them may say "
            "`extends:` and the other's name in its pack.yaml",
        )
    )


def _layered(chain: Sequence[Loaded]) -> tuple[Rule, ...]:
    """Return the rules that packs leave."""
    rules = {rule.id: rule for loaded in chain for rule in loaded.pack.rules if rule.pack == loaded.pack.name}
    if len(rules) == sum(len(loaded.pack.rules) + len(loaded.pack.disabled) for loaded in chain):
        return tuple(rules.values())  # each is of one pack, and none changes or leaves out another's
    from goi_lint.layers import layered

    return layered(chain)


def infos(packs: Sequence[Pack]) -> tuple[PackInfo, ...]:
    """Return names and versions."""
    return tuple(PackInfo(pack.name, pack.version) for pack in packs)


def _at_home(pack: Pack, home: Identity) -> bool:
    return pack.province == home.province and pack.city in (None, home.city)


def _levelled(rule: Rule, levels: Mapping[str, Level]) -> Rule:
    """Return the rule with the level that the longest of the ids' beginnings gives it."""
    fitting = [prefix for prefix in levels if rule.id.startswith(prefix)]
    return rule._replace(level=levels[max(fitting, key=len)]) if fitting else rule
