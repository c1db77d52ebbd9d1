"""From a report's text to the findings: what they say of the mistake that explains them."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Mapping
from random import Random
from types import SimpleNamespace
from typing import Any, cast

import pytest

from checks.tables import a_report, a_table
from culprit.table_three import APPLICANTS, FORMS, Full, full_table, mistaken, shape
from goi_lint.cases.flavours import write
from goi_lint.checks import formula
from goi_lint.engine import judge
from goi_lint.linter import build_linter
from goi_lint.model.culprit import Culprit, CulpritKind, WrongCell
from goi_lint.model.document import NOWHERE
from goi_lint.model.finding import DocumentResult, Outcome
from goi_lint.model.plugin import Check
from goi_lint.model.rule import Rule
from goi_lint.model.settings import Choice
from goi_lint.plugins import build_plugins
from writing import figures
from writing.base import draft

RULES = {"GOI310", "GOI311", "GOI312"}
REPEATED = "not_processed_repeated"
NEW = "form_2021"


def right_table() -> Full:
    """Return table 三 of an office with 45 requests from natural persons, enterprises and a research institute."""
    table = {(row, applicant): 0 for row in shape(NEW).rows for applicant in APPLICANTS}
    table |= {("granted", applicant): n for applicant, n in zip(APPLICANTS, (28, 2, 1), strict=False)}
    table |= {(REPEATED, applicant): n for applicant, n in zip(APPLICANTS, (2, 12), strict=False)}
    return figures.balanced(NEW, table)


def judged(numbers: Mapping[str, str], choice: Choice = Choice()) -> DocumentResult:  # noqa: B008 - frozen
    """Judge a report with other numbers in some cells of the table, given by row and column."""
    cells = {(name.split(".")[0], name.split(".")[1]): text for name, text in numbers.items()}
    return judged_table(NEW, {**right_table(), **cells}, choice)


def judged_table(
    form: str,
    table: Mapping[tuple[str, str], int | str],
    choice: Choice = Choice(),  # noqa: B008 - frozen
) -> DocumentResult:
    report = draft(form)
    texts = {cell: str(number) for cell, number in table.items()}
    changed = report.with_table(report.tables["requests"].with_cells(texts))
    return build_linter(build_plugins(), choice).lint_bytes(write(changed, "tabs").encode(), "report.txt")


def told(result: DocumentResult) -> dict[str, Culprit | None]:
    """Return what is said of the findings on sums, by address, without places."""
    return {
        f"{finding.rule} {finding.location.address}": finding.culprit and _placeless(finding.culprit)
        for finding in result.findings
        if finding.rule in RULES
    }


def _placeless(culprit: Culprit) -> Culprit:
    return culprit._replace(cells=tuple(cell._replace(place=NOWHERE) for cell in culprit.cells))


def wrong(row: str, label: str, column: str, printed: str, fits: str) -> WrongCell:
    columns = {"natural_person": "自然人", "enterprise": "商业企业", "total": "总计"}
    return WrongCell(f"requests.{row}.{column}", label, columns[column], printed, fits)


ENTERPRISE = wrong(REPEATED, "2.重复申请", "enterprise", "14", "12")
WRONG = {f"{REPEATED}.enterprise": "14"}
NAMED = {
    "wrong cell": (
        WRONG,
        Culprit(CulpritKind.CELL, (ENTERPRISE,)),
        ["GOI310 requests.not_processed_repeated.total", "GOI312 requests.disposed_total.enterprise"],
    ),
    "digits in another order": (
        {f"{REPEATED}.enterprise": "21"},
        Culprit(CulpritKind.TRANSPOSED, (ENTERPRISE._replace(printed="21"),)),
        ["GOI310 requests.not_processed_repeated.total", "GOI312 requests.disposed_total.enterprise"],
    ),
    "full-width digits, a unit": (
        {f"{REPEATED}.enterprise": "１４件"},
        Culprit(CulpritKind.CELL, (ENTERPRISE,)),
        ["GOI310 requests.not_processed_repeated.total", "GOI312 requests.disposed_total.enterprise"],
    ),
    "total of results": (
        {"disposed_total.natural_person": "3"},
        Culprit(CulpritKind.CELL, (wrong("disposed_total", "（七）总计", "natural_person", "3", "30"),)),
        [
            "GOI310 requests.disposed_total.total",
            "GOI311 requests.natural_person",
            "GOI312 requests.disposed_total.natural_person",
        ],
    ),
    "exchanged": (
        {"granted.natural_person": "2", "granted.enterprise": "28"},
        Culprit(
            CulpritKind.EXCHANGED,
            (
                wrong("granted", "（一）予以公开", "natural_person", "2", "28"),
                wrong("granted", "（一）予以公开", "enterprise", "28", "2"),
            ),
        ),
        [
            "GOI312 requests.disposed_total.natural_person",
            "GOI312 requests.disposed_total.enterprise",
        ],
    ),
    "shifted, a blank in the gap": (
        {
            "carried_forward.natural_person": "",
            "carried_forward.enterprise": "2",
            "received.natural_person": "32",
            "received.total": "47",
        },
        Culprit(
            CulpritKind.SHIFTED,
            (
                wrong("carried_forward", "四、结转下年度继续办理", "natural_person", "", "2"),
                wrong("carried_forward", "四、结转下年度继续办理", "enterprise", "2", "0"),
                wrong("carried_forward", "四、结转下年度继续办理", "total", "0", "2"),
            ),
            ("四、结转下年度继续办理",),
            offset=1,
        ),
        ["GOI310 requests.carried_forward.total", "GOI311 requests.enterprise", "GOI311 requests.total"],
    ),
}


@pytest.mark.parametrize(("numbers", "culprit", "findings"), NAMED.values(), ids=NAMED)
def test_every_finding_that_it_explains_names_the_mistake(
    numbers: dict[str, str], culprit: Culprit, findings: list[str]
) -> None:
    assert told(judged(numbers)) == dict.fromkeys(findings, culprit)


UNNAMED = {
    "two cells wrong": {f"{REPEATED}.enterprise": "14", "received.natural_person": "31"},
    "blanks leave it open": {
        f"{REPEATED}.natural_person": "",
        f"{REPEATED}.enterprise": "15",
        "granted.enterprise": "",
    },
    "one request counted in another column": {"granted.natural_person": "27", "granted.enterprise": "3"},
}


@pytest.mark.parametrize("numbers", UNNAMED.values(), ids=UNNAMED)
def test_nothing_is_said_where_several_mistakes_would_do(numbers: dict[str, str]) -> None:
    found = told(judged(numbers))
    assert found
    assert set(found.values()) == {None}


def test_a_table_of_one_sum_has_no_culprit() -> None:
    report = draft(NEW)
    changed = report.with_table(report.tables["review"].with_cells({("cases", "review_total"): "99"}))
    result = build_linter(build_plugins()).lint_bytes(write(changed, "tabs").encode(), "report.txt")
    assert [(finding.rule, finding.culprit) for finding in result.findings] == [("GOI410", None)]


def test_rules_that_are_not_asked_do_not_help() -> None:
    """Without the sums of columns, each number of the row may be wrong; without those of rows likewise."""
    for ignored in ("GOI310", "GOI312"):
        result = judged(WRONG, Choice(ignore=(ignored,)))
        (rule,) = {finding.rule for finding in result.findings}
        assert set(told(result).values()) == {None}, rule


def test_two_sums_of_three_may_be_enough() -> None:
    result = judged({"received.enterprise": "41"}, Choice(ignore=("GOI312",)))
    cell = wrong("received", "一、本年新收政府信息公开申请数量", "enterprise", "41", "14")
    culprit = Culprit(CulpritKind.TRANSPOSED, (cell,))
    found = ["GOI310 requests.received.total", "GOI311 requests.enterprise"]
    assert told(result) == dict.fromkeys(found, culprit)


def test_the_culprit_is_no_part_of_the_fingerprint() -> None:
    alone = judged(WRONG, Choice(select=("GOI310",)))
    together = judged(WRONG)
    assert alone.findings[0].culprit is None
    assert alone.findings[0].fingerprint == together.findings[0].fingerprint


def test_a_finding_with_its_culprit_passes_from_one_process_to_another() -> None:
    result = judged(WRONG)
    assert pickle.loads(pickle.dumps(result)) == result


@pytest.mark.parametrize("form", FORMS)
def test_random_reports(form: str) -> None:
    for seed in range(20):
        rng = Random(f"{form} {seed}")
        table = full_table(form, rng)
        cell = rng.choice(sorted(table))
        result = judged_table(form, table | {cell: mistaken(table[cell], rng)})
        found = {finding.culprit for finding in result.findings if finding.rule in RULES}
        assert [culprit and [(one.address, one.fits) for one in culprit.cells] for culprit in found] == [
            [(f"requests.{cell[0]}.{cell[1]}", str(table[cell]))]
        ], f"seed {seed}"


def test_a_faultless_report_costs_nothing() -> None:
    """What looks for the culprit is not even imported."""
    code = (
        "import sys, goi_lint; goi_lint.lint(sys.stdin.read());"
        "print([name for name in sys.modules if 'culprit' in name])"
    )
    text = write(draft(NEW), "tabs")
    run = subprocess.run(
        [sys.executable, "-c", code], input=text, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert run.stdout == "[]\n"


def a_rule(id: str, each: str, holds: str, **fields: Any) -> Rule:
    (rule,) = [rule for rule in build_linter(build_plugins()).rules if rule.id == "GOI310"]
    details = rule.details._replace(params={"table": "requests", "each": each, "holds": holds})
    return rule._replace(id=id, details=details, **fields)


ACROSS = "total == " + " + ".join(APPLICANTS)
BALANCE = "received + brought_forward == disposed_total + carried_forward"


def outcomes(*rules: Rule, check: object = formula) -> dict[str, Outcome]:
    table = a_table("requests", received__total="3")
    found = judge(a_report(table), rules, {"formula": cast("Check", check)})
    return {outcome.rule: outcome for outcome in found}


def test_only_findings_on_equations_are_explained() -> None:
    plausible = a_rule("LOC101", "column", "received <= disposed_total")
    rules = (a_rule("LOC102", "row", ACROSS), a_rule("LOC103", "column", BALANCE), plausible)
    culprits = {id: [f.culprit for f in outcome.findings] for id, outcome in outcomes(*rules).items()}
    cell = WrongCell("requests.received.total", "一、本年新收政府信息公开申请数量", "总计", "3", "0")
    assert culprits["LOC101"] == [None]
    (found,) = {culprit and _placeless(culprit) for id in ("LOC102", "LOC103") for culprit in culprits[id]}
    assert found == Culprit(CulpritKind.CELL, (cell,))


def test_amounts_of_money_are_no_counts() -> None:
    """Whatever an equation says of them: what would fit need not be whole."""
    table = a_table("disclosure", "form_2019", procurement__purchase_amount="3.5")
    rule = a_rule("LOC102", "row", "purchase_amount == 5")
    params = {**rule.params, "table": "disclosure"}
    rule = rule._replace(details=rule.details._replace(params=params))
    (found,) = judge(a_report(table, form="form_2019"), [rule], {"formula": cast("Check", formula)})
    assert [finding.culprit for finding in found.findings] == [None]


def test_rules_for_other_reports_do_not_count() -> None:
    """The balance alone would tell; but it is a rule for another form."""
    across = a_rule("LOC102", "row", ACROSS)
    other = a_rule("LOC103", "column", BALANCE)
    other = other._replace(applies=other.applies._replace(forms=("form_2019",)))
    assert [finding.culprit for finding in outcomes(across, other)["LOC102"].findings] == [None]


def test_a_defective_check_stops_nothing() -> None:
    def broken(report: object, params: object) -> None:
        raise ZeroDivisionError

    check = SimpleNamespace(CODES={}, check=formula.check, equations=broken)
    quiet = SimpleNamespace(CODES={}, check=lambda report, params: iter(()))
    (completed,) = [rule for rule in build_linter(build_plugins()).rules if rule.check == "completed"]
    rules = (a_rule("LOC102", "row", ACROSS), completed)
    table = a_report(a_table("requests", received__total="3"))
    sums, defects = judge(table, rules, {"formula": cast("Check", check), "completed": cast("Check", quiet)})
    assert [finding.culprit for finding in sums.findings] == [None]
    assert [finding.message.en for finding in defects.findings] == [
        "Rule LOC102 could not be run: the check formula is defective (ZeroDivisionError)"
    ]
