"""The formats are found by walking the folder."""

from __future__ import annotations

from goi_lint.formatters import goi_lint_formatters


def test_formats() -> None:
    assert sorted(formatter.NAME for formatter in goi_lint_formatters()) == ["json", "jsonl", "junit", "text"]
