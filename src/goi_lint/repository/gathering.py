"""Digests → series: which reports are one body's.

A roster says it by paths and names. Otherwise place and name of the body must be the same; a body whose place is not
known is never matched by its name alone. The order of the digests changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from goi_lint.homes import home_of
from goi_lint.ignores import patterns_in
from goi_lint.model.digest import Digest, Reports, Series
from goi_lint.model.form import Form
from goi_lint.model.roster import Member, Roster
from goi_lint.text.normalise import fold


def gathered(
    digests: Iterable[Digest],
    forms: Mapping[str, Form],
    roster: Roster | None = None,
) -> Reports:
    """Return all reports of a run by body and year."""
    members = _Members(roster)
    known: dict[tuple[str, str], list[tuple[Digest, Member | None]]] = {}
    unknown = []
    undated: dict[str, Member] = {}
    for digest in sorted(digests, key=lambda digest: (digest.earlier, digest.path)):
        member = members.of(digest)
        whose = ("member", member.name) if member else ("home", digest.home or "")
        identity = digest.identity
        if not whose[1] or identity.year is None or identity.year_disputed:
            unknown.append(digest)
            undated.update({member.name: member} if member else {})
        else:
            known.setdefault(whose, []).append((digest, member))
    series = [_series(found, forms) for found in known.values()]
    return Reports(
        tuple(sorted(series, key=lambda one: (one.body, one.reports[0].path))),
        tuple(unknown),
        forms,
        roster,
        tuple(undated.values()),
    )


class _Members:
    """Finds the member of the roster whose report one is."""

    def __init__(self, roster: Roster | None) -> None:
        self._folder = roster.folder if roster else ""
        self._by_name: dict[str, Member] = {}
        self._by_home: dict[tuple[str | None, str | None], dict[str, Member]] = {}
        members = roster.members if roster else ()
        for member in members:
            for name in (member.name, *member.aliases):
                self._by_name[fold(name)] = member
        claims = [
            (member, pattern) for member in members for pattern in member.paths if not pattern.startswith("!")
        ]
        self._claims = [member for member, _ in claims]
        # One list for all bodies: to ask each of them for itself takes a hundred times as long.
        self._claimed = patterns_in(self._folder, [pattern for _, pattern in claims]) if claims else None

    def of(self, digest: Digest) -> Member | None:
        """Return the member by the report's path, by the body's name, or by place and name."""
        if member := self._claiming(digest.path):
            return member
        body = digest.identity.body
        if body is None or not self._by_name:
            return None
        return self._by_name.get(fold(body)) or self._at_home(digest)

    def _claiming(self, path: str) -> Member | None:
        """Return the last member of the roster whose patterns mean the file."""
        for number in self._claimed.matching(path) if self._claimed else ():
            member = self._claims[number]
            takes_back = any(pattern.startswith("!") for pattern in member.paths)
            if not takes_back or patterns_in(self._folder, member.paths).match(path):
                return member
        return None

    def _at_home(self, digest: Digest) -> Member | None:
        """Return the member whose name, in the report's own province and city, means the same body."""
        if digest.home is None:
            return None
        where = digest.identity.province, digest.identity.city
        if where not in self._by_home:
            homes = (
                (home_of(digest.identity._replace(body=name)), member)
                for name, member in self._by_name.items()
            )
            self._by_home[where] = {home: member for home, member in homes if home}
        return self._by_home[where].get(digest.home)


def _series(found: Sequence[tuple[Digest, Member | None]], forms: Mapping[str, Form]) -> Series:
    """Return one body's reports; of several of one year, what counts is the first that is judged, by path."""
    ordered = sorted((digest for digest, _ in found), key=_by_year)
    years = [tuple(same) for _, same in groupby(ordered, key=lambda digest: digest.identity.year)]
    member = found[0][1]
    latest = years[-1][0]
    return Series(
        body=member.name if member else latest.identity.body or "",
        reports=tuple(same[0] for same in years),
        doubled=tuple(same for same in years if len(same) > 1),
        forms=forms,
        member=member,
    )


def _by_year(digest: Digest) -> tuple[int, bool, str]:
    return (digest.identity.year or 0, digest.earlier, digest.path)
