"""Kept code gives the patterns that `re.compile` gives; code that is damaged or of another Python is never used."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from goi_lint import cache
from goi_lint.codes import Codes

PATTERNS = (
    r"(?P<year>20\d\d)年(?:度|(?P<month>\d{1,2})月)",
    "[〇零○一二三四五六七八九]{4}|[^。；]+?(?=局|厅)",
    r"(?i)e-?mail[:：]",
    r"(a)|b",
)
TEXT = "某市教育局2023年度；E-mail：二〇二三 ab 2024年12月"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def matches(pattern: re.Pattern[str]) -> list[tuple[object, ...]]:
    return [
        (match.span(), match.groups(), match.groupdict(), match.lastgroup, match.lastindex)
        for match in pattern.finditer(TEXT)
    ]


def run() -> Codes:
    """Compile every pattern as one process does, and keep what is new."""
    codes = Codes()
    for pattern in PATTERNS:
        for flags in (0, re.DOTALL):
            own, usual = codes.compile(pattern, flags), re.compile(pattern, flags)
            assert matches(own) == matches(usual)
            assert (own.flags, own.groups, dict(own.groupindex)) == (
                usual.flags,
                usual.groups,
                dict(usual.groupindex),
            )
    codes.keep()
    return codes


def test_new_and_kept_codes_match_alike(folder: Path) -> None:
    run()
    kept = (folder / "patterns.json").read_bytes()
    assert len(json.loads(kept.splitlines()[1])) == 2 * len(PATTERNS)
    run()
    assert (folder / "patterns.json").read_bytes() == kept


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ([0, 1, {}, 0, "!"], b""),
        ([0, 1, {}, 0, 3], b"\0" * 4),
        ([0, 1, {}, 0, 0], b""),
        ([0, 1, {}, 8, 12], b"\0" * 4),
        ([0, 1, {"a": 5}, 0, 4], b"\0" * 4),
        ([0, 1, {}, 0, 4], b"\xff" * 4),
        ([0, -1, {}, 0, 4], b"\0" * 4),
        ([0, 1, {}, "AAAA"], b""),
        (["x"], b""),
        (None, b""),
    ],
)
def test_what_is_no_code_is_compiled_anew(code: object, words: bytes) -> None:
    codes = Codes()
    cache.store("patterns", codes._key, cache.Entry({f"0 {PATTERNS[0]}": code}, words))
    assert matches(codes.compile(PATTERNS[0])) == matches(re.compile(PATTERNS[0]))


def test_new_codes_are_kept_beside_old_ones() -> None:
    run()
    for _ in range(2):
        codes = Codes()
        assert matches(codes.compile("年(度)?")) == matches(re.compile("年(度)?"))
        codes.keep()
        run()


def test_codes_of_another_python_are_not_taken(folder: Path) -> None:
    cache.store("patterns", "another", cache.Entry({f"0 {PATTERNS[0]}": [0, 1, {}, 0, 4]}, b"\0" * 4))
    run()


def test_a_wrong_pattern_is_the_same_error() -> None:
    with pytest.raises(re.error, match="missing"):
        Codes().compile("(")


def test_a_pattern_that_json_cannot_hold_is_not_kept(folder: Path) -> None:
    codes = Codes()
    assert codes.compile("[\ud800-\udfff]").search("\udc80")
    codes.keep()
    assert not folder.exists()
