"""Digests → series: which reports are one body's.

A roster says it by paths and names. Otherwise place and name of the body must be the same; a body whose place is not
known is never matched by its name alone. The order of the digests changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from goi_lint.ignores import Patterns, patterns_in
from goi_lint.model.digest import Digest, Reports, Series
from goi_lint.model.form import Form
from goi_lint.model.roster import Member, Roster
from goi_lint.reference.homes import home_of
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
    for digest in sorted(digests, key=lambda digest: (digest.earlier, digest.path)):
        member = members.of(digest)
        whose = ("member", member.name) if member else ("home", digest.home or "")
        identity = digest.identity
        if not whose[1] or identity.year is None or identity.year_disputed:
            unknown.append(digest)
        else:
            known.setdefault(whose, []).append((digest, member))
    series = [_series(found, forms) for found in known.values()]
    return Reports(
        tuple(sorted(series, key=lambda one: (one.body, one.reports[0].path))), tuple(unknown), forms, roster
    )


class _Members:
    """Finds the member of the roster whose report one is."""

    def __init__(self, roster: Roster | None) -> None:
        self._patterns: list[tuple[Member, Patterns]] = []
        self._by_name: dict[str, Member] = {}
        self._by_home: dict[tuple[str | None, str | None], dict[str, Member]] = {}
        for member in roster.members if roster else ():
            for name in (member.name, *member.aliases):
                self._by_name[fold(name)] = member
            if roster and member.paths:
                self._patterns.append((member, patterns_in(roster.folder, member.paths)))

    def of(self, digest: Digest) -> Member | None:
        """Return the member by the report's path, by the body's name, or by place and name."""
        for member, patterns in self._patterns:
            if patterns.match(digest.path):
                return member
        body = digest.identity.body
        if body is None or not self._by_name:
            return None
        return self._by_name.get(fold(body)) or self._at_home(digest)

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
