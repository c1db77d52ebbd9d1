"""One file per check kind, named after the property that must hold; found by walking this folder.

Beside `occurs.py` stands `occurs.yaml`, which describes it: that makes it a check. A check is imported when a rule uses
it, for no pack uses all of them, and to import them takes a tenth of a run.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from goi_lint.model.plugin import Check


class _Check:
    """Gives what its module has, and imports it when it is first asked for more than its name."""

    def __init__(self, name: str, file: str) -> None:
        self.NAME = name
        self.__file__ = file

    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(f"{__name__}.{self.NAME}"), name)
        setattr(self, name, value)
        return value

    def __repr__(self) -> str:
        return f"<check {self.NAME}>"


def goi_lint_checks() -> Sequence[Check]:
    """Offer every module of this folder that a file of its name describes."""
    files = {entry.name: entry.path for folder in __path__ for entry in os.scandir(folder)}
    names = sorted(name[:-5] for name in files if name.endswith(".yaml") and f"{name[:-5]}.py" in files)
    return [cast("Check", _Check(name, files[f"{name}.py"])) for name in names]
