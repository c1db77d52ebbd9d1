"""Report + rules → outcomes: every rule gets one outcome, and a failing rule its findings in words.

A check that raises `AbsentError` makes its rule not applicable. So do a pattern that exceeds its time
limit and a check that is defective; the rule whose check is `completed` reports these two, and the run
goes on. Where a rule with `gate: true` fails, the later rules of its pack and all rules of other packs
are not applicable. `goi_lint.facts` says how facts are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from goi_lint.errors import AbsentError, PatternTimeoutError, Words
from goi_lint.facts import fact_words, identifying
from goi_lint.model.document import NOWHERE, Place
from goi_lint.model.finding import Finding, Location, Outcome, Problem, Status
from goi_lint.model.plugin import Check
from goi_lint.model.report import Identity, Report
from goi_lint.model.rule import Applies, Rule
from goi_lint.tuples import NamedTuple

READABLE = "readable"
COMPLETED = "completed"
_SPECIAL = (READABLE, COMPLETED)
_ALWAYS = Applies()
_NOTHING: Mapping[str, Words] = {}


_LEVELS = (
    Words("公开主体的类别不明", "the level of the body is not known"),
    Words("不适用于该类公开主体", "does not apply to bodies of this level"),
)
_RANKS = (
    Words("公开主体的行政级别不明", "the rank of the body is not known"),
    Words("不适用于该级公开主体", "does not apply to bodies of this rank"),
)
_PROVINCES = (
    Words("公开主体所在的省份不明", "the body's province is not known"),
    Words("不适用于该省的公开主体", "does not apply to bodies of this province"),
)
_CITIES = (
    Words("公开主体所在的市州不明", "the body's city is not known"),
    Words("不适用于该市州的公开主体", "does not apply to bodies of this city"),
)
"""Why a rule does not apply: what it depends on is not known, or is otherwise."""


class Subject(NamedTuple):
    """Whose report is judged, by which form: what findings need of the report."""

    identity: Identity
    form: str | None


class _Defect(NamedTuple):
    """A rule that could not be run, and why."""

    rule: Rule
    cause: Words


class _Task(NamedTuple):
    """A rule to be judged, and what of that is the same for all reports."""

    rule: Rule
    check: Check
    always: bool
    """It applies to every report."""
    passed: Outcome


def judge(report: Report, rules: Sequence[Rule], checks: Mapping[str, Check]) -> tuple[Outcome, ...]:
    """Return one outcome for each rule, in the order of the rules."""
    form = report.form
    subject = Subject(report.identity, form.key if form else None)
    defects: list[_Defect] = []
    closed: Rule | None = None
    unbalanced = False
    outcomes: dict[str, Outcome] = {}
    for task in _tasks(rules, checks):
        rule = task.rule
        if closed is not None and _behind(rule, closed):
            outcomes[rule.id] = not_applicable(rule, _closed_by(closed))
            continue
        outcome = outcomes[rule.id] = _judged(report, task, subject, defects)
        if outcome.findings:
            unbalanced = unbalanced or hasattr(task.check, "equations")
            closed = closed or (rule if rule.gate else None)
    if unbalanced:
        asked = [
            (rule, checks[rule.check])
            for rule in rules
            if not (closed and _behind(rule, closed)) and not excluded(rule.applies, subject)
        ]
        outcomes |= _with_culprits(report, asked, outcomes, defects)
    for rule in rules:
        if rule.check == COMPLETED and rule.id in outcomes:
            outcomes[rule.id] = _completed(rule, defects, subject, report.end)
    return tuple([outcomes[rule.id] for rule in rules])


def judge_unreadable(cause: Words, rules: Sequence[Rule]) -> tuple[Outcome, ...]:
    """Return the outcomes of an unreadable document: `readable` fails, the rest is not applicable."""
    reason = Words("文件无法读取", "the document cannot be read")
    problem = Problem(Location("document"), {"cause": cause})
    subject = Subject(Identity(), None)
    return tuple(
        outcome_of(rule, [finding_of(problem, rule, _NOTHING, subject)])
        if rule.check == READABLE
        else not_applicable(rule, reason)
        for rule in rules
    )


_known: dict[tuple[int, int], tuple[Sequence[Rule], Mapping[str, Check], Sequence[_Task]]] = {}
"""The tasks that rules and checks make, by their identities; they are kept so that nothing else gets these."""
_MOST_KNOWN = 64


def _tasks(rules: Sequence[Rule], checks: Mapping[str, Check]) -> Sequence[_Task]:
    """Return the tasks, gates first: made once for all reports, which spares each a tenth of its judgement."""
    key = id(rules), id(checks)
    if key in _known:
        return _known[key][2]
    gates = sorted((rule for rule in rules if rule.gate), key=lambda rule: rule.id)
    tasks = [
        _Task(rule, checks[rule.check], rule.applies == _ALWAYS, outcome_of(rule, ()))
        for rule in (*gates, *(rule for rule in rules if not rule.gate))
    ]
    if isinstance(rules, tuple):
        if len(_known) == _MOST_KNOWN:
            _known.clear()
        _known[key] = rules, checks, tasks
    return tasks


def _behind(rule: Rule, gate: Rule) -> bool:
    if rule.check in _SPECIAL:
        return False
    return rule.pack != gate.pack or rule.id > gate.id


def _closed_by(gate: Rule) -> Words:
    return Words(f"{gate.id} 未通过（{gate.title.zh}）", f"{gate.id} failed ({gate.title.en})")


def _judged(report: Report, task: _Task, subject: Subject, defects: list[_Defect]) -> Outcome:
    """Run one check; whatever a defective check raises becomes a defect, named by the exception's type."""
    rule, check, always, passed = task
    if not always and (reason := excluded(rule.applies, subject)):
        return not_applicable(rule, reason)
    try:
        problems = list(check.check(report, rule.details.params))
        if not problems:
            return passed
        return outcome_of(rule, [finding_of(problem, rule, check.CODES, subject) for problem in problems])
    except AbsentError as absent:
        return not_applicable(rule, absent.reason)
    except Exception as defect:  # a defective check must not stop the run
        cause = cause_of(defect, rule)
    defects.append(_Defect(rule, cause))
    return not_applicable(rule, not_run(cause))


def cause_of(defect: Exception, rule: Rule) -> Words:
    """Say why a rule could not be run: its pattern took too long, or its check is defective."""
    if isinstance(defect, PatternTimeoutError):
        return Words(
            f"模式 {defect.pattern!r} 超过时限 {defect.seconds:g} 秒",
            f"the pattern {defect.pattern!r} exceeded its limit of {defect.seconds:g} s",
        )
    return Words(
        f"检查 {rule.check} 出错（{type(defect).__name__}）",
        f"the check {rule.check} is defective ({type(defect).__name__})",
    )


def not_run(cause: Words) -> Words:
    """Return the reason of a rule that could not be run."""
    return Words(f"未能执行：{cause.zh}", f"could not be run: {cause.en}")


def _with_culprits(
    report: Report,
    asked: Sequence[tuple[Rule, Check]],
    outcomes: Mapping[str, Outcome],
    defects: list[_Defect],
) -> Mapping[str, Outcome]:
    """Return the outcomes of sums that do not hold, with the one mistake that explains all of a table."""
    from goi_lint.culprit.naming import with_culprits

    summed = [(rule, check) for rule, check in asked if hasattr(check, "equations")]
    try:
        return with_culprits(report, summed, outcomes)
    except Exception as defect:  # a defective check must not stop the run
        failed = next(rule for rule, _ in summed if outcomes[rule.id].findings)
        defects.append(_Defect(failed, cause_of(defect, failed)))
        return {}


def excluded(applies: Applies, subject: Subject) -> Words | None:
    """Return why a rule does not apply to this report; None where it does."""
    if applies.forms and subject.form not in applies.forms:
        return Words("不适用于该报告所用的格式", "does not apply to this report's form")
    identity = subject.identity
    for asked, found, (unknown, other) in (
        (applies.levels, identity.level, _LEVELS),
        (applies.ranks, identity.rank, _RANKS),
        (applies.provinces, identity.province, _PROVINCES),
        (applies.cities, identity.city, _CITIES),
    ):
        if asked and found not in asked:
            return unknown if found is None else other
    return _excluded_by_year(applies, identity.year)


def _excluded_by_year(applies: Applies, year: int | None) -> Words | None:
    first, last = applies.first_year, applies.last_year
    if first is None and last is None:
        return None
    if year is None:
        return Words("报告年份不明", "the report's year is not known")
    if (first is not None and year < first) or (last is not None and year > last):
        return Words(f"不适用于 {year} 年度", f"does not apply to the year {year}")
    return None


def _completed(rule: Rule, defects: Iterable[_Defect], subject: Subject, end: Place) -> Outcome:
    place = Place(line=1, end_line=1) if end.line else NOWHERE
    problems = [
        Problem(Location("document", place=place), {"rule": defect.rule.id, "cause": defect.cause})
        for defect in defects
    ]
    return outcome_of(rule, [finding_of(problem, rule, {}, subject) for problem in problems])


def outcome_of(rule: Rule, findings: Sequence[Finding]) -> Outcome:
    """Return the outcome of a rule that was judged."""
    status = Status.FAIL if findings else Status.PASS
    return Outcome(rule.id, rule.name, rule.level, status, None, tuple(findings))


def not_applicable(rule: Rule, reason: Words) -> Outcome:
    """Return the outcome of a rule that could not be judged."""
    return Outcome(rule.id, rule.name, rule.level, Status.NOT_APPLICABLE, reason)


def finding_of(problem: Problem, rule: Rule, codes: Mapping[str, object], subject: Subject) -> Finding:
    """Return what a check yielded in the words of its rule; `codes` are the check's."""
    details = rule.details
    words = {
        name: fact_words(value, details.terms if name in codes else _NOTHING)
        for name, value in problem.facts.items()
    }
    zh = {name: fact.zh for name, fact in words.items()}
    en = {name: fact.en for name, fact in words.items()}
    source = str(rule.source_for(subject.form))
    return Finding(
        rule=rule.id,
        name=rule.name,
        level=rule.level,
        message=Words(details.message.zh.format_map(zh), details.message.en.format_map(en)),
        advice=Words(details.advice.zh.format_map(zh), details.advice.en.format_map(en)),
        source=Words(source, source),
        location=problem.location,
        related=problem.related,
        facts=zh,
        fingerprint=_fingerprint(problem, rule, subject.identity),
    )


def _fingerprint(problem: Problem, rule: Rule, identity: Identity) -> str:
    """Return what stays the same while lines move: made of rule, body, year, address and values."""
    from goi_lint.digest import sha256

    facts = (f"{name}={identifying(value)}" for name, value in sorted(problem.facts.items()))
    parts = (rule.id, identity.body or "", str(identity.year or ""), problem.location.address, *facts)
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]
