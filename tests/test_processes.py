"""Several documents at a time give what one after the other gives, in the same order."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import cast

import pytest

from goi_lint.baseline import Recorder, read_baseline
from goi_lint.cases.flavours import write
from goi_lint.discovery import Input
from goi_lint.exceptions import Register
from goi_lint.linter import Linter, build_linter
from goi_lint.model.document import Document
from goi_lint.model.finding import SuppressionKind
from goi_lint.model.plugin import Reader
from goi_lint.plugins import build_plugins
from goi_lint.processes import AHEAD, LOT, judged
from writing.base import draft
from writing.faults_chosen import CHOSEN


def linter() -> Linter:
    return build_linter(build_plugins())


def reports(folder: Path, number: int) -> list[Input]:
    """Write clean reports and faulty ones in turn."""
    found = []
    for seed in range(number):
        fault = CHOSEN[seed % len(CHOSEN)]
        report = draft(fault.form, Random(seed), fault.kind)
        path = folder / f"{seed:03}.txt"
        path.write_text(write(fault.apply(report) if seed % 3 else report, "tabs"), encoding="utf-8")
        found.append(Input(str(path), path.name))
    return found


@pytest.mark.parametrize("number", [0, 1, LOT, 2 * LOT * AHEAD + 3], ids=lambda number: f"{number} documents")
def test_the_same_results_in_the_same_order(tmp_path: Path, number: int) -> None:
    inputs = reports(tmp_path, number)
    alone = linter()
    assert list(judged(alone, iter(inputs), 2, linter)) == [alone.lint_input(one) for one in inputs]


def test_inputs_are_asked_for_as_results_are_taken(tmp_path: Path) -> None:
    inputs = reports(tmp_path, 1) * 500
    asked = 0

    def counted() -> Iterator[Input]:
        nonlocal asked
        for one in inputs:
            asked += 1
            yield one

    results = judged(linter(), counted(), 2, linter)
    next(results)
    assert asked <= 2 * LOT * AHEAD
    results.close()  # type: ignore[attr-defined]


def test_standard_input_is_read_by_the_parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = reports(tmp_path, 3)
    data = Path(inputs[0].path).read_bytes()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    mixed = [inputs[1], Input("-", "given.txt"), inputs[2]]
    results = list(judged(linter(), iter(mixed), 2, linter))
    assert [result.path for result in results] == ["001.txt", "given.txt", "002.txt"]
    assert results[1] == linter().lint_bytes(data, "given.txt")


def _deadly(word: bytes) -> Linter:
    """Return a linter that brings down the process where a document holds the word."""
    usual = linter()

    def recognises(data: bytes, name: str) -> bool:
        return word in data

    def read(data: bytes, name: str) -> Document:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    reader = cast(
        "Reader", SimpleNamespace(NAME="deadly", EXTENSIONS=(".txt",), recognises=recognises, read=read)
    )
    return usual._replace(readers=(reader, *usual.readers))


@pytest.mark.skipif(sys.platform != "linux", reason="workers of other systems build their linter themselves")
def test_a_document_that_brings_its_process_down_concerns_no_other(tmp_path: Path) -> None:
    inputs = reports(tmp_path, 4 * LOT * AHEAD)
    for deadly in (3, 20):
        Path(inputs[deadly].path).write_bytes(b"DEADLY")
    results = list(judged(_deadly(b"DEADLY"), iter(inputs), 2, linter))
    usual = linter()
    assert [result.path for result in results] == [one.name for one in inputs]
    assert [number for number, result in enumerate(results) if result.unreadable] == [3, 20]
    assert [finding.rule for finding in results[3].findings] == ["GOI001"]
    assert [result for result in results if not result.unreadable] == [
        usual.lint_input(one) for number, one in enumerate(inputs) if number not in (3, 20)
    ]


def test_a_baseline_counts_over_all_documents(tmp_path: Path) -> None:
    (clean, faulty, *_) = reports(tmp_path, 3)
    usual = linter()
    result = usual.lint_input(faulty)
    assert result.findings
    baseline = tmp_path / "baseline.json"
    recorder = Recorder(str(tmp_path))
    recorder.add(result, "zh")
    baseline.write_text(recorder.text("1"), encoding="utf-8")
    found = [
        list(run(usual._replace(register=Register(baseline=read_baseline(baseline)))))
        for run in (
            lambda one: map(one.lint_input, [clean, faulty, faulty]),
            lambda one: judged(one, iter([clean, faulty, faulty]), 2, partial(linter)),
        )
    ]
    assert found[0] == found[1]
    kinds = [
        [one.suppression.kind for outcome in result.outcomes for one in outcome.suppressed]
        for result in found[1]
    ]
    assert set(kinds[1]) == {SuppressionKind.BASELINE}
