"""Comments in reports of all formats that have them, together with the file of exceptions and the baseline."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest

from goi_lint.baseline import Recorder, read_baseline
from goi_lint.exceptions import Register
from goi_lint.exceptions.exception_file import read_exceptions
from goi_lint.linter import Linter, build_linter
from goi_lint.model.finding import DocumentResult, Status, SuppressionKind
from goi_lint.model.settings import Choice
from goi_lint.plugins import build_plugins

TODAY = datetime.date(2026, 6, 30)
LINES = (
    "嵩县科学技术局2023年政府信息公开工作年度报告",
    "一、总体情况",
    "2023年2月30日，我局召开会议。",
    "2023年4月31日，我局再次召开会议。",
    "嵩县科学技术局",
    "2024年1月12日",
)
GOOD = '<!-- goi-lint: ignore GOI032 reason="原件如此" until=2026-06-30 -->'
OLD = '<!-- goi-lint: ignore GOI032 reason="原件如此" until=2026-06-29 -->'
IDLE = '<!-- goi-lint: ignore GOI032 GOI010 GOI602 reason="原件如此" -->'
BARE = "<!-- goi-lint: ignore GOI032 -->"
BROKEN = '<!-- goi-lint: ignore GOI032 reason="原件如此"'
STUBBORN = '<!-- goi-lint: ignore GOI006 GOI001 reason="x" -->'


@cache
def linter(select: tuple[str, ...] = ("GOI032", "GOI006", "GOI007", "GOI010", "GOI602")) -> Linter:
    return build_linter(build_plugins(), Choice(select=select))


def judged(comments: str, name: str = "a.txt", register: Register | None = None) -> DocumentResult:
    lines = "\n".join((*LINES[:2], comments, *LINES[2:]))
    if name.endswith(".html"):
        lines = f"<html><body>\n<p>{lines.replace(chr(10), '</p><p>')}</p></body></html>"
    register = register or Register(today=TODAY)
    return linter()._replace(register=register).lint_bytes(lines.encode(), name)


def told(result: DocumentResult) -> list[str]:
    return [f"{finding.rule}: {finding.message.en}" for finding in result.findings]


def hushed(result: DocumentResult) -> list[tuple[str, SuppressionKind]]:
    return [
        (one.finding.rule, one.suppression.kind) for outcome in result.outcomes for one in outcome.suppressed
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    ("comments", "rules", "messages", "suppressed"),
    [
        ("", ["GOI032"] * 2, [], 0),
        (GOOD, [], [], 2),
        (
            OLD,
            ["GOI007", "GOI032", "GOI032"],
            [
                "The comment on GOI032 has expired, and what it covered is reported again; its last day was 2026-06-29"
            ],
            0,
        ),
        (IDLE, ["GOI007"], ["The comment on GOI010 is not needed: nothing is found there"], 2),
        (f"{OLD}\n{GOOD}", ["GOI007"], [], 2),
        (
            f"{GOOD}\n{GOOD}",
            ["GOI007"],
            ["The comment on GOI032 is not needed: nothing is found there"],
            2,
        ),
        (
            BARE,
            ["GOI006", "GOI032", "GOI032"],
            [
                'The comment “goi-lint: ignore GOI032” suppresses nothing: it gives no reason (reason="…")',
            ],
            0,
        ),
        (f"{BARE}\n{GOOD}", ["GOI006"], [], 2),
        (STUBBORN, ["GOI006", "GOI032", "GOI032"], [], 0),
    ],
    ids=[
        "none",
        "in force",
        "expired",
        "not needed",
        "expired and renewed",
        "twice",
        "no reason",
        "one of two sound",
        "what cannot be suppressed",
    ],
)
def test_comments(name: str, comments: str, rules: list[str], messages: list[str], suppressed: int) -> None:
    result = judged(comments, name)
    assert sorted(finding.rule for finding in result.findings) == rules
    assert [one for message in messages for one in told(result) if one.endswith(message)] == [
        f"{rule}: {message}" for rule, message in zip(rules, messages, strict=False)
    ]
    assert hushed(result) == [("GOI032", SuppressionKind.COMMENT)] * suppressed


def test_what_is_wrong_with_a_comment_is_told_at_its_line() -> None:
    result = judged(f"说明。\n{BROKEN}")
    assert [(one.rule, one.location.place.line) for one in result.findings] == [
        ("GOI006", 4),
        ("GOI032", 5),
        ("GOI032", 6),
    ]


def test_comments_count_without_a_register() -> None:
    (expired, *rest) = (
        linter().lint_bytes(f"{LINES[0]}\n{OLD}\n{LINES[1]}\n{LINES[2]}".encode(), "a.txt").findings
    )
    assert expired.rule == "GOI007"
    assert [finding.rule for finding in rest] == ["GOI032"]


def test_rules_that_were_not_asked_may_be_named() -> None:
    text = "\n".join((*LINES[:2], '<!-- goi-lint: ignore GOI040 HB9 reason="x" -->', *LINES[2:]))
    result = (
        linter(("GOI006", "GOI007"))
        ._replace(register=Register(today=TODAY))
        .lint_bytes(text.encode(), "a.txt")
    )
    (finding,) = result.findings
    assert finding.facts["faults"] == "没有规则 HB9，全部规则见 goi-lint rules"


def test_a_comment_comes_before_the_file_and_the_file_before_the_baseline(tmp_path: Path) -> None:
    recorder = Recorder(str(tmp_path))
    recorder.add(judged(""), "zh")
    recorder.add(judged(BARE), "zh")
    (tmp_path / "b.json").write_text(recorder.text("1"), encoding="utf-8")
    (tmp_path / "e.yaml").write_text(
        "- {rule: GOI032, body: 嵩县科学技术局, reason: x}\n- {rule: GOI006, body: 嵩县科学技术局, reason: y}\n",
        encoding="utf-8",
    )
    both = (tmp_path / "e.yaml", tmp_path / "b.json")
    expected = {
        GOOD: [("GOI032", SuppressionKind.COMMENT)] * 2,
        BARE: [("GOI006", SuppressionKind.EXCEPTION), *[("GOI032", SuppressionKind.EXCEPTION)] * 2],
    }
    for comment, suppressed in expected.items():
        entries = read_exceptions(both[0], ("GOI032", "GOI006"), {})
        result = judged(comment, register=Register(entries, read_baseline(both[1]), TODAY))
        assert (told(result), sorted(hushed(result))) == ([], suppressed)
    result = judged(BARE, register=Register((), read_baseline(both[1]), TODAY))
    assert (told(result), {kind for _, kind in hushed(result)}) == ([], {SuppressionKind.BASELINE})


def test_unreadable_documents_can_be_excepted(tmp_path: Path) -> None:
    (tmp_path / "e.yaml").write_text("- {rule: GOI001, path: '*.doc', reason: 扫描件}\n", encoding="utf-8")
    register = Register(read_exceptions(tmp_path / "e.yaml", ("GOI001",), {}), None, TODAY)
    result = linter()._replace(register=register).lint_bytes(b"\0\1", (tmp_path / "a.doc").as_posix())
    assert result.unreadable is not None
    assert (told(result), hushed(result)) == ([], [("GOI001", SuppressionKind.EXCEPTION)])
    (outcome,) = (one for one in result.outcomes if one.rule == "GOI001")
    assert outcome.status is Status.PASS
