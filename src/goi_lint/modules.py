"""The modules of a package, found by walking its folder: there is no list to keep."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType


def modules_of(package: str, folders: Iterable[str]) -> Iterator[ModuleType]:
    """Yield the modules of a package that have a NAME, by their files' names; `folders` is its `__path__`.

    What is named after another module, as `docx_table` after `docx`, belongs to that one, which imports it when
    it needs it. `pkgutil` gives the same names, but costs more to import than they cost to find.
    """
    found = (entry.name for folder in folders for entry in os.scandir(folder))
    names = {name.removesuffix(".py") for name in found if name.endswith(".py")}
    own = sorted(name for name in names if name.partition("_")[0] not in names - {name})
    modules = (import_module(f"{package}.{name}") for name in own if name != "__init__")
    return (module for module in modules if hasattr(module, "NAME"))
