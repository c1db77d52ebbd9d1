"""Rules as JSON, the form in which verified packs are kept, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from goi_lint.cache import encoded
from goi_lint.errors import Words
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Rank
from goi_lint.model.rule import Applies, Change, Disabled, Pack, Rule, Source, Wording
from goi_lint.text.patterns import Pattern

PATTERN = "\0pattern"
"""Key of a mapping that stands for a pattern; no YAML text holds a NUL."""
LITERALS = "literals"
"""Its other key: what every match of the pattern holds."""
_LEVELS = {str(level): level for level in Level}
_ALWAYS = Applies()
_NO_TERMS: Mapping[str, Words] = {}


def pack_from(data: Any, wordings: Iterable[bytes], trusted: bool) -> Pack:
    """Return the pack that `goi_lint.packs.verifying` wrote, with a line of wording for each rule."""
    rules = tuple(
        _rule(rule, wording, trusted) for rule, wording in zip(data["rules"], wordings, strict=True)
    )
    return Pack(
        data["name"],
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
    """Return what judging needs of a rule: values in the order of `Rule`, since there are many of them."""
    params = rule["params"]
    return [
        rule["id"],
        rule["name"],
        rule["level"],
        rule["check"],
        params,
        _holds_pattern(params),
        rule["applies"] if any(rule["applies"]) else None,
        rule["gate"],
        rule.get("pack", pack),
        rule["file"],
        rule.get("changes", ()),
    ]


def packed_wording(rule: Mapping[str, Any]) -> bytes:
    """Return the rest of a rule as a line of its own: most rules of a run find nothing, and say nothing."""
    return encoded([rule[key] for key in ("title", "sources", "message", "advice", "exceptions", "terms")])


def _rule(data: Any, wording: bytes, trusted: bool) -> Rule:
    number, name, level, check, params, patterned, applies, gate, pack, file, changes = data
    return Rule(
        number,
        name,
        _LEVELS[level],
        check,
        {key: _value(value, trusted) for key, value in params.items()} if patterned else params,
        cast("Wording", _Undecoded(wording)),
        _applies(*applies) if applies else _ALWAYS,
        gate,
        pack,
        file,
        tuple(Change(**change) for change in changes) if changes else (),
    )


class _Undecoded:
    """A rule's wording as kept: decoded when the first word of it is asked for, and that once."""

    def __init__(self, line: bytes) -> None:
        self._line = line

    def __getattr__(self, name: str) -> Any:
        wording = _wording(*json.loads(self._line))
        self.__dict__.update(wording._asdict())
        return getattr(wording, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Wording, _Undecoded)) and self._asdict() == other._asdict()

    def __hash__(self) -> int:
        return hash(self.title)

    def __reduce__(self) -> tuple[Any, ...]:
        return _wording, tuple(json.loads(self._line))


def _wording(title: Any, sources: Any, message: Any, advice: Any, exceptions: Any, terms: Any) -> Wording:
    return Wording(
        Words(*title),
        {form: Source(*source) for form, source in sources.items()},
        Words(*message),
        Words(*advice),
        Words(*exceptions),
        {code: Words(*words) for code, words in terms.items()} if terms else _NO_TERMS,
    )


def _applies(
    first: int | None, last: int | None, forms: Any, levels: Any, ranks: Any, provinces: Any, cities: Any
) -> Applies:
    bodies = tuple(map(BodyLevel, levels)), tuple(map(Rank, ranks))
    return Applies(first, last, tuple(forms), *bodies, tuple(provinces), tuple(cities))


def _holds_pattern(value: object) -> bool:
    if isinstance(value, dict):
        return PATTERN in value or any(map(_holds_pattern, value.values()))
    return isinstance(value, list) and any(map(_holds_pattern, value))


def _value(value: Any, trusted: bool) -> object:
    if isinstance(value, dict):
        if PATTERN in value:
            return Pattern(value[PATTERN], trusted, value[LITERALS])
        return {key: _value(item, trusted) for key, item in value.items()}
    if isinstance(value, list):
        return [_value(item, trusted) for item in value]
    return value
