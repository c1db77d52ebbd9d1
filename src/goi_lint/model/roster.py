"""The roster: which bodies there are, who belongs to whom, whose reports are expected."""

from __future__ import annotations

from goi_lint.tuples import NamedTuple


class Member(NamedTuple):
    """One body on the roster, with the line on which it stands."""

    name: str
    line: int
    aliases: tuple[str, ...] = ()
    """Other names under which the same body reports: 科技局 for 科学技术局."""
    paths: tuple[str, ...] = ()
    """Patterns, as in `.gitignore`, of the files that hold its reports, whatever these call it."""
    parent: str | None = None
    """Name of the body whose figures are the sum of this one's and its sisters'."""
    years: tuple[int, ...] = ()
    """Years for which its report is expected; none: those of the roster."""


class Roster(NamedTuple):
    """All bodies whose reports belong together; `file` as messages show it, paths are told from `folder`."""

    file: str
    folder: str
    members: tuple[Member, ...]
    years: tuple[int, ...] = ()
    """Years for which every member's report is expected; none: nothing is said of missing reports."""
    whole: bool = True
    """Whether all reports are there to be seen; where only some files were named, none of the others is missed."""
    every_year: bool = True
    """Whether years of which there is hardly any report are missed as well; a folder may be that of one year."""
