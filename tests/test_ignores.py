"""Patterns as git has them, and lines that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.ignores import NOTHING, is_pattern, patterns_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, True) for text in ("a", "a/", "/a", "!a", "*.txt", "a/**/b", "a..b", ".a", "报告")),
        *((text, True) for text in ("[!a]b", "[[]", "[a||b]", "[ab]*")),
        *((text, False) for text in ("", " ", "#a", "/", "//", "a\\", "[z-a]", "[^z-a]", "[a-\\d]", "a[")),
        *((text, False) for text in (".", "..", "./a", "../a", "/../a", "a/../b", "a/..", "!../a")),
    ],
)  # fmt: skip
def test_is_pattern(text: str, expected: bool) -> None:
    """Python's warnings of brackets count as faults in these tests: none may come through."""
    assert is_pattern(text) is expected


def test_what_is_no_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="z-a"):
        patterns_in("/", ["a", "[z-a]"])


@pytest.mark.parametrize("line", ["[z-a]", "a\\", "!", "[a--b]", "["])
def test_a_bad_line_is_left_out_as_git_does(tmp_path: Path, line: str) -> None:
    (tmp_path / ".gitignore").write_text(f"{line}\n*.docx\n[[]x\n", encoding="utf-8")
    ignores = NOTHING.within(str(tmp_path))
    names = ("a.docx", "[x", "z", "a.txt")
    assert [name for name in names if ignores.ignored(str(tmp_path / name), False)] == ["a.docx", "[x"]
