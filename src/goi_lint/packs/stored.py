"""Rules as JSON, the form in which verified packs are kept, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from goi_lint.errors import Words
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Rank
from goi_lint.model.rule import Applies, Change, Disabled, Pack, Rule, Source
from goi_lint.text.patterns import Pattern

PATTERN = "\0pattern"
"""Key of a mapping that stands for a pattern; no YAML text holds a NUL."""
LITERALS = "literals"
"""Its other key: what every match of the pattern holds."""
_LEVELS = {str(level): level for level in Level}
_ALWAYS = Applies()
_NO_TERMS: Mapping[str, Words] = {}


def pack_from(data: Any, trusted: bool) -> Pack:
    """Return the pack that `goi_lint.packs.verifying` wrote."""
    name = data["name"]
    rules = tuple(_rule(rule, trusted) for rule in data["rules"])
    return Pack(
        name,
        data["version"],
        Words(*data["title"]),
        data["prefix"],
        rules,
        tuple(data["extends"]),
        tuple(_disabled(item) for item in data["disabled"]),
        data["province"],
        data["city"],
        data["status"],
        data["maintainer"],
        data["source"],
    )


def _disabled(data: Any) -> Disabled:
    return Disabled(data["id"], data["pack"], data["file"], data["line"], Words(*data["reason"]))


def packed(rule: Mapping[str, Any], pack: str) -> list[Any]:
    """Return a rule as it is kept: its values in the order of `Rule`, since there are many of them."""
    applies = None if not any(rule["applies"]) else rule["applies"]
    head = [rule[key] for key in ("id", "name", "level", "title", "sources", "check", "params")]
    words = [rule[key] for key in ("message", "advice", "exceptions", "terms")]
    return [
        *head,
        *words,
        applies,
        rule["gate"],
        rule.get("pack", pack),
        rule["file"],
        rule.get("changes", []),
    ]


def _rule(data: Any, trusted: bool) -> Rule:
    number, name, level, title, sources, check, params, message, advice, exceptions, terms, *rest = data
    applies, gate, pack, file, changes = rest
    return Rule(
        number,
        name,
        _LEVELS[level],
        Words(*title),
        {form: Source(*source) for form, source in sources.items()},
        check,
        {key: _value(value, trusted) for key, value in params.items()},
        Words(*message),
        Words(*advice),
        Words(*exceptions),
        {code: Words(*words) for code, words in terms.items()} if terms else _NO_TERMS,
        _applies(*applies) if applies else _ALWAYS,
        gate,
        pack,
        file,
        tuple(Change(**change) for change in changes) if changes else (),
    )


def _applies(
    first: int | None, last: int | None, forms: Any, levels: Any, ranks: Any, provinces: Any, cities: Any
) -> Applies:
    bodies = tuple(map(BodyLevel, levels)), tuple(map(Rank, ranks))
    return Applies(first, last, tuple(forms), *bodies, tuple(provinces), tuple(cities))


def _value(value: Any, trusted: bool) -> object:
    if isinstance(value, dict):
        if PATTERN in value:
            return Pattern(value[PATTERN], trusted, value[LITERALS])
        return {key: _value(item, trusted) for key, item in value.items()}
    if isinstance(value, list):
        return [_value(item, trusted) for item in value]
    return value
