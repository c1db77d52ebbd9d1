"""Reports + rules → outcomes of the rules over several reports, one for each rule.

Each report may be judged by rules of its own (packs, levels and what is ignored differ by path): what is found counts
where the rule is one of those of the report that it is said of.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from goi_lint.engine import Subject, cause_of, excluded, finding_of, not_applicable, not_run, outcome_of
from goi_lint.errors import AbsentError, Words
from goi_lint.model.digest import Digest, Reports
from goi_lint.model.finding import Finding, Outcome, Problem
from goi_lint.model.plugin import SERIES, BodiesCheck, SeriesCheck, scope_of
from goi_lint.model.report import Identity
from goi_lint.model.rule import Rule
from goi_lint.repository.quoting import Quotes, Read
from goi_lint.tuples import NamedTuple

RulesOf = Callable[[Digest], Sequence[Rule]]
"""The rules over several reports that hold for one of them."""
Checks = Mapping[str, SeriesCheck | BodiesCheck]
_ALONE = Words("没有可以比较的报告", "there are no reports to compare")


class _Said(NamedTuple):
    """What a check yielded, and the first reason why it could not judge."""

    problems: tuple[Problem, ...]
    judged: bool
    reason: Words | None


class _Run(NamedTuple):
    """What all rules are judged with."""

    reports: Reports
    checks: Checks
    digests: Mapping[str, Digest]
    """By path."""
    quotes: Quotes


def judge_together(
    reports: Reports, rules: Sequence[Rule], rules_of: RulesOf, checks: Checks, read: Read
) -> tuple[Outcome, ...]:
    """Return one outcome for each rule, by id.

    `rules` are those of the run, by which what concerns no report in particular is judged; `read` returns a report once
    more by its path, for what findings quote.
    """
    every = [digest for digest in reports.every if not digest.earlier]
    run = _Run(reports, checks, {digest.path: digest for digest in every}, Quotes(read))
    asked: dict[str, dict[int, tuple[Rule, set[str]]]] = {}
    for rule in rules:
        asked.setdefault(rule.id, {})[id(rule)] = (rule, set())
    for digest in every:
        for rule in rules_of(digest):
            _, paths = asked.setdefault(rule.id, {}).setdefault(id(rule), (rule, set()))
            paths.add(digest.path)
    return tuple(_outcome(list(asked[name].values()), run) for name in sorted(asked))


def _outcome(variants: Sequence[tuple[Rule, set[str]]], run: _Run) -> Outcome:
    """Return what came of one rule, which may have other parameters or levels for some of the reports."""
    findings: list[Finding] = []
    judged, reasons = False, []
    for rule, paths in variants:
        said = _said(rule, run)
        for problem in said.problems:
            path = problem.location.path
            digest = run.digests.get(path or "")
            if (path in paths or (digest is None and rule is variants[0][0])) and not _outside(rule, digest):
                findings.append(_finding(problem, rule, digest, run))
        judged = judged or said.judged
        reasons.append(said.reason)
    rule = variants[0][0]
    if judged or findings:
        return outcome_of(rule, findings)
    return not_applicable(rule, next((reason for reason in reasons if reason), _ALONE))


def _outside(rule: Rule, digest: Digest | None) -> bool:
    """Tell whether a rule does not apply to the report of which something is said."""
    return digest is not None and excluded(rule.applies, Subject(digest.identity, digest.form)) is not None


def _finding(problem: Problem, rule: Rule, digest: Digest | None, run: _Run) -> Finding:
    subject = Subject(digest.identity, digest.form) if digest else Subject(Identity(), None)
    return finding_of(run.quotes.filled(problem), rule, run.checks[rule.check].CODES, subject)


def _said(rule: Rule, run: _Run) -> _Said:
    """Run one check, on each series or on all reports; what a defective check raises is the reason it did not judge."""
    check = run.checks[rule.check]
    things: Iterable[object] = run.reports.series if scope_of(check) == SERIES else (run.reports,)
    problems: list[Problem] = []
    judged, reason = False, None
    for thing in things:
        try:
            problems += list(check.check(thing, rule.params))  # type: ignore[arg-type]
            judged = True
        except AbsentError as absent:
            reason = reason or absent.reason
        except Exception as defect:  # a defective check must not stop the run
            return _Said((), False, not_run(cause_of(defect, rule)))
    return _Said(tuple(problems), judged, reason)
