"""What the file of exceptions covers in a run, and what is said of its entries in the end."""

from __future__ import annotations

import datetime

import pytest

from formatters.samples import CLEAN, FAULTY, LABEL, NO_DATE, PASSED, SUM, TWICE, failed
from goi_lint.exceptions.entries import Entry
from goi_lint.exceptions.register import Register
from goi_lint.model.finding import Outcome, Status, Suppressed, Suppression, SuppressionKind
from goi_lint.model.leftover import ExceptionState, Unneeded

TODAY = datetime.date(2026, 6, 30)
EXPIRED, UNUSED = ExceptionState.EXPIRED, ExceptionState.UNUSED


def entry(*rules: str, place: str | None = None, until: str | None = None, path: str = "") -> Entry:
    day = datetime.date.fromisoformat(until) if until else None
    matches = (lambda name: name == path) if path else None
    return Entry(rules, matches, None, None, place, "原件如此", day, f"e.yaml:{place or until or 1}")


def passed(*suppressed: Suppressed) -> Outcome:
    first = suppressed[0].finding
    return Outcome(first.rule, first.name, first.level, Status.PASS, None, (), suppressed)


def covered(*entries: Entry) -> tuple[Outcome, ...]:
    return Register(entries, today=TODAY).suppressed(FAULTY).outcomes


def test_a_rule_all_of_whose_findings_are_covered_has_passed() -> None:
    why = Suppression(SuppressionKind.EXCEPTION, "原件如此", None, "e.yaml:1")
    outcomes = list(FAULTY.outcomes)
    outcomes[2] = passed(Suppressed(TWICE, why), Suppressed(LABEL, why))
    assert covered(entry("GOI303")) == tuple(outcomes)


def test_a_rule_one_of_whose_findings_is_covered_still_fails() -> None:
    other = LABEL._replace(location=LABEL.location._replace(address="requests.granted"))
    result = FAULTY._replace(outcomes=(failed(LABEL, other),))
    register = Register((entry("GOI303", place="requests.granted", until="2026-06-30"),), today=TODAY)
    (outcome,) = register.suppressed(result).outcomes
    why = Suppression(SuppressionKind.EXCEPTION, "原件如此", "2026-06-30", "e.yaml:requests.granted")
    assert outcome == failed(LABEL)._replace(suppressed=(Suppressed(other, why),))


@pytest.mark.parametrize(
    "exception",
    [
        entry("GOI310", until="2026-06-29"),
        entry("GOI310", place="title"),
        entry("GOI310", path="elsewhere.txt"),
        entry("GOI303", "GOI033", "GOI020"),
    ],
    ids=["expired", "another place", "another path", "other rules"],
)
def test_what_is_not_covered_is_found(exception: Entry) -> None:
    assert covered(exception)[3] == failed(SUM)


@pytest.mark.parametrize(
    ("entries", "unneeded"),
    [
        ((entry("GOI310"), entry("GOI303")), ()),
        ((entry("GOI310", "GOI020"),), (Unneeded("e.yaml:1", "GOI020", UNUSED),)),
        ((entry("GOI310", place="title"),), (Unneeded("e.yaml:title", "GOI310", UNUSED),)),
        ((entry("GOI310", until="2026-06-30"),), ()),
        ((entry("GOI310", until="2026-06-29"),), (Unneeded("e.yaml:2026-06-29", "GOI310", EXPIRED),)),
        (
            (entry("GOI310", "GOI311", until="2026-01-01", path="elsewhere.txt"),),
            (
                Unneeded("e.yaml:2026-01-01", "GOI310", EXPIRED),
                Unneeded("e.yaml:2026-01-01", "GOI311", EXPIRED),
            ),
        ),
        ((entry("GOI310", path="elsewhere.txt"),), ()),
        ((entry("GOI033"),), ()),
        ((entry("GOI999"),), ()),
        ((entry("GOI310"), entry("GOI310")), (Unneeded("e.yaml:1", "GOI310", UNUSED),)),
    ],
    ids=[
        "both needed",
        "one of two rules",
        "nothing at that place",
        "the last day",
        "a day later",
        "expired, elsewhere",
        "elsewhere",
        "not applicable",
        "not asked",
        "twice",
    ],
)
def test_what_is_said_of_entries(entries: tuple[Entry, ...], unneeded: tuple[Unneeded, ...]) -> None:
    register = Register(entries, today=TODAY)
    for result in (CLEAN._replace(outcomes=(PASSED, NO_DATE)), FAULTY, CLEAN):
        register.suppressed(result)
    assert register.unneeded() == unneeded


def test_nothing_to_cover_changes_nothing() -> None:
    register = Register(today=TODAY)
    assert register.suppressed(FAULTY) == FAULTY
    assert (register.unneeded(), register.repaired()) == ((), ())
