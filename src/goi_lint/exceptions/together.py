"""What the rules over several documents found → the same with what is excepted apart.

Each finding is covered as if it were one of the document that it is said of: by a comment in it, by the file of
exceptions, by the baseline.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from goi_lint.exceptions.comments import Comment, comment_of
from goi_lint.exceptions.days import expired
from goi_lint.exceptions.register import Register, divided
from goi_lint.model.digest import Digest, Reports
from goi_lint.model.finding import (
    DocumentResult,
    Finding,
    Outcome,
    Status,
    Suppressed,
    Suppression,
)
from goi_lint.model.report import Identity


def apply_together(
    outcomes: tuple[Outcome, ...], reports: Reports, register: Register | None, known: Collection[str]
) -> tuple[Outcome, ...]:
    """Return the outcomes with what is covered moved to `Outcome.suppressed`; `known` are the ids of all rules."""
    digests = {digest.path: digest for digest in reports.every if not digest.earlier}
    if register is None and not any(digest.remarks for digest in digests.values()):
        return outcomes
    register = register or Register()
    parts = [
        _covered(result, digests.get(result.path), register, known)
        for result in as_documents(outcomes, digests)
    ]
    return tuple(
        _joined(outcome, [part[number] for part in parts]) for number, outcome in enumerate(outcomes)
    )


def as_documents(
    outcomes: Sequence[Outcome], digests: Mapping[str, Digest] = MappingProxyType({})
) -> Iterator[DocumentResult]:
    """Yield, for each document and whatever else findings speak of, the outcomes with its findings alone."""
    found: dict[str, dict[str, list[Finding]]] = {path: {} for path in digests}
    for outcome in outcomes:
        for finding in outcome.findings:
            found.setdefault(finding.location.path or "", {}).setdefault(outcome.rule, []).append(finding)
    for path, by_rule in found.items():
        digest = digests.get(path)
        yield DocumentResult(
            path=path,
            format=digest.format if digest else None,
            title=None,
            identity=digest.identity if digest else Identity(),
            form=None,
            outcomes=tuple(_with(outcome, by_rule.get(outcome.rule, ())) for outcome in outcomes),
        )


def _with(outcome: Outcome, findings: Sequence[Finding]) -> Outcome:
    """Return an outcome with these findings; one that failed elsewhere has passed here."""
    if outcome.status is Status.NOT_APPLICABLE:
        return outcome
    return outcome._replace(status=Status.FAIL if findings else Status.PASS, findings=tuple(findings))


def _covered(
    result: DocumentResult, digest: Digest | None, register: Register, known: Collection[str]
) -> tuple[Outcome, ...]:
    comments = [comment_of(remark, known, ()) for remark in digest.remarks] if digest else []
    sound = [comment for comment in comments if not comment.faults]

    def cover(finding: Finding) -> Suppression | None:
        return next((one.suppression for one in sound if _speaks(one, finding, register)), None)

    if sound:
        result = result._replace(outcomes=tuple(divided(outcome, cover) for outcome in result.outcomes))
    return register.suppressed(result).outcomes


def _speaks(comment: Comment, finding: Finding, register: Register) -> bool:
    return finding.rule in comment.rules and not expired(comment.until, register.today)


def _joined(outcome: Outcome, parts: Sequence[Outcome]) -> Outcome:
    """Return one outcome for all documents again; a rule all of whose findings are suppressed has passed."""
    findings = tuple(finding for part in parts for finding in part.findings)
    suppressed: tuple[Suppressed, ...] = tuple(one for part in parts for one in part.suppressed)
    if outcome.status is Status.NOT_APPLICABLE:
        return outcome
    return outcome._replace(
        status=Status.FAIL if findings else Status.PASS, findings=findings, suppressed=suppressed
    )
