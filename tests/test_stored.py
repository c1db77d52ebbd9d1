"""Rules as they are kept: what is decoded late is the same as what never was kept."""

from __future__ import annotations

import copy
import pickle

import pytest

from goi_lint.assemble import load_forms
from goi_lint.errors import Words
from goi_lint.layers import layered
from goi_lint.model.rule import Details, Pack, Rule
from goi_lint.model.settings import Choice
from goi_lint.packs import Packs, chain_of
from goi_lint.plugins import build_plugins
from goi_lint.rulebook import RuleBook

PLUGINS = build_plugins()


def loaded(name: str = "national") -> Pack:
    """Load a pack, by what is kept of it where something is."""
    packs = Packs(PLUGINS.checks, load_forms(), PLUGINS.packs, PLUGINS.built_in_packs)
    return packs.load(PLUGINS.packs[name]).pack


def decoded(rule: Rule) -> Rule:
    return rule._replace(details=Details(*rule.details._replace()))


def test_words_and_parameters_are_decoded_when_they_are_asked_for() -> None:
    rule = loaded().rules[0]
    kept = {"_kept", "_number"}
    assert set(vars(rule.details)) == kept
    assert rule.params == decoded(rule).params
    rule = loaded().rules[0]
    assert rule.title == decoded(loaded().rules[0]).title
    assert set(vars(rule.details)) == {*kept, *Details._fields} - {"params"}
    assert rule.details.params is rule.params
    assert set(vars(rule.details)) == {*kept, *Details._fields}


def test_late_details_are_equal_to_others() -> None:
    once, again = loaded(), loaded()
    plain = tuple(map(decoded, once.rules))
    assert once == again
    assert again.rules == plain
    assert plain == again.rules
    other = again.rules[0].details._replace(title=Words("甲", "A"))
    assert once.rules[0] != again.rules[0]._replace(details=other)
    assert once.rules[0] != once.rules[1]._replace(id=once.rules[0].id)


def test_late_details_are_copied_and_pickled_as_others() -> None:
    for undecoded in (loaded().rules, loaded("jilin").rules):
        plain = [decoded(rule) for rule in undecoded]
        assert [pickle.loads(pickle.dumps(rule)) for rule in undecoded] == plain
        assert [copy.deepcopy(rule) for rule in undecoded] == plain


@pytest.mark.parametrize("name", PLUGINS.packs)
def test_packs_side_by_side_leave_what_packs_laid_over_one_another_do(name: str) -> None:
    """Most packs change nothing of others, and are not laid over them: that must come to the same."""
    packs = Packs(PLUGINS.checks, load_forms(), PLUGINS.packs, PLUGINS.built_in_packs)
    chain = chain_of([packs.load(PLUGINS.packs[name])])
    assert RuleBook(PLUGINS).rules(Choice((name,))) == layered(chain)
