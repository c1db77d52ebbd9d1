"""Rules as JSON, the form in which verified packs are kept, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, cached_property
from json import JSONDecoder
from typing import Any, cast

from goi_lint.cache import encoded
from goi_lint.errors import Words
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Rank
from goi_lint.model.rule import Applies, Change, Details, Disabled, Pack, Rule, Source
from goi_lint.text.patterns import Pattern

PATTERN = "\0"
"""Key of a mapping that stands for a pattern; no YAML text holds a NUL. Both keys are short: there are many of them."""
LITERALS = "l"
"""Its other key: what every match of the pattern holds, where that is known."""
_BETWEEN = b"\t"
"""No JSON holds it but between its values, where none is written."""
_LEVELS = {str(level): level for level in Level}
_ALWAYS = Applies()
_NO_TERMS: Mapping[str, Words] = {}


def pack_from(data: Any, details: bytes, trusted: bool) -> Pack:
    """Return the pack that `goi_lint.packs.verifying` wrote, with a line of details for each rule."""
    kept = _Kept(details, trusted)
    rules = tuple(_rule(rule, _Late(kept, number)) for number, rule in enumerate(data["rules"]))
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
    """Return what every run needs of a rule: values in the order of `Rule`, since there are many of them."""
    return [
        rule["id"],
        rule["name"],
        rule["level"],
        rule["check"],
        rule["applies"] if any(rule["applies"]) else None,
        rule["gate"],
        rule.get("pack", pack),
        rule["file"],
        rule.get("changes", ()),
    ]


def packed_details(rule: Mapping[str, Any]) -> bytes:
    """Return the rest of a rule as a line of its own, in two pieces: its words and its parameters."""
    words = [rule[key] for key in ("title", "sources", "message", "advice", "exceptions", "terms")]
    return encoded(words) + _BETWEEN + encoded(rule["params"])


def _rule(data: Any, details: _Late) -> Rule:
    number, name, level, check, applies, gate, pack, file, changes = data
    return Rule(
        number,
        name,
        _LEVELS[level],
        check,
        cast("Details", details),
        _applies(*applies) if applies else _ALWAYS,
        gate,
        pack,
        file,
        tuple(Change(**change) for change in changes) if changes else (),
    )


class _Kept:
    """The details of a pack's rules, a line for each, which are parted when those of one rule are needed."""

    def __init__(self, text: bytes, trusted: bool) -> None:
        self._text = text
        self.trusted = trusted

    @cached_property
    def lines(self) -> list[list[bytes]]:
        return [line.split(_BETWEEN) for line in self._text.split(b"\n")]


class _Late:
    """The details of a rule, its words and its parameters: either are decoded once, when they are first asked for."""

    def __init__(self, kept: _Kept, number: int) -> None:
        self._kept, self._number = kept, number

    def __getattr__(self, name: str) -> Any:
        words, params = self._kept.lines[self._number]
        if name == "params":
            self.params = _decoder(self._kept.trusted).decode(params.decode())
            return self.params
        if name in Details._fields:
            self.__dict__.update(zip(Details._fields, _words(*json.loads(words)), strict=False))
            return self.__dict__[name]
        return getattr(self._whole(), name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Details, _Late)) and self._asdict() == other._asdict()

    def __hash__(self) -> int:
        return hash(self.title)

    def __reduce__(self) -> tuple[Any, ...]:
        return Details, tuple(self._whole())

    def _whole(self) -> Details:
        return Details(*(getattr(self, name) for name in Details._fields))


@cache
def _decoder(trusted: bool) -> JSONDecoder:
    """Return what decodes parameters, the mappings that stand for patterns among them."""

    def revived(mapping: dict[str, Any]) -> object:
        if PATTERN in mapping:
            return Pattern(mapping[PATTERN], trusted, mapping.get(LITERALS, ()))
        return mapping

    return JSONDecoder(object_hook=revived)


def _words(
    title: Any, sources: Any, message: Any, advice: Any, exceptions: Any, terms: Any
) -> tuple[Any, ...]:
    return (
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
