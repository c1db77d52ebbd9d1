"""What a run was told to do: by the command line, by the configuration, by default."""

from __future__ import annotations

from collections.abc import Mapping

from goi_lint.model.finding import Level
from goi_lint.model.report import Given
from goi_lint.tuples import NamedTuple

AUTO = "auto"
"""Among the names of packs: those of the province and city that each report belongs to."""

_NO_LEVELS: Mapping[str, Level] = {}


class Choice(NamedTuple):
    """By which rules a document is judged."""

    packs: tuple[str, ...] = ("national",)
    """Names, folders, and `auto`."""
    select: tuple[str, ...] = ()
    """Ids or their beginnings; none: all rules."""
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = _NO_LEVELS
    """By id or beginning of ids: what the findings of these rules are, whatever the packs say."""


class Asked(NamedTuple):
    """What is asked of one document: by which rules it is judged, and what is said of it by hand."""

    choice: Choice = Choice()
    given: Given = Given()
