"""A body's narrative is its own, not that of another body.

Reports of the same year are compared; a report that is alike with none of them is also compared with those of the year
before. A body's own other years are `rewritten`'s matter, a second report of the same year is `reported_once`'s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from goi_lint.checks.alike import Index, groups
from goi_lint.checks.authors import Author, authored, may_be_one
from goi_lint.checks.digests import at_report
from goi_lint.checks.overlap import (
    Overlapping,
    Text,
    characters,
    copied,
    long_enough,
    overlap_faults,
    percentage,
    shared,
    text_of,
)
from goi_lint.errors import AbsentError, Words
from goi_lint.model.digest import Reports
from goi_lint.model.finding import Problem
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal

NAME = "own_words"
SCOPE: Literal["bodies"] = "bodies"
FACTS: Mapping[str, str] = {
    "body": "the body of whose report it is said",
    "year": "the year of its report",
    "others": "the other bodies",
    "other_year": "the year of their reports",
    "count": "how many reports are alike",
    "sentences": "how many sentences of the first report stand in another one of them",
    "share": "how much of a narrative stands in the others, in per cent of its characters: the highest of them all",
    "quotes": "a few sentences that most of them have",
}
CODES: Mapping[str, tuple[str, ...]] = {}
_ALONE = Words(
    "没有两个单位可以比较的正文", "there are no narratives of two bodies that are long enough to compare"
)


class Params(Overlapping):
    """See `Overlapping`; the share is the smaller narrative's."""


class _Writing(NamedTuple):
    """A narrative and whose it is."""

    text: Text
    author: Author

    @property
    def year(self) -> int:
        """The year of the report."""
        return self.text.digest.identity.year or 0


verify = overlap_faults


def check(reports: Reports, params: Params) -> Iterator[Problem]:
    """Yield one problem for each group of reports that are alike, at the first of them by path."""
    years: dict[int, list[_Writing]] = {}
    for digest, author in sorted(authored(reports), key=lambda each: each[0].path):
        writing = _Writing(text_of(digest), author)
        if long_enough(writing.text, params):
            years.setdefault(writing.year, []).append(writing)
    if sum(map(len, years.values())) < 2:
        raise AbsentError(_ALONE)
    for year in sorted(years):
        found = _groups(years[year], params)
        yield from filter(None, map(_problem, found))
        alone = _without(years[year], found)
        if year - 1 in years:
            yield from _of_the_year_before(alone, years[year - 1], params)


def _groups(writings: Sequence[_Writing], params: Params) -> list[list[_Writing]]:
    """Return the writings of one year that are alike."""
    authors = {id(writing.text): writing.author for writing in writings}

    def alike(text: Text, other: Text) -> bool:
        same = text.sentences.keys() & other.sentences.keys()
        return copied(text, same, params) and not may_be_one(authors[id(text)], authors[id(other)])

    found = groups([writing.text for writing in writings], params["share"], alike)
    return [[writings[number] for number in numbers] for numbers in found]


def _without(writings: Sequence[_Writing], found: Sequence[Sequence[_Writing]]) -> list[_Writing]:
    grouped = {id(writing) for group in found for writing in group}
    return [writing for writing in writings if id(writing) not in grouped and not writing.text.digest.earlier]


def _of_the_year_before(
    writings: Sequence[_Writing], before: Sequence[_Writing], params: Params
) -> Iterator[Problem]:
    """Yield a problem for each writing that is another body's of the year before, more than its own of that year."""
    if not writings:
        return
    index = Index(params["share"])
    for number, earlier in enumerate(before):
        index.add(number, earlier.text)
    for writing in writings:
        source = _source(writing, [before[number] for number in index.candidates(writing.text)], params)
        if source:
            yield _pair(writing, source)


def _source(writing: _Writing, candidates: Sequence[_Writing], params: Params) -> _Writing | None:
    """Return the writing of the year before that a writing has most of; None where that is its own, or too little."""
    best, most = None, 0
    for candidate in candidates:
        same = shared(writing.text, candidate.text.sentences)
        size = characters(writing.text, same)
        own = may_be_one(writing.author, candidate.author)
        if size > most or (size == most and own):
            fits = not own and copied(writing.text, same, params)
            best, most = (candidate if fits else None), size
    return best


def _problem(group: Sequence[_Writing]) -> Problem | None:
    """Return the problem of a group of one year, None where none of its reports is judged."""
    judged = [writing for writing in group if not writing.text.digest.earlier]
    if not judged:
        return None
    first = judged[0]
    others = [writing for writing in group if writing is not first]
    holders = Counter(key for writing in group for key in writing.text.sentences)
    same = [key for key in first.text.sentences if holders[key] > 1]
    shares = [
        percentage(writing.text, [key for key in writing.text.sentences if holders[key] > 1])
        for writing in group
    ]
    most = max(holders[key] for key in same)
    quoted = [key for key in same if holders[key] == most]
    return _said(first, others, same, quoted, max(shares))


def _pair(writing: _Writing, source: _Writing) -> Problem:
    same = shared(writing.text, source.text.sentences)
    return _said(writing, [source], same, same, percentage(writing.text, same))


def _said(
    first: _Writing, others: Sequence[_Writing], same: list[bytes], quoted: list[bytes], share: int
) -> Problem:
    facts = {
        "body": first.author.name,
        "year": first.year,
        "others": tuple(dict.fromkeys(writing.author.name for writing in others)),
        "other_year": others[0].year,
        "count": len(others) + 1,
        "sentences": len(same),
        "share": share,
        "quotes": first.text.quoted(quoted),
    }
    related = tuple(at_report(writing.text.digest) for writing in others)
    return Problem(at_report(first.text.digest), facts, related)
