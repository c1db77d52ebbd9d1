"""Cases tried: what a case expects, held against what is really found in its report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from goi_lint.cases.case_file import BASE, Case, Expected
from goi_lint.errors import Words
from goi_lint.model.finding import DocumentResult, Finding, Outcome, Status
from goi_lint.tuples import NamedTuple

Judge = Callable[[bytes, str], DocumentResult]
"""Judges a document's bytes under a name."""


class Missing(NamedTuple):
    """A finding that was expected and not made, and what its rule said instead."""

    expected: Expected
    reason: Words


class Verdict(NamedTuple):
    """One case tried; as expected where nothing is missing and nothing unexpected."""

    case: Case
    missing: tuple[Missing, ...] = ()
    unexpected: tuple[Finding, ...] = ()
    of_base: int = 0
    """How many findings more are unexpected that the base report has already: it is the base that is at fault."""

    @property
    def as_expected(self) -> bool:
        """Tell whether the findings are those of the case, and no others."""
        return not (self.missing or self.unexpected or self.of_base)


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
    """Judge the report of a case and hold the complete list of findings against the one that it expects."""
    result = judge(case.text.encode("utf-8", "surrogatepass"), case.file_name)
    unexpected = list(result.findings)
    missing = []
    for expected in case.expect:
        match = next((finding for finding in unexpected if _told(finding) == expected[:2]), None)
        if match is None:
            missing.append(Missing(expected, _reason(expected.rule, result.outcomes)))
        else:
            unexpected.remove(match)
    return Verdict(case, tuple(missing), tuple(unexpected))


def _told(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.location.address


def _reason(rule: str, outcomes: Sequence[Outcome]) -> Words:
    """Say what a rule said of a report instead of what was expected of it."""
    outcome = next((outcome for outcome in outcomes if outcome.rule == rule), None)
    if outcome is None:
        return Words("规则包不用这条规则", "the pack does not use this rule")
    if outcome.status == Status.NOT_APPLICABLE:
        why = outcome.reason or Words("", "")
        return Words(f"规则不适用：{why.zh}", f"the rule is not applicable: {why.en}")
    if outcome.status == Status.PASS:
        return Words("规则没有发现问题", "the rule found nothing")
    places = _listed(finding.location.address for finding in outcome.findings)
    return Words(f"规则报告的是 {places.zh}", f"the rule reports {places.en}")


def _listed(addresses: Iterable[str]) -> Words:
    named = list(dict.fromkeys(addresses))
    return Words("、".join(named), ", ".join(named))
