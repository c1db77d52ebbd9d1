"""One file per check kind, named after the property that must hold; found by walking this folder.

What judges the reports of one body in several years stands in `series`, what judges several bodies in `bodies`.

Beside `occurs.py` stands `occurs.yaml`, which describes it: that makes it a check. A check is imported when a rule uses
it, for no pack uses all of them, and to import them takes a tenth of a run.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from goi_lint.model.plugin import BODIES, DOCUMENT, SERIES
from goi_lint.typed import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from goi_lint.model.plugin import Check


class _Check:
    """Gives what its module has, and imports it when it is first asked for more than its name and scope."""

    def __init__(self, name: str, file: str, scope: str) -> None:
        self.NAME = name
        self.SCOPE = scope
        self.__file__ = file
        self._module = f"{__name__}.{name}" if scope == DOCUMENT else f"{__name__}.{scope}.{name}"

    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(self._module), name)
        setattr(self, name, value)
        return value

    def __repr__(self) -> str:
        return f"<check {self.NAME}>"


def goi_lint_checks() -> Sequence[Check]:
    """Offer every module of this folder and those in it that a file of its name describes."""
    return [
        *_offered(__path__, DOCUMENT),
        *(
            check
            for scope in (SERIES, BODIES)
            for check in _offered([os.path.join(folder, scope) for folder in __path__], scope)
        ),
    ]


def _offered(folders: Iterable[str], scope: str) -> Iterator[Check]:
    files = {entry.name: entry.path for folder in folders for entry in os.scandir(folder)}
    names = sorted(name[:-5] for name in files if name.endswith(".yaml") and f"{name[:-5]}.py" in files)
    return (cast("Check", _Check(name, files[f"{name}.py"], scope)) for name in names)
