"""The one place that knows who is built in: built-ins and strangers come through the same hooks.

Strangers are packages with the entry-point group `goi_lint`; `goi_lint.hookspecs` is their tutorial. A
misspelt hook, a name that is taken, and an offer without what its protocol asks for are errors that
name the plugin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, cast

import pluggy

from goi_lint import hookspecs
from goi_lint.entry_points import EntryPoint, entry_points
from goi_lint.errors import PluginError, Words
from goi_lint.model.plugin import Check, Formatter, Reader

_BUILT_IN = ("goi_lint.readers", "goi_lint.checks", "goi_lint.formatters", "goi_lint.packs")
_MARK = f"{hookspecs.PROJECT}_impl"
_READER = ("NAME", "EXTENSIONS", "recognises", "read")
_CHECK = ("NAME", "FACTS", "CODES", "Params", "check")
_FORMATTER = ("NAME", "begin", "document", "end")


class Plugins(NamedTuple):
    """Everything that plugins offer, by name; readers in the order in which they are asked."""

    readers: tuple[Reader, ...]
    checks: Mapping[str, Check]
    formatters: Mapping[str, Formatter]
    packs: Mapping[str, Path]
    """Folders of rule packs."""
    built_in_packs: frozenset[str]
    """Names of the packs whose patterns are trusted."""


class _Offer(NamedTuple):
    """One thing that a plugin's hook returned, with the plugin's name."""

    plugin: str
    thing: object


def build_plugins() -> Plugins:
    """Return what built-in and installed plugins offer; raise `PluginError` for what cannot be taken."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    for name in _BUILT_IN:
        manager.register(import_module(name), name=name)
    for entry in entry_points(hookspecs.PROJECT):
        _register(manager, entry)
    _refuse_unknown_hooks(manager)
    packs = _by_name(manager, "goi_lint_rule_packs", (), _folder_name)
    return Plugins(
        readers=tuple(
            cast("Reader", offer.thing)
            for offer in _by_name(manager, "goi_lint_readers", _READER, _name).values()
        ),
        checks={
            name: cast("Check", offer.thing)
            for name, offer in _by_name(manager, "goi_lint_checks", _CHECK, _name).items()
        },
        formatters={
            name: cast("Formatter", offer.thing)
            for name, offer in _by_name(manager, "goi_lint_formatters", _FORMATTER, _name).items()
        },
        packs={name: cast("Path", offer.thing) for name, offer in packs.items()},
        built_in_packs=frozenset(name for name, offer in packs.items() if offer.plugin in _BUILT_IN),
    )


def _register(manager: pluggy.PluginManager, entry: EntryPoint) -> None:
    """Import and register one plugin; whatever it raises is its error, not ours."""
    if manager.has_plugin(entry.name):
        raise _error(entry.name, "插件名已被占用", "a plugin of this name is registered already")
    try:
        plugin = entry.load()
        manager.register(plugin, name=entry.name)
    except pluggy.PluginValidationError as error:
        raise _error(
            entry.name, f"钩子参数不符：{error}", f"a hook's arguments do not match: {error}"
        ) from error
    except Exception as error:
        cause = f"{type(error).__name__}: {error}"
        raise _error(entry.name, f"无法加载（{cause}）", f"it cannot be loaded ({cause})") from error
    _refuse_unmarked_hooks(entry.name, plugin)


def _refuse_unmarked_hooks(name: str, plugin: object) -> None:
    for attribute in dir(plugin):
        value = getattr(plugin, attribute)
        if attribute.startswith(f"{hookspecs.PROJECT}_") and callable(value) and not hasattr(value, _MARK):
            raise _error(
                name,
                f"{attribute} 缺少 @goi_lint.hookimpl",
                f"{attribute} is not marked with @goi_lint.hookimpl",
            )


def _refuse_unknown_hooks(manager: pluggy.PluginManager) -> None:
    """Raise `PluginError` for a hook that no specification knows, with the nearest one that exists."""
    known = [name for name in dir(hookspecs) if name.startswith(f"{hookspecs.PROJECT}_")]
    for name, plugin in manager.list_name_plugin():
        for hook in dir(plugin):
            if hasattr(getattr(plugin, hook, None), _MARK) and hook not in known:
                raise _unknown_hook(name, hook, known)
    manager.check_pending()


def _unknown_hook(plugin: str, hook: str, known: list[str]) -> PluginError:
    from difflib import get_close_matches

    near = get_close_matches(hook, known, 1) or known
    return _error(
        plugin,
        f"没有名为 {hook} 的钩子；应为 {'、'.join(near)}",
        f"there is no hook {hook}; expected {', '.join(near)}",
    )


def _by_name(
    manager: pluggy.PluginManager, hook: str, needs: tuple[str, ...], name_of: Callable[[_Offer], str]
) -> dict[str, _Offer]:
    """Return what a hook's plugins offer, by name; a name that is taken raises `PluginError`."""
    taken: dict[str, _Offer] = {}
    for offer in _offers(manager, hook):
        lacking = [need for need in needs if not hasattr(offer.thing, need)]
        if lacking:
            raise _error(
                offer.plugin,
                f"{hook} 提供的 {offer.thing!r} 缺少 {'、'.join(lacking)}",
                f"{hook} offers {offer.thing!r}, which lacks {', '.join(lacking)}",
            )
        name = name_of(offer)
        if name in taken:
            other = taken[name].plugin
            raise _error(
                offer.plugin,
                f"{hook} 提供的名称 {name} 已被插件 {other} 占用",
                f"{hook} offers {name}, a name that the plugin {other} has taken",
            )
        taken[name] = offer
    return taken


def _offers(manager: pluggy.PluginManager, hook: str) -> Iterator[_Offer]:
    """Yield what each plugin's hook returns, the built-ins' first."""
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        plugin = implementation.plugin_name
        try:
            things = list(implementation.function())
        except Exception as error:
            cause = f"{type(error).__name__}: {error}"
            raise _error(plugin, f"{hook} 出错（{cause}）", f"{hook} failed ({cause})") from error
        for thing in things:
            yield _Offer(plugin, thing)


def _name(offer: _Offer) -> str:
    return str(getattr(offer.thing, "NAME", ""))


def _folder_name(offer: _Offer) -> str:
    folder = offer.thing
    if not isinstance(folder, Path) or not (folder / "pack.yaml").is_file():
        raise _error(
            offer.plugin,
            f"goi_lint_rule_packs 提供的 {folder!r} 不是含 pack.yaml 的文件夹（Path）",
            f"goi_lint_rule_packs offers {folder!r}, which is no folder (Path) with a pack.yaml",
        )
    return folder.name


def _error(plugin: str, zh: str, en: str) -> PluginError:
    return PluginError(Words(f"插件 {plugin}：{zh}", f"plugin {plugin}: {en}"))
