"""What a comment in a report says, and what may be wrong with it."""

from __future__ import annotations

import datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.errors import Words
from goi_lint.exceptions.comments import Comment, comment_of
from goi_lint.model.document import Paragraph, Place

KNOWN = ("GOI001", "GOI040", "GOI041", "GOI310", "HB2101")
LASTING = ("GOI001",)
DAY = datetime.date(2027, 1, 31)


def read(text: str) -> Comment:
    return comment_of(Paragraph(text, Place(3, 3)), KNOWN, LASTING)


@pytest.mark.parametrize(
    ("text", "rules", "reason", "until"),
    [
        ('<!-- goi-lint: ignore GOI040 reason="原件如此" -->', ("GOI040",), "原件如此", None),
        (
            '<!-- goi-lint: ignore GOI040 reason="原件如此" until=2027-01-31 -->',
            ("GOI040",),
            "原件如此",
            DAY,
        ),
        ('<!--goi-lint:ignore GOI040 until=2027-01-31 reason="x"-->', ("GOI040",), "x", DAY),
        ('<!-- goi-lint: ignore until="2027-01-31" reason="x" GOI040 -->', ("GOI040",), "x", DAY),
        (
            '<!-- goi-lint: ignore GOI040, GOI041、HB2101 GOI040 reason="x" -->',
            ("GOI040", "GOI041", "HB2101"),
            "x",
            None,
        ),
        ("<!-- goi-lint：ignore goi040，GOI041 reason＝“按” -->", ("GOI040", "GOI041"), "按", None),
        ("<!-- goi-lint: ignore GOI040 reason=“待更正” -->", ("GOI040",), "待更正", None),
        ("<!-- goi-lint: ignore GOI040 reason=”待更正“ -->", ("GOI040",), "待更正", None),
        ('<!-- goi-lint: ignore GOI040 reason="写“无”的" -->', ("GOI040",), "写“无”的", None),
        ('<!-- goi-lint:\n  ignore GOI040\n  reason="一\n  二"\n-->', ("GOI040",), "一 二", None),
        ("<!-- goi-lint: IGNORE GOI040 Reason=待更正 -->", ("GOI040",), "待更正", None),
        ("<!-- GOI-LINT ignore GOI040 reason=待更正 -->", ("GOI040",), "待更正", None),
        ("<!--goi_lint：ignore GOI040 reason=待更正-->", ("GOI040",), "待更正", None),
    ],
)
def test_sound(text: str, rules: tuple[str, ...], reason: str, until: datetime.date | None) -> None:
    comment = read(text)
    shown = " ".join(text.removeprefix("<!--").removesuffix("-->").split())
    text = shown if len(shown) <= 40 else f"{shown[:40]}…"
    assert comment == Comment(rules, reason, until, Place(3, 3), text, ())


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            "<!-- goi-lint: ignore GOI040 -->",
            [Words('没有写理由（reason="…"）', 'it gives no reason (reason="…")')],
        ),
        (
            '<!-- goi-lint: ignore GOI040 reason=" " -->',
            [Words("理由是空的", "the reason is empty")],
        ),
        (
            '<!-- goi-lint: ignore reason="x" -->',
            [Words("没有写规则编号", "it names no rule")],
        ),
        (
            '<!-- goi-lint: ignore GOI042 XY1 reason="x" -->',
            [
                Words("没有规则 GOI042，是否为 GOI041？", "there is no rule GOI042; did you mean GOI041?"),
                Words(
                    "没有规则 XY1，全部规则见 goi-lint rules",
                    "there is no rule XY1; all rules: goi-lint rules",
                ),
            ],
        ),
        (
            '<!-- goi-lint: ignore GOI0 reason="x" -->',
            [
                Words(
                    "GOI0 只是规则编号的开头，这里应逐条写出编号，如 GOI001",
                    "GOI0 is but the beginning of ids; expected each id in full, such as GOI001",
                )
            ],
        ),
        (
            '<!-- goi-lint: ignore 表三 reason="x" -->',
            [
                Words(
                    "没有规则 表三，全部规则见 goi-lint rules",
                    "there is no rule 表三; all rules: goi-lint rules",
                )
            ],
        ),
        (
            '<!-- goi-lint: ignore GOI001 reason="x" -->',
            [Words("GOI001 不能用注释例外", "GOI001 cannot be suppressed by a comment")],
        ),
        (
            '<!-- goi-lint: ignore GOI040 reason="x" until=2027-02-30 -->',
            [
                Words(
                    "日期 until=2027-02-30 应写成 2027-01-31 的样子",
                    "expected a date such as 2027-01-31 in until=2027-02-30",
                )
            ],
        ),
        (
            '<!-- goi-lint: ignore GOI040 reason="x" until= -->',
            [Words("日期 until= 应写成 2027-01-31 的样子", "expected a date such as 2027-01-31 in until=")],
        ),
        (
            '<!-- goi-lint: ignore GOI040 reasn="x" -->',
            [
                Words("没有 reasn，是否为 reason？", "there is no reasn; did you mean reason?"),
                Words('没有写理由（reason="…"）', 'it gives no reason (reason="…")'),
            ],
        ),
        (
            '<!-- goi-lint: ignore GOI040 reason="x" reason="y" -->',
            [Words("reason 写了两次", "reason stands twice")],
        ),
        (
            '<!-- goi-lint: disable GOI040 reason="x" -->',
            [Words("goi-lint: 之后应为 ignore", "expected ignore after goi-lint:")],
        ),
        (
            '<!-- goi-lint GOI040 reason="x" -->',
            [Words("goi-lint: 之后应为 ignore", "expected ignore after goi-lint:")],
        ),
        (
            '<!-- goi-lint: ignore GOI040 reason="x"',
            [Words("没有以 --> 结束", "it does not end with -->")],
        ),
    ],
)
def test_faulty(text: str, faults: list[Words]) -> None:
    assert list(read(text).faults) == faults


def test_what_is_long_is_shown_shortened() -> None:
    comment = read(f"<!-- goi-lint: ignore {'长' * 500} -->")
    assert comment.text == f"goi-lint: ignore {'长' * 23}…"
    assert max(len(fault.zh) for fault in comment.faults) < 100


@pytest.mark.parametrize(
    "text",
    [" " * 2000, "a" * 2000, "a =" * 700, 'a="' * 700, "a=“" * 700, "GOI9 " * 400, "x " * 1000],
    ids=["blanks", "letters", "options", "quotes", "wide quotes", "ids", "words"],
)
def test_hostile_comments_take_no_time(text: str) -> None:
    start = process_time()
    for _ in range(20):
        assert read(f"<!-- goi-lint: ignore {text} -->").faults
    assert process_time() - start < 1


@given(text=st.text(st.sampled_from('ignore GOI040 reason=until"“”-:：, \n\0\ud800>'), max_size=60))
def test_any_comment_is_understood_or_faulty(text: str) -> None:
    comment = read(f"<!-- goi-lint: {text}-->")
    assert comment.faults or (set(comment.rules) <= set(KNOWN) and comment.reason)
