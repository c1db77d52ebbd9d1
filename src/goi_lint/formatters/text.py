"""`--format text`: for people; a line for each document, a line for each finding, the totals last."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.formatters.statistics import statistics
from goi_lint.formatters.wording import LEVELS, on_screen, one_line, padded, place_of, spot_of, width
from goi_lint.formatters.wording_beneath import beneath
from goi_lint.model.finding import DocumentResult, Finding, Level, Totals
from goi_lint.model.plugin import Run
from goi_lint.model.report import BodyLevel

NAME = "text"
_NATIONAL = "national"

BODIES = {
    BodyLevel.DEPARTMENT: Words("部门", "department"),
    BodyLevel.GOVERNMENT: Words("政府", "government"),
    BodyLevel.TOWN: Words("乡镇", "town"),
    BodyLevel.SUBDISTRICT: Words("街道", "subdistrict"),
}

COLORS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
BOLD = "1"


def begin(run: Run) -> str:
    """Return nothing: the first line is the first document."""
    return ""


def document(result: DocumentResult, run: Run) -> str:
    """Return the document's line and one for each finding; a quiet run leaves faultless documents out."""
    findings = result.findings
    if findings:
        return _head(result, run, None) + _lines(findings, run)
    verdict = _verdict(result)
    return "" if run.quiet and verdict else _head(result, run, verdict)


def end(totals: Totals, run: Run) -> str:
    """Return the statistics if asked for, exceptions to look at, how to learn more, and the totals.

    A quiet run leaves out the last two.
    """
    together = _together(totals, run)
    counted = together + (statistics(totals, run.language) if run.statistics else "")
    if totals.exceptions:
        from goi_lint.formatters.text_needless import needless

        counted = counted.removesuffix("\n") + needless(totals.exceptions, run.language)
    if run.quiet:
        return counted
    return counted + _hint(totals, run) + _totals(totals, run)


def _together(totals: Totals, run: Run) -> str:
    """Return what the rules over several reports found, under a line of its own."""
    if not (findings := totals.findings):
        return ""
    head = Words("各年度、各单位之间", "Between years and bodies").in_language(run.language)
    return f"{_colored(head, BOLD, run)}\n{_lines(findings, run)}"


def _verdict(result: DocumentResult) -> Words | None:
    if any(outcome.suppressed for outcome in result.outcomes):
        return Words("未发现其他问题", "no other findings")
    return None if result.unreadable else Words("未发现问题", "no findings")


def _head(result: DocumentResult, run: Run, verdict: Words | None) -> str:
    path = _colored(on_screen(result.path), BOLD, run)
    known = " · ".join([*_known(result, run.language), *_local_packs(result, run)])
    said = verdict.in_language(run.language) if verdict else ""
    return "  ".join(part for part in (path, known, said) if part) + "\n"


def _known(result: DocumentResult, language: str) -> list[str]:
    """Return what is known of the report: year, form, what kind of body, where."""
    if result.unreadable:
        return [Words("无法读取", "unreadable").in_language(language)]
    identity = result.identity
    known: list[Words] = []
    if identity.year is not None:
        known.append(Words(f"{identity.year} 年", str(identity.year)))
    if result.form:
        known.append(Words(f"{result.form.removeprefix('form_')} 年格式", result.form))
    if identity.level:
        known.append(BODIES[identity.level])
    if identity.province:
        known.append(_province(identity.province))
    return [words.in_language(language) for words in known]


def _local_packs(result: DocumentResult, run: Run) -> list[str]:
    """Return which packs were chosen for the document, where not all documents of the run have the same."""
    if len(result.packs) == len(run.packs):
        return []
    names = [name for name in result.packs if name != _NATIONAL]
    comma = Words("、", ", ").in_language(run.language)
    return [Words("规则包 ", "pack ").in_language(run.language) + comma.join(names)] if names else []


def _province(key: str) -> Words:
    from goi_lint.reference.gazetteer import province_name

    try:
        return province_name(key)
    except KeyError:
        return Words(key, key)


def _lines(findings: tuple[Finding, ...], run: Run) -> str:
    language = run.language
    levels = [LEVELS[finding.level].in_language(language) for finding in findings]
    places = [
        (spot_of if finding.location.path is not None else place_of)(finding.location, language)
        for finding in findings
    ]
    level_width = max(map(width, (words.in_language(language) for words in LEVELS.values())))
    rule_width = max((len(finding.rule) for finding in findings), default=0)
    place_width = max(map(width, places), default=0)
    lines = [
        "  ".join(
            (
                "",
                _colored(padded(level, level_width), COLORS[finding.level], run),
                padded(finding.rule, rule_width),
                padded(place, place_width),
                one_line(finding.message.in_language(language)),
            )
        )
        for finding, level, place in zip(findings, levels, places, strict=True)
    ]
    indent = " " * (level_width + rule_width + place_width + 8)
    more = beneath(findings, language)
    lines = [f"{line}\n{indent}{each}" if each else line for line, each in zip(lines, more, strict=True)]
    return "".join(f"{line}\n" for line in lines)


def _colored(text: str, code: str, run: Run) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if run.color else text


def _hint(totals: Totals, run: Run) -> str:
    failed = [rule for rule in totals.rules if rule.findings]
    if not failed:
        return ""
    worst = min(failed, key=lambda rule: list(Level).index(rule.level))
    local = (f"--pack {name}" for name in worst.packs if worst.rule in run.local_rules.get(name, ()))
    command = " ".join([run.explain, *local, worst.rule])
    return Words(
        f"规则的依据、建议和例外：{command}\n",
        f"Legal basis, advice and exceptions of a rule: {command}\n",
    ).in_language(run.language)


def _totals(totals: Totals, run: Run) -> str:
    pointer = (
        ""
        if run.statistics
        else Words("（原因见 --statistics）", " (--statistics)").in_language(run.language)
    )
    zh, en = _counted_zh(totals), _counted_en(totals)
    if totals.not_applicable:
        zh += f"；{totals.not_applicable} 项规则无法判断{pointer}"
        en += f"; {_many(totals.not_applicable, 'rule')} could not be judged{pointer}"
    if totals.suppressed:
        zh += f"；另有 {totals.suppressed} 处按例外或基线未列出"
        en += f"; {totals.suppressed} more suppressed by exceptions or a baseline"
    return Words(zh, en).in_language(run.language) + "\n"


def _counted_zh(totals: Totals) -> str:
    if not totals.documents:
        return "共 0 份报告"
    if not (totals.errors or totals.warnings or totals.notes):
        return f"共 {totals.documents} 份报告：未发现问题"
    counts = f"{totals.errors} 个错误，{totals.warnings} 个警告，{totals.notes} 个提示"
    return f"共 {totals.documents} 份报告：{counts}"


def _counted_en(totals: Totals) -> str:
    documents = _many(totals.documents, "report")
    if not totals.documents:
        return documents
    if not (totals.errors or totals.warnings or totals.notes):
        return f"{documents}: no findings"
    counts = (_many(totals.errors, "error"), _many(totals.warnings, "warning"), _many(totals.notes, "note"))
    return f"{documents}: {', '.join(counts)}"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
