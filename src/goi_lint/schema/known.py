"""What there is on this installation for files to name."""

from __future__ import annotations

from collections.abc import Mapping

from goi_lint.model.form import Form
from goi_lint.model.plugin import Check
from goi_lint.model.rule import Rule
from goi_lint.tuples import NamedTuple


class Known(NamedTuple):
    """What schemas offer: they are made for the checks, rules and packs that are there."""

    checks: Mapping[str, Check]
    forms: Mapping[str, Form]
    rules: tuple[Rule, ...] = ()
    """Rules that a pack may change or leave out, by id."""
    packs: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    """The names of the reports that cases may change."""
    formats: tuple[str, ...] = ()
    """The names of the output formats."""
