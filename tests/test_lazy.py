"""A lazy pattern does what a compiled one does, and is not compiled before."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import goi_lint
from goi_lint.lazy import lazy


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("search", ("甲1乙22",)),
        ("search", ("甲1乙22", 2)),
        ("match", ("甲1", 1)),
        ("fullmatch", ("22",)),
        ("findall", ("甲1乙22",)),
        ("split", ("甲1乙22丙",)),
        ("sub", ("", "甲1乙22")),
    ],
)
def test_it_matches_as_a_compiled_one(method: str, arguments: tuple[object, ...]) -> None:
    patterns = re.compile(r"\d+"), lazy(r"\d+")
    compiled, first, again = (getattr(pattern, method)(*arguments) for pattern in (*patterns, patterns[1]))
    assert str(compiled) == str(first) == str(again)


def test_flags_count() -> None:
    assert [match[0] for match in lazy("a.", re.IGNORECASE | re.DOTALL).finditer("A\nab")] == ["A\n", "ab"]


def test_it_is_compiled_when_it_is_used() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("")


def test_all_patterns_can_be_kept() -> None:
    """What is not printable is compiled in every run: such characters are written as the engine's escapes."""
    root = Path(goi_lint.__file__).parent
    calls = [
        (path.name, node.args[0].value)
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("lazy", "compiled")
        and isinstance(node.args[0], ast.Constant)
    ]
    assert len(calls) > 50
    assert [call for call in calls if not str(call[1]).isprintable()] == []
