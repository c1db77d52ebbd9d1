from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goi_lint.text.normalise import (
    BLANK_MARKS,
    DASHES,
    canonical,
    fold,
    is_blank,
    stripped,
    tidy,
    unfolded,
    without_numbering,
)

FOLDED = {
    "blanks go": ("统计期限 ：２０２３\u3000年\u00a01 月", "统计期限:2023年1月"),
    "zero-width marks go": ("总\u200b计\ufeff\u200e", "总计"),
    "soft hyphen goes": ("总\u00ad计", "总计"),
    "full-width ASCII": ("（Ａ１，％）", "(A1,%)"),
    "Chinese punctuation stays": ("《条例》、“公开”。—–", "《条例》、“公开”。—–"),
    "radicals of a PDF": ("⼀、2023年1⽉1⽇", "一、2023年1月1日"),
    "small full stop": ("1﹒其他", "1.其他"),
    "combining marks are joined": ("e\u0301", "é"),
    "nothing": ("", ""),
}

CANONICAL = {
    "pause mark": ("1、属于国家秘密", "1.属于国家秘密"),
    "full-width point": ("１．属于国家秘密", "1.属于国家秘密"),
    "Chinese number with point": ("一.本年新收", "一、本年新收"),
    "Chinese number with comma": ("一，本年新收", "一、本年新收"),
    "bracketed number with pause mark": ("（一）、予以公开", "(一)予以公开"),
    "bracketed number, blank": ("(一) 予以公开", "(一)予以公开"),
    "quotes": ("3.危及“三安全一稳定”", '3.危及"三安全一稳定"'),
    "other quotes": ("3.危及「三安全一稳定」", '3.危及"三安全一稳定"'),
    "brackets of notices": ("国办公开办函〔2021〕30号", "国办公开办函(2021)30号"),
    "dash": ("总—计", "总-计"),
    "a year is no numbering": ("2023、2024", "2023、2024"),
}

WITHOUT_NUMBERING = {
    "point": ("3.其他", "其他"),
    "Chinese": ("一、本年新收", "本年新收"),
    "bracketed": ("（七）总计", "总计"),
    "none": ("总计", "总计"),
}


@pytest.mark.parametrize(("text", "expected"), FOLDED.values(), ids=FOLDED)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(("text", "expected"), CANONICAL.values(), ids=CANONICAL)
def test_canonical(text: str, expected: str) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(("text", "expected"), WITHOUT_NUMBERING.values(), ids=WITHOUT_NUMBERING)
def test_without_numbering(text: str, expected: str) -> None:
    assert without_numbering(text) == expected


@pytest.mark.parametrize("dash", DASHES)
def test_all_dashes_are_one_in_the_canonical_form(dash: str) -> None:
    assert canonical(f"0431{dash}8118") == "0431-8118"


@given(st.text())
@example("1.、2")
@example("(一).、x")
@example("\u0339 \u0334")
@example("\uff21\u0301")
def test_normal_forms_are_final(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert canonical(canonical(text)) == canonical(text)
    assert canonical(fold(text)) == canonical(text)


@given(st.text())
@example("\x1c")
@example("\u200b\ufeff ")
def test_what_is_blank_leaves_nothing_anywhere(text: str) -> None:
    assert is_blank(text) == (not stripped(text)) == (not tidy(text)) == (not fold(text))


TIDY = {
    "ends": ("\u3000 无 \n", "无"),
    "inner runs": ("2023 \u3000年  1 月", "2023 年 1 月"),
    "a label set upright": ("自\n然\n人", "自然人"),
    "a line ends before its number": ("（三）不予公开\n 1.属于国家秘密", "（三）不予公开1.属于国家秘密"),
    "a number over two lines": ("12\n05", "12 05"),
    "Latin words": ("open\ndata", "open data"),
}


@pytest.mark.parametrize(("text", "expected"), TIDY.values(), ids=TIDY)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


def test_a_folded_piece_is_found_again_as_printed() -> None:
    text = "电话 ：０４３１ — 8118 0127 。"
    start = fold(text).index("0431")
    assert unfolded(text, start, len(fold(text)) - 1) == "０４３１ — 8118 0127"
    assert unfolded(text, 0, 0) == ""


def test_where_blanks_part_a_mark_from_its_letter_the_fold_itself_is_quoted() -> None:
    assert unfolded("e \u0301政 府", 0, 3) == "é政府"


@given(st.text(alphabet="政府 \u3000\u200b12（）\n"))
def test_the_whole_fold_is_the_stripped_text(text: str) -> None:
    assert unfolded(text, 0, len(fold(text))) == stripped(text)


def test_every_blank_but_the_space_is_not_printable() -> None:
    """So a text that is printable and has no space has no blank: nobody need look for one."""
    assert {mark for mark in BLANK_MARKS if mark.isprintable()} == {" "}


@given(st.text(st.sampled_from([*BLANK_MARKS, "一", "a", "\ue000"])))
def test_no_blank_stays(text: str) -> None:
    assert not BLANK_MARKS & set(fold(text))
    assert not (BLANK_MARKS - {" "}) & set(tidy(text))
