"""Errors pass from one process to another as they were raised."""

from __future__ import annotations

import pickle

import pytest

from goi_lint.errors import (
    AbsentError,
    FormulaError,
    GoiLintError,
    PackError,
    PackFault,
    PatternTimeoutError,
    PluginError,
    ReadError,
    UsageError,
    Words,
)

WORDS = Words("甲", "A")
ERRORS = (
    UsageError(WORDS),
    ReadError(WORDS),
    AbsentError(WORDS),
    PluginError(WORDS),
    PatternTimeoutError("(a|a)*$", 0.5),
    PackError((PackFault("a.yaml", 1, 2, WORDS, WORDS),)),
    FormulaError(3, WORDS, WORDS),
    GoiLintError("plain"),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_the_same_on_the_other_side(error: GoiLintError) -> None:
    other = pickle.loads(pickle.dumps(error))
    assert (type(other), str(other), vars(other)) == (type(error), str(error), vars(error))
