"""The block that `--statistics` adds to the text: what each rule found, and why rules could not be judged."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.formatters.wording import LEVELS, on_screen, one_line, padded, suppression_of, width
from goi_lint.model.finding import RuleTotals, Totals
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.model.leftover import Repaired


def statistics(totals: Totals, language: str) -> str:
    """Return what was found, suppressed, repaired and not judged, with a blank line before each and after the last."""
    blocks = (
        _found(totals.rules, language),
        _suppressed(totals.rules, language),
        _repaired(totals.repaired, language),
        _not_judged(totals.rules, language),
    )
    text = "".join(f"\n{block}" for block in blocks if block)
    return text and f"{text}\n"


def _found(rules: tuple[RuleTotals, ...], language: str) -> str:
    failed = sorted((rule for rule in rules if rule.findings), key=lambda rule: (-rule.findings, rule.rule))
    if not failed:
        return ""
    head = Words("各规则发现的问题（处／报告数）", "Findings by rule (findings / reports)").in_language(
        language
    )
    counts = [f"{rule.findings} / {rule.documents}" for rule in failed]
    levels = [LEVELS[rule.level].in_language(language) for rule in failed]
    rows = zip(
        _right(counts),
        _left(levels),
        _left([rule.rule for rule in failed]),
        (r.name for r in failed),
        strict=True,
    )
    return "\n".join([head, *("  " + "  ".join(row) for row in rows)]) + "\n"


def _suppressed(rules: tuple[RuleTotals, ...], language: str) -> str:
    counted = [(number, rule.rule, why) for rule in rules for why, number in rule.suppressed]
    if not counted:
        return ""
    counted.sort(key=lambda row: (-row[0], row[1]))
    head = Words(
        "按例外或基线未列出的问题（处）", "Findings suppressed by exceptions or a baseline"
    ).in_language(language)
    rows = zip(
        _right([str(number) for number, _, _ in counted]),
        _left([rule for _, rule, _ in counted]),
        (suppression_of(why, language) for _, _, why in counted),
        strict=True,
    )
    return "\n".join([head, *("  " + "  ".join(row) for row in rows)]) + "\n"


def _repaired(repaired: tuple[Repaired, ...], language: str) -> str:
    if not repaired:
        return ""
    head = Words("基线中已经改正的问题（处）", "Findings of the baseline that are repaired").in_language(
        language
    )
    rows = zip(
        _right([str(one.number) for one in repaired]),
        _left([one.rule for one in repaired]),
        _left([on_screen(one.path) for one in repaired]),
        (one_line(one.message) for one in repaired),
        strict=True,
    )
    return "\n".join([head, *("  " + "  ".join(row) for row in rows)]) + "\n"


def _not_judged(rules: tuple[RuleTotals, ...], language: str) -> str:
    times, asked = _by_reason(rules)
    if not times:
        return ""
    head = Words("无法判断的原因（次数）", "Why rules could not be judged (times)").in_language(language)
    reasons = sorted(times, key=lambda reason: (-times[reason], reason))
    counts = _right([str(times[reason]) for reason in reasons])
    colon, comma = Words("：", ": ").in_language(language), Words("、", ", ").in_language(language)
    lines = [
        f"  {count}  {one_line(reason.in_language(language))}{colon}{comma.join(asked[reason])}"
        for count, reason in zip(counts, reasons, strict=True)
    ]
    return "\n".join([head, *lines]) + "\n"


def _by_reason(rules: tuple[RuleTotals, ...]) -> tuple[dict[Words, int], dict[Words, list[str]]]:
    """Return how often each reason was given, and for which rules."""
    times: dict[Words, int] = {}
    asked: dict[Words, list[str]] = {}
    for rule_id, reason, number in ((rule.rule, *given) for rule in rules for given in rule.reasons):
        times[reason] = times.get(reason, 0) + number
        asked.setdefault(reason, []).append(rule_id)
    return times, asked


def _right(texts: list[str]) -> list[str]:
    columns = max(map(width, texts))
    return [text.rjust(columns) for text in texts]


def _left(texts: list[str]) -> list[str]:
    columns = max(map(width, texts))
    return [padded(text, columns) for text in texts]
