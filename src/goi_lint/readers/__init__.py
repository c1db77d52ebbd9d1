"""One file per format: bytes in, `Document` out; found by walking this folder."""

from __future__ import annotations

from collections.abc import Sequence

from goi_lint.modules import modules_of
from goi_lint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from goi_lint.model.plugin import Reader


def goi_lint_readers() -> Sequence[Reader]:
    """Offer every module of this folder that has a NAME."""
    return [cast("Reader", module) for module in modules_of(__name__, __path__)]
