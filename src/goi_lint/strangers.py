"""Plugins that were installed beside goi-lint: registered with pluggy, and refused where they would not be heard.

A misspelt hook, one without its mark, and one with other arguments are errors that name the plugin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import ModuleType

import pluggy

from goi_lint import hookspecs
from goi_lint.entry_points import EntryPoint
from goi_lint.errors import PluginError, plugin_error

_MARK = f"{hookspecs.PROJECT}_impl"
_PREFIX = f"{hookspecs.PROJECT}_"


class _Manager(pluggy.PluginManager):
    """A manager to which the names of built-in hooks are mark enough: their packages are imported without pluggy."""

    def __init__(self, built_in: Iterable[ModuleType]) -> None:
        super().__init__(hookspecs.PROJECT)
        self._built_in = tuple(built_in)

    def parse_hookimpl_opts(self, plugin: object, name: str) -> pluggy.HookimplOpts | None:
        if name.startswith(_PREFIX) and any(plugin is module for module in self._built_in):
            return pluggy.HookimplOpts(
                wrapper=False,
                hookwrapper=False,
                optionalhook=False,
                tryfirst=False,
                trylast=False,
                specname=None,
            )
        return super().parse_hookimpl_opts(plugin, name)


def registered(
    built_in: Mapping[str, ModuleType], strangers: Iterable[EntryPoint]
) -> Callable[[str], Sequence[tuple[str, Callable[[], Iterable[object]]]]]:
    """Return who implements a hook, the built-ins first; raise `PluginError` for a plugin that cannot be taken."""
    manager = _Manager(built_in.values())
    manager.add_hookspecs(hookspecs)
    for name, module in built_in.items():
        manager.register(module, name=name)
    for entry in strangers:
        _register(manager, entry)
    _refuse_unknown_hooks(manager)
    return lambda hook: [
        (implementation.plugin_name, implementation.function)
        for implementation in getattr(manager.hook, hook).get_hookimpls()
    ]


def _register(manager: pluggy.PluginManager, entry: EntryPoint) -> None:
    """Import and register one plugin; whatever it raises is its error, not ours."""
    if manager.has_plugin(entry.name):
        raise plugin_error(entry.name, "插件名已被占用", "a plugin of this name is registered already")
    try:
        plugin = entry.load()
        manager.register(plugin, name=entry.name)
    except pluggy.PluginValidationError as error:
        raise plugin_error(
            entry.name, f"钩子参数不符：{error}", f"a hook's arguments do not match: {error}"
        ) from error
    except Exception as error:
        cause = f"{type(error).__name__}: {error}"
        raise plugin_error(entry.name, f"无法加载（{cause}）", f"it cannot be loaded ({cause})") from error
    _refuse_unmarked_hooks(entry.name, plugin)


def _refuse_unmarked_hooks(name: str, plugin: object) -> None:
    for attribute in dir(plugin):
        value = getattr(plugin, attribute)
        if attribute.startswith(_PREFIX) and callable(value) and not hasattr(value, _MARK):
            raise plugin_error(
                name,
                f"{attribute} 缺少 @goi_lint.hookimpl",
                f"{attribute} is not marked with @goi_lint.hookimpl",
            )


def _refuse_unknown_hooks(manager: pluggy.PluginManager) -> None:
    """Raise `PluginError` for a hook that no specification knows, with the nearest one that exists."""
    known = [name for name in dir(hookspecs) if name.startswith(_PREFIX)]
    for name, plugin in manager.list_name_plugin():
        for hook in dir(plugin):
            if hasattr(getattr(plugin, hook, None), _MARK) and hook not in known:
                raise _unknown_hook(name, hook, known)
    manager.check_pending()


def _unknown_hook(plugin: str, hook: str, known: list[str]) -> PluginError:
    from difflib import get_close_matches

    near = get_close_matches(hook, known, 1) or known
    return plugin_error(
        plugin,
        f"没有名为 {hook} 的钩子；应为 {'、'.join(near)}",
        f"there is no hook {hook}; expected {', '.join(near)}",
    )
