"""Rules and packs as they are after loading."""

from __future__ import annotations

from collections.abc import Mapping

from goi_lint.errors import Words
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Rank
from goi_lint.tuples import NamedTuple

_NO_PARAMS: Mapping[str, object] = {}


class Source(NamedTuple):
    """What demands the rule: a document and the place in it; `custom` where no text demands it."""

    document: str
    place: str
    custom: bool = False

    def __str__(self) -> str:
        return f"{self.document} {self.place}".strip()


class Applies(NamedTuple):
    """To which reports a rule applies; an empty tuple and None leave it open. Years include both bounds."""

    first_year: int | None = None
    last_year: int | None = None
    forms: tuple[str, ...] = ()
    levels: tuple[BodyLevel, ...] = ()
    ranks: tuple[Rank, ...] = ()
    provinces: tuple[str, ...] = ()
    """Keys of provinces: `jilin`."""
    cities: tuple[str, ...] = ()
    """Official names of prefectures: 长春市."""


class Change(NamedTuple):
    """What one pack changed of a rule that it inherited.

    `values` are JSON by dotted path: `level`, `params.fields`.
    """

    pack: str
    file: str
    line: int
    values: Mapping[str, str]


class Disabled(NamedTuple):
    """A rule of an extended pack that a pack leaves out, and why."""

    id: str
    pack: str
    file: str
    line: int
    reason: Words


class Details(NamedTuple):
    """What is needed of a rule where it judges or speaks; those that are kept are decoded no earlier."""

    title: Words
    sources: Mapping[str, Source]
    """By form key; the key '' holds for every form that is not named."""
    message: Words
    advice: Words
    exceptions: Words
    terms: Mapping[str, Words]
    """What the codes among a check's facts mean in words."""
    params: Mapping[str, object] = _NO_PARAMS


class Rule(NamedTuple):
    """One obligation as data."""

    id: str
    name: str
    level: Level
    check: str
    details: Details
    applies: Applies = Applies()
    gate: bool = False
    """Where this rule fails, the rules after it are not applicable."""
    pack: str = ""
    file: str = ""
    """Path of the rule's file, relative to its pack."""
    changes: tuple[Change, ...] = ()
    """What other packs changed of it, in the order in which they did."""

    @property
    def params(self) -> Mapping[str, object]:
        """What the check is to look for."""
        return self.details.params

    @property
    def title(self) -> Words:
        """What must hold."""
        return self.details.title

    @property
    def sources(self) -> Mapping[str, Source]:
        """What demands it, by form."""
        return self.details.sources

    @property
    def message(self) -> Words:
        """What is said of a finding, with the check's facts in braces."""
        return self.details.message

    @property
    def advice(self) -> Words:
        """What to do about it, likewise."""
        return self.details.advice

    @property
    def exceptions(self) -> Words:
        """What is not reported."""
        return self.details.exceptions

    @property
    def terms(self) -> Mapping[str, Words]:
        """What codes mean."""
        return self.details.terms

    def source_for(self, form: str | None) -> Source:
        """Return what demands the rule under that form."""
        sources = self.sources
        return sources.get(form or "") or sources.get("") or next(iter(sources.values()))


class Pack(NamedTuple):
    """A set of rules with its name and the prefix of its ids; `rules` are its own and those it changes.

    Packs that it extends are not in it: `goi_lint.rulebook` lays packs over one another.
    """

    name: str
    version: str
    title: Words
    prefix: str
    rules: tuple[Rule, ...]
    extends: tuple[str, ...] = ()
    """Names of the packs it extends, nearest last."""
    disabled: tuple[Disabled, ...] = ()
    province: str | None = None
    """Key of the province whose reports `--pack auto` judges by it."""
    city: str | None = None
    """Official name of the prefecture, where it is for one only."""
    status: str = "draft"
    """`stable` where each rule has a good and a bad example, which `goi-lint test` sees to; else `draft`."""
    maintainer: str = ""
    source: str = ""
