"""What this package offers to goi-lint; `goi_lint.hookspecs` explains the hooks."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import goi_lint
from goi_lint_pack_example import paragraphs_short


@goi_lint.hookimpl
def goi_lint_rule_packs() -> list[Path]:
    """Offer the pack; its folder's name is what `--pack` calls it."""
    return [Path(__file__).parent / "lakeside"]


@goi_lint.hookimpl
def goi_lint_checks() -> list[ModuleType]:
    """Offer the check kind; its NAME is what a rule's `check:` calls it."""
    return [paragraphs_short]
