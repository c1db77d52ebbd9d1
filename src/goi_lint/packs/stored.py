"""Rules as JSON, the form in which verified packs are kept, and back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast

from goi_lint.cache import Revive, decoded, encoded
from goi_lint.errors import Words
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Rank
from goi_lint.model.rule import Applies, Change, Disabled, Pack, Rule, Source, Wording
from goi_lint.text.patterns import Pattern

PATTERN = "\0"
"""Key of a mapping that stands for a pattern; no YAML text holds a NUL. Both keys are short: there are many of them."""
LITERALS = "l"
"""Its other key: what every match of the pattern holds, where that is known."""
_LEVELS = {str(level): level for level in Level}
_ALWAYS = Applies()
_NO_TERMS: Mapping[str, Words] = {}


def pack_from(data: Any, wordings: bytes) -> Pack:
    """Return the pack that `goi_lint.packs.verifying` wrote, revived, with a line of wording for each rule."""
    lines = _Lines(wordings)
    rules = tuple(_rule(rule, _Undecoded(lines, number)) for number, rule in enumerate(data["rules"]))
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
    return [
        rule["id"],
        rule["name"],
        rule["level"],
        rule["check"],
        rule["params"],
        rule["applies"] if any(rule["applies"]) else None,
        rule["gate"],
        rule.get("pack", pack),
        rule["file"],
        rule.get("changes", ()),
    ]


def packed_wording(rule: Mapping[str, Any]) -> bytes:
    """Return the rest of a rule as a line of its own: most rules of a run find nothing, and say nothing."""
    return encoded([rule[key] for key in ("title", "sources", "message", "advice", "exceptions", "terms")])


def reviver(trusted: bool) -> Revive:
    """Return what makes patterns of the mappings that stand for them."""

    def revive(mapping: dict[str, Any]) -> object:
        if PATTERN in mapping:
            return Pattern(mapping[PATTERN], trusted, mapping.get(LITERALS, ()))
        return mapping

    return revive


def _rule(data: Any, wording: _Undecoded) -> Rule:
    number, name, level, check, params, applies, gate, pack, file, changes = data
    return Rule(
        number,
        name,
        _LEVELS[level],
        check,
        params,
        cast("Wording", wording),
        _applies(*applies) if applies else _ALWAYS,
        gate,
        pack,
        file,
        tuple(Change(**change) for change in changes) if changes else (),
    )


class _Lines:
    """The wordings of a pack, a line each, which are parted when the first one is asked for."""

    def __init__(self, text: bytes) -> None:
        self._text = text

    def __getitem__(self, number: int) -> bytes:
        return self._parted[number]

    @cached_property
    def _parted(self) -> list[bytes]:
        return self._text.split(b"\n")


class _Undecoded:
    """A rule's wording as kept: decoded when the first word of it is asked for, and that once."""

    def __init__(self, lines: _Lines, number: int) -> None:
        self._lines, self._number = lines, number

    def __getattr__(self, name: str) -> Any:
        wording = self._decoded()
        self.__dict__.update(wording._asdict())
        return getattr(wording, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Wording, _Undecoded)) and self._asdict() == other._asdict()

    def __hash__(self) -> int:
        return hash(self.title)

    def __reduce__(self) -> tuple[Any, ...]:
        return Wording, tuple(self._decoded())

    def _decoded(self) -> Wording:
        kept: Any = decoded(self._lines[self._number])
        return _wording(*kept)


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
