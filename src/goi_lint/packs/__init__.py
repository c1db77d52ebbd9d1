"""Rule packs: folders of YAML become rules."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from goi_lint.hookspecs import hookimpl


@hookimpl
def goi_lint_rule_packs() -> Sequence[Path]:
    """Offer the packs that are shipped with goi-lint."""
    folder = Path(import_module("goi_lint.rules").__path__[0])
    return sorted(path.parent for path in folder.glob("*/pack.yaml"))
