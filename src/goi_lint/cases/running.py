"""Cases tried: what a case expects, held against what is really found in its report."""

from collections.abc import Callable, Iterable, Sequence

from goi_lint.cases.case_file import Case, Expected
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

    @property
    def as_expected(self) -> bool:
        """Tell whether the findings are those of the case, and no others."""
        return not (self.missing or self.unexpected)


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
