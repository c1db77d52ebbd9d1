"""What goi-lint says of the reports in `examples/` is what lies beside them (scripts/build_examples.py)."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

import goi_lint
from project_scripts import script

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


SCRIPT = script("build_examples")
OUTPUTS = SCRIPT.all_outputs()
REPORTS = sorted(path for path in EXAMPLES.iterdir() if path.suffix in SCRIPT.REPORTS)
FAULTLESS = [path for path in REPORTS if path.name.startswith("faultless")]
FAULTY = [path for path in REPORTS if path not in FAULTLESS]


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


@pytest.mark.parametrize("path", OUTPUTS, ids=names(list(OUTPUTS)))
def test_output_is_current(path: Path) -> None:
    assert SCRIPT.read(path) == OUTPUTS[path]


def test_no_output_without_a_report() -> None:
    assert SCRIPT.stale(OUTPUTS, EXAMPLES) == []


@pytest.mark.parametrize("path", FAULTLESS, ids=names(FAULTLESS))
def test_nothing_is_found_in_a_faultless_report(path: Path) -> None:
    (result,) = goi_lint.lint(path).documents
    assert [finding for outcome in result.outcomes for finding in outcome.findings] == []


@pytest.mark.parametrize("path", FAULTY, ids=names(FAULTY))
def test_a_faulty_report_is_read_whole(path: Path) -> None:
    """What is wrong with the examples is what their author did: none of their tables is beyond reading."""
    (result,) = goi_lint.lint(path).documents
    failed = {outcome.rule for outcome in result.outcomes if outcome.findings}
    assert failed
    assert failed & {"GOI001", "GOI002", "GOI003", "GOI005"} == set()


def test_both_forms_and_all_kinds_of_bodies_are_shown() -> None:
    results = [goi_lint.lint(path).documents[0] for path in FAULTLESS]
    assert {result.form for result in results} == {"form_2019", "form_2021"}
    assert {str(result.identity.level) for result in results} == {"department", "government", "town"}


def test_formats_agree_on_the_findings() -> None:
    """Each format is read by a parser that is not ours and holds the same findings."""
    shown = EXAMPLES / Path(SCRIPT.KEPT).stem
    document = json.loads(shown.with_suffix(".json").read_text("utf-8"))["documents"][0]
    found = [finding["rule"] for finding in document["findings"]]
    assert json.loads(shown.with_suffix(".jsonl").read_text("utf-8")) == document
    lines = shown.with_suffix(".out").read_text("utf-8").splitlines()[1:-2]
    assert [line.split()[1] for line in lines] == found
    suite = ElementTree.parse(shown.with_suffix(".xml")).getroot()[0]
    told = [
        case.attrib["name"][:6] for case in suite if {child.tag for child in case} & {"failure", "system-out"}
    ]
    assert told == sorted(set(found))


def test_the_cells_are_those_of_the_form() -> None:
    """`form_2021` has 10 cells in table 二, 25 rows of 7 in table 三, 15 in table 四."""
    path = (EXAMPLES / SCRIPT.KEPT).with_suffix(".csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [row for row in csv.DictReader(file) if row["kind"] == "cell"]
    count = dict.fromkeys(("disclosure", "requests", "review"), 0)
    for cell in cells:
        count[cell["table"]] += 1
    assert count == {"disclosure": 10, "requests": 175, "review": 15}


def test_stale_outputs_are_written_and_strangers_removed(tmp_path: Path) -> None:
    old, new, same, stranger, report = (
        tmp_path / name for name in ("old.out", "new.out", "same.out", "gone.xml", "gone.txt")
    )
    for path in (old, same, stranger, report):
        path.write_text("before\n", "utf-8")
    outputs = {old: "now\n", new: "new\n", same: "before\n"}
    assert SCRIPT.stale(outputs, tmp_path) == [old, new, stranger]
    SCRIPT.write(outputs, SCRIPT.stale(outputs, tmp_path))
    assert SCRIPT.stale(outputs, tmp_path) == []
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {
        "old.out": "now\n",
        "new.out": "new\n",
        "same.out": "before\n",
        "gone.txt": "before\n",
    }
