"""Rules as JSON, the form in which verified packs are kept, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property

from goi_lint.cache import encoded
from goi_lint.errors import Words
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Rank
from goi_lint.model.rule import Applies, Change, Details, Disabled, Pack, Rule, Source
from goi_lint.text.patterns import Pattern
from goi_lint.typed import Any, cast

PATTERN = "\0"
"""Key of a mapping that stands for a pattern; no YAML text holds a NUL. Both keys are short: there are many of them."""
LITERALS = "l"
"""Its other key: what every match of the pattern holds, where that is known."""
_LEVELS = {str(level): level for level in Level}
_ALWAYS = Applies()
_NO_TERMS: Mapping[str, Words] = {}


def pack_from(data: Any, details: bytes, trusted: bool) -> Pack:
    """Return the pack that `goi_lint.packs.verifying` wrote; `details` is what `packed_details` made of its rules."""
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


def packed_details(rules: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the rest: a line with the parameters of all rules, for who judges by one judges by all, and their words.

    The words of each are a line of their own, since most rules of a run find nothing, and say nothing.
    """
    keys = ("title", "sources", "message", "advice", "exceptions", "terms")
    words = (encoded([rule[key] for key in keys]) for rule in rules)
    return b"\n".join((encoded([rule["params"] for rule in rules]), *words))


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
    """The details of a pack's rules: nothing is decoded before it is needed."""

    def __init__(self, text: bytes, trusted: bool) -> None:
        self._text, self._trusted = text, trusted

    @cached_property
    def params(self) -> Any:
        """The parameters of all rules, the mappings that stand for patterns made patterns."""
        trusted = self._trusted

        def revived(mapping: dict[str, Any]) -> object:
            if PATTERN in mapping:
                return Pattern(mapping[PATTERN], trusted, mapping.get(LITERALS, ()))
            return mapping

        return json.loads(self._text.partition(b"\n")[0], object_hook=revived)

    @cached_property
    def words(self) -> list[bytes]:
        """The words of each rule, not decoded."""
        return self._text.split(b"\n")[1:]


class _Late:
    """The details of one rule, each looked up when it is first asked for."""

    def __init__(self, kept: _Kept, number: int) -> None:
        self._kept, self._number = kept, number

    def __getattr__(self, name: str) -> Any:
        if name == "params":
            self.params = self._kept.params[self._number]
            return self.params
        if name in Details._fields:
            words = _words(*json.loads(self._kept.words[self._number]))
            self.__dict__.update(zip(Details._fields, words, strict=False))
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
