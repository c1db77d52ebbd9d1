"""What a request and the configuration come to."""

from __future__ import annotations

from argparse import Namespace
from contextlib import suppress

from goi_lint.config.search import find_config
from goi_lint.config.settings import Settings
from goi_lint.errors import PackError, UnknownRuleError, UsageError, Words
from goi_lint.linter import Linter, build_linter
from goi_lint.model.settings import Choice
from goi_lint.rulebook import RuleBook, infos
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.config.toml_file import Toml
    from goi_lint.plugins import Plugins

_SAID = {
    "packs": "pack",
    "select": "select",
    "ignore": "ignore",
    "fail-on": "fail_on",
    "jobs": "jobs",
    "lang": "lang",
    "exceptions": "exceptions",
    "baseline": "baseline",
    "roster": "roster",
    "year": "year",
    "level": "level",
    "province": "province",
    "city": "city",
}
"""What the command line calls the keys of the configuration, in the verbs that have these options."""


def find_toml(request: Namespace) -> Toml | None:
    """Return the file that configures a request; None if there is none, or the verb wants none."""
    if getattr(request, "config", None):
        if request.no_config:
            words = Words(
                "--config 与 --no-config 不能同时使用", "--config and --no-config exclude each other"
            )
            raise UsageError(words)
        from goi_lint.config.toml_file import named_toml

        return named_toml(request.config)
    if getattr(request, "no_config", True) or not find_config("."):
        return None
    from goi_lint.config.toml_file import nearest_toml

    return nearest_toml(".")


def language_in(toml: Toml | None) -> str | None:
    """Return the language that the file wants people to be spoken to in, if it says one that there is."""
    lang = toml.table.get("lang") if toml else None
    return str(lang) if lang in ("zh", "en") else None


def settings_of(request: Namespace, plugins: Plugins) -> Settings:
    """Return what holds for a run; raise `ConfigError` with all mistakes of the configuration."""
    said = {key: getattr(request, name, None) for key, name in _SAID.items()}
    if isinstance(getattr(request, "format", None), list):
        said["format"] = request.format
    held = {key: tuple(value) if isinstance(value, list) else value for key, value in said.items() if value}
    if "city" in held:
        held["province"] = _province_of(str(held["city"]), held.get("province"))
    toml: Toml | None = getattr(request, "toml", None)
    if toml is None:
        return Settings(None, held)
    from goi_lint.config.loading import config_of
    from goi_lint.config.values import Known

    return Settings(config_of(toml, Known(tuple(plugins.formatters), tuple(plugins.packs))), held)


def _province_of(city: str, province: object) -> str:
    """Return the province of a city; raise `UsageError` where another one is named."""
    from goi_lint.reference.cities import city_called
    from goi_lint.reference.gazetteer import province_name

    home = city_called(city)
    assert home is not None
    if province in (None, home.province):
        return home.province
    zh, en = province_name(home.province)
    raise UsageError(
        Words(
            f"--city：{city}属于{zh}，与 --province 不一致", f"--city: {city} lies in {en}, not in --province"
        )
    )


def linter_of(settings: Settings, plugins: Plugins) -> Linter:
    """Return the linter for a run; raise `ConfigError` for a rule that the configuration names and no pack has."""
    book = RuleBook(plugins)
    if settings.config and (settings.config.named or settings.tables):
        from goi_lint.config.naming import verify_names

        ids = book.rule_ids(settings.pack_lists(overruled=True))
        verify_names(settings.config, ids)
        book.also(ids)
    try:
        linter = build_linter(plugins, settings.asked().choice, settings.asked_of, book)
    except UnknownRuleError as error:
        raise _with_pack(error, book, plugins) from error
    if not settings.tables:
        return linter
    return linter._replace(packs=infos(book.all_used(settings.pack_lists())), asked_by_path=True)


def _with_pack(error: UnknownRuleError, book: RuleBook, plugins: Plugins) -> UsageError:
    """Return the error with the pack that has the rule, where one is known that is not in use."""
    prefix = error.text.strip().upper()
    for name in plugins.packs if prefix else ():
        with suppress(PackError):  # a faulty pack concerns nobody who does not use it
            rules = book.rules(Choice((name,)))
            pack = next((rule.pack for rule in rules if rule.id.startswith(prefix)), None)
            if pack:
                return UsageError(
                    Words(
                        f"所用的规则包没有规则 {error.text}；它属于规则包 {pack}，请加 --pack {pack}",
                        f"the packs in use have no rule {error.text}; it is of the pack {pack}: add --pack {pack}",
                    )
                )
    return error
