"""A file becomes a configuration: all of its mistakes are found at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goi_lint.config import values
from goi_lint.config.settings import LEVELS
from goi_lint.config.toml_file import Toml, read_toml
from goi_lint.config.values import Known, Take, Where, described
from goi_lint.config.written import Config, Setting, Table
from goi_lint.errors import ConfigError, PackFault, Words
from goi_lint.packs.fields import nearest
from goi_lint.typed import cast


def _roster(value: object, where: Where) -> object:
    """Take a file, or a table that says which bodies there are."""
    if isinstance(value, str):
        return values.file(value, where)
    if isinstance(value, Mapping):
        from goi_lint.config.roster_table import roster_of_table

        return roster_of_table(value, where)
    where.wrong(
        described(value),
        Words("应为文件名，或写作 [roster]", "expected the name of a file, or a table [roster]"),
    )
    return None


RULES: Mapping[str, Take] = {
    "packs": values.packs,
    "select": values.ids,
    "ignore": values.ids,
    "levels": values.levels,
}
"""Keys that say by which rules a report is judged."""

KEYS: Mapping[str, Take] = {
    **RULES,
    "include": values.patterns,
    "exclude": values.patterns,
    "fail-on": values.fail_on,
    "format": values.formats,
    "jobs": values.jobs,
    "lang": values.lang,
    "exceptions": values.file,
    "baseline": values.file,
    "roster": _roster,
}
"""Keys of the whole file, besides the list of `paths`."""

PATH_KEYS: Mapping[str, Take] = {
    "patterns": values.patterns,
    "year": values.year,
    "level": values.body_level,
    "province": values.province,
    "city": values.city,
    **RULES,
}
"""Keys of one table of `paths`."""

_PATHS = "paths"


def load_config(path: str, known: Known) -> Config:
    """Return the configuration in a file; raise `ConfigError` with all of its faults."""
    return config_of(read_toml(path), known)


def config_of(toml: Toml, known: Known) -> Config:
    """Return the configuration that a file holds; raise `ConfigError` with all of its faults."""
    faults: list[PackFault] = []
    top = Where(toml, faults, [], known)
    settings = _settings(toml.table, top, KEYS, (*KEYS, _PATHS))
    tables = tuple(_tables(toml.table.get(_PATHS, []), top.inner(_PATHS)))
    if faults:
        raise ConfigError(tuple(sorted(faults, key=lambda fault: (fault.line, fault.column))))
    return Config(toml.file, toml.folder, settings, tables, tuple(top.named))


def _settings(
    table: Mapping[str, object], top: Where, keys: Mapping[str, Take], known: Iterable[str]
) -> dict[str, Setting]:
    """Return the values of a table by key; each level of rules is a setting of its own."""
    found: dict[str, Setting] = {}
    for key, value in table.items():
        where = top.inner(key)
        if key not in known:
            where.wrong_key(Words(f"未知的键 {key}", f"unknown key {key}"), nearest(key, known))
        elif key == "levels":
            found |= _levels(value, where)
        elif key in keys:
            found[key] = Setting(keys[key](value, where), where.key_spot.line)
    return found


def _levels(value: object, where: Where) -> dict[str, Setting]:
    taken = values.levels(value, where) or {}
    spots = (
        {key.upper(): where.inner(key).key_spot for key in cast("Mapping[str, object]", value)}
        if taken
        else {}
    )
    return {f"{LEVELS}{key}": Setting(level, spots[key].line) for key, level in taken.items()}


def _tables(value: object, where: Where) -> Iterable[Table]:
    if not isinstance(value, list):
        where.wrong(described(value), Words("应写作 [[paths]]", "expected [[paths]]"))
        return
    for number, item in enumerate(value):
        yield from _table(item, where.inner(number))


def _table(item: object, where: Where) -> Iterable[Table]:
    if not isinstance(item, Mapping):
        where.wrong(described(item), Words("应写作 [[paths]]", "expected [[paths]]"))
        return
    settings = _with_province(_settings(item, where, PATH_KEYS, PATH_KEYS), where)
    patterns = settings.pop("patterns", None)
    if not item.get("patterns") and item.get("patterns", []) == []:
        where.wrong(
            Words("没有写明对哪些文件有效", "it does not say which files it is for"),
            Words('应有 patterns = ["…"]', 'expected patterns = ["…"]'),
        )
    if patterns and patterns.value:
        yield Table(cast("tuple[str, ...]", patterns.value), where.key_spot.line, settings)


def _with_province(settings: dict[str, Setting], where: Where) -> dict[str, Setting]:
    """Return the settings with the province of the city that they name; another one beside it is a fault."""
    said = settings.get("city")
    if said is None or said.value is None:
        return settings
    from goi_lint.reference.cities import city_called, elsewhere

    city = city_called(str(said.value))
    assert city is not None
    province = settings.setdefault("province", Setting(city.province, said.line)).value
    if province not in (None, city.province):
        where.inner("city").wrong(described(city.name), elsewhere(city))
    return settings
