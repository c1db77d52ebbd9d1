"""One file per check kind, named after the property that must hold; found by walking this folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from goi_lint.modules import modules_of

if TYPE_CHECKING:
    from goi_lint.model.plugin import Check


def goi_lint_checks() -> Sequence[Check]:
    """Offer every module of this folder that has a NAME."""
    return [cast("Check", module) for module in modules_of(__name__, __path__)]
