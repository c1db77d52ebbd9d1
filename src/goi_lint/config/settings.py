"""What holds for a run and for each document: the command line wins over the configuration, it over the defaults.

Every run asks this, so it imports next to nothing.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property

from goi_lint.discovery import Sieve
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Given
from goi_lint.model.settings import Asked, Choice
from goi_lint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from goi_lint.config.written import Config, Setting, Table
    from goi_lint.ignores import Patterns

LEVELS = "levels."
"""How the settings that give rules their level begin; an id or beginning of ids follows."""

DEFAULTS: Mapping[str, object] = {
    "packs": ("national",),
    "include": (),
    "exclude": (),
    "select": (),
    "ignore": (),
    "fail-on": "error",
    "format": ("text",),
    "jobs": "auto",
    "lang": None,
    "exceptions": None,
    "baseline": None,
    "roster": None,
}
OF_DOCUMENTS = ("year", "level", "province", "city", "packs", "select", "ignore")
"""What may differ from document to document, besides the levels of rules."""

DEFAULT, LOCALE, COMMAND_LINE = "default", "locale", "commandLine"
"""Who gives a value, if it is not the configuration."""

Held = tuple[object, int | str]
"""A value that holds, and its origin: the line of the configuration, or who else gives it."""


class Settings:
    """What holds for a run; `said` is what the command line says, by the configuration's keys."""

    def __init__(self, config: Config | None = None, said: Mapping[str, object] | None = None) -> None:
        self.config = config
        self.said = said or {}
        self._latest: tuple[str, Asked] | None = None

    def of_run(self) -> dict[str, Held]:
        """Return all that holds for every document."""
        return self._said_over(self._defaults() | _configured(self._configuration))

    def of_document(self, name: str) -> dict[str, Held]:
        """Return what holds for one document; of tables whose patterns match, the last wins key by key.

        Levels hold rule by rule: a table's levels win for all rules that it names by id or beginning of ids.
        """
        settings = self._defaults() | _configured(self._configuration)
        for table, patterns in zip(self.tables, self._patterns, strict=True):
            if patterns.match(name):
                settings = _overruled(settings, _configured(table.settings))
        held = self._said_over(settings)
        return {key: held[key] for key in held if key in OF_DOCUMENTS or key.startswith(LEVELS)}

    def value(self, key: str) -> object:
        """Return one value that holds for the run."""
        if key in self.said:
            return self.said[key]
        setting = self._configuration.get(key)
        return setting.value if setting else DEFAULTS[key]

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that holds for the run."""
        return cast("tuple[str, ...]", self.value(key))

    def asked(self) -> Asked:
        """Return what is asked of documents for which no path says otherwise."""
        return _asked(self.of_run())

    def asked_of(self, name: str) -> Asked:
        """Return what is asked of one document by its name; several parts of a run ask of one after the other."""
        if not self.tables:
            return self._asked_of_all
        if self._latest is None or self._latest[0] != name:
            self._latest = (name, _asked(self.of_document(name)))
        return self._latest[1]

    @cached_property
    def _asked_of_all(self) -> Asked:
        return self.asked()

    @cached_property
    def _patterns(self) -> list[Patterns]:
        from goi_lint.ignores import patterns_in

        return [patterns_in(self.folder, table.patterns) for table in self.tables]

    @property
    def file(self) -> str:
        """The configuration as messages show it, "" if there is none."""
        return self.config.file if self.config else ""

    @property
    def folder(self) -> str:
        """The configuration's folder, "" if there is none."""
        return self.config.folder if self.config else ""

    @property
    def tables(self) -> tuple[Table, ...]:
        """What the configuration says of some paths only."""
        return self.config.tables if self.config else ()

    @property
    def _configuration(self) -> Mapping[str, Setting]:
        return self.config.settings if self.config else {}

    @property
    def threshold(self) -> Level | None:
        """From which level on the exit code is 1."""
        fail_on = self.value("fail-on")
        return None if fail_on == "never" else Level(str(fail_on))

    def included(self) -> tuple[str, ...]:
        """Return the paths to search where none is given; `UsageError` if one of them is not there."""
        setting = self._configuration.get("include")
        if setting is None:
            return ()
        from goi_lint.config.inclusion import included

        return included(self.texts("include"), self.folder, f"{self.file}:{setting.line}")

    def sieve(self, searching: bool) -> Sieve:
        """Return which files of folders are meant; `include` holds where no path is given: when it is `searching`."""
        include, exclude = self.texts("include"), self.texts("exclude")
        return Sieve(
            include=self._found(include) if searching and include else None,
            exclude=self._found(exclude) if exclude else None,
        )

    def _found(self, patterns: tuple[str, ...]) -> Patterns:
        """Return patterns for what a search finds: it follows no links to folders but from the start."""
        from goi_lint.ignores import patterns_in

        return patterns_in(os.path.realpath(self.folder), patterns)

    def pack_lists(self, overruled: bool = False) -> list[tuple[str, ...]]:
        """Return the lists of packs that documents are judged by; if asked, overruled ones too."""
        if "packs" in self.said and not overruled:
            return [self.texts("packs")]
        settings = [self._configuration, *(table.settings for table in self.tables)]
        lists = [each["packs"].value for each in settings if "packs" in each]
        return list(dict.fromkeys([self.texts("packs"), *cast("list[tuple[str, ...]]", lists)]))

    def _defaults(self) -> dict[str, Held]:
        return {key: (value, DEFAULT) for key, value in DEFAULTS.items()}

    def _said_over(self, settings: dict[str, Held]) -> dict[str, Held]:
        return _overruled(settings, {key: (value, COMMAND_LINE) for key, value in self.said.items()})


def _configured(settings: Mapping[str, Setting]) -> dict[str, Held]:
    return {key: (setting.value, setting.line) for key, setting in settings.items()}


def _overruled(settings: dict[str, Held], others: dict[str, Held]) -> dict[str, Held]:
    """Return the settings as others overrule them: these set levels for all rules whose ids begin as they say.

    A city falls away where others name another province; what names a city names its province, too.
    """
    gone = tuple(key for key in others if key.startswith(LEVELS))
    if "province" in others and others["province"][0] != settings.get("province", (None, ""))[0]:
        gone = (*gone, "city")
    kept = {key: held for key, held in settings.items() if key in others or not key.startswith(gone)}
    return kept | others


def _asked(held: Mapping[str, Held]) -> Asked:
    """Return as types what is held of a document."""
    packs, select, ignore = (cast("tuple[str, ...]", held[key][0]) for key in ("packs", "select", "ignore"))
    levels = {key.removeprefix(LEVELS): held[key][0] for key in held if key.startswith(LEVELS)}
    year, level, province, city = (
        held[key][0] if key in held else None for key in ("year", "level", "province", "city")
    )
    return Asked(
        Choice(packs, select, ignore, cast("Mapping[str, Level]", levels)),
        Given(
            year=cast("int | None", year),
            level=BodyLevel(str(level)) if level else None,
            province=cast("str | None", province),
            city=cast("str | None", city),
        ),
    )
