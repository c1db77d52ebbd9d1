from __future__ import annotations

import pickle

import pytest

from goi_lint.errors import PatternTimeoutError
from goi_lint.text.patterns import Pattern, compile_pattern, pattern_fault

ENDLESS = "(a|a)*$"
LONG = "a" * 5_000 + "b"

BOTH = pytest.mark.parametrize("builtin", [True, False], ids=["re", "regex"])


@BOTH
def test_searches_like_re(builtin: bool) -> None:
    pattern = compile_pattern(r"(?P<year>\d{4})年", builtin)
    text = "2022年和2023年"
    first, begin, whole = pattern.search(text), pattern.match(text), pattern.fullmatch("2023年")
    assert first and begin and whole
    assert (first.span(), begin["year"], whole["year"]) == ((0, 5), "2022", "2023")
    assert pattern.fullmatch(text) is None
    assert [match["year"] for match in pattern.finditer(text)] == ["2022", "2023"]
    assert pattern.sub("×", text) == "×和×"
    assert pattern.sub(lambda match: match["year"], text) == "2022和2023"


@pytest.mark.parametrize(
    "call",
    [
        lambda pattern: pattern.search(LONG),
        lambda pattern: pattern.fullmatch(LONG),
        lambda pattern: list(pattern.finditer(LONG)),
        lambda pattern: pattern.sub("", LONG),
    ],
    ids=["search", "fullmatch", "finditer", "sub"],
)
def test_endless_foreign_pattern_is_stopped(call, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("goi_lint.text.patterns.PATTERN_SECONDS", 0.05)
    with pytest.raises(PatternTimeoutError) as stopped:
        call(compile_pattern(ENDLESS, builtin=False))
    assert str(stopped.value) == "the pattern '(a|a)*$' took more than 0.05 s"


@BOTH
def test_patterns_travel_to_other_processes(builtin: bool) -> None:
    pattern = Pattern("a+", builtin)
    assert pattern.search("aa")
    assert pickle.loads(pickle.dumps(pattern)) == pattern


def test_patterns_are_equal_by_text_and_origin() -> None:
    assert len({Pattern("a", True), Pattern("a", True), Pattern("a", False), Pattern("b", True)}) == 3


FAULTS = {
    "bracket not closed": (
        "年(度",
        "2: a bad pattern (missing ), unterminated subpattern)",
        "4: a bad pattern (missing ))",
    ),
    "nothing to repeat": (
        "*年",
        "1: a bad pattern (nothing to repeat)",
        "1: a bad pattern (nothing to repeat)",
    ),
    "set not closed": (
        "[年",
        "1: a bad pattern (unterminated character set)",
        "3: a bad pattern (unterminated character set)",
    ),
}


@pytest.mark.parametrize(("pattern", "trusted", "foreign"), FAULTS.values(), ids=FAULTS)
def test_faults(pattern: str, trusted: str, foreign: str) -> None:
    found = [pattern_fault(pattern, builtin) for builtin in (True, False)]
    assert [f"{fault.column}: {fault.found.en}" for fault in found if fault] == [trusted, foreign]


TOO_LARGE = {
    "repeats of repeats": ("((a{999}){999}){999}", "1: a pattern whose repeats multiply too far"),
    "one huge repeat": ("a{1000000}", "1: a pattern whose repeats multiply too far"),
    "repeats of nothing much": ("(?:(?:a*){1000}){1000}", "1: a pattern whose repeats multiply too far"),
    "many characters": ("a" * 2001, "2001: a pattern of 2001 characters"),
    "comment": ("a(?#[)b", "2: a comment or the flag x in a pattern"),
    "verbose": ("(?ix) a # [", "1: a comment or the flag x in a pattern"),
    "deep nesting": ("(?:" * 51 + "a" + ")" * 51, "1: groups nested deeper than 50"),
    "verbose group": ("a(?x: b)", "2: a comment or the flag x in a pattern"),
}
FITTING = {
    "many fields": r"\d{6}(?:19|20)\d{2}\d{4}\d{3}[\dX]",
    "up to many": "(?:甲|乙){0,9999}",
    "long run": "。{5000}",
    "braces in a set": r"[{1000}]{20}\{1000\}",
    "flags": "(?i)abc(?:x)",
}


@pytest.mark.parametrize(("pattern", "fault"), TOO_LARGE.values(), ids=TOO_LARGE)
def test_foreign_patterns_that_are_too_large(pattern: str, fault: str) -> None:
    found = pattern_fault(pattern, builtin=False)
    assert found and f"{found.column}: {found.found.en}" == fault


@pytest.mark.parametrize("pattern", FITTING.values(), ids=FITTING)
def test_foreign_patterns_that_fit(pattern: str) -> None:
    assert pattern_fault(pattern, builtin=False) is None
