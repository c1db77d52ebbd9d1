"""One file per output format, named as on the command line; found by walking this folder.

A formatter keeps nothing between its calls: it returns pieces, and the pieces joined are the output.
So results stream, memory stays flat, and one run may write the same format to several files.
"""

from __future__ import annotations

from collections.abc import Sequence

from goi_lint.modules import modules_of
from goi_lint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from goi_lint.model.plugin import Formatter


def goi_lint_formatters() -> Sequence[Formatter]:
    """Offer every module of this folder that has a NAME."""
    return [cast("Formatter", module) for module in modules_of(__name__, __path__)]
