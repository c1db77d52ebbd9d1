"""What every match of a pattern holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.text.literals import literals_of
from goi_lint.text.patterns import Pattern


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("711号", (("711号",),)),
        ("国务院[^。]{0,4}492号令?", (("492号",), ("国务院",))),
        ("考核|考评|绩效", (("考核", "考评", "绩效"),)),
        ("(?:公文)?属性", (("属性",),)),
        ("(?P<year>20)+将?", (("20",),)),
        ("20[Xx×]{2}年", (("20",), ("年",), ("20X", "20x", "20×"), ("X年", "x年", "×年"))),
        ("某(?=局)某", (("某某",),)),
        ("(?:公开|发布)条(?:工作)*信息", (("信息",), ("条",), ("公开条", "发布条"))),
        (
            "(?:此处|请在此)(?:填写|填报)",
            (
                ("填",),
                ("此处", "请在此"),
                ("写", "报"),
                ("此处填写", "此处填报", "请在此填写", "请在此填报"),
            ),
        ),
        (
            "政(?:务|府(?:信息|))公开",
            (("公开",), ("政",), ("务", "府"), ("政务公开", "政府信息公开", "政府公开")),
        ),
        ("(?:ab)+c", (("abc",),)),
        ("a(?i:b)c", (("a",), ("c",))),
        ("[甲乙丙][甲乙丙]丁", (("丁",), ("甲丁", "乙丁", "丙丁"))),
        ("(?!没有)公开", (("公开",),)),
        ("[^。]+", ()),
        ("甲|.", ()),
        ("a*", ()),
        ("(?i)http", ()),
        ("(?i:http)s", (("s",),)),
        ("(?x) a b", ()),
        ("|".join("一二三四五六七八九"), ()),
        ("", ()),
    ],
)
def test_literals(pattern: str, literals: tuple[tuple[str, ...], ...]) -> None:
    assert literals_of(pattern) == literals


PIECES = st.sampled_from(
    ("a", "b", "ab", "[ab]", "[^a]", "a?", "b*", "(?:ab)+", "(a|bb)", "(?:a|)", "(?=b)", "(?!a)", ".")
)


@given(
    st.lists(PIECES, max_size=5).map("".join),
    st.lists(PIECES, max_size=3).map("".join),
    st.text("abc", max_size=8),
)
def test_nothing_that_matches_is_passed_over(one: str, other: str, text: str) -> None:
    whole = f"{one}|{other}" if other else one
    pattern = Pattern(whole, True, literals_of(whole))
    for ask in ("search", "match", "fullmatch"):
        assert bool(getattr(pattern, ask)(text)) == bool(getattr(re, ask)(whole, text))
    assert [match.span() for match in pattern.finditer(text)] == [
        match.span() for match in re.finditer(whole, text)
    ]
    assert pattern.sub("-", text) == re.sub(whole, "-", text)
