"""Reports + rules → outcomes of the rules over several reports, one for each rule.

Each report may be judged by rules of its own (packs, levels and what is ignored differ by path): what is found counts
where the rule is one of those of the report that it is said of. A rule that could not be run is reported as for one
report (`goi_lint.engine`), and the others are judged all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from goi_lint.applies import Subject, excluded
from goi_lint.engine import cause_of, finding_of, not_applicable, not_run, outcome_of
from goi_lint.errors import AbsentError, Words
from goi_lint.model.digest import Digest, Reports
from goi_lint.model.finding import Finding, Location, Outcome, Problem
from goi_lint.model.plugin import SERIES, BodiesCheck, SeriesCheck, scope_of
from goi_lint.model.report import Identity
from goi_lint.model.rule import Rule
from goi_lint.repository.quoting import Quotes, Read
from goi_lint.tuples import NamedTuple

RulesOf = Callable[[Digest], Sequence[Rule]]
"""The rules over several reports that hold for one of them."""
Checks = Mapping[str, SeriesCheck | BodiesCheck]
_ALONE = Words("没有可以比较的报告", "there are no reports to compare")


NO_REPORT = ""
"""Stands for the path of what is said of no report in particular."""


class _Variant(NamedTuple):
    """A rule with its parameters and level, and the reports that it holds for."""

    rule: Rule
    paths: set[str]


class _Said(NamedTuple):
    """What a check yielded, and the first reason why it could not judge; `defect` says why it could not be run."""

    problems: tuple[Problem, ...]
    judged: bool
    reason: Words | None
    defect: Words | None = None


class _Meant(NamedTuple):
    """A problem that counts, with its rule and the report that it is said of, if it is said of one."""

    problem: Problem
    rule: Rule
    digest: Digest | None


class _Came(NamedTuple):
    """What came of one rule; `reason` says why it could not be judged."""

    rule: Rule
    meant: Sequence[_Meant]
    reason: Words | None


class _Run(NamedTuple):
    """What all rules are judged with."""

    reports: Reports
    checks: Checks
    digests: Mapping[str, Digest]
    """By path."""
    defects: dict[str, Words]
    """Why rules could not be run, by their ids."""


def judge_together(
    reports: Reports,
    rules: Sequence[Rule],
    rules_of: RulesOf,
    checks: Checks,
    read: Read,
    completed: Rule | None = None,
) -> tuple[Outcome, ...]:
    """Return one outcome for each rule, by id, and one of `completed` where any of them could not be run.

    `rules` are those of the run, by which what concerns no report in particular is judged; `read` returns a report once
    more by its path, for what findings quote.
    """
    run = _Run(reports, checks, {digest.path: digest for digest in reports.every}, {})
    asked: dict[str, dict[int, _Variant]] = {}
    for judged, paths in ((rules, {NO_REPORT}), *_judged_alike(run.digests, rules_of)):
        for rule in judged:
            asked.setdefault(rule.id, {}).setdefault(id(rule), _Variant(rule, set())).paths.update(paths)
    came = [_came(list(asked[name].values()), run) for name in sorted(asked)]
    quotes = Quotes((meant.problem for each in came for meant in each.meant), read)
    return (*_completed(completed, run), *(_outcome(each, checks, quotes) for each in came))


def _judged_alike(digests: Mapping[str, Digest], rules_of: RulesOf) -> list[tuple[Sequence[Rule], set[str]]]:
    """Return the lists of rules that hold for reports, each with the paths of these reports: mostly there is one."""
    alike: dict[int, tuple[Sequence[Rule], set[str]]] = {}
    for path, digest in digests.items():
        if not digest.earlier:
            rules = rules_of(digest)
            alike.setdefault(id(rules), (rules, set()))[1].add(path)
    return list(alike.values())


def _completed(rule: Rule | None, run: _Run) -> tuple[Outcome, ...]:
    if rule is None or not run.defects:
        return ()
    problems = [
        Problem(Location("document"), {"rule": name, "cause": cause}) for name, cause in run.defects.items()
    ]
    subject = Subject(Identity(), None)
    return (outcome_of(rule, [finding_of(problem, rule, {}, subject) for problem in problems]),)


def _came(variants: Sequence[_Variant], run: _Run) -> _Came:
    """Return what came of one rule, which may have other parameters or levels for some of the reports."""
    found: list[_Meant] = []
    judged, reasons = False, []
    for rule, paths in variants:
        said = _said(rule, run)
        for problem in said.problems:
            digest = run.digests.get(problem.location.path or NO_REPORT)
            if (digest.path if digest else NO_REPORT) in paths and not _outside(rule, digest):
                found.append(_Meant(problem, rule, digest))
        judged = judged or said.judged
        reasons.append(said.reason)
        if said.defect:
            run.defects[rule.id] = said.defect
    if judged or found:
        return _Came(variants[0].rule, found, None)
    return _Came(variants[0].rule, (), next((reason for reason in reasons if reason), _ALONE))


def _outside(rule: Rule, digest: Digest | None) -> bool:
    """Tell whether a rule does not apply to the report of which something is said."""
    return digest is not None and excluded(rule.applies, Subject(digest.identity, digest.form)) is not None


def _outcome(came: _Came, checks: Checks, quotes: Quotes) -> Outcome:
    if came.reason:
        return not_applicable(came.rule, came.reason)
    return outcome_of(came.rule, [_finding(each, checks, quotes) for each in came.meant])


def _finding(meant: _Meant, checks: Checks, quotes: Quotes) -> Finding:
    problem, rule, digest = meant
    subject = Subject(digest.identity, digest.form) if digest else Subject(Identity(), None)
    return finding_of(quotes.filled(problem), rule, checks[rule.check].CODES, subject)


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
            cause = cause_of(defect, rule)
            return _Said((), False, not_run(cause), cause)
    return _Said(tuple(problems), judged, reason)
