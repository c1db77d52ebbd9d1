"""The four hooks, and how to write a plugin.

A plugin is a package that names a module under the entry-point group `goi_lint`:

    [project.entry-points.goi_lint]
    my-province = "my_province.plugin"

and implements one or more of these hooks in it:

    import goi_lint

    @goi_lint.hookimpl
    def goi_lint_checks():
        from my_province import seal_named
        return [seal_named]

Each hook returns a list; what stands in it is described by the protocols of `goi_lint.model.plugin`. A plain module
with the right names satisfies them. A misspelt hook, or a name that is taken already, is an error that names the
plugin.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pluggy

from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.model.plugin import Check, Formatter, Reader

PROJECT = "goi_lint"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def goi_lint_readers() -> Sequence[Reader]:  # type: ignore[empty-body]
    """Offer readers: one for each file format."""


@hookspec
def goi_lint_checks() -> Sequence[Check]:  # type: ignore[empty-body]
    """Offer check kinds: what a rule's `check:` may name."""


@hookspec
def goi_lint_formatters() -> Sequence[Formatter]:  # type: ignore[empty-body]
    """Offer output formats: what `--format` may name."""


@hookspec
def goi_lint_rule_packs() -> Sequence[Path]:  # type: ignore[empty-body]
    """Offer rule packs: folders with a `pack.yaml`; a pack's folder name is its name for `--pack`."""
