"""Whether two reports may be one body's: then nobody has copied from anybody else."""

from __future__ import annotations

from collections.abc import Iterator

from goi_lint.model.digest import Digest, Reports
from goi_lint.model.roster import Member
from goi_lint.text.normalise import fold
from goi_lint.tuples import NamedTuple


class Author(NamedTuple):
    """Whose report one is, as far as that is known."""

    name: str
    """As people call the body."""
    folded: str
    """As the report itself calls it, for comparison."""
    home: str | None
    member: Member | None
    series: int
    """Number of the series, the same for all reports of one body; -1 where the body is not known."""


def authored(reports: Reports) -> Iterator[tuple[Digest, Author]]:
    """Yield the reports that count with their authors: those of known bodies, and those that at least name theirs."""
    for number, series in enumerate(reports.series):
        for digest in series.reports:
            folded = fold(digest.identity.body or series.body)
            yield digest, Author(series.body, folded, digest.home, series.member, number)
    for digest in reports.unknown:
        identity = digest.identity
        if identity.body and identity.year is not None and not identity.year_disputed:
            yield digest, Author(identity.body, fold(identity.body), digest.home, None, -1)


def may_be_one(one: Author, other: Author) -> bool:
    """Tell whether two authors may be the same body under two names.

    Names are abbreviated by leaving characters out (科技局 for 科学技术局, 住建局 for 住房和城乡建设局), and many leave
    out the place. Of two places they are two bodies, and so are two members of the roster.
    """
    if one.series == other.series and one.series >= 0:
        return True
    if one.member and other.member:
        return False
    if one.home and other.home:
        here, there = (home.rsplit("/", 1) for home in (one.home, other.home))
        return here[0] == there[0] and _abbreviates(here[1], there[1])
    return _abbreviates(one.folded, other.folded)


def _abbreviates(one: str, other: str) -> bool:
    """Tell whether one name is the other one with characters left out."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(char in rest for char in short)
