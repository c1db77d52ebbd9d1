"""Counts what a run finds, document by document; its memory grows with the rules, not with the documents."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.model.finding import (
    DocumentResult,
    Level,
    Outcome,
    RuleTotals,
    Status,
    Suppression,
    SuppressionKind,
    Totals,
)

MOST_REASONS = 50
"""Reasons that are kept apart for one rule: one that quotes the document would never come twice."""

OTHER_REASONS = Words("其他原因", "other reasons")


class Tally:
    """What was found up to now."""

    __slots__ = ("_outcomes", "_reasons", "_rules", "_suppressed", "so_far")

    def __init__(self) -> None:
        self.so_far = Totals()
        self._rules: dict[str, RuleTotals] = {}
        self._reasons: dict[str, dict[Words, int]] = {}
        self._suppressed: dict[str, dict[Suppression, int]] = {}
        self._outcomes: tuple[Outcome, ...] = ()

    def add(self, result: DocumentResult) -> None:
        """Count one more document; of an unreadable one only that, not every rule that was not asked of it."""
        before = self.so_far
        levels: list[Level] = []
        unjudged = suppressed = 0
        rules, passed, absent = self._rules, Status.PASS, Status.NOT_APPLICABLE
        for outcome in result.outcomes:
            if outcome.status is passed and not outcome.suppressed and outcome.rule in rules:
                continue  # nine of ten
            self._count(outcome, result)
            levels += [outcome.level] * len(outcome.findings)
            if outcome.suppressed:
                suppressed += len(outcome.suppressed)
                self._count_suppressed(outcome)
            unjudged += outcome.status is absent and result.unreadable is None
        self.so_far = before._replace(
            documents=before.documents + 1,
            errors=before.errors + levels.count(Level.ERROR),
            warnings=before.warnings + levels.count(Level.WARNING),
            notes=before.notes + levels.count(Level.NOTE),
            suppressed=before.suppressed + suppressed,
            not_applicable=before.not_applicable + unjudged,
        )

    def add_together(self, outcomes: tuple[Outcome, ...]) -> None:
        """Count what came of the rules over several documents."""
        self._outcomes = outcomes
        levels = dict.fromkeys(Level, 0)
        for outcome in outcomes:
            paths = {finding.location.path for finding in outcome.findings}
            self._rules[outcome.rule] = RuleTotals(
                outcome.rule, outcome.name, outcome.level, len(outcome.findings), len(paths)
            )
            if outcome.reason:
                self._reasons[outcome.rule] = {outcome.reason: 1}
            if outcome.suppressed:
                self._count_suppressed(outcome)
            for finding in outcome.findings:
                levels[finding.level] += 1
        before = self.so_far
        self.so_far = before._replace(
            errors=before.errors + levels[Level.ERROR],
            warnings=before.warnings + levels[Level.WARNING],
            notes=before.notes + levels[Level.NOTE],
            suppressed=before.suppressed + sum(len(outcome.suppressed) for outcome in outcomes),
        )

    def _count(self, outcome: Outcome, result: DocumentResult) -> None:
        totals = self._rules.get(outcome.rule)
        if totals is None:
            totals = self._rules[outcome.rule] = RuleTotals(outcome.rule, outcome.name, outcome.level)
        if outcome.findings:
            self._rules[outcome.rule] = totals._replace(
                findings=totals.findings + len(outcome.findings),
                documents=totals.documents + 1,
                packs=totals.packs or result.packs,
            )
        if outcome.reason and result.unreadable is None:
            reasons = self._reasons.setdefault(outcome.rule, {})
            known = outcome.reason in reasons or len(reasons) < MOST_REASONS
            reason = outcome.reason if known else OTHER_REASONS
            reasons[reason] = reasons.get(reason, 0) + 1

    def _count_suppressed(self, outcome: Outcome) -> None:
        """Count why; a comment without its place, which is another in every document."""
        counts = self._suppressed.setdefault(outcome.rule, {})
        for _, suppression in outcome.suppressed:
            if suppression.kind is SuppressionKind.COMMENT:
                suppression = suppression._replace(source="")  # noqa: PLW2901
            known = suppression in counts or len(counts) < MOST_REASONS
            why = suppression if known else Suppression(suppression.kind, OTHER_REASONS.zh)
            counts[why] = counts.get(why, 0) + 1

    def finished(self) -> Totals:
        """Return the totals with those of each rule."""
        rules = (
            totals._replace(
                reasons=tuple(self._reasons.get(rule, {}).items()),
                suppressed=tuple(self._suppressed.get(rule, {}).items()),
            )
            for rule, totals in self._rules.items()
        )
        return self.so_far._replace(rules=tuple(rules), outcomes=self._outcomes)
