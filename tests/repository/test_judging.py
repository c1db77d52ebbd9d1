"""Rules over several reports: each report is judged by its own rules, and a defect stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict, cast

from goi_lint.errors import AbsentError, Words
from goi_lint.homes import home_of
from goi_lint.model.digest import Digest, Reports, Series
from goi_lint.model.finding import Finding, Level, Location, Outcome, Problem, Status
from goi_lint.model.report import BodyLevel, Identity
from goi_lint.model.rule import Applies, Details, Rule, Source
from goi_lint.repository import gathered, judge_together
from goi_lint.repository.judging import Checks

NOTHING = AbsentError(Words("没有可比的", "nothing to compare"))


class Params(TypedDict):
    """None."""


@dataclass
class Says:
    """A check over several reports that does what a function says."""

    does: Callable[[Any], Iterator[Problem]]
    SCOPE: str = "series"
    NAME: str = "says"
    FACTS: Mapping[str, str] = field(default_factory=dict)
    CODES: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    Params: type = Params

    def check(self, thing: Any, params: Any) -> Iterator[Problem]:
        yield from self.does(thing)


def each_report(series: Series) -> Iterator[Problem]:
    for digest in series.reports:
        yield Problem(Location("document", path=digest.path), {"what": series.body})


def of_two_years(series: Series) -> Iterator[Problem]:
    if len(series.reports) < 2:
        raise NOTHING
    yield from ()


def all_together(reports: Reports) -> Iterator[Problem]:
    yield Problem(Location("roster", path="bodies.yaml"), {"what": str(len(reports.digests))})


def defective(series: Series) -> Iterator[Problem]:
    yield from each_report(series)
    raise KeyError(series.body)


CHECKS = cast(
    "Checks",
    {
        "each": Says(each_report),
        "two": Says(of_two_years),
        "defective": Says(defective),
        "all": Says(all_together, "bodies"),
        "completed": Says(each_report),
    },
)


def rule(number: int, check: str, **fields: Any) -> Rule:
    words = Words("{what}", "{what}")
    details = Details(words, {"": Source("办法", "")}, words, Words("", ""), Words("", ""), {})
    if check == "completed":
        details = details._replace(message=Words("{rule}：{cause}", "{rule}: {cause}"))
    return Rule(f"T{number:03}", check, Level.ERROR, check, details)._replace(**fields)


def digest(path: str, body: str, year: int, level: BodyLevel | None = None) -> Digest:
    identity = Identity(body, level, year=year)
    return Digest(path, "txt", identity, home_of(identity), None, {})


DIGESTS = (
    digest("a.txt", "嵩县财政局", 2022, BodyLevel.DEPARTMENT),
    digest("b.txt", "嵩县财政局", 2023, BodyLevel.DEPARTMENT),
    digest("c.txt", "嵩县", 2023, BodyLevel.GOVERNMENT),
)


def judged(
    *rules: Rule,
    of: Callable[[Digest], tuple[Rule, ...]] | None = None,
    digests: tuple[Digest, ...] = DIGESTS,
) -> tuple[Outcome, ...]:
    completed = rule(5, "completed")
    return judge_together(
        gathered(digests, {}), rules, of or (lambda digest: rules), CHECKS, lambda path: None, completed
    )


def told(findings: tuple[Finding, ...]) -> list[tuple[str | None, str, Level]]:
    return [(finding.location.path, finding.message.zh, finding.level) for finding in findings]


def test_every_series_is_asked() -> None:
    (outcome,) = judged(rule(1, "each"))
    assert outcome.status is Status.FAIL
    assert told(outcome.findings) == [
        ("c.txt", "嵩县", Level.ERROR),
        ("a.txt", "嵩县财政局", Level.ERROR),
        ("b.txt", "嵩县财政局", Level.ERROR),
    ]


def test_a_rule_is_judged_if_it_can_be_on_any_series() -> None:
    assert [one.status for one in judged(rule(1, "two"))] == [Status.PASS]
    (outcome,) = judged(rule(1, "two"), digests=DIGESTS[1:])
    assert (outcome.status, outcome.reason) == (Status.NOT_APPLICABLE, NOTHING.reason)


def test_without_any_series_there_is_nothing_to_compare() -> None:
    (outcome,) = judged(rule(1, "each"), digests=())
    assert outcome.reason == Words("没有可以比较的报告", "there are no reports to compare")


def test_each_report_has_its_own_rules_and_levels() -> None:
    loud, soft = rule(1, "each"), rule(1, "each", level=Level.NOTE)
    rules = {"a.txt": (loud,), "b.txt": (soft,), "c.txt": ()}
    (outcome,) = judged(loud, of=lambda digest: rules[digest.path])
    assert told(outcome.findings) == [
        ("a.txt", "嵩县财政局", Level.ERROR),
        ("b.txt", "嵩县财政局", Level.NOTE),
    ]


def test_a_rule_applies_to_the_report_that_it_speaks_of() -> None:
    (outcome,) = judged(rule(1, "each", applies=Applies(first_year=2023, levels=(BodyLevel.DEPARTMENT,))))
    assert [finding.location.path for finding in outcome.findings] == ["b.txt"]


def test_earlier_reports_are_not_accused() -> None:
    digests = (DIGESTS[0]._replace(earlier=True), *DIGESTS[1:])
    (outcome,) = judged(rule(1, "each"), digests=digests)
    assert sorted(finding.location.path or "" for finding in outcome.findings) == ["b.txt", "c.txt"]


def test_what_concerns_no_report_is_judged_once_by_the_rules_of_the_run() -> None:
    (outcome,) = judged(rule(1, "all"))
    assert told(outcome.findings) == [("bodies.yaml", "3", Level.ERROR)]
    assert judged(of=lambda digest: (rule(1, "all"),))[0].findings == ()


def test_a_defective_check_is_one_finding_and_stops_no_other() -> None:
    completed, first, second = judged(rule(1, "defective"), rule(2, "each"))
    cause = Words("检查 defective 出错（KeyError）", "the check defective is defective (KeyError)")
    assert [finding.message for finding in completed.findings] == [
        Words(f"T001：{cause.zh}", f"T001: {cause.en}")
    ]
    assert first.status is Status.NOT_APPLICABLE
    assert first.reason == Words(f"未能执行：{cause.zh}", f"could not be run: {cause.en}")
    assert len(second.findings) == 3


def test_the_order_of_reports_changes_nothing() -> None:
    rules = (rule(2, "all"), rule(1, "each"))
    assert judged(*rules) == judged(*rules[::-1], digests=DIGESTS[::-1])
