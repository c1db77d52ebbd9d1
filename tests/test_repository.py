"""Reports of many bodies in several years: what is planted in them is found, all of it, and nothing else is."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from goi_lint.cli import main
from goi_lint.config.roster import read_roster
from goi_lint.linter import Linter, build_linter
from goi_lint.model.digest import MOST_SENTENCES, Digest
from goi_lint.model.finding import Finding
from goi_lint.plugins import build_plugins
from writing import planted
from writing.narratives import Narrative, narrative
from writing.planted import FAULTS, plant
from writing.repository import ROSTER, Repository, repository

SMALL = 60
"""As many bodies as all faults need."""
DIGEST_BYTES = 4_000

Key = tuple[str, str, str]
Told = dict[Key, str]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return build_linter(build_plugins())._replace(digests=True)


class Judged:
    """A repository judged report by report; its folder has the roster alone, for reports come from memory."""

    def __init__(self, linter: Linter, reports: Repository, folder: Path) -> None:
        self._linter = linter
        self.files = {report.path: report.data() for report in reports.filed()}
        results = [linter.lint_bytes(data, path) for path, data in self.files.items()]
        self.own = [(one.path, found.rule, found.message.zh) for one in results for found in one.findings]
        self.digests = [one.digest for one in results if one.digest]
        (folder / ROSTER).write_text(reports.roster(), encoding="utf-8")
        self._roster = read_roster(str(folder / ROSTER))._replace(file=ROSTER)

    def together(self, digests: Iterable[Digest]) -> list[Finding]:
        """Return what is found of all reports together; each that is quoted is read once more, and no oftener."""
        read: list[str] = []

        def source(path: str) -> bytes:
            read.append(path)
            return self.files[path]

        outcomes = self._linter.judge_together(digests, self._roster, source=source)
        assert sorted(set(read)) == sorted(read)
        assert {outcome.rule: outcome.reason for outcome in outcomes if outcome.reason} == {}
        return [finding for outcome in outcomes for finding in outcome.findings]


def told(findings: Iterable[Finding]) -> Told:
    """Return each finding's message by rule, path and address; two of one key would be a mistake."""
    found = [((one.rule, one.location.path or "", one.location.address), one.message.zh) for one in findings]
    assert len(dict(found)) == len(found)
    return dict(found)


def differences(found: Told, wanted: set[Key]) -> tuple[list[Key], Told]:
    """Return what was missed, and what was invented."""
    return sorted(wanted - found.keys()), {key: text for key, text in found.items() if key not in wanted}


def test_faultless_reports_of_many_bodies_and_years_yield_nothing(linter: Linter, tmp_path: Path) -> None:
    reports = repository(SMALL, 4, seed=1)
    reports.mix(10)
    judged = Judged(linter, reports, tmp_path)
    assert len(judged.digests) == SMALL * 4
    assert [digest.path for digest in judged.digests if digest.home is None] == []
    assert judged.own == []
    assert told(judged.together(judged.digests)) == {}


def test_every_fault_among_900_reports_is_found_and_none_invented(linter: Linter, tmp_path: Path) -> None:
    reports = repository(300, 3)
    plant(reports, times=5)
    judged = Judged(linter, reports, tmp_path)
    assert judged.own == []
    found = judged.together(judged.digests)
    assert differences(told(found), reports.findings) == ([], {})
    assert len(found) == 100
    Random(7).shuffle(judged.digests)
    assert judged.together(judged.digests) == found
    assert max(len(pickle.dumps(digest)) for digest in judged.digests) < DIGEST_BYTES


@pytest.mark.parametrize("seed", [1, 2])
def test_faults_are_found_in_other_formats_too(linter: Linter, tmp_path: Path, seed: int) -> None:
    reports = repository(SMALL, 3, seed)
    reports.mix(8)
    plant(reports, seed)
    judged = Judged(linter, reports, tmp_path)
    assert judged.own == []
    assert differences(told(judged.together(judged.digests)), reports.findings) == ([], {})


def test_every_rule_over_several_reports_has_a_fault(linter: Linter) -> None:
    reports = repository(SMALL)
    plant(reports)
    rules = {rule for rule, _, _ in reports.findings}
    asked = {rule.id for rule in linter.rules} - {rule.id for rule in linter.rules_for("")}
    assert rules >= asked - {"GOI702"}  # documents lapse: what is no fault is not planted
    assert len(FAULTS) > len(asked)


def test_a_digest_of_the_longest_narrative_is_small(linter: Linter) -> None:
    (*_, report) = repository(2).reports.values()
    tales = [narrative(Random(number)) for number in range(20)]
    report.narrative = Narrative(
        tuple(line for tale in tales for line in tale.overview),
        tuple(line for tale in tales for line in tale.problems),
    )
    table = report.tables["requests"]
    report.tables |= {"requests": table.with_cells(dict.fromkeys(table.cells(), "12345"))}
    digest = linter.lint_bytes(report.data(), f"{'很长的路径/' * 20}{report.path}").digest
    assert digest is not None
    assert len(digest.hashes) == MOST_SENTENCES
    assert len(pickle.dumps(digest)) < DIGEST_BYTES


ARGUMENTS = ("check", "--quiet", "--fail-on=never", "--format=json=../out.json")


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """Return what a run writes."""
    monkeypatch.chdir(folder)
    assert main([*ARGUMENTS, *arguments]) == 0
    return (folder / "../out.json").read_text(encoding="utf-8")


def test_neither_the_order_nor_the_number_of_processes_changes_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = repository(30, 3, seed=3)
    faults = (
        planted.carried_over_wrong,
        planted.wrong_sum_of_requests,
        planted.reported_twice,
        planted.copied_from_last_year,
        planted.one_text_for_five,
        planted.copied_from_a_neighbours_last_year,
        planted.wrong_unit,
    )
    plant(reports, seed=3, faults=faults)
    folder = tmp_path / "reports"
    reports.write(folder)
    first = run(folder, monkeypatch, "--jobs=1", ".")
    assert [run(folder, monkeypatch, f"--jobs={number}", ".") for number in (2, 3)] == [first] * 2
    paths = [report.path for report in reports.filed()]
    Random(5).shuffle(paths)
    shuffled = run(folder, monkeypatch, "--jobs=1", f"--roster={ROSTER}", *paths)
    assert sorted(_lines(shuffled)) == sorted(_lines(first))
    assert shuffled.partition("\n],\n")[2] == first.partition("\n],\n")[2]
    found = [
        (one["rule"], one["location"]["path"], one["location"]["address"])
        for one in json.loads(first)["findings"]
    ]
    assert (sorted(found), len(found)) == (sorted(reports.findings), len(reports.findings))


def _lines(output: str) -> list[str]:
    """Return the lines of the documents."""
    return [line.rstrip(",") for line in output.partition("\n],\n")[0].splitlines()]
