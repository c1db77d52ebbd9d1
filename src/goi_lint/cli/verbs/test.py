"""`goi-lint test`: try the cases of rule packs."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from goi_lint.cases.case_file import BASE, Case
from goi_lint.cases.running import Verdict
from goi_lint.cases.values import counted
from goi_lint.cli.arguments import listed
from goi_lint.cli.help import LANGUAGE, help_of
from goi_lint.cli.inputs import say_shadowed
from goi_lint.cli.writing import put
from goi_lint.errors import PackError, UsageError, Words
from goi_lint.model.finding import Finding
from goi_lint.plugins import build_plugins
from goi_lint.rulebook import NATIONAL
from goi_lint.selection import known_prefix
from goi_lint.suites import Suite, base_of, suites_of

HELP = help_of(
    """\
用法：goi-lint test [选项] 规则包…

运行规则包的案例：cases/ 中的文件和规则文件里的 examples。每个案例报告中的问题应与所列完全一致。

选项：
  --rule 编号               只运行这些规则的案例，逗号分隔，可写前缀
  --base 名称               不运行案例，只输出这份基准报告的文字，如 --base form_2021；不写规则包即全国的
  --quiet, -q               只显示不符之处
""",
    """\
Usage: goi-lint test [OPTIONS] PACK…

Tries the cases of rule packs: the files in cases/ and the examples in rule files. The findings in the
report of each case must be exactly those that it lists.

Options:
  --rule IDS                only cases of these rules: comma-separated ids or prefixes
  --base NAME               try nothing, but print this base report, such as form_2021; without a PACK,
                            the national one
  --quiet, -q               show differences only
""",
    LANGUAGE,
    Words(
        """
规则包：名称或文件夹。退出码：0 全部符合，1 有不符，2 规则包或案例文件有误（没有运行）。
""",
        """
A PACK is a name or a folder. Exit codes: 0 all as expected, 1 differences, 2 a faulty pack or case file
(nothing was tried).
""",
    ),
)
_SHOWN = 60
"""How many characters of a report's line are quoted."""


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("operands", nargs="*")
    parser.add_argument("--rule", type=listed, action="extend", default=[])
    parser.add_argument("--base")
    parser.add_argument("--quiet", "-q", action="store_true")


def run(request: Namespace, language: str) -> int:
    """Try all cases of all packs; none where a pack or a case is faulty."""
    if request.base:
        put(_base(request))
        return 0
    if not request.operands:
        raise UsageError(
            Words(
                "没有指定规则包；例如 goi-lint test 规则包文件夹",
                "no pack is given; for example goi-lint test path/to/pack",
            )
        )
    plugins = build_plugins()
    say_shadowed(request.operands, plugins.packs, language)
    suites = _chosen(suites_of(plugins, request.operands), request.rule)
    differing = sum([_try(suite, language, request.quiet) for suite in suites])
    if faults := tuple(fault for suite in suites for fault in suite.faults()):
        raise PackError(faults)
    return int(differing > 0)


def _base(request: Namespace) -> str:
    if len(request.operands) > 1:
        words = Words("--base 只能用于一个规则包", "--base is for one pack")
        raise UsageError(words)
    pack = request.operands[0] if request.operands else NATIONAL
    return base_of(build_plugins(), pack, request.base)


def _chosen(suites: Sequence[Suite], wanted: Sequence[str]) -> Sequence[Suite]:
    """Return the suites with the cases of those rules only; raise `UsageError` for a rule that there is not."""
    if not wanted:
        return suites
    ids = [case.rule for suite in suites for case in suite.cases if case.rule != BASE]
    ids += [rule.id for suite in suites for rule in suite.linter.rules]
    prefixes = tuple(known_prefix(text, ids) for text in wanted)
    return [
        suite._replace(
            cases=tuple(case for case in suite.cases if case.rule.startswith(prefixes)),
            lacks=tuple(lack for lack in suite.lacks if lack.rule.startswith(prefixes)),
        )
        for suite in suites
    ]


def _try(suite: Suite, language: str, quiet: bool) -> int:
    """Write what differs in each case, as they come, and a summary; return how many cases differ."""
    differing = 0
    spoilt: Counter[str] = Counter()
    for verdict in suite.verdicts():
        if verdict.as_expected:
            continue
        differing += verdict.case in suite.cases
        if verdict.of_base and verdict.case.base:
            spoilt[verdict.case.base.path.stem] += 1
        if verdict.missing or verdict.unexpected:
            _say(_differences(verdict, language))
    _say(_spoilt(base, number).in_language(language) for base, number in spoilt.items())
    if not quiet:
        _say([_summary(suite, differing).in_language(language)])
        _say(line.in_language(language) for line in _lacking(suite))
    return differing


def _say(lines: Iterable[str]) -> None:
    put("".join(f"{line}\n" for line in lines))


def _differences(verdict: Verdict, language: str) -> Iterator[str]:
    """Yield the lines on one case, the first of which begins with its place."""
    case = verdict.case
    yield f"{case.path.as_posix()}:{case.line}: {case.id}"
    for missing in verdict.missing:
        line, reason = missing.expected.line, missing.reason
        yield Words(
            f"  少了 {missing.expected}（第 {line} 行）：{reason.zh}",
            f"  missing: {missing.expected} (line {line}): {reason.en}",
        ).in_language(language)
    for finding in verdict.unexpected:
        yield from _unexpected(finding, case, language)


def _spoilt(base: str, number: int) -> Words:
    """Say in how many cases stands again what is found in the base report itself."""
    return Words(
        f"基准报告 {base} 本身多出的问题，{number} 个案例中也有，没有重复列出；应先改基准报告或规则",
        f"what is unexpected in the base report {base} itself is so in {counted(number, 'case')} too, and not "
        "repeated; mend the base or the rule first",
    )


def _unexpected(finding: Finding, case: Case, language: str) -> Iterator[str]:
    """Yield what was found besides, and the line of the report where it stands, which is in no file."""
    place = f"{finding.rule} at {finding.location.address}"
    path = finding.location.path
    other = next((other for other in case.others if other.file == path), None)
    which = Words(f"（{other.file}）", f" in {other.file}") if other else Words("", "")
    words = Words(
        f"  多了 {place}{which.zh}：{finding.message.zh}",
        f"  unexpected: {place}{which.en}: {finding.message.en}",
    )
    yield words.in_language(language)
    number = finding.location.place.line
    lines = (other or case).text.splitlines()
    if number is None or number > len(lines) or not (other or path in (None, case.file_name)):
        return
    text = " ".join(lines[number - 1].split())
    quoted = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    yield Words(
        f"       报告第 {number} 行：{quoted}", f"    line {number} of the report: {quoted}"
    ).in_language(language)


def _summary(suite: Suite, differing: int) -> Words:
    number = len(suite.cases)
    if not number:
        return Words(f"{suite.pack}：没有案例", f"{suite.pack}: no cases")
    plural = "s"[: number > 1]
    if not differing:
        return Words(
            f"{suite.pack}：{number} 个案例，全部符合",
            f"{suite.pack}: {number} case{plural}, all as expected",
        )
    return Words(
        f"{suite.pack}：{number} 个案例，{differing} 个不符",
        f"{suite.pack}: {number} case{plural}, {differing} not as expected",
    )


def _lacking(suite: Suite) -> Iterator[Words]:
    """Yield which rules have no bad or no good case: that is no fault of a draft, but worth knowing."""
    if suite.lacks and not suite.stable:
        each_zh = "、".join(f"{lack.rule}（{'、'.join(lack.kinds)}）" for lack in suite.lacks)
        each_en = ", ".join(f"{lack.rule} ({', '.join(lack.kinds)})" for lack in suite.lacks)
        yield Words(f"{suite.pack}：尚缺案例：{each_zh}", f"{suite.pack}: cases lacking: {each_en}")
