"""The one place that knows who is built in: built-ins and strangers come through the same hooks.

Strangers are packages with the entry-point group `goi_lint`; `goi_lint.hookspecs` is their tutorial. A name that is
taken, and an offer without what its protocol asks for, are errors that name the plugin.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module

from goi_lint.entry_points import entry_points
from goi_lint.errors import plugin_error
from goi_lint.model.plugin import Check, Formatter, Reader
from goi_lint.tuples import NamedTuple
from goi_lint.typed import cast

_PROJECT = "goi_lint"
_BUILT_IN = ("goi_lint.readers", "goi_lint.checks", "goi_lint.formatters", "goi_lint.packs")
_PACK_FILE = "pack.yaml"
_READER = ("NAME", "EXTENSIONS", "recognises", "read")
_CHECK = ("NAME", "FACTS", "CODES", "Params", "check")
_FORMATTER = ("NAME", "begin", "document", "end")


class Plugins(NamedTuple):
    """Everything that plugins offer, by name; readers in the order in which they are asked."""

    readers: tuple[Reader, ...]
    checks: Mapping[str, Check]
    formatters: Mapping[str, Formatter]
    packs: Mapping[str, str]
    """Folders of rule packs."""
    built_in_packs: frozenset[str]
    """Names of the packs whose patterns are trusted."""


Implementers = Callable[[str], Sequence[tuple[str, Callable[[], Iterable[object]]]]]
"""Who implements a hook: name of the plugin, and the function."""


class _Offer(NamedTuple):
    """One thing that a plugin's hook returned, with the plugin's name."""

    plugin: str
    thing: object


def build_plugins() -> Plugins:
    """Return what built-in and installed plugins offer; raise `PluginError` for what cannot be taken."""
    implementers = _implementers()
    packs = _by_name(implementers, "goi_lint_rule_packs", (), _folder_name)
    return Plugins(
        readers=tuple(
            cast("Reader", offer.thing)
            for offer in _by_name(implementers, "goi_lint_readers", _READER, _name).values()
        ),
        checks={
            name: cast("Check", offer.thing)
            for name, offer in _by_name(implementers, "goi_lint_checks", _CHECK, _name).items()
        },
        formatters={
            name: cast("Formatter", offer.thing)
            for name, offer in _by_name(implementers, "goi_lint_formatters", _FORMATTER, _name).items()
        },
        packs={name: os.fspath(cast("str", offer.thing)) for name, offer in packs.items()},
        built_in_packs=frozenset(name for name, offer in packs.items() if offer.plugin in _BUILT_IN),
    )


def _implementers() -> Implementers:
    """Return who implements a hook; without strangers there is nothing to ask pluggy, and it stays unimported."""
    built_in = {name: import_module(name) for name in _BUILT_IN}
    if strangers := entry_points(_PROJECT):
        from goi_lint.strangers import registered

        return registered(built_in, strangers)
    return lambda hook: [
        (name, getattr(module, hook)) for name, module in built_in.items() if hasattr(module, hook)
    ]


def _by_name(
    implementers: Implementers, hook: str, needs: tuple[str, ...], name_of: Callable[[_Offer], str]
) -> dict[str, _Offer]:
    """Return what a hook's plugins offer, by name; a name that is taken raises `PluginError`."""
    taken: dict[str, _Offer] = {}
    for offer in _offers(implementers, hook):
        # The tests see that built-ins lack nothing: to ask a check here would import every one of them.
        lacking = (
            [] if offer.plugin in _BUILT_IN else [need for need in needs if not hasattr(offer.thing, need)]
        )
        if lacking:
            raise plugin_error(
                offer.plugin,
                f"{hook} 提供的 {offer.thing!r} 缺少 {'、'.join(lacking)}",
                f"{hook} offers {offer.thing!r}, which lacks {', '.join(lacking)}",
            )
        name = name_of(offer)
        if name in taken:
            other = taken[name].plugin
            raise plugin_error(
                offer.plugin,
                f"{hook} 提供的名称 {name} 已被插件 {other} 占用",
                f"{hook} offers {name}, a name that the plugin {other} has taken",
            )
        taken[name] = offer
    return taken


def _offers(implementers: Implementers, hook: str) -> Iterator[_Offer]:
    """Yield what each plugin's hook returns, the built-ins' first."""
    for plugin, implementation in implementers(hook):
        try:
            things = list(implementation())
        except Exception as error:
            cause = f"{type(error).__name__}: {error}"
            raise plugin_error(plugin, f"{hook} 出错（{cause}）", f"{hook} failed ({cause})") from error
        for thing in things:
            yield _Offer(plugin, thing)


def _name(offer: _Offer) -> str:
    return str(getattr(offer.thing, "NAME", ""))


def _folder_name(offer: _Offer) -> str:
    """Return the name of a pack, which is its folder's and stands in its `pack.yaml`."""
    # Built-ins give the path as text: to make a `Path` would import `pathlib` in every run.
    if offer.plugin not in _BUILT_IN and not isinstance(offer.thing, os.PathLike):
        raise plugin_error(
            offer.plugin,
            f"goi_lint_rule_packs 提供的 {offer.thing!r} 不是文件夹（pathlib.Path）",
            f"goi_lint_rule_packs offers {offer.thing!r}, which is no folder (a pathlib.Path)",
        )
    folder = os.fspath(cast("str", offer.thing))
    if not os.path.isfile(os.path.join(folder, _PACK_FILE)):
        raise plugin_error(
            offer.plugin,
            f"goi_lint_rule_packs 提供的文件夹 {folder} 中没有 pack.yaml；YAML 文件可能没有装进软件包，"
            "请检查 pyproject.toml 的 [tool.setuptools.package-data]",
            f"goi_lint_rule_packs offers the folder {folder}, which has no pack.yaml; the YAML files may have been "
            "left out of the package: see [tool.setuptools.package-data] in its pyproject.toml",
        )
    if offer.plugin not in _BUILT_IN:
        _refuse_other_name(offer.plugin, folder)
    return os.path.basename(folder)


def _refuse_other_name(plugin: str, folder: str) -> None:
    """Raise `PluginError` where `pack.yaml` calls the pack otherwise than its folder, by which `--pack` knows it.

    Read without YAML, for every run would pay for it: a `name` written otherwise than on one line is not seen here.
    """
    from re import MULTILINE, search

    with open(os.path.join(folder, _PACK_FILE), encoding="utf-8", errors="replace") as file:
        text = file.read()
    name = os.path.basename(folder)
    named = search(r"""^name: *["']?([\w-]+)["']? *(?:#.*)?$""", text, MULTILINE)
    if named and named[1] != name:
        raise plugin_error(
            plugin,
            f"规则包的文件夹名是 {name}，pack.yaml 的 name 却是 {named[1]}；两者应相同（{folder}）",
            f"the pack's folder is called {name}, but name in its pack.yaml is {named[1]}; both must be the "
            f"same ({folder})",
        )
