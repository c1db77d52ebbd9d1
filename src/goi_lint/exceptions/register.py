"""The register of a run: what its file of exceptions and its baseline cover, and what of them was not needed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from goi_lint.exceptions.days import expired
from goi_lint.exceptions.entries import Entry
from goi_lint.model.finding import (
    DocumentResult,
    Finding,
    Outcome,
    Status,
    Suppressed,
    Suppression,
    SuppressionKind,
)
from goi_lint.model.leftover import ExceptionState, Repaired, Unneeded
from goi_lint.model.report import Identity
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from goi_lint.baseline import Baseline


class Register:
    """What is not to be reported in a run. It remembers what was needed, and of the documents nothing else."""

    def __init__(
        self,
        entries: Sequence[Entry] = (),
        baseline: Baseline | None = None,
        today: datetime.date | None = None,
    ) -> None:
        self.today = today or datetime.date.today()
        self._entries = entries
        self._baseline = baseline
        self._by_rule: dict[str, list[int]] = {}
        for number, entry in enumerate(entries):
            for rule in entry.rules:
                self._by_rule.setdefault(rule, []).append(number)
        self._concerned: set[tuple[int, str]] = set()
        self._used: set[tuple[int, str]] = set()

    def for_comments(self) -> Register:
        """Return the register by which a worker heeds comments: it counts nothing over several documents."""
        return Register(today=self.today)

    def suppressed(self, result: DocumentResult) -> DocumentResult:
        """Return the result without the findings that the file of exceptions or the baseline covers."""
        self._note_concerned(result)
        outcomes = tuple(
            divided(outcome, lambda finding: self._cover(finding, result)) if outcome.findings else outcome
            for outcome in result.outcomes
        )
        done = result._replace(outcomes=outcomes)
        if self._baseline is not None:
            self._baseline.judged(done)
        return done

    def _note_concerned(self, result: DocumentResult) -> None:
        """Note the entries that speak of a document; only those can be called unused."""
        asked = (
            (number, outcome.rule)
            for outcome in result.outcomes
            if outcome.status is not Status.NOT_APPLICABLE
            for number in self._by_rule.get(outcome.rule, ())
        )
        self._concerned.update(
            [
                pair
                for pair in asked
                if pair not in self._concerned and self._entries[pair[0]].concerns(result)
            ]
        )

    def _cover(self, finding: Finding, result: DocumentResult) -> Suppression | None:
        spoken_of = _spoken_of(finding, result)
        for number in self._by_rule.get(finding.rule, ()):
            entry = self._entries[number]
            if expired(entry.until, self.today) or not entry.covers(finding.location):
                continue
            if entry.concerns(spoken_of):
                self._used.add((number, finding.rule))
                return entry.suppression
        if self._baseline is not None and self._baseline.takes(finding, result):
            return Suppression(SuppressionKind.BASELINE, source=self._baseline.file)
        return None

    def unneeded(self) -> tuple[Unneeded, ...]:
        """Return the entries that have expired, and those that covered nothing in the documents they speak of."""
        return tuple(
            Unneeded(entry.source, rule, state)
            for number, entry in enumerate(self._entries)
            for rule in entry.rules
            if (state := self._state(number, rule))
        )

    def _state(self, number: int, rule: str) -> ExceptionState | None:
        if expired(self._entries[number].until, self.today):
            return ExceptionState.EXPIRED
        unused = (number, rule) in self._concerned - self._used
        return ExceptionState.UNUSED if unused else None

    def repaired(self) -> tuple[Repaired, ...]:
        """Return what the baseline holds and was found no more in the documents of this run."""
        return tuple(self._baseline.repaired) if self._baseline is not None else ()


def _spoken_of(finding: Finding, result: DocumentResult) -> DocumentResult:
    """Return the document; what stands in the roster, of a body that has no report, is said of that body."""
    if finding.location.path is None or result.identity.body is not None:
        return result
    years = finding.facts.get("years", "")
    year = int(years) if years.isdecimal() else None  # of several years, an exception for one does not speak
    return result._replace(identity=Identity(body=finding.facts.get("body"), year=year))


def divided(outcome: Outcome, cover: Callable[[Finding], Suppression | None]) -> Outcome:
    """Return an outcome with what is covered apart; a rule all of whose findings are suppressed has passed."""
    findings: list[Finding] = []
    suppressed = list(outcome.suppressed)
    for finding in outcome.findings:
        suppression = cover(finding)
        if suppression is None:
            findings.append(finding)
        else:
            suppressed.append(Suppressed(finding, suppression))
    if len(findings) == len(outcome.findings):
        return outcome
    status = outcome.status if findings else Status.PASS
    return outcome._replace(status=status, findings=tuple(findings), suppressed=tuple(suppressed))
