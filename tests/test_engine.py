from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypedDict

import pytest

from checks.building import OLD, evidence, report
from goi_lint.engine import judge, judge_unreadable
from goi_lint.errors import AbsentError, PatternTimeoutError, Words
from goi_lint.model.document import Place
from goi_lint.model.finding import Finding, Level, Location, Outcome, Problem, Status
from goi_lint.model.report import BodyLevel, Report
from goi_lint.model.rule import Applies, Details, Rule, Source

REPORT = report(identity={"body": "临江市水利局", "level": BodyLevel.DEPARTMENT})
ABSENT = AbsentError(Words("没有表三", "there is no table"))


class Params(TypedDict):
    """None."""


@dataclass
class Says:
    """A check that yields these problems, then raises."""

    problems: list[Problem] = field(default_factory=list)
    error: Exception | None = None
    NAME: str = "says"
    FACTS: Mapping[str, str] = field(default_factory=dict)
    CODES: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: {"what": ("blank",)})
    Params: type = Params

    def check(self, report: Report, params: Any) -> Iterator[Problem]:
        yield from self.problems
        if self.error:
            raise self.error


def problem(address: str = "front", **facts: object) -> Problem:
    return Problem(Location(address), facts)


CHECKS = {
    "silent": Says(),
    "absent": Says(error=ABSENT),
    "failing": Says([problem(what="blank", number=Decimal("3.0"))]),
    "twice": Says([problem(what="blank", number=1), problem(what="blank", number=2)]),
    "defective": Says([problem(what="blank", number=1)], error=KeyError("row")),
    "lacking": Says([problem(what="blank")]),
    "slow": Says(error=PatternTimeoutError("(a|a)*$", 0.5)),
    "readable": Says(),
    "completed": Says(),
}


def rule(number: int, check: str = "silent", **fields: Any) -> Rule:
    """Return the rule `T001` with the check of that name."""
    rule = Rule(
        id=f"T{number:03}",
        name=f"rule-{number}",
        level=Level.ERROR,
        check=check,
        details=Details(
            title=Words("应有表三", "There is a table"),
            sources={"": Source("办法", "第一条"), "form_2019": Source("旧办法", "第二条", True)},
            message=Words("{what}：{number}", "{what}: {number}"),
            advice=Words("补上 {number}", "add {number}"),
            exceptions=Words("无", "none"),
            terms={"blank": Words("空白", "blank")},
        ),
        pack="test",
    )
    details = {name: fields.pop(name) for name in Details._fields if name in fields}
    return rule._replace(**fields, details=rule.details._replace(**details))


def statuses(*rules: Rule, report: Report = REPORT) -> list[str]:
    """Return id and status of each outcome, with the reason where there is one."""
    return [
        f"{outcome.rule} {outcome.status}" + (f": {outcome.reason.en}" if outcome.reason else "")
        for outcome in judge(report, rules, CHECKS)
    ]


def test_each_rule_has_its_outcome_in_the_order_given() -> None:
    rules = rule(3), rule(1, "failing"), rule(2, "absent")
    assert statuses(*rules) == ["T003 pass", "T001 fail", "T002 notApplicable: there is no table"]


def test_finding_in_words() -> None:
    (outcome,) = judge(REPORT, [rule(1, "failing")], CHECKS)
    assert outcome.findings == (
        Finding(
            rule="T001",
            name="rule-1",
            level=Level.ERROR,
            message=Words("空白：3", "blank: 3"),
            advice=Words("补上 3", "add 3"),
            source=Words("办法 第一条", "办法 第一条"),
            location=Location("front"),
            related=(),
            facts={"what": "空白", "number": "3"},
            fingerprint="11ff495803f8166e",
        ),
    )


def test_words_of_codes_do_not_touch_other_facts() -> None:
    check = Says([problem(what="blank", number="blank")])
    (outcome,) = judge(REPORT, [rule(1)], {"silent": check})
    assert outcome.findings[0].message == Words("空白：blank", "blank: blank")


APPLIES = {
    "every report": (Applies(), "pass"),
    "year within": (Applies(2023, 2023), "pass"),
    "year too early": (Applies(first_year=2024), "notApplicable: does not apply to the year 2023"),
    "year too late": (Applies(last_year=2022), "notApplicable: does not apply to the year 2023"),
    "its form": (Applies(forms=("form_2021",)), "pass"),
    "another form": (Applies(forms=("form_2019",)), "notApplicable: does not apply to this report's form"),
    "its level": (Applies(levels=(BodyLevel.TOWN, BodyLevel.DEPARTMENT)), "pass"),
    "another level": (
        Applies(levels=(BodyLevel.TOWN,)),
        "notApplicable: does not apply to bodies of this level",
    ),
}


@pytest.mark.parametrize(("applies", "expected"), APPLIES.values(), ids=APPLIES)
def test_applies(applies: Applies, expected: str) -> None:
    assert statuses(rule(1, applies=applies)) == [f"T001 {expected}"]


UNKNOWN = {
    "year": (Applies(first_year=2020), "the report's year is not known"),
    "level": (Applies(levels=(BodyLevel.TOWN,)), "the level of the body is not known"),
}


@pytest.mark.parametrize(("applies", "reason"), UNKNOWN.values(), ids=UNKNOWN)
def test_applies_to_what_is_not_known(applies: Applies, reason: str) -> None:
    unknown = report(identity={"year": None})
    assert statuses(rule(1, applies=applies), report=unknown) == [f"T001 notApplicable: {reason}"]


def test_reports_judged_by_the_same_rules_differ_in_what_applies() -> None:
    rules = (
        rule(1, applies=Applies(levels=(BodyLevel.TOWN,))),
        rule(2, applies=Applies(first_year=2024)),
        rule(3, applies=Applies(forms=("form_2019",))),
        rule(4, applies=Applies(cities=("临江市",))),
    )
    identity: dict[str, Any] = {"level": BodyLevel.TOWN, "city": "临江市"}
    reports = {
        "T001 T004": report(identity=identity),
        "T001": report(identity=identity | {"city": "长春市"}),
        "T004": report(identity=identity | {"level": BodyLevel.DEPARTMENT}),
        "T001 T002 T004": report(identity=identity | {"year": 2024}),
        "T001 T003 T004": report(identity=identity, evidence=evidence(OLD, OLD)),
    }
    for each in (*reports, *reports):
        outcomes = judge(reports[each], rules, CHECKS)
        assert " ".join(one.rule for one in outcomes if one.status is Status.PASS) == each


CLOSED = "notApplicable: T002 failed (There is a table)"


def test_failing_gate_closes_the_later_rules() -> None:
    rules = rule(1), rule(2, "failing", gate=True), rule(3, "failing"), rule(4, "failing", gate=True)
    assert statuses(*rules) == ["T001 pass", "T002 fail", f"T003 {CLOSED}", f"T004 {CLOSED}"]


def test_failing_gate_closes_other_packs_in_any_order() -> None:
    rules = rule(1, pack="other"), rule(3), rule(2, "failing", gate=True)
    assert statuses(*rules) == [f"T001 {CLOSED}", f"T003 {CLOSED}", "T002 fail"]


def test_gate_that_passes_closes_nothing() -> None:
    assert statuses(rule(1, gate=True), rule(2, "absent", gate=True), rule(3)) == [
        "T001 pass",
        "T002 notApplicable: there is no table",
        "T003 pass",
    ]


def test_failing_gate_leaves_readable_and_completed() -> None:
    rules = rule(2, "failing", gate=True), rule(3, "readable"), rule(4, "completed")
    assert statuses(*rules) == ["T002 fail", "T003 pass", "T004 pass"]


COMPLETED = {
    "message": Words("{rule} 未能执行：{cause}", "{rule} could not be run: {cause}"),
    "advice": Words("请报告", "report it"),
}
DEFECTS = {
    "defective check": ("defective", "the check defective is defective (KeyError)"),
    "fact that the message needs": ("lacking", "the check lacking is defective (KeyError)"),
    "slow pattern": ("slow", "the pattern '(a|a)*$' exceeded its limit of 0.5 s"),
}


@pytest.mark.parametrize(("check", "cause"), DEFECTS.values(), ids=DEFECTS)
def test_rule_that_could_not_be_run(check: str, cause: str) -> None:
    rules = rule(1, "completed", **COMPLETED), rule(2, check), rule(3, "failing")
    assert statuses(*rules) == ["T001 fail", f"T002 notApplicable: could not be run: {cause}", "T003 fail"]
    (finding,) = judge(REPORT, rules, CHECKS)[0].findings
    assert finding.message.en == f"T002 could not be run: {cause}"


def test_defects_behind_a_failing_gate_are_none() -> None:
    rules = (
        rule(2, "failing", gate=True),
        rule(1, "defective"),
        rule(3, "defective"),
        rule(4, "completed", **COMPLETED),
    )
    found = judge(REPORT, rules, CHECKS)
    assert [one.status for one in found] == [
        Status.FAIL,
        Status.NOT_APPLICABLE,
        Status.NOT_APPLICABLE,
        Status.FAIL,
    ]
    assert [finding.facts["rule"] for finding in found[3].findings] == ["T001"]


def test_rules_that_could_not_be_run_are_named_one_by_one() -> None:
    rules = rule(1, "completed", **COMPLETED), rule(2, "slow"), rule(3, "defective")
    (outcome, *_) = judge(REPORT, rules, CHECKS)
    assert [finding.facts["rule"] for finding in outcome.findings] == ["T002", "T003"]


def test_unreadable() -> None:
    cause = Words("文件已加密", "the file is encrypted")
    told = {"message": Words("{cause}", "{cause}"), "advice": Words("重存", "save it again")}
    outcomes = judge_unreadable(cause, [rule(1, "readable", **told), rule(2), rule(3, "completed")])
    closed = Words("文件无法读取", "the document cannot be read")
    assert [(outcome.status, outcome.reason) for outcome in outcomes] == [
        (Status.FAIL, None),
        (Status.NOT_APPLICABLE, closed),
        (Status.NOT_APPLICABLE, closed),
    ]
    assert [finding.message for finding in outcomes[0].findings] == [cause]


def fingerprint(problem: Problem, report: Report = REPORT, **fields: Any) -> str:
    (outcome,) = judge(report, [rule(1, **fields)], {"silent": Says([problem])})
    return outcome.findings[0].fingerprint


SAME = {
    "moved": Problem(Location("front", place=Place(line=9)), {"what": "blank", "number": 1}),
    "told of other lines": problem(what="blank", number=1, line=Place(line=9)),
}
OTHER = {
    "address": problem("part 1", what="blank", number=1),
    "fact": problem(what="blank", number=2),
    "fact by another name": problem(what="blank", number="", more=1),
}
FIRST = problem(what="blank", number=1)
FIRST_WITH_PLACE = problem(what="blank", number=1, line=Place(line=2))


def test_fingerprint_of_a_moved_finding_stays() -> None:
    assert fingerprint(SAME["moved"]) == fingerprint(FIRST)
    assert fingerprint(SAME["told of other lines"]) == fingerprint(FIRST_WITH_PLACE)


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_fingerprint_of_another_finding_differs(other: Problem) -> None:
    assert fingerprint(other) != fingerprint(FIRST)


def test_fingerprint_differs_by_rule_body_and_year() -> None:
    body = report(identity={"body": "临江市林业局", "level": BodyLevel.DEPARTMENT})
    year = report(identity={"body": "临江市水利局", "year": 2022})
    found = {
        fingerprint(FIRST),
        fingerprint(FIRST, body),
        fingerprint(FIRST, year),
        fingerprint(FIRST, id="T009"),
    }
    assert len(found) == 4


def test_two_findings_at_one_address_have_two_fingerprints() -> None:
    (outcome,) = judge(REPORT, [rule(1, "twice")], CHECKS)
    assert isinstance(outcome, Outcome)
    assert len({finding.fingerprint for finding in outcome.findings}) == 2


def test_source_of_the_form_that_is_used() -> None:
    old = report(evidence=evidence(OLD, OLD))
    (outcome,) = judge(old, [rule(1, "failing")], CHECKS)
    assert outcome.findings[0].source.zh == "旧办法 第二条"
