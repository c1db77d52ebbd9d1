"""Results made by hand, and what a whole run of them reads like."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.model.document import Place
from goi_lint.model.finding import (
    DocumentResult,
    Finding,
    Level,
    Location,
    Outcome,
    PackInfo,
    RuleTotals,
    Status,
    Totals,
)
from goi_lint.model.plugin import Formatter, Run
from goi_lint.model.report import BodyLevel, Identity, Rank, YearSource

RUN = Run("0.1.0", (PackInfo("national", "2026.1"),))

TOTALS_OF = {Level.ERROR: "errors", Level.WARNING: "warnings", Level.NOTE: "notes"}


def written(formatter: Formatter, results: tuple[DocumentResult, ...], run: Run = RUN) -> str:
    """Return the whole output, written as a run would do it."""
    totals = Totals()
    pieces = [formatter.begin(run)]
    for result in results:
        pieces.append(formatter.document(result, run._replace(so_far=totals)))
        totals = _added(totals, result)
    pieces.append(formatter.end(totals._replace(rules=RULES if results else ()), run))
    return "".join(pieces)


def _added(totals: Totals, result: DocumentResult) -> Totals:
    levels = [finding.level for finding in result.findings]
    return Totals(
        totals.documents + 1,
        totals.errors + levels.count(Level.ERROR),
        totals.warnings + levels.count(Level.WARNING),
        totals.notes + levels.count(Level.NOTE),
        0,
        totals.not_applicable + sum(outcome.status is Status.NOT_APPLICABLE for outcome in result.outcomes),
    )


def found(rule: str, name: str, level: Level, message: Words, location: Location) -> Finding:
    """Return a finding with the words that the tests do not vary."""
    return Finding(
        rule=rule,
        name=name,
        level=level,
        message=message,
        advice=Words("核对该处。", "Check this."),
        source=Words("国办公开办函〔2021〕30号 三", "国办公开办函〔2021〕30号 三"),
        location=location,
        related=(),
        facts={"expected": "84", "actual": "85"},
        fingerprint="0123456789abcdef",
    )


def failed(*findings: Finding) -> Outcome:
    """Return the outcome of the rule that found them."""
    first = findings[0]
    return Outcome(first.rule, first.name, first.level, Status.FAIL, None, findings)


SUM = found(
    "GOI310",
    "requests-row-totals",
    Level.ERROR,
    Words("「（一）予以公开」行：84 ≠ 85", "Row （一）予以公开: 84 does not equal 85"),
    Location("requests.granted.total", 3, "requests", "（一）予以公开", "总计", Place(61, 61)),
)
LABEL = found(
    "GOI303",
    "requests-labels",
    Level.WARNING,
    Words("「由由」应为「由」", "「由由」 should read 「由」"),
    Location("requests", 3, "requests", None, None, Place(9, 12)),
)
TWICE = LABEL._replace(location=Location("requests", 3, "requests", None, None, Place(70, 70)))
FEE = found(
    "GOI601",
    "fee-stated",
    Level.NOTE,
    Words("第六部分没有说明信息处理费", "Part six says nothing of the processing fee"),
    Location("part 6", 6),
)
NO_DATE = Outcome(
    "GOI033",
    "signed-after-year",
    Level.WARNING,
    Status.NOT_APPLICABLE,
    Words("报告没有成文日期", "the report has no date"),
)
PASSED = Outcome("GOI020", "parts-present", Level.ERROR, Status.PASS)

FAULTY = DocumentResult(
    path="reports/嵩县 2023.txt",
    format="txt",
    title="嵩县科技局2023年政府信息公开工作年度报告",
    identity=Identity(
        body="嵩县科技局",
        level=BodyLevel.DEPARTMENT,
        rank=Rank.COUNTY,
        province="henan",
        city="洛阳市",
        year=2023,
        year_source=YearSource.TITLE,
    ),
    form="form_2021",
    outcomes=(PASSED, NO_DATE, failed(TWICE, LABEL), failed(SUM), failed(FEE)),
)
CLEAN = DocumentResult(
    path="reports/b.md",
    format="md",
    title=None,
    identity=Identity(year=2020),
    form="form_2019",
    outcomes=(PASSED,),
)
SCAN = found(
    "GOI001",
    "readable",
    Level.ERROR,
    Words("不是文本：含有空字符\x00", "this is no text: it holds NUL characters\x00"),
    Location("document"),
)
UNREADABLE = DocumentResult(
    path="reports/c\n\x1b[31m.txt",
    format=None,
    title=None,
    identity=Identity(),
    form=None,
    outcomes=(failed(SCAN), NO_DATE._replace(reason=Words("文件无法读取", "the document cannot be read"))),
    unreadable=Words("不是文本：含有空字符", "this is no text: it holds NUL characters"),
)
ALL = (FAULTY, CLEAN, UNREADABLE)

RULES = (
    RuleTotals("GOI001", "readable", Level.ERROR, 1, 1),
    RuleTotals("GOI020", "parts-present", Level.ERROR),
    RuleTotals(
        "GOI033",
        "signed-after-year",
        Level.WARNING,
        reasons=(
            (Words("报告没有成文日期", "the report has no date"), 1),
            (Words("文件无法读取", "the document cannot be read"), 1),
        ),
    ),
    RuleTotals("GOI303", "requests-labels", Level.WARNING, 2, 1),
    RuleTotals("GOI310", "requests-row-totals", Level.ERROR, 1, 1),
    RuleTotals("GOI601", "fee-stated", Level.NOTE, 1, 1),
)
