"""Cases with several reports: what they may say, what is said of a mistake in one, what is found in which report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goi_lint.cases.case_file import Case
from goi_lint.cases.pack_cases import pack_cases
from goi_lint.cases.running import found_in, tried
from goi_lint.errors import PackError
from goi_lint.plugins import build_plugins
from goi_lint.suites import Suite, suite_of

NATIONAL = Path(__file__).parents[2] / "rules" / "national"
RULES = ("GOI310", "GOI701", "GOI803")
EXPECT = "\nexpect: [GOI701 at requests]\n"


def read(folder: Path, text: str, name: str = "bad-x") -> Case:
    file = folder / "cases" / "GOI701" / f"{name}.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    (case,) = pack_cases(folder, [NATIONAL], RULES)
    return case


def faults(folder: Path, text: str, name: str = "bad-x") -> list[str]:
    with pytest.raises(PackError) as caught:
        read(folder, text, name)
    return [str(fault).rpartition(f"{name}.yaml:")[2] for fault in caught.value.faults]


MISTAKES = {
    "reports as a mapping": (
        "reports: {year: 2022}",
        ["1:10: a mapping; expected a list such as [{year: 2022}]"],
    ),
    "a report as a year": (
        "reports: [2022]",
        [
            "1:11: the number 2022; expected a mapping with base, year, body, sums_up, flavour, copied, earlier, file, "
            "change, expect"
        ],
    ),
    "misspelt key": ("reports: [{yaer: 2022}]", ["1:12: unknown key yaer; did you mean year?"]),
    "key of the case": (
        "reports: [{roster: {}}]",
        [
            "1:12: unknown key roster; expected base, year, body, sums_up, flavour, copied, earlier, file, "
            "change, expect"
        ],
    ),
    "key of another report": ("copied: true", ["1:1: unknown key copied; expected base, year, body,"]),
    "year as a text": (
        "reports: [{year: '2022'}]",
        ["1:19: “2022”; expected a year from 2008 to 2100"],
    ),
    "year too early": ("year: 1999", ["1:7: the number 1999; expected a year from 2008 to 2100"]),
    "body as a list": ("reports: [{body: [a]}]", ["1:18: a list; expected the name of a body"]),
    "blank body": ("body: ' '", ["1:8: “ ”; expected the name of a body"]),
    "copied as a text": ("reports: [{copied: yes}]", ["1:20: “yes”; expected true or false"]),
    "unknown base": (
        "reports: [{base: form_2020}]",
        ["1:18: there is no base form_2020; did you mean form_2021?"],
    ),
    "unknown flavour": ("reports: [{flavour: tab}]", ["1:21: there is no layout tab; did you mean tabs?"]),
    "unknown cell": (
        "reports: [{change: {cells: {requests.grantd.total: 1}}}]",
        ["1:29: there is no cell requests.grantd.total; did you mean requests.granted.total?"],
    ),
    "text that is not there": (
        "reports: [{change: {replace: {接受社会监督。: ''}}}]",
        ["1:31: “接受社会监督。” stands in the report 0 times; did you mean"],
    ),
    "file in another format": (
        "reports: [{file: 年报.docx}]",
        ["1:18: “年报.docx”; expected the name of a .txt or .md file"],
    ),
    "file from the root on": ("file: /a.txt", ["1:7: “/a.txt”; expected the name of a .txt or .md file"]),
    "two files of one name": (
        "file: a.txt\nreports: [{file: a.txt}, {file: 'reports[3].txt'}, {}]",
        [
            "2:18: another report is called a.txt too; expected another name",
            "2:52: another report is called reports[3].txt too; expected another name",
        ],
    ),
    "finding of an earlier report": (
        "reports: [{earlier: true, expect: [GOI310 at x]}]",
        ["1:35: a list; expected none of an earlier report, which is not judged"],
    ),
    "unknown rule in a report": (
        "reports: [{expect: [GOI31 at x]}]",
        ["1:21: there is no rule GOI31; did you mean GOI310?"],
    ),
    "roster as a list": ("roster: [甲]", ["1:9: a list; expected bodies: "]),
    "roster without bodies": ("roster: {years: [2023]}", ["1:9: the key bodies is missing"]),
    "unknown parent": (
        "roster: {bodies: [{name: 甲县水利局, parent: 甲县政府}]}",
        ["1:41: there is no body 甲县政府 on the roster"],
    ),
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_at_its_place(tmp_path: Path, text: str, said: list[str]) -> None:
    found = faults(tmp_path, text + EXPECT)
    assert [one[: len(begin)] for one, begin in zip(found, said, strict=True)] == said


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = "year: 1\nreports: [{year: 2}, {bdy: a}, 3]\nroster: {bodis: []}\nexpect: [GOI31 at x]\n"
    assert [one.partition(":")[0] for one in faults(tmp_path, text)] == ["1", "2", "2", "2", "3", "4"]


EXPECTATIONS = {
    "nothing at all": ("bad-x", "reports: [{expect: []}]", "1:1: a bad- case that expects no findings"),
    "of a report, called ok": (
        "ok-x",
        "reports: [{expect: [GOI701 at x]}]",
        "1:12: an ok- case that expects findings: 1",
    ),
    "of another rule alone": (
        "bad-x",
        "reports: [{}, {expect: [GOI310 at x]}]",
        "1:24: no finding of GOI701; expected at least one of GOI701",
    ),
}


@pytest.mark.parametrize(("name", "text", "said"), EXPECTATIONS.values(), ids=EXPECTATIONS)
def test_what_is_expected_agrees_with_the_name(tmp_path: Path, name: str, text: str, said: str) -> None:
    (found,) = faults(tmp_path, f"{text}\n", name)
    assert found.startswith(said)


def test_what_a_report_does_not_say_is_as_the_case_says_it(tmp_path: Path) -> None:
    text = (
        "year: 2022\nbody: 临江市财政局\nflavour: markdown\nchange: {text: {part 6: 改}}\nreports:\n"
        "- {year: 2021, copied: true}\n- {flavour: tabs}\n- {base: form_2019, year: 2020, file: 旧/年报.txt}\n"
    )
    case = read(tmp_path, text + EXPECT)
    assert [case.file_name, *(other.file for other in case.others)] == [
        "report.md",
        "reports[1].md",
        "reports[2].txt",
        "旧/年报.txt",
    ]
    titles = [
        text.lstrip("# ").partition("\n")[0] for text in (case.text, *(one.text for one in case.others))
    ]
    assert titles == [f"临江市财政局{year}年政府信息公开工作年度报告" for year in (2022, 2021, 2022, 2020)]
    assert ["\n改\n" in text for text in (case.text, *(one.text for one in case.others))] == [
        True,
        False,
        False,
        False,
    ]
    copied, other = (one.text for one in case.others[:2])
    sentence = "审核、答复各环节有专人负责，收到的申请均在法定期限内答复"
    assert f"{sentence}。" in copied
    assert f"{sentence}，" in other


def test_the_report_itself_is_called_by_its_case_where_it_is_alone(tmp_path: Path) -> None:
    assert read(tmp_path / "1", f"year: 2022{EXPECT}").file_name == "bad-x.txt"
    assert read(tmp_path / "2", f"file: a/b.md{EXPECT}").file_name == "a/b.md"
    assert read(tmp_path / "3", f"roster: {{bodies: [临江市水利局]}}{EXPECT}").file_name == "report.txt"


SAID = {
    "of the report itself": (
        "reports:\n- year: 2022\n  change: {cells: {requests.carried_forward.total: 4}}\n  "
        "expect: [GOI310 at requests.carried_forward.total, GOI311 at requests.total]\n"
        "expect: [GOI701 at requests.brought_forward.total]\n",
        [],
        [],
    ),
    "of another report": (
        "reports:\n- year: 2024\n  change: {cells: {requests.brought_forward.total: 4}}\n",
        [],
        [
            ("GOI311", "requests.total", "reports[1].txt"),
            ("GOI310", "requests.brought_forward.total", "reports[1].txt"),
            ("GOI701", "requests.brought_forward.total", "reports[1].txt"),
        ],
    ),
    "of an earlier report": (
        "reports: [{year: 2022, earlier: true, change: {cells: {requests.granted.total: 1}}}]\n",
        [],
        [],
    ),
    "of the first of two, though it is told of the second": (
        "reports: [{body: 临江市财政局, copied: true, expect: [GOI801 at document]}]\n",
        [("GOI801 at document", "规则报告的是 report.txt 的 document")],
        [("GOI801", "document", "report.txt")],
    ),
    "of no report": (
        "roster: {years: [2023], bodies: [临江市水利局, 临江市财政局]}\nexpect: [GOI803 at 临江市财政局]\n",
        [],
        [],
    ),
    "of one report alone": (
        "expect: [GOI701 at requests.brought_forward]\n",
        [("GOI701 at requests.brought_forward", "规则不适用：没有同一单位相邻两年的报告")],
        [],
    ),
    "of a sum": (
        "base: government_2021\nsums_up: true\nreports:\n"
        "- {base: form_2021, year: 2024, body: 诸暨市水利局}\n- {base: form_2021, year: 2024, body: 诸暨市财政局}\n"
        "roster:\n  bodies:\n  - 诸暨市人民政府\n  - {name: 诸暨市水利局, parent: 诸暨市人民政府}\n"
        "  - {name: 诸暨市财政局, parent: 诸暨市人民政府}\n"
        "change: {cells: {review.cases.review_pending: 1}}\nexpect: [GOI802 at review.cases.review_pending]\n",
        [],
        [("GOI410", "review.cases.review_total", None)],
    ),
}


@pytest.fixture(scope="module")
def suite() -> Suite:
    return suite_of(build_plugins(), "national")


@pytest.mark.parametrize(("text", "missing", "unexpected"), SAID.values(), ids=SAID)
def test_what_is_said_of_which_report(
    suite: Suite,
    tmp_path: Path,
    text: str,
    missing: list[tuple[str, str]],
    unexpected: list[tuple[str, str, str | None]],
) -> None:
    own = re.search(r"GOI[78]\d\d(?= at)", text)
    file = tmp_path / "1-x" / f"{own[0] if own else 'GOI701'}.yaml"
    file.parent.mkdir()
    file.write_text("examples:\n- " + text.replace("\n", "\n  "), encoding="utf-8")
    (case,) = pack_cases(tmp_path, [NATIONAL], [rule.id for rule in suite.linter.rules])
    verdict = tried(case, suite.linter)
    assert [(str(one.expected), one.reason.zh) for one in verdict.missing] == missing
    found = [(one.rule, one.location.address, one.location.path) for one in verdict.unexpected]
    assert found == unexpected
    assert len(found_in(case, suite.linter)) == len(case.every_expected) - len(missing) + len(found)
