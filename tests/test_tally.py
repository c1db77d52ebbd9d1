"""Counting what a run finds."""

from __future__ import annotations

from formatters.samples import ALL, CLEAN, NO_DATE
from goi_lint.errors import Words
from goi_lint.model.finding import Level, RuleTotals, Totals
from goi_lint.tally import MOST_REASONS, OTHER_REASONS, Tally


def test_whole_run() -> None:
    tally = Tally()
    so_far = []
    for result in ALL:
        tally.add(result)
        so_far.append(tally.so_far)
    assert so_far == [
        Totals(1, 1, 2, 1, 0, 1),
        Totals(2, 1, 2, 1, 0, 1),
        Totals(3, 2, 2, 1, 0, 1),
    ]
    reasons = ((Words("报告没有成文日期", "the report has no date"), 1),)
    assert tally.finished() == Totals(
        3,
        2,
        2,
        1,
        0,
        1,
        (
            RuleTotals("GOI020", "parts-present", Level.ERROR),
            RuleTotals("GOI033", "signed-after-year", Level.WARNING, reasons=reasons),
            RuleTotals("GOI303", "requests-labels", Level.WARNING, 2, 1),
            RuleTotals("GOI310", "requests-row-totals", Level.ERROR, 1, 1),
            RuleTotals("GOI601", "fee-stated", Level.NOTE, 1, 1),
            RuleTotals("GOI001", "readable", Level.ERROR, 1, 1),
        ),
    )


def test_reasons_that_never_repeat_do_not_fill_the_memory() -> None:
    tally = Tally()
    for number in range(MOST_REASONS + 7):
        reason = Words(f"第 {number} 份", f"no {number}")
        tally.add(CLEAN._replace(outcomes=(NO_DATE._replace(reason=reason),)))
    (rule,) = tally.finished().rules
    assert len(rule.reasons) == MOST_REASONS + 1
    assert rule.reasons[-1] == (OTHER_REASONS, 7)


def test_nothing() -> None:
    assert Tally().finished() == Totals()
