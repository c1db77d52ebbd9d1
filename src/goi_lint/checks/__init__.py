"""One file per check kind, named after the property that must hold; found by walking this folder."""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from goi_lint.hookspecs import hookimpl

if TYPE_CHECKING:
    from goi_lint.model.plugin import Check


@hookimpl
def goi_lint_checks() -> Sequence[Check]:
    """Offer every module of this folder that has a NAME."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return [cast("Check", module) for module in modules if hasattr(module, "NAME")]
