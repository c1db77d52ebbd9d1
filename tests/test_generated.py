"""Reports with random figures: faultless ones yield nothing, one fault yields its rule and nothing else."""

from __future__ import annotations

from random import Random

import pytest

import goi_lint
from goi_lint.cases.flavours import Flavour, write
from writing.base import draft
from writing.bodies import KINDS
from writing.faults import FAULTS
from writing.flavours import all_flavours, any_flavour
from writing.mutate import Fault

FORMS = ("form_2019", "form_2021")
FLAVOURS = tuple(all_flavours())
SEEDS = range(3)


def findings(text: str, flavour: Flavour) -> list[goi_lint.Finding]:
    return list(goi_lint.lint(text.encode(), name=f"report{flavour.extension}").findings)


def loud(text: str, flavour: Flavour) -> list[tuple[str, str]]:
    """Return rule and message of what is found at warning or above."""
    found = findings(text, flavour)
    return [(f.rule, f.message.zh) for f in found if f.level is not goi_lint.Level.NOTE]


def rules(found: list[goi_lint.Finding]) -> list[str]:
    return sorted({finding.rule for finding in found})


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_faultless_reports_yield_nothing_at_all(kind: str, form: str) -> None:
    flavour = Flavour("tabs")
    for seed in range(12):
        found = findings(write(draft(form, Random(seed), kind), flavour), flavour)
        assert [(finding.rule, finding.message.zh) for finding in found] == [], f"seed {seed}"


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda flavour: flavour.name)
def test_no_flavour_is_a_fault(flavour: Flavour) -> None:
    for seed in SEEDS:
        report = draft(FORMS[seed % 2], Random(f"{flavour.name} {seed}"))
        assert loud(write(report, flavour, seed), flavour) == [], f"seed {seed}"


@pytest.mark.parametrize("seed", range(100))
def test_no_mixture_of_flavours_is_a_fault(seed: int) -> None:
    rng = Random(seed)
    flavour = any_flavour(rng)
    assert loud(write(draft(rng.choice(FORMS), rng), flavour, seed), flavour) == [], flavour.name


@pytest.mark.parametrize("layout", ["tabs", "cells", "pipes", "markdown"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_yields_its_rules_and_no_other(fault: Fault, layout: str) -> None:
    flavour = Flavour(layout)
    for seed in SEEDS:
        report = fault.apply(draft(fault.form, Random(seed), fault.kind))
        found = findings(write(report, flavour, seed), flavour)
        assert rules(found) == sorted(fault.rules), f"seed {seed}: {[f.message.zh for f in found]}"
