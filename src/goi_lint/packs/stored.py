"""Rules as JSON, the form in which verified packs are kept, and back."""

from __future__ import annotations

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


def pack_from(data: Any, trusted: bool) -> Pack:
    """Return the pack that `goi_lint.packs.verifying` wrote."""
    name = data["name"]
    rules = tuple(_rule(rule, name, trusted) for rule in data["rules"])
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


def _rule(data: Any, pack: str, trusted: bool) -> Rule:
    return Rule(
        id=data["id"],
        name=data["name"],
        level=Level(data["level"]),
        title=Words(*data["title"]),
        sources={form: Source(*source) for form, source in data["sources"].items()},
        check=data["check"],
        params={key: _value(value, trusted) for key, value in data["params"].items()},
        message=Words(*data["message"]),
        advice=Words(*data["advice"]),
        exceptions=Words(*data["exceptions"]),
        terms={code: Words(*words) for code, words in data["terms"].items()},
        applies=_applies(*data["applies"]),
        gate=data["gate"],
        pack=data.get("pack") or pack,
        file=data["file"],
        changes=tuple(Change(**change) for change in data.get("changes", ())),
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
