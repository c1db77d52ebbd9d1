"""Report + rules → outcomes: every rule gets one outcome, and a failing rule its findings in words.

A check that raises `AbsentError` makes its rule not applicable. So do a pattern that exceeds its time
limit and a check that is defective; the rule whose check is `completed` reports these two, and the run
goes on. Where a rule with `gate: true` fails, the later rules of its pack and all rules of other packs
are not applicable. `goi_lint.facts` says how facts are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goi_lint.applies import Subject, excluded, kind_of
from goi_lint.errors import AbsentError, PatternTimeoutError, Words
from goi_lint.facts import fact_words, identifying
from goi_lint.model.document import NOWHERE, Place
from goi_lint.model.finding import Finding, Location, Outcome, Problem, Status
from goi_lint.model.plugin import Check
from goi_lint.model.report import Identity, Report
from goi_lint.model.rule import Rule
from goi_lint.tuples import NamedTuple

READABLE = "readable"
COMPLETED = "completed"
_SPECIAL = (READABLE, COMPLETED)
_NOTHING: Mapping[str, Words] = {}


class _Defect(NamedTuple):
    """A rule that could not be run, and why."""

    rule: Rule
    cause: Words


class _Task(NamedTuple):
    """A rule to be judged, and what of that is the same for all reports."""

    rule: Rule
    check: Check
    number: int
    """Its place among the rules."""
    turn: int
    """Its place in the order of judging: gates come first."""


class _Plan(NamedTuple):
    """What there is to judge in the reports of one kind of body in one year."""

    tasks: Sequence[_Task]
    """The rules that apply; `completed` is no task, for it is judged by what came of the others."""
    outcomes: Sequence[Outcome]
    """What comes of each rule where all these pass: of most there is nothing else to say, in most reports."""


class _Prepared(NamedTuple):
    """Rules and their checks, prepared for all reports; they are kept so that nothing else gets their identities."""

    rules: Sequence[Rule]
    checks: Mapping[str, Check]
    tasks: Sequence[_Task]
    plans: dict[tuple[object, ...], _Plan]


def judge(report: Report, rules: Sequence[Rule], checks: Mapping[str, Check]) -> tuple[Outcome, ...]:
    """Return one outcome for each rule, in the order of the rules."""
    form = report.form
    subject = Subject(report.identity, form.key if form else None)
    prepared = _prepared(rules, checks)
    plan = _plan(prepared, subject)
    outcomes = list(plan.outcomes)
    defects: list[_Defect] = []
    failed: list[_Task] = []
    for task, outcome in _judged(report, plan.tasks, subject, defects):
        outcomes[task.number] = outcome
        if outcome.findings:
            failed.append(task)
            if task.rule.gate:
                break
    asked = plan.tasks
    if failed and failed[-1].rule.gate:
        gate = failed[-1]
        asked = _left_open(gate, prepared.tasks, plan.tasks, outcomes)
        later = [task for task in asked if task.turn > gate.turn]
        for task, outcome in _judged(report, later, subject, defects):
            outcomes[task.number] = outcome
            failed += [task] if outcome.findings else []
    if any(hasattr(task.check, "equations") for task in failed):
        _name_culprits(report, asked, outcomes, defects)
    for number, rule in enumerate(rules) if defects else ():
        if rule.check == COMPLETED:
            outcomes[number] = _completed(rule, defects, subject, report.end)
    return tuple(outcomes)


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


_known: dict[tuple[int, int], _Prepared] = {}
"""By the identities of rules and checks."""
_MOST_KNOWN = 64
_MOST_PLANS = 256


def _prepared(rules: Sequence[Rule], checks: Mapping[str, Check]) -> _Prepared:
    """Return what is prepared of rules: once for all reports."""
    key = id(rules), id(checks)
    if key in _known:
        return _known[key]
    numbers = sorted(range(len(rules)), key=lambda number: _turn(rules[number], number))
    tasks = [
        _Task(rules[number], checks[rules[number].check], number, turn) for turn, number in enumerate(numbers)
    ]
    prepared = _Prepared(rules, checks, tasks, {})
    if isinstance(rules, tuple):
        if len(_known) == _MOST_KNOWN:
            _known.clear()
        _known[key] = prepared
    return prepared


def _turn(rule: Rule, number: int) -> tuple[bool, str, int]:
    """Return by what rules are ordered: gates first, by their ids, the others as they stand."""
    return not rule.gate, rule.id if rule.gate else "", number


def _plan(prepared: _Prepared, subject: Subject) -> _Plan:
    """Return what there is to judge in a report: once for all of its kind."""
    key = kind_of(subject)
    plans = prepared.plans
    if key not in plans:
        if len(plans) == _MOST_PLANS:
            plans.clear()
        plans[key] = _planned(prepared, subject)
    return plans[key]


def _planned(prepared: _Prepared, subject: Subject) -> _Plan:
    reasons = [excluded(rule.applies, subject) for rule in prepared.rules]
    outcomes = [
        not_applicable(rule, reason) if reason and rule.check != COMPLETED else outcome_of(rule, ())
        for rule, reason in zip(prepared.rules, reasons, strict=True)
    ]
    asked = (task for task in prepared.tasks if not reasons[task.number] and task.rule.check != COMPLETED)
    return _Plan(tuple(asked), outcomes)


def _left_open(
    gate: _Task, tasks: Sequence[_Task], applying: Sequence[_Task], outcomes: list[Outcome]
) -> list[_Task]:
    """Note the outcomes of the rules that a gate closes; return those that apply and that it does not close."""
    closed = [task for task in tasks if _behind(task.rule, gate.rule)]
    reason = _closed_by(gate.rule)
    for task in closed:
        if task.turn > gate.turn:
            outcomes[task.number] = not_applicable(task.rule, reason)
    numbers = {task.number for task in closed}
    return [task for task in applying if task.number not in numbers]


def _behind(rule: Rule, gate: Rule) -> bool:
    if rule.check in _SPECIAL:
        return False
    return rule.pack != gate.pack or rule.id > gate.id


def _closed_by(gate: Rule) -> Words:
    return Words(f"{gate.id} 未通过（{gate.title.zh}）", f"{gate.id} failed ({gate.title.en})")


def _judged(
    report: Report, tasks: Iterable[_Task], subject: Subject, defects: list[_Defect]
) -> Iterator[tuple[_Task, Outcome]]:
    """Run the checks; yield what comes of those that do not pass, as it comes.

    Whatever a defective check raises becomes a defect, named by the exception's type.
    """
    for task in tasks:
        rule = task.rule
        try:
            problems = list(task.check.check(report, rule.details.params))
            if not problems:
                continue
            codes = task.check.CODES
            outcome = outcome_of(rule, [finding_of(problem, rule, codes, subject) for problem in problems])
        except AbsentError as absent:
            outcome = not_applicable(rule, absent.reason)
        except Exception as defect:  # a defective check must not stop the run
            cause = cause_of(defect, rule)
            defects.append(_Defect(rule, cause))
            outcome = not_applicable(rule, not_run(cause))
        yield task, outcome


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


def _name_culprits(
    report: Report, asked: Iterable[_Task], outcomes: list[Outcome], defects: list[_Defect]
) -> None:
    """Have the outcomes of sums that do not hold name the one mistake that explains all of a table."""
    from goi_lint.culprit.naming import with_culprits

    summed = sorted(
        (task for task in asked if hasattr(task.check, "equations")), key=lambda task: task.number
    )
    by_id = {task.rule.id: outcomes[task.number] for task in summed}
    try:
        named = with_culprits(report, [(task.rule, task.check) for task in summed], by_id)
    except Exception as defect:  # a defective check must not stop the run
        failed = next(task.rule for task in summed if outcomes[task.number].findings)
        defects.append(_Defect(failed, cause_of(defect, failed)))
        return
    for task in summed:
        outcomes[task.number] = named.get(task.rule.id, outcomes[task.number])


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
