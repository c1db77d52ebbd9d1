"""Baselines: what was there is silent, what is new is not, and nothing new hides behind what is gone."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formatters.samples import SUM
from goi_lint.baseline import Baseline, Recorder, read_baseline
from goi_lint.cases.flavours import Flavour, write
from goi_lint.errors import ConfigError, UsageError, Words
from goi_lint.exceptions import Register
from goi_lint.linter import build_linter
from goi_lint.model.finding import DocumentResult, Finding, Level, Outcome, Status
from goi_lint.model.leftover import Repaired
from goi_lint.model.report import Identity
from goi_lint.plugins import build_plugins
from writing.base import draft
from writing.faults import FAULTS
from writing.mutate import Fault

RULES = ("GOI310", "GOI311", "GOI312")
WHO = Identity(body="嵩县科学技术局", year=2023)

Found = tuple[str, str]
"""Rule and fingerprint."""
FOUND = st.tuples(st.sampled_from(RULES), st.sampled_from("abc"))
DOCUMENT = st.lists(FOUND, max_size=6)
RUN = st.dictionaries(st.sampled_from(["a.txt", "b/c.txt", "报告.txt"]), DOCUMENT, max_size=3)


def finding(found: Found) -> Finding:
    rule, mark = found
    message = Words(f"{rule}：{mark}\n", f"{rule}: {mark}\n")
    return SUM._replace(rule=rule, message=message, fingerprint=f"{rule}{mark}")


def document(path: str, found: Sequence[Found], identity: Identity = WHO) -> DocumentResult:
    grouped = {rule: tuple(finding(one) for one in found if one[0] == rule) for rule in RULES}
    outcomes = tuple(
        Outcome(rule, rule, Level.ERROR, Status.FAIL if findings else Status.PASS, None, findings)
        for rule, findings in grouped.items()
    )
    return DocumentResult(path, "txt", None, identity, None, outcomes)


def recorded(folder: Path, *results: DocumentResult) -> Baseline:
    recorder = Recorder(str(folder))
    for result in results:
        recorder.add(result, "en")
    file = folder / "b.json"
    file.write_text(recorder.text("0.1.0"), encoding="utf-8")
    return read_baseline(file)


def left(baseline: Baseline, *results: DocumentResult) -> list[str]:
    """Return the fingerprints that are reported in spite of a baseline."""
    register = Register((), baseline)
    judged = [register.suppressed(result) for result in results]
    return sorted(one.fingerprint for result in judged for one in result.findings)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("baselines")


@given(run=RUN)
def test_what_was_recorded_is_silent(folder: Path, run: dict[str, list[Found]]) -> None:
    results = [document(path, found) for path, found in run.items()]
    register = Register((), recorded(folder, *results))
    for result in results:
        judged = register.suppressed(result)
        assert judged.findings == ()
        assert {outcome.status for outcome in judged.outcomes} == {Status.PASS}
        hidden = [one.finding.fingerprint for outcome in judged.outcomes for one in outcome.suppressed]
        assert sorted(hidden) == sorted(one.fingerprint for one in result.findings)
    assert register.repaired() == ()


@given(found=DOCUMENT, more=FOUND)
def test_one_more_is_reported(folder: Path, found: list[Found], more: Found) -> None:
    baseline = recorded(folder, document("a.txt", found))
    assert left(baseline, document("a.txt", [*found, more])) == ["".join(more)]


@given(before=DOCUMENT, after=DOCUMENT)
def test_what_is_new_is_reported_and_what_is_gone_is_repaired(
    folder: Path, before: list[Found], after: list[Found]
) -> None:
    baseline = recorded(folder, document("a.txt", before))
    was, now = Counter(map("".join, before)), Counter(map("".join, after))
    assert left(baseline, document("a.txt", after)) == sorted((now - was).elements())
    gone = Counter({f"{one.rule}{one.message[-1]}": one.number for one in baseline.repaired})
    assert gone == was - now


@given(before=RUN, after=RUN)
def test_documents_do_not_lend_to_each_other(
    folder: Path, before: dict[str, list[Found]], after: dict[str, list[Found]]
) -> None:
    """Where a report does not say whose it is, its findings look like those of others."""
    baseline = recorded(folder, *(document(path, found, Identity()) for path, found in before.items()))
    expected = Counter[str]()
    for path, found in after.items():
        expected += Counter(map("".join, found)) - Counter(map("".join, before.get(path, [])))
    results = [document(path, found, Identity()) for path, found in after.items()]
    assert left(baseline, *results) == sorted(expected.elements())


@given(run=RUN)
def test_a_baseline_is_the_same_in_any_order(run: dict[str, list[Found]]) -> None:
    texts = []
    for turn in (1, -1):
        recorder = Recorder()
        for path in list(run)[::turn]:
            recorder.add(document(path, run[path][::turn]), "zh")
        texts.append(recorder.text("0.1.0"))
    assert texts[0] == texts[1]


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), first=st.sampled_from(FAULTS), second=st.sampled_from(FAULTS))
def test_real_reports(folder: Path, seed: int, first: Fault, second: Fault) -> None:
    """What one fault of a real report yields is silent, what another one yields is reported."""
    linter = build_linter(build_plugins())
    results = []
    for fault in (first, second):
        text = write(fault.apply(draft(fault.form, Random(seed), fault.kind)), Flavour("tabs"))
        results.append(linter.lint_bytes(text.encode(), "a.txt"))
    before, after = (Counter(one.fingerprint for one in result.findings) for result in results)
    baseline = recorded(folder, results[0])
    assert left(baseline, results[0]) == []
    baseline = recorded(folder, results[0])
    assert left(baseline, results[1]) == sorted((after - before).elements())


def test_the_file(tmp_path: Path) -> None:
    recorder = Recorder()
    recorder.add(document("b.txt", [("GOI310", "a"), ("GOI310", "a"), ("GOI311", "b")]), "zh")
    recorder.add(document("a \udc80.txt", [("GOI310", "b")]), "zh")
    recorder.add(document("faultless.txt", []), "zh")
    assert recorder.findings == 4
    assert recorder.text("0.1.0") == (
        '{\n"schema": "goi-lint-baseline/1",\n"tool": {"name": "goi-lint", "version": "0.1.0"},\n"documents": {\n'
        '"a \\udc80.txt": [\n'
        '{"rule": "GOI310", "fingerprint": "GOI310b", "count": 1, "message": "GOI310：b"}\n'
        "],\n"
        '"b.txt": [\n'
        '{"rule": "GOI310", "fingerprint": "GOI310a", "count": 2, "message": "GOI310：a"},\n'
        '{"rule": "GOI311", "fingerprint": "GOI311b", "count": 1, "message": "GOI311：b"}\n'
        "]\n"
        "}\n}\n"
    )
    empty = Recorder().text("0.1.0")
    assert json.loads(empty)["documents"] == {}
    (tmp_path / "b.json").write_text(empty, encoding="utf-8")
    assert left(read_baseline(tmp_path / "b.json"), document("a.txt", [("GOI310", "a")])) == ["GOI310a"]


A = ("GOI310", "a")


@pytest.mark.parametrize(
    ("there", "judged", "identity", "reported"),
    [
        ([], "b/a.txt", WHO, []),
        (["a.txt"], "b/a.txt", WHO, ["GOI310a"]),
        ([], "b/a.txt", Identity(year=2023), ["GOI310a"]),
        ([], "b/a.txt", Identity(body="嵩县科学技术局"), ["GOI310a"]),
        (["a.txt"], "./b/../a.txt", Identity(), []),
        (["a.txt"], "ABSOLUTE/a.txt", Identity(), []),
    ],
    ids=["moved", "copied", "moved, whose?", "moved, which year?", "named otherwise", "named in full"],
)
def test_moved_documents(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    there: list[str],
    judged: str,
    identity: Identity,
    reported: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in there:
        (tmp_path / name).touch()
    baseline = recorded(tmp_path, document("a.txt", [A], identity))
    path = judged.replace("ABSOLUTE", tmp_path.as_posix())
    assert left(baseline, document(path, [A], identity)) == reported


def test_what_moved_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    baseline = recorded(tmp_path, document("a.txt", [A]))
    assert left(baseline, document("b.txt", [A]), document("c.txt", [A])) == ["GOI310a"]


def test_repaired_is_only_what_was_asked(tmp_path: Path) -> None:
    baseline = recorded(tmp_path, document("a.txt", [A, A, ("GOI311", "b")]), document("b.txt", [A]))
    result = document("a.txt", [A])
    unasked = result.outcomes[1]._replace(status=Status.NOT_APPLICABLE, findings=())
    assert left(baseline, result._replace(outcomes=(result.outcomes[0], unasked))) == []
    assert baseline.repaired == [Repaired("a.txt", "GOI310", "GOI310: a", 1)]


def test_a_baseline_means_the_same_from_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever judges, and from where: what is known is silent, a copy of a report is not."""
    for name in ("m/reports/a.txt", "m/reports/copy.txt", "m/reports/scan.txt", "elsewhere/.keep"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "link").symlink_to(tmp_path / "m")
    folders = ("m", "m/reports", "elsewhere", "link", ".")
    texts = []
    for folder, named in product(folders, ("m", "link")):
        monkeypatch.chdir(tmp_path / folder)
        there = [os.path.relpath(tmp_path / named / "reports" / one) for one in ("a.txt", "scan.txt")]
        recorder = Recorder(os.path.relpath(tmp_path / "m"))
        recorder.add(document(there[0], [A]), "zh")
        recorder.add(document(there[1], [A], Identity()), "zh")
        texts.append(recorder.text("1"))
    assert len(set(texts)) == 1
    assert list(json.loads(texts[0])["documents"]) == ["reports/a.txt", "reports/scan.txt"]
    (tmp_path / "m" / "b.json").write_text(texts[0], encoding="utf-8")
    for folder, named in product(folders, ("m", "link")):
        monkeypatch.chdir(tmp_path / folder)
        reports = Path(os.path.relpath(tmp_path / named / "reports"))
        baseline = read_baseline(Path(os.path.relpath(tmp_path / "m" / "b.json")))
        judged = [
            document((reports / one).as_posix(), [A], who)
            for one, who in (("copy.txt", WHO), ("a.txt", WHO), ("scan.txt", Identity()))
        ]
        assert [left(baseline, one) for one in judged] == [["GOI310a"], [], []], (folder, named)


def test_reports_that_are_linked_into_the_folder_are_named_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "reports").symlink_to(tmp_path / "store")
    monkeypatch.chdir(tmp_path / "m")
    recorder = Recorder()
    recorder.add(document("reports/a.txt", [A]), "zh")
    recorder.add(document("-", [A]), "zh")
    recorder.add(document("../b.txt", [A]), "zh")
    assert list(json.loads(recorder.text("1"))["documents"]) == ["-", "../b.txt", "reports/a.txt"]


ONE = b'{"schema": "goi-lint-baseline/1",\n"documents": {\n"a": [\n%s]}}'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "1:1: bad JSON (Expecting value); expected what goi-lint baseline writes"),
        (
            b'{\n"a": 1,\n2}',
            "3:1: bad JSON (Expecting property name enclosed in double quotes); "
            "expected what goi-lint baseline writes",
        ),
        (b"\xff", "1:1: no JSON; expected what goi-lint baseline writes"),
        (b"[" * 100_000, "1:1: no JSON; expected what goi-lint baseline writes"),
        (b"\n []", "2:2: a list; expected what goi-lint baseline writes"),
        (b"{}", '1:1: no schema; expected "goi-lint-baseline/1"'),
        (b'{"a": [{}],\n "schema": "goi-lint/1"}', '2:12: "goi-lint/1"; expected "goi-lint-baseline/1"'),
        (b'{"schema": null}', '1:12: null; expected "goi-lint-baseline/1"'),
        *(
            (b'{"schema": "goi-lint-baseline/1"%s}' % rest, expected)
            for rest, expected in (
                (b"", "1:1: no documents; expected an object {…}"),
                (b',\n"documents": []', "2:14: a list; expected an object {…}"),
                (b',\n"documents": {"b": [ ],\n"a": 1}', "3:6: 1; expected a list […]"),
            )
        ),
        *(
            (ONE % one, expected)
            for one, expected in (
                (b'"GOI310"', '4:1: "GOI310"; expected an object {…}'),
                (b'{"rule": "GOI310"}', "4:1: no fingerprint; expected text"),
                (b'{"rule": 1}', "4:10: 1; expected text"),
                *(
                    (
                        b'{"rule": "", "fingerprint": "", "message": "", "count": 2},\n'
                        b' {"rule": "", "fingerprint": "", "message": "", "count" : %s}' % count,
                        f"5:59: {count.decode()}; expected a whole number from 1",
                    )
                    for count in (b'"x"', b"true", b"0", b"-1", b"1.5", b"null")
                ),
            )
        ),
    ],
)
def test_files_that_are_no_baseline(tmp_path: Path, data: bytes, expected: str) -> None:
    file = tmp_path / "b.json"
    file.write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        read_baseline(file)
    assert [fault.in_language("en") for fault in caught.value.faults] == [f"{file.as_posix()}:{expected}"]


def test_a_baseline_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read the baseline"):
        read_baseline(tmp_path / "none.json")
