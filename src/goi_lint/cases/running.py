"""Cases tried: what a case expects, held against what is really found in its reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from goi_lint.cases.case_file import BASE, Case, Expected
from goi_lint.errors import Words
from goi_lint.model.digest import Digest
from goi_lint.model.finding import DocumentResult, Finding, Outcome, Status
from goi_lint.model.roster import Roster
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Protocol


class Judge(Protocol):
    """Judges documents alone, then together."""

    def lint_bytes(self, data: bytes, name: str) -> DocumentResult:
        """Return what is found in a document; its digest too."""

    def judge_together(
        self, digests: Iterable[Digest], roster: Roster | None, *, source: Callable[[str], bytes]
    ) -> tuple[Outcome, ...]:
        """Return what the rules over several reports find; `source` gives a document once more by its name."""


class Missing(NamedTuple):
    """A finding that was expected and not made, and what its rule said instead."""

    expected: Expected
    reason: Words


class Verdict(NamedTuple):
    """One case tried; as expected where nothing is missing and nothing unexpected."""

    case: Case
    missing: tuple[Missing, ...] = ()
    unexpected: tuple[Finding, ...] = ()
    """Those that are said of another report than the first have its name as their `location.path`."""
    of_base: int = 0
    """How many findings more are unexpected that the base report has already: it is the base that is at fault."""

    @property
    def as_expected(self) -> bool:
        """Tell whether the findings are those of the case, and no others."""
        return not (self.missing or self.unexpected or self.of_base)


class _Found(NamedTuple):
    """What was found of one report of a case, and what is expected of it."""

    name: str
    expect: tuple[Expected, ...]
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]


def tried_all(cases: Iterable[Case], judge: Judge) -> Iterator[Verdict]:
    """Try one case after the other.

    What is found in a base report already is told once: with the base, which comes first, whether the pack is its own.
    """
    found: dict[Path, tuple[Finding, ...]] = {}
    told: set[Path] = set()
    for case in cases:
        verdict = tried(case, judge)
        if case.rule == BASE:
            found[case.path] = verdict.unexpected
            told.add(case.path)
        elif case.base and verdict.unexpected:
            path = case.base.path
            if path not in found:
                found[path] = tried(case.base.case, judge).unexpected
            verdict = _apart(verdict, found[path])
            if verdict.of_base and path not in told:
                told.add(path)
                yield Verdict(case.base.case, unexpected=found[path])
        yield verdict


def _apart(verdict: Verdict, known: Iterable[Finding]) -> Verdict:
    """Return the verdict without what is known of the base report."""
    told = {(*_told(finding), finding.message) for finding in known}
    left = tuple(each for each in verdict.unexpected if (*_told(each), each.message) not in told)
    return verdict._replace(unexpected=left, of_base=len(verdict.unexpected) - len(left))


def tried(case: Case, judge: Judge) -> Verdict:
    """Judge the reports of a case and hold the complete list of findings against the one that it expects."""
    missing: list[Missing] = []
    unexpected: list[Finding] = []
    reports, together = _judged(case, judge)
    for report in reports:
        left = list(report.findings)
        for expected in report.expect:
            match = next((finding for finding in left if _told(finding) == expected[:2]), None)
            if match is None:
                missing.append(
                    Missing(expected, _reason(expected.rule, (*report.outcomes, *together), report))
                )
            else:
                left.remove(match)
        unexpected += left
    return Verdict(case, tuple(missing), tuple(unexpected))


def found_in(case: Case, judge: Judge) -> tuple[Finding, ...]:
    """Return all findings of a case, those of its first report before the others'."""
    reports, _ = _judged(case, judge)
    return tuple(finding for report in reports for finding in report.findings)


def _judged(case: Case, judge: Judge) -> tuple[list[_Found], tuple[Outcome, ...]]:
    """Return what is found of each report, and what came of the rules over several."""
    name = case.file_name
    expected = {name: case.expect} | {other.file: other.expect for other in case.others}
    earlier = {other.file for other in case.others if other.earlier}
    texts = {name: _bytes(case.text)} | {other.file: _bytes(other.text) for other in case.others}
    results = {file: judge.lint_bytes(data, file) for file, data in texts.items()}
    together: tuple[Outcome, ...] = ()
    if case.together or _lacking(case.expect, results[name].outcomes):
        digests = [
            result.digest._replace(earlier=file in earlier)
            for file, result in results.items()
            if result.digest is not None
        ]
        together = judge.judge_together(digests, case.roster, source=texts.__getitem__)
    said = _by_report(together if case.together else (), texts)
    return [
        _Found(
            file,
            expected[file],
            (*(() if file in earlier else _of(file, result, name)), *said[file]),
            result.outcomes,
        )
        for file, result in results.items()
    ], together


def _lacking(expect: Iterable[Expected], outcomes: Iterable[Outcome]) -> bool:
    """Tell whether a rule is expected to speak that is not asked of one report alone."""
    return not {each.rule for each in expect} <= {outcome.rule for outcome in outcomes}


def _by_report(outcomes: Iterable[Outcome], names: Iterable[str]) -> dict[str, list[Finding]]:
    """Return the findings by the report that they are said of; what is said of none counts to the first."""
    said: dict[str, list[Finding]] = {name: [] for name in names}
    first = next(iter(said))
    for outcome in outcomes:
        for finding in outcome.findings:
            path = finding.location.path
            said[path if path in said else first].append(finding)
    return said


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _of(file: str, result: DocumentResult, first: str) -> Iterator[Finding]:
    """Yield the findings of a report alone; where it is not the first one, they name it."""
    for finding in result.findings:
        location = finding.location
        yield finding if file == first else finding._replace(location=location._replace(path=file))


def _told(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.location.address


def _reason(rule: str, outcomes: Sequence[Outcome], report: _Found) -> Words:
    """Say what a rule said of a report instead of what was expected of it."""
    outcome = next((outcome for outcome in outcomes if outcome.rule == rule), None)
    if outcome is None:
        return Words("规则包不用这条规则", "the pack does not use this rule")
    if outcome.status == Status.NOT_APPLICABLE:
        why = outcome.reason or Words("", "")
        return Words(f"规则不适用：{why.zh}", f"the rule is not applicable: {why.en}")
    if outcome.status == Status.PASS:
        return Words("规则没有发现问题", "the rule found nothing")
    places = _listed(_place(finding, report.name) for finding in outcome.findings)
    return Words(f"规则报告的是 {places.zh}", f"the rule reports {places.en}")


def _place(finding: Finding, name: str) -> Words:
    """Return where a finding is, and in which report if in another one."""
    address, path = finding.location.address, finding.location.path
    if path in (None, name):
        return Words(address, address)
    return Words(f"{path} 的 {address}", f"{address} of {path}")


def _listed(places: Iterable[Words]) -> Words:
    named = list(dict.fromkeys(places))
    return Words("、".join(place.zh for place in named), ", ".join(place.en for place in named))
