"""`--format junit`: for GitLab, Jenkins and whatever else shows JUnit reports.

One suite for each document, one test case for each rule. Suites are written one by one, so that a run of any
length needs the memory of one; the totals of all suites, which the format leaves optional, are therefore left
out. Nothing depends on clock or host.
"""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.formatters.wording import one_line, place_of, spot_of, suppression_of
from goi_lint.formatters.wording_beneath import beneath
from goi_lint.model.finding import DocumentResult, Finding, Outcome, Status, Suppressed, Totals, across
from goi_lint.model.plugin import Run
from goi_lint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "junit"
REPOSITORY = "repository"
"""The suite of what concerns several documents."""

CONTROLS = (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)
HALVES = range(0xD800, 0xE000)
NOT_IN_XML = {**dict.fromkeys(CONTROLS), **dict.fromkeys(HALVES, "\ufffd")}
"""What no XML document may hold: control characters are dropped, halves of characters are replaced."""

NOT_IN_SCHEMA = ("disabled", "time")
"""What the library adds to a suite: Jenkins' schema does not know the first, and nobody took the time."""


def begin(run: Run) -> str:
    """Open the document."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="goi-lint">\n'


def document(result: DocumentResult, run: Run) -> str:
    """Return one document's suite."""
    return _written(result.path, _cases(result, run))


def end(totals: Totals, run: Run) -> str:
    """Return the suite of the rules over several documents, where there are several, and close the document."""
    if not totals.outcomes:
        return "</testsuites>\n"
    cases = [_case(outcome, list(across((outcome,))), REPOSITORY, run) for outcome in totals.outcomes]
    return f"{_written(REPOSITORY, cases)}</testsuites>\n"


def _cases(result: DocumentResult, run: Run) -> list[Any]:
    failed = _by_rule(result.findings)
    suite = _clean(result.path.replace("/", "."))
    unreadable = result.unreadable is not None
    return [_case(one, failed.get(one.rule, []), suite, run, unreadable) for one in result.outcomes]


def _written(name: str, cases: list[Any]) -> str:
    """Return one suite."""
    from xml.etree.ElementTree import indent, tostring

    from junit_xml import TestSuite  # type: ignore[import-untyped]

    element: Element = TestSuite(_clean(name), cases).build_xml_doc()
    for attribute in NOT_IN_SCHEMA:
        element.attrib.pop(attribute, None)
    indent(element, level=1)
    return f"  {tostring(element, encoding='unicode').rstrip()}\n"


def _by_rule(findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.rule, []).append(finding)
    return grouped


def _case(outcome: Outcome, findings: list[Finding], suite: str, run: Run, unreadable: bool = False) -> Any:
    from junit_xml import TestCase

    case = TestCase(_clean(f"{outcome.rule} {outcome.name}"), suite)
    if outcome.status is Status.NOT_APPLICABLE:
        case.add_skipped_info(message=_clean(_reason(outcome, run.language)))
    if outcome.suppressed:
        case.stdout = _clean(_all_suppressed(outcome.suppressed, run.language))
    if not findings:
        return case
    text = _clean(_all_findings(findings, run.language))
    first = _clean(one_line(findings[0].message.in_language(run.language)))
    if unreadable:
        case.add_error_info(message=first, output=text, error_type=str(outcome.level))
    elif outcome.level.reaches(run.fail_on):
        case.add_failure_info(message=first, output=text, failure_type=str(outcome.level))
    else:
        case.stdout = "\n".join(part for part in (text, case.stdout) if part)
    return case


def _reason(outcome: Outcome, language: str) -> str:
    return (outcome.reason or Words("不适用", "not applicable")).in_language(language)


def _all_findings(findings: list[Finding], language: str) -> str:
    lines = _lines(findings, language)
    advice = dict.fromkeys(one_line(finding.advice.in_language(language)) for finding in findings)
    source = dict.fromkeys(one_line(finding.source.in_language(language)) for finding in findings)
    lines += [Words("建议：", "Advice: ").in_language(language) + text for text in advice if text]
    lines += [Words("依据：", "Source: ").in_language(language) + text for text in source if text]
    return "\n".join(lines)


def _all_suppressed(suppressed: tuple[Suppressed, ...], language: str) -> str:
    begin, end = (" (", ")") if language == "en" else ("（", "）")
    lines = [
        f"{_finding(one.finding, language)}{begin}{suppression_of(one.suppression, language)}{end}"
        for one in suppressed
    ]
    return "\n".join([Words("按例外或基线不计：", "Suppressed:").in_language(language), *lines])


def _lines(findings: list[Finding], language: str) -> list[str]:
    """Return a line for each finding, and under it one on the mistake that explains it, or where else to look."""
    lines = [_finding(finding, language) for finding in findings]
    reasons = beneath(findings, language)
    return [f"{line}\n  {reason}" if reason else line for line, reason in zip(lines, reasons, strict=True)]


def _finding(finding: Finding, language: str) -> str:
    colon = Words("：", ": ").in_language(language)
    where = spot_of if finding.location.path is not None else place_of
    return where(finding.location, language) + colon + one_line(finding.message.in_language(language))


def _clean(text: str) -> str:
    return text.translate(NOT_IN_XML)
