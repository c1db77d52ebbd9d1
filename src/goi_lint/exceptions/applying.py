"""One document's result → the same with what is excepted apart, and with what is wrong with its comments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import SimpleNamespace

from goi_lint.engine import COMPLETED, READABLE, judge
from goi_lint.exceptions.comments import Comment, comment_of
from goi_lint.exceptions.days import expired
from goi_lint.exceptions.register import Register, divided
from goi_lint.model.finding import (
    DocumentResult,
    Finding,
    Location,
    Outcome,
    Problem,
    Status,
    Suppression,
)
from goi_lint.model.plugin import Check
from goi_lint.model.report import Report
from goi_lint.model.rule import Rule
from goi_lint.typed import cast

REASONED = "exceptions_reasoned"
NEEDED = "exceptions_needed"
_LASTING = (READABLE, COMPLETED, REASONED, NEEDED)
"""Checks that say that something was not judged: a comment cannot hush them."""


def apply(
    result: DocumentResult,
    report: Report | None,
    register: Register | None,
    rules: Sequence[Rule],
    known: Collection[str] = (),
) -> DocumentResult:
    """Return the result of one document with what is covered moved to `Outcome.suppressed`.

    `report` is None for a document that could not be read; `rules` are those by which it was judged, `known` the ids
    of all that a comment may name. A finding is covered by a comment first, then by the file of exceptions, then by
    the baseline.
    """
    register = register or Register()
    if report is not None and report.remarks:
        ids = {*known, *(rule.id for rule in rules)}
        lasting = {rule.id for rule in rules if rule.check in _LASTING}
        comments = [comment_of(remark, ids, lasting) for remark in report.remarks]
        result = result._replace(outcomes=_commented(result.outcomes, comments, report, register, rules))
    return register.suppressed(result)


def _commented(
    outcomes: Iterable[Outcome],
    comments: Sequence[Comment],
    report: Report,
    register: Register,
    rules: Sequence[Rule],
) -> tuple[Outcome, ...]:
    """Return the outcomes after the comments of a report, those on its comments included."""
    used: set[tuple[int, str]] = set()
    sound = {number: comment for number, comment in enumerate(comments) if not comment.faults}

    def cover(finding: Finding) -> Suppression | None:
        for number, comment in sound.items():
            if finding.rule in comment.rules and not expired(comment.until, register.today):
                used.add((number, finding.rule))
                return comment.suppression
        return None

    left = {one.rule: divided(one, cover) if one.findings else one for one in outcomes}
    asked = {one.rule for one in left.values() if one.status is not Status.NOT_APPLICABLE}
    idle = {
        number: [rule for rule in comment.rules if rule in asked and (number, rule) not in used]
        for number, comment in sound.items()
    }
    problems = {
        REASONED: [_faulty(comment) for comment in comments if comment.faults],
        NEEDED: [
            problem
            for number, comment in sound.items()
            if (problem := _needless(comment, idle[number], expired(comment.until, register.today)))
        ],
    }
    for rule in rules:
        if rule.check in problems and rule.id in asked:
            left[rule.id] = _outcome(rule, problems[rule.check], report)
    return tuple(left.values())


def _faulty(comment: Comment) -> Problem:
    facts: Mapping[str, object] = {"comment": comment.text, "faults": comment.faults}
    return Problem(Location("document", place=comment.place), facts)


def _needless(comment: Comment, idle: Sequence[str], is_expired: bool) -> Problem | None:
    """Return what is to be said of a comment that has expired, or that covers nothing."""
    if not is_expired and not idle:
        return None
    facts: Mapping[str, object] = {
        "rules": comment.rules if is_expired else tuple(idle),
        "state": "expired" if is_expired else "unused",
        "until": comment.until if is_expired else None,
    }
    return Problem(Location("document", place=comment.place), facts)


def _outcome(rule: Rule, problems: Sequence[Problem], report: Report) -> Outcome:
    """Return the outcome of a rule on comments: the engine puts the problems into the rule's words."""
    codes = {"state": ("expired", "unused")}

    def yielding(report: Report, params: object) -> Iterator[Problem]:
        yield from problems

    check = cast("Check", SimpleNamespace(CODES=codes, check=yielding))
    (outcome,) = judge(report, (rule,), {rule.check: check})
    return outcome
